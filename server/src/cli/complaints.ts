import { EncodingError } from './encoding.ts';
import { printable } from './excerpt.ts';
import type { CommandIo } from './io.ts';

/** Says on standard error what is wrong with a file, or at a place in it. */
export function complain(io: Pick<CommandIo, 'err'>, place: string, reason: string): void {
  io.err(`proviso: ${printable(place)}: ${printable(reason)}\n`);
}

/** Why a file cannot be read or written, in a user's words; an error that no file can cause is thrown on. */
export function reasonOf(error: unknown): string {
  if (error instanceof EncodingError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code !== 'string') throw error;
  const reasons: Record<string, string> = {
    ENOENT: 'no such file',
    EACCES: 'no permission to read or write it',
    EPERM: 'no permission to read or write it',
    EROFS: 'its disk cannot be written to',
    ENOSPC: 'its disk is full',
    EISDIR: 'this is a folder',
  };
  return reasons[code] ?? `the system refuses it (${code})`;
}
