import { nameProvision } from '../model/naming.ts';
import { foundIn } from '../resolve/found.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { isSure } from './citing.ts';
import type { Rule } from './rule.ts';

/** Points at another place without naming it, where a number would do. */
export const vagueReference: Rule = {
  id: 'vague-reference',
  title: 'A citation without a number',
  severity: 'off',
  scope: 'document',
  *check(analysis) {
    for (const reference of referencesOf(analysis)) {
      if (reference.form !== 'relative' || reference.status !== 'resolved' || !isSure(reference)) continue;
      const targets = reference.members.flatMap(({ targets: found }) => found);
      const [first, last] = [targets[0]?.provision, targets.at(-1)?.provision];
      if (!first || !last || /^this\b/i.test(reference.text)) continue;
      const meant =
        first === last ? nameProvision(first) : say`${nameProvision(first)} to ${nameProvision(last)}`;
      yield {
        range: reference.range,
        message: say`“${reference.text}” means ${meant} now, and another provision once one is inserted between: cite it by its number.`,
        related: [{ range: first.heading, message: say`What it means now.` }],
      };
    }
    for (const { paragraph, answer } of foundIn(analysis, readVagueWords)) {
      for (const { words, start } of answer) {
        yield {
          range: paragraph.rangeOf(start, start + words.length),
          message: say`“${words}” does not say where: cite the provision by its number.`,
        };
      }
    }
  },
};

function readVagueWords(text: string): ReadonlyArray<{ readonly words: string; readonly start: number }> {
  return [...text.matchAll(vagueWords)].map(({ 0: words, index }) => ({ words, start: index }));
}

const vagueWords =
  /\b(?:hereinabove|hereinbelow|hereinbefore|as (?:set forth|provided|described|stated|specified|defined) (?:above|below)|above[- ]mentioned|aforesaid)\b/gi;
