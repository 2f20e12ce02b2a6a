import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText } from '../../server/src/cli/encoding.ts';
import { fix } from '../../server/src/cli/fix.ts';
import { analyze } from '../../server/src/core/analysis.ts';
import { certainFixes } from '../../server/src/core/rules/fix.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { folderWith, recordIo } from './world.ts';

noteMissingDocuments('only the samples are fixed');
const documents = [...readSamples(), ...readSeeds(), ...readCorpus(40, 150_000)];
const comment = '<!-- proviso-ignore-file merge-conflict -->';

const forms = [
  { name: 'UTF-8', encoding: 'utf-8', marked: false, lineEnd: null },
  { name: 'UTF-8 with a mark and CRLF', encoding: 'utf-8', marked: true, lineEnd: '\r\n' },
  { name: 'UTF-16', encoding: 'utf-16le', marked: true, lineEnd: null },
  { name: 'Windows-1252', encoding: 'windows-1252', marked: false, lineEnd: '\n' },
] as const;

type Form = (typeof forms)[number];

/** The bytes of a text in a form; null where it has no place in it, or would be read as another. */
function bytesOf(text: string, { encoding, marked, lineEnd }: Form): Uint8Array | null {
  const body = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  try {
    return encodeText(lineEnd === null ? body : body.replace(/\r\n|\r|\n/g, lineEnd), { encoding, marked });
  } catch {
    return null;
  }
}

/** The text with a comment that silences nothing on lines of its own, above every so many paragraphs. */
function withComments(text: string): string {
  let paragraphs = 0;
  return text.replace(/(\r\n|\r|\n)\1(?=[A-Za-z(])/g, (lines, lineEnd: string) => {
    paragraphs += 1;
    return paragraphs % 7 === 3 ? `${lines}${comment}${lineEnd}` : lines;
  });
}

/** What the files hold when they have been fixed. */
async function fixed(files: Record<string, Uint8Array>, encoding: string) {
  const folder = folderWith(files);
  const io = recordIo(folder);
  const exitCode = await fix({ paths: ['**/*'], dryRun: false, encoding }, io);
  expect(io.stderr).toBe('');
  expect(exitCode).toBe(0);
  return (name: string) => readFileSync(join(folder, name));
}

/** The text with its certain fixes, each applied by itself from the last to the first, until there is none. */
function withEdits(text: string): string {
  const chosen = certainFixes(runRules(analyze(text)));
  if (chosen.length === 0) return text;
  const edits = chosen.flatMap(({ fix: { edits: made } }) => made);
  return withEdits(
    edits
      .toSorted((a, b) => b.range.start - a.range.start)
      .reduce((all, { range, newText }) => all.slice(0, range.start) + newText + all.slice(range.end), text),
  );
}

describe.each(forms)('documents in $name', (form) => {
  test('lose what is certain to be wrong, and keep every other byte', { timeout: 120_000 }, async () => {
    const before: Record<string, Uint8Array> = {};
    const commented: Record<string, Uint8Array> = {};
    let comments = 0;
    for (const [index, { text }] of documents.entries()) {
      const bytes = bytesOf(text, form);
      const more = bytesOf(withComments(text), form);
      if (!bytes || !more) continue;
      before[`${index}.legal`] = bytes;
      commented[`${index}.legal`] = more;
      if (more.length > bytes.length) comments += 1;
    }
    expect(comments).toBeGreaterThan(0);
    const plain = await fixed(before, form.encoding);
    const cleared = await fixed(commented, form.encoding);
    const changed: string[] = [];
    const different: string[] = [];
    for (const [name, bytes] of Object.entries(before)) {
      const { text } = decodeText(bytes, form.encoding);
      const edited = withEdits(text);
      // Where nothing is certain, the very bytes are left, and not what their text would be written as.
      const expected = edited === text ? bytes : encodeText(edited, form);
      if (!plain(name).equals(expected)) changed.push(name);
      if (!cleared(name).equals(plain(name))) different.push(name);
    }
    expect({ changed, different }).toEqual({ changed: [], different: [] });
  });
});
