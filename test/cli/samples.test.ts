import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { visitDocuments } from '../../server/src/cli/documents.ts';
import { recordIo } from './world.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

test('the samples have the three faults that one of them announces, and no other', async () => {
  const io = recordIo(project);
  const read: string[] = [];
  const found: string[] = [];
  const { unreadable } = await visitDocuments({ paths: ['samples'], encoding: null }, io, (document) => {
    read.push(document.path);
    for (const { rule, range } of document.findings) {
      const { snapshot } = document.analysis;
      found.push(`${document.path}: ${rule} at ${snapshot.lineText(snapshot.lineAt(range.start)).trim()}`);
    }
  });
  expect({ read, unreadable, stderr: io.stderr }).toEqual({
    read: [
      'samples/articles.legal',
      'samples/bylaws.legal.md',
      'samples/services-agreement.agreement',
      'samples/with-defects.agreement',
    ],
    unreadable: [],
    stderr: '',
  });
  expect(found).toEqual([
    expect.stringMatching(/^samples\/with-defects\.agreement: duplicate-number at Section 1\.2 Inspection\./),
    expect.stringMatching(/^samples\/with-defects\.agreement: misordered-number at Section 2\.[34] /),
    'samples/with-defects.agreement: numbering-gap at ARTICLE 5',
  ]);
});
