import { fileURLToPath } from 'node:url';

/** What Node is told before a script so that the process ends with `networkExit` as soon as it opens a socket. */
export const withoutNetwork: readonly string[] = [
  '--require',
  fileURLToPath(new URL('../../test/safety/noNetwork.cjs', import.meta.url)),
];

export const networkExit = 97;
