import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that a command sees of the world beside the files it is told to read; tests hand in their own. */
export interface CommandIo {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether standard output takes colours. */
  readonly color: boolean;
  /** The page of the manual for a rule, as it came with this program; null where there is none. */
  rulePage(rule: string): string | null;
  /** Standard input, piece by piece. */
  stdin(): AsyncIterable<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
  /** Resolves once the reader of standard output has taken enough of it: what it has not taken is held in memory. */
  drained(): Promise<void>;
  /** The file that a thread runs to check documents; null where there are no threads. */
  readonly threadScript: string | null;
}

/** What a command ends with; scripts and build servers rely on it. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2 } as const;

/** The streams of this process; `manual` is the folder that the manual's pages came in, `threadScript` what threads run. */
export function processIo(manual: string, threadScript: string): CommandIo {
  const { NO_COLOR, FORCE_COLOR = '', TERM } = process.env;
  const out = quietWriter(process.stdout);
  const err = quietWriter(process.stderr);
  return {
    cwd: process.cwd(),
    color:
      !NO_COLOR && (!['', '0'].includes(FORCE_COLOR) || (process.stdout.isTTY === true && TERM !== 'dumb')),
    rulePage: (rule) => readPage(join(manual, `${rule}.md`)),
    stdin: () => process.stdin,
    out: (text) => out.write(text),
    err: (text) => err.write(text),
    drained: () => out.drained(),
    threadScript,
  };
}

function readPage(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The bundle may have been copied away from its manual, without which it still checks.
    return null;
  }
}

/**
 * Writes until the reader goes away, as `head` does. The command then still ends with its true exit code, but says
 * no more; any other failure to write is thrown.
 */
function quietWriter(stream: NodeJS.WriteStream): Pick<CommandIo, 'drained'> & { write(text: string): void } {
  let closed = false;
  const waiting: Array<() => void> = [];
  const release = (): void => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  stream.on('drain', release);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    // A stream whose reader has gone away is never drained.
    release();
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write(text) {
      if (!closed) stream.write(text);
    },
    async drained() {
      if (closed || !stream.writableNeedDrain) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    },
  };
}
