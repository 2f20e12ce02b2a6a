import { createReadStream, readFileSync, statSync } from 'node:fs';
import { mostBytes, sizeRefusal } from '../core/text/limits.ts';
import { TextSnapshot } from '../core/text/snapshot.ts';
import { complain, reasonOf } from './complaints.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import type { Input } from './inputs.ts';
import type { CommandIo } from './io.ts';

/** What a document holds, or why it cannot be read. */
export async function readSource(
  { path, file }: Input,
  encoding: string | null,
  io: ReadingIo,
): Promise<SourceText | string> {
  try {
    const bytes = await (file === null ? readBytes(io.stdin()) : readWhole(file));
    if (bytes === null)
      return `this file has more than ${mostBytes / 1_000_000} MB; no document is that long`;
    const decoded = decodeText(bytes, encoding);
    const refusal = sizeRefusal(decoded.text.length, () => new TextSnapshot(decoded.text).lineCount);
    if (refusal !== null) return refusal;
    if (decoded.note !== null) complain(io, path, `note: ${decoded.note}`);
    return { ...decoded, bytes };
  } catch (error) {
    return reasonOf(error);
  }
}

/** What was read of a document, and how. */
export interface SourceText extends DecodedText {
  readonly bytes: Uint8Array;
}

/** What it takes to read documents. */
export type ReadingIo = Pick<CommandIo, 'cwd' | 'stdin' | 'err'>;

/** What a file holds; null if it is too much. A thread has nothing else to do meanwhile, so that it need not be asked later. */
async function readWhole(file: string): Promise<Uint8Array | null> {
  const stats = statSync(file);
  // A device says nothing true of its size.
  if (!stats.isFile()) return readBytes(createReadStream(file));
  return stats.size > mostBytes ? null : readFileSync(file);
}

/** All that can be read; null as soon as it is too much, since a device or a pipe may never end. */
async function readBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > mostBytes) return null;
    read.push(chunk);
  }
  return Buffer.concat(read);
}
