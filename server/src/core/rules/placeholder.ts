import { readPlaceholders } from '../inline/placeholders.ts';
import { findFormRanges, isInForm } from '../resolve/form-ranges.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { Rule, RuleReport } from './rule.ts';

/** Something is left to fill in: `[●]`, `[insert name]`, `TBD`, a blank in a sentence. */
export const placeholder: Rule = {
  id: 'placeholder',
  title: 'A placeholder that is not filled in',
  severity: 'warning',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readPlaceholders),
  *check(analysis) {
    const forms = findFormRanges(analysis);
    const byText = new Map<string, Place[]>();
    for (const { paragraph, answer } of foundIn(analysis, readPlaceholders)) {
      if (isInForm(forms, paragraph.start)) continue;
      const isTable = analysis.roles[paragraph.lines[0] ?? 0] !== Role.text;
      for (const { kind, start, end } of answer) {
        if (kind === 'note' || (isTable && kind === 'blank')) continue;
        const printed = paragraph.text.slice(start, Math.min(end, start + 60));
        const range = paragraph.rangeOf(start, end);
        const key =
          kind === 'blank' ? blankKey : printed.includes('●') || printed.includes('•') ? '' : printed;
        const places = byText.get(key);
        if (places) places.push({ range, printed });
        else byText.set(key, [{ range, printed }]);
      }
    }
    for (const [key, places] of byText) yield* reportOn(key, places);
  },
};

interface Place {
  readonly range: TextRange;
  readonly printed: string;
}

const blankKey = '_';

/** More blanks than this are those of a form, which is filled in on paper. */
const mostBlanks = 6;

/** Each bullet stands for something else; a name in brackets stands for the same each time, and is told once. */
function* reportOn(key: string, places: readonly Place[]): Generator<RuleReport> {
  const [first] = places;
  if (!first) return;
  const isBlank = key === blankKey;
  if (places.length === 1 || key === '' || (isBlank && places.length <= mostBlanks)) {
    for (const { range, printed } of places) yield { range, message: whatIsOpen(printed, isBlank) };
    return;
  }
  yield { range: first.range, message: whatIsOpenOften(first.printed, places.length, isBlank) };
}

function whatIsOpen(printed: string, isBlank: boolean): string {
  if (isBlank) return say`This blank is not filled in.`;
  return isLostCitation(printed)
    ? say`“${printed}” stands where a citation was lost: write it anew.`
    : say`“${printed}” is left to fill in.`;
}

function whatIsOpenOften(printed: string, times: number, isBlank: boolean): string {
  if (isBlank) return say`This blank is not filled in. There are ${times} blanks in this document.`;
  return isLostCitation(printed)
    ? say`“${printed}” stands where a citation was lost: write it anew. It stands at ${times} places in this document.`
    : say`“${printed}” is left to fill in. It stands at ${times} places in this document.`;
}

/** A word processor prints this for a field that has lost what it cited. */
function isLostCitation(printed: string): boolean {
  return printed.startsWith('Error!');
}
