import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import { finish } from '../../server/src/core/text/steps.ts';
import {
  mentionsElsewhere,
  mentionsInside,
  subjectAt,
} from '../../server/src/core/workspace/mentions-elsewhere.ts';
import { hoverPartsOf, outsidePlaceAt, placesOf } from '../../server/src/core/workspace/outside-place.ts';
import type { DocumentReader } from '../../server/src/core/workspace/reading.ts';
import { summarize } from '../../server/src/core/workspace/summarize.ts';
import { WorkspaceIndex } from '../../server/src/core/workspace/workspace-index.ts';
import { root } from './world.ts';

/** Pieces of documents that cite each other, in good order and in none. */
const pieces = [
  '---\nimports: [b.legal, ../b.legal]\n---\n',
  '---\nimports:\n  Credit Agreement: a.legal\n',
  'CREDIT AGREEMENT\n\n',
  'EXHIBIT B\n\n',
  'Section 1. Terms. "Quay" means the quay at Berth 4.\n\n',
  'Section 2. Loan. The Quay is lent under Sections 1, 2(a) and\n9 of the Credit Agreement.\n\n',
  'Capitalized terms not defined herein have the meanings given in the Credit Agreement.\n\n',
  '"Pier" has the meaning set forth in Section 1 of the Credit Agreement. See Exhibit B.\n\n',
  'paragraph 2 of Section 1 of the Credit Agreement; such Section of the Pledge Agreement\n',
  '(a) ',
  '\u{1F4BC}\u200f',
  '\r',
  '\f',
  '"',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

test('documents of any text are asked about each other without a fault, and all places lie inside', () => {
  fc.assert(
    fc.property(text, text, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (one, other, offsets) => {
      const analyses = new Map(
        [one, other].map((source, at) => {
          const uri = `${root}${at === 0 ? 'a' : 'b'}.legal`;
          return [uri, analyze(source, uri)] as const;
        }),
      );
      const index = new WorkspaceIndex();
      index.configure([root], []);
      for (const analysis of analyses.values()) index.set(summarize(analysis));
      const reader: DocumentReader<undefined> = {
        index,
        addressOf: ({ uri }) => uri,
        *analysis(address) {
          yield;
          return analyses.get(address);
        },
      };
      for (const analysis of analyses.values()) for (const offset of offsets) ask(analysis, offset, reader);
    }),
    { numRuns: 250, seed: 20261123 },
  );
}, 60_000);

function ask(analysis: Analysis, place: number, reader: DocumentReader<undefined>): void {
  const offset = place % (analysis.snapshot.text.length + 1);
  const outside = finish(outsidePlaceAt(analysis, offset, reader));
  if (outside) {
    expectInside(analysis.snapshot.text, [outside.origin]);
    expectInside(
      outside.document.snapshot.text,
      placesOf(outside).flatMap(({ range, selection }) => [range, selection]),
    );
    expect(hoverPartsOf(outside)).not.toEqual([]);
  }
  const subject = finish(subjectAt(analysis, offset, reader));
  if (!subject) return;
  const { declarations, uses } = mentionsInside(subject);
  expectInside(subject.document.snapshot.text, [...declarations, ...uses].flat());
  for (const { file, uses: elsewhere } of finish(mentionsElsewhere(subject, reader))) {
    const document = finish(reader.analysis(file.uri));
    expectInside(document?.snapshot.text ?? '', elsewhere.flat());
  }
}

function expectInside(source: string, ranges: readonly TextRange[]): void {
  for (const { start, end } of ranges) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(source.length);
  }
}
