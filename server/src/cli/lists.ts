import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from './complaints.ts';
import type { Input } from './inputs.ts';
import type { CommandIo } from './io.ts';

/** Which files a list names. */
export interface ListArguments {
  /** The file that holds the list; `-` for standard input. */
  readonly from: string;
  /** Whether each name ends with a NUL, as `find -print0` writes them, rather than with its line. */
  readonly byNul: boolean;
}

/** Why a list cannot be read; the message is for the user. */
export class ListError extends Error {}

/** Longer than any path that a system takes: what goes on for so long is no list of names. */
const longestName = 100_000;

/**
 * The documents that a list names, as they are read from it: it may have no end in sight. A name is a file, whatever
 * signs it has in it.
 */
export async function* listedInputs(
  { from, byNul }: ListArguments,
  { cwd, stdin }: Pick<CommandIo, 'cwd' | 'stdin'>,
): AsyncGenerator<Input> {
  const chunks = from === '-' ? stdin() : createReadStream(resolve(cwd, from));
  for await (const name of namesIn(readable(chunks), byNul)) yield { path: name, file: resolve(cwd, name) };
}

async function* readable(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new ListError(reasonOf(error));
  }
}

async function* namesIn(chunks: AsyncIterable<Uint8Array>, byNul: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const separator = byNul ? '\0' : /\r?\n/;
  let begun = '';
  for await (const chunk of chunks) {
    const names = (begun + decoder.decode(chunk, { stream: true })).split(separator);
    begun = names.pop() ?? '';
    if (begun.length > longestName) throw new ListError('this is no list of files: a name has no end');
    yield* names.filter(isName);
  }
  yield* [begun + decoder.decode()].filter(isName);
}

function isName(text: string): boolean {
  return text !== '';
}
