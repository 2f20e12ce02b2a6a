/**
 * Loaded before a program (`node --require`): whoever opens a socket, looks up a name or starts another program ends the
 * process with 97, or at once where a thread does it. Pipes to the parent process are open already and stay.
 */
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

function refuse(what) {
  return () => {
    writeSync(2, `NETWORK: ${what}\n${new Error().stack}\n`);
    // A thread could only end itself.
    if (isMainThread) process.exit(97);
    process.kill(process.pid, 'SIGKILL');
  };
}

function refuseAll(module, names) {
  const exported = require(module);
  for (const name of names) if (exported[name]) exported[name] = refuse(`${module}.${name}`);
}

const net = require('node:net');
net.Socket.prototype.connect = refuse('net.Socket.connect');
net.Server.prototype.listen = refuse('net.Server.listen');
refuseAll('node:net', ['connect', 'createConnection']);
refuseAll('node:tls', ['connect']);
refuseAll('node:http', ['request', 'get']);
refuseAll('node:https', ['request', 'get']);
refuseAll('node:http2', ['connect']);
refuseAll('node:dgram', ['createSocket']);
const lookups = ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse'];
refuseAll('node:dns', lookups);
refuseAll('node:dns/promises', lookups);
refuseAll('node:child_process', [
  'exec',
  'execFile',
  'execFileSync',
  'execSync',
  'fork',
  'spawn',
  'spawnSync',
]);
for (const name of ['fetch', 'WebSocket', 'EventSource'])
  if (globalThis[name]) Object.defineProperty(globalThis, name, { value: refuse(name) });
