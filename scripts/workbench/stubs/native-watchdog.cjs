// Stands in for @vscode/native-watchdog, which would have to be compiled. The launcher ends the server instead.
exports.start = function start() {};
exports.exit = function exit(code) {
  process.exit(code || 0);
};
