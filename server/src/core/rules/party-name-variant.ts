import type { Analysis } from '../analysis.ts';
import { type CompanyName, readCompanyNames } from '../inline/company-names.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import type { Rule } from './rule.ts';

/** One company, written in two ways: "IIJ America, Inc." for "IIJ America Inc." */
export const partyNameVariant: Rule = {
  id: 'party-name-variant',
  title: 'Names of companies that are written in two ways',
  severity: 'warning',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readCompanyNames),
  *check(analysis) {
    for (const places of companiesOf(analysis).values()) {
      const spellings = groupBySpelling(places);
      if (spellings.size < 2) continue;
      const [usual, ...others] = [...spellings.values()].sort((a, b) => b.length - a.length);
      const model = usual?.[0];
      // Where neither way prevails nobody can tell which of them is the name.
      if (!model || !usual || others.some((other) => other.length * 2 > usual.length)) continue;
      for (const { paragraph, name } of others.flat()) {
        const range = paragraph.rangeOf(name.start, name.end);
        const wrapped = paragraph.pieces(name.start, name.end).length > 1;
        yield {
          range,
          message: `“${name.written}” is written “${model.name.written}” elsewhere.`,
          related: [
            {
              range: model.paragraph.rangeOf(model.name.start, model.name.end),
              message: `The name as it is written ${usual.length} times.`,
            },
          ],
          fixes: wrapped
            ? []
            : [
                {
                  title: `Write “${model.name.written}”`,
                  edits: [{ range, newText: model.name.written }],
                  preferred: true,
                },
              ],
        };
      }
    }
  },
};

interface NamePlace {
  readonly paragraph: Paragraph;
  readonly name: CompanyName;
}

function companiesOf(analysis: Analysis): ReadonlyMap<string, readonly NamePlace[]> {
  const found = new Map<string, NamePlace[]>();
  for (const { paragraph, answer } of foundIn(analysis, readCompanyNames)) {
    for (const name of answer) {
      const list = found.get(name.key);
      if (list) list.push({ paragraph, name });
      else found.set(name.key, [{ paragraph, name }]);
    }
  }
  return found;
}

function groupBySpelling(places: readonly NamePlace[]): ReadonlyMap<string, readonly NamePlace[]> {
  const groups = new Map<string, NamePlace[]>();
  for (const place of places) {
    const group = groups.get(place.name.spelling);
    if (group) group.push(place);
    else groups.set(place.name.spelling, [place]);
  }
  return groups;
}
