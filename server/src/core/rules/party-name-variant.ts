import type { Analysis } from '../analysis.ts';
import { type CompanyName, readCompanyNames } from '../inline/company-names.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { Role } from '../syntax/roles.ts';
import { say } from '../text/say.ts';
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
        if (isQuoted(paragraph.text, name.start) || isRow(analysis, range.start)) continue;
        const wrapped = paragraph.pieces(name.start, name.end).length > 1;
        yield {
          range,
          message: say`“${name.written}” is written “${model.name.written}” elsewhere.`,
          related: [
            {
              range: model.paragraph.rangeOf(model.name.start, model.name.end),
              message: say`The name as it is written ${usual.length} times.`,
            },
          ],
          fixes: wrapped
            ? []
            : [
                {
                  title: say`Write “${model.name.written}”`,
                  edits: [{ range, newText: model.name.written }],
                  preferred: true,
                },
              ],
        };
      }
    }
  },
};

/** In a notice that is to be printed word by word, as its owner wants it: "X and its logo are trademarks of X Incorporated". */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestQuotation), at);
  const curly = before.lastIndexOf('“');
  const opening = curly > before.lastIndexOf('”') ? curly : lastUnpaired(before);
  return opening >= 0 && before.slice(opening).split(/\s+/).length > fewestWords;
}

/** The last straight quotation mark, if it opens what it belongs to. */
function lastUnpaired(text: string): number {
  const marks = [...text.matchAll(/"/g)];
  return marks.length % 2 === 1 ? (marks.at(-1)?.index ?? -1) : -1;
}

const longestQuotation = 400;
/** Fewer words before a name in quotation marks are a part of it. */
const fewestWords = 3;

/** Rows of registers, of liens for instance, give names as the register has them. */
function isRow({ snapshot, roles }: Analysis, offset: number): boolean {
  const line = snapshot.lineAt(offset);
  const cells = snapshot.lineText(line).match(/\S[ ]?(?:\t|\|)(?=\s*\S)/g);
  return roles[line] === Role.table || (cells?.length ?? 0) > 1;
}

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
