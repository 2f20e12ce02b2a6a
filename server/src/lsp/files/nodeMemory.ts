import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Tells the engine how this server uses memory, before anything is read, and answers what clears up young objects. An engine
 * that does not know a flag says so and goes on.
 *
 * Each edit leaves the last analysis behind. The engine would let that grow to four times what is needed before it clears up;
 * half as much again costs no time that can be measured, and half the memory.
 *
 * What is made for an analysis lives until the next one, and the engine would learn from the opening of a document to keep it
 * among the old objects, which are cleared up rarely and at length; so it is not to learn that.
 */
export function prepareMemory(): (characters: number) => void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--no-allocation-site-pretenuring');
  // Contexts made after this flag have the function; the engine offers no other way to it.
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  if (typeof collect !== 'function') return () => {};
  return (characters) => {
    if (characters >= longText) collect({ type: 'minor' });
  };
}

/**
 * Between two analyses of a long text almost nothing young is alive, so that clearing up costs a fraction of a millisecond;
 * left to itself the engine does it in the midst of the next one, and copies all that was made so far. Short texts make too
 * little for that to matter.
 */
const longText = 100_000;
