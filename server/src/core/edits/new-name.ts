import type { Analysis } from '../analysis.ts';
import { TermIndex } from '../inline/term-index.ts';
import { findTerms } from '../inline/term-matches.ts';
import { readWords } from '../inline/words.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { holdsAt } from '../resolve/scopes.ts';
import { termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import { definitionOver, keyOf } from './definition-words.ts';
import { nameAround } from './names-around.ts';

/** Longer names are sentences. */
const longestName = 100;

/** Words that cannot be a name by themselves: they open sentences or citations. */
const noNames =
  /^(?:the|this|that|these|those|an?|any|all|each|every|such|no|if|in|on|at|by|for|to|of|when|and|or|section|sections|article|articles|clause|clauses|paragraph|paragraphs|exhibit|exhibits|schedule|schedules|annex|appendix|herein|hereof|hereunder)$/i;

/** Why a name cannot be that of a term instead of `old`; null where it can. */
export function faultOfName(name: string, old: string): string | null {
  if (name === '') return say`The new name is empty.`;
  if (name.length > longestName) return say`The new name has more than ${longestName} characters.`;
  if (/[\r\n\f]/.test(name)) return say`The new name runs over a line end.`;
  const sign = /["“”„«»*_()[\]{}<>:;!?|\\]/.exec(name.replace(/(?<=\w)\(\w{1,3}\)/g, ''));
  if (sign) return say`The new name has the sign “${sign[0]}” in it.`;
  if (/^(?:the|an?) /i.test(name)) return say`The new name begins with an article: write it without.`;
  if (noNames.test(name)) return say`“${name}” is no name of a term.`;
  const words = readWords(name);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !/[A-Za-z]/.test(name)) return say`The new name has no letters.`;
  if (first.start !== 0 || last.end !== name.length)
    return say`The new name begins or ends with a sign that is part of no word.`;
  if (/^[A-Z0-9]/.test(old) && !/^[A-Z0-9]/.test(name))
    return say`“${old}” begins with a capital, and “${name}” does not: its uses could not be told from ordinary words.`;
  if (/['’]s?$/.test(name)) return say`The new name ends with an apostrophe.`;
  const [match, second] = findTerms(name, new TermIndex([name]));
  if (second || match?.start !== 0 || match.end !== name.length)
    return say`“${name}” could not be found again as one name.`;
  return null;
}

/**
 * Why the new name is not free where the term holds: it is defined there, or stands there with capitals as a term does.
 * Null where it is free. A change of nothing but number or case is no collision.
 */
export function collisionOf(
  analysis: Analysis,
  name: string,
  old: string,
  scope: Provision | null,
): string | null {
  if (keyOf(name) === keyOf(old)) return null;
  const defined = termsOf(analysis)
    .definitionsOfTerm(name)
    .find((definition) => !definition.quoted && covers(definition.scope, scope));
  if (defined)
    return defined.source
      ? say`“${defined.term}” is already defined, in ${nameProvision(defined.source)}.`
      : say`“${defined.term}” is already defined.`;
  // Longer terms that have the new name in them stand for themselves.
  const index = new TermIndex([...termsOf(analysis).definitions.map(({ term }) => term), name]);
  const key = keyOf(name);
  for (const paragraph of analysis.paragraphs) {
    const matches = findTerms(paragraph.text, index);
    for (const [at, match] of matches.entries()) {
      const { start, end, spelling, within, term } = match;
      if (term.stems.join(' ') !== key || spelling === 'lower' || within) continue;
      const offset = paragraph.toDocument(start);
      if (termsOf(analysis).definitionAt(name, offset)) continue;
      if (!holdsAt(scope, offset) || analysis.quoted[analysis.snapshot.lineAt(offset)] === 1) continue;
      if (definitionOver(termsOf(analysis).definitions, paragraph.rangeOf(start, end))) continue;
      if (nameAround({ paragraph, matches, match, at })) continue;
      const line = analysis.snapshot.lineAt(offset) + 1;
      return say`“${paragraph.text.slice(start, end)}” already stands in line ${line}, where it would become the term.`;
    }
  }
  return null;
}

/** Whether what holds in one scope holds in all of another. What is defined in a part of it alone hides the name there. */
function covers(outer: Provision | null, inner: Provision | null): boolean {
  if (outer === null || inner === null) return outer === null;
  return outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
}
