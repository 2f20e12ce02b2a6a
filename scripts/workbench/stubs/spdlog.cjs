// Stands in for @vscode/spdlog, which would have to be compiled. It really writes its file: output channels read it.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(name, path) {
    this.name = name;
    this.path = path;
    this.level = 2;
    this.raw = false;
    mkdirSync(dirname(path), { recursive: true });
  }
  write(level, message) {
    if (level < this.level) return;
    const line = this.raw
      ? message
      : `${new Date().toISOString()} [${this.name}] [${levels[level]}] ${message}\n`;
    try {
      appendFileSync(this.path, line);
    } catch {
      // The folder of logs goes before the last line is written when the workbench ends.
    }
  }
  trace(message) {
    this.write(0, message);
  }
  debug(message) {
    this.write(1, message);
  }
  info(message) {
    this.write(2, message);
  }
  warn(message) {
    this.write(3, message);
  }
  error(message) {
    this.write(4, message);
  }
  critical(message) {
    this.write(5, message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.raw = true;
  }
  flush() {}
  drop() {}
}

exports.version = 0;
exports.setLevel = function setLevel() {};
exports.setFlushOn = function setFlushOn() {};
exports.shutdown = function shutdown() {};
exports.createRotatingLogger = async function createRotatingLogger(name, path) {
  return new Logger(name, path);
};
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
