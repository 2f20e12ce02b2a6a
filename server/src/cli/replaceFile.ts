import { randomBytes } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EncodingError, encodeText } from './encoding.ts';
import type { SourceText } from './source.ts';

/**
 * What a file would hold with another text. Throws where writing it could change more of it than the text: where not
 * all of it could be read.
 */
export function bytesOf(source: SourceText, text: string): Uint8Array {
  if (!Buffer.from(encodeText(source.text, source)).equals(source.bytes))
    throw new EncodingError(
      `not all of it is valid ${source.encoding.toUpperCase()}; --encoding NAME tells otherwise`,
    );
  return encodeText(text, source);
}

/** The file is no longer as it was when it was read. */
export class FileChanged extends Error {
  constructor() {
    super('it was changed by somebody else meanwhile');
  }
}

/**
 * Puts a file in the place of another, with its mode, in one step: whoever reads it finds the old one or the new one,
 * and never a part. A link stays, and what it leads to is replaced. Nothing is done to a file that may not be written,
 * or that no longer holds `before`.
 */
export async function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  const file = await realpath(path);
  await access(file, constants.W_OK);
  const { mode } = await stat(file);
  // In the same folder, since a file cannot be renamed from one disk to another.
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      // What a process creates lacks the bits that its mask forbids.
      await handle.chmod(mode & 0o7777);
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await readFile(file)).equals(before)) throw new FileChanged();
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
