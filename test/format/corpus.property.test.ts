import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { type FormatOptions, gentleFormat } from '../../server/src/core/format/options.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { definitionsOf } from '../../server/src/core/resolve/definitions.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { formatted } from './apply.ts';

noteMissingDocuments('formatting is tried on samples/ only.');

/** PROVISO_FORMAT=400 for all documents, which takes minutes. */
const count = Number(process.env.PROVISO_FORMAT ?? 8);
const longest = count > 100 ? 300_000 : 45_000;
const documents = [...readSamples(), ...readSeeds(), ...readCorpus(count, longest)];

const layouts: readonly [string, Partial<FormatOptions>][] = [
  ['gently', {}],
  [
    'in all ways',
    {
      spaces: 'everywhere',
      blankLines: 1,
      indent: 4,
      hang: true,
      wrap: 'column',
      column: 72,
      quotes: 'curly',
    },
  ],
  ['with a line a paragraph', { wrap: 'paragraph', quotes: 'straight' }],
];

describe.each(documents)('$path', ({ path, text }) => {
  test.each(layouts)(
    'is laid out %s without a change of words or meaning',
    (_, options) => {
      const uri = `file:///${path}`;
      const after = formatted(text, options, { uri });
      expect(charactersOf(after, options)).toBe(charactersOf(text, options));
      expect(meaningOf(after, uri)).toEqual(meaningOf(text, uri));
      expect(formatted(after, options, { uri })).toBe(after);
    },
    600_000,
  );
});

/** All that is no blank; quotation marks are alike where others were asked for. */
function charactersOf(text: string, { quotes = gentleFormat.quotes }: Partial<FormatOptions>): string {
  const characters = text.replace(/[ \t\r\n]+/g, '');
  return quotes === 'keep' ? characters : characters.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}

/** What a reader learns from the document, in its words. */
function meaningOf(text: string, uri: string) {
  const analysis = analyze(text, uri);
  const words = (found: string | null) =>
    found?.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  return {
    provisions: walkProvisions(analysis.outline).map(({ kind, number, caption, parent }) => [
      kind,
      number,
      words(caption),
      parent?.number,
    ]),
    citations: referencesOf(analysis).map(({ text: cited, status, members }) => [
      words(cited),
      status,
      members.map(({ targets }) => targets.map(({ provision }) => provision.number)),
    ]),
    terms: definitionsOf(analysis).map(({ term }) => words(term)),
    findings: runRules(analysis).map(({ rule, range }) => [rule, words(analysis.snapshot.slice(range))]),
  };
}
