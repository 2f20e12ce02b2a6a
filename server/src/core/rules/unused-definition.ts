import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { readTerms, type Terms, termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import { nearMissesOf } from './near-misses.ts';
import type { Fix, Rule } from './rule.ts';
import { isIgnored, judges } from './terms.ts';

/** A term is defined and never used. */
export const unusedDefinition: Rule = {
  id: 'unused-definition',
  title: 'Terms that are defined and never used',
  severity: 'warning',
  scope: 'document',
  prepare: readTerms,
  *check(analysis, configuration) {
    const terms = termsOf(analysis);
    // Texts that are filled in by a program use their terms by other means.
    const { text } = analysis.snapshot;
    if (text.includes('{{') && /\{\{ ?(?:def|term)\b/.test(text)) return;
    // Words that are nearly the term and are reported for it are uses of a term that is misspelt where it is defined.
    const nearlyUsed = new Set(
      nearMissesOf(analysis).flatMap((misses) => misses.map(({ meant }) => meant.term)),
    );
    let searches = 0;
    const reported = new Set<string>();
    for (const [index, definition] of terms.definitions.entries()) {
      // A pointer and what it points to are one definition.
      if (reported.has(definition.term)) continue;
      if (!judges(analysis, definition) || isIgnored(configuration, definition.term)) continue;
      if (nearlyUsed.has(definition.term)) continue;
      if (isNoName(analysis, definition) || isKnownShortName(analysis, terms, definition)) continue;
      if (terms.isMentioned(definition) || isOtherName(analysis, terms, index)) continue;
      searches += 1;
      if (searches <= mostSearches && standsElsewhere(analysis, terms, definition.term)) continue;
      reported.add(definition.term);
      yield {
        range: definition.range,
        message: say`“${definition.term}” is defined here and never used.`,
        fixes: removal(analysis, definition),
      };
    }
  },
};

/**
 * What is said behind the words goes on about them: `("Send" in the menu of the program)`, `"Controlled" shall be
 * construed accordingly`. Brackets, colons, semicolons and "or" inside a term are hardly written again where it is used, and a
 * word of capitals may be torn: "GA AP".
 */
function isNoName({ snapshot }: Analysis, { term, form, range }: Definition): boolean {
  if (/[([:;]| or |^[A-Z]{2} [A-Z]{1,3}$/.test(term)) return true;
  const behind = snapshot.text.slice(range.end, range.end + 60).replace(/^[ \u00a0]?[.,]?["”'’*_]{0,4}/, '');
  // "Cover" and its "variations such as "Covered"" are one word.
  if (
    /\b(?:variations|conjugations|derivatives)\b[^.;]{0,80}$/.test(
      snapshot.text.slice(Math.max(0, range.start - 120), range.start),
    )
  )
    return true;
  if (form === 'parenthesis') return /^(?:in|for|of|from|with|under)\b/.test(behind.trimStart());
  return /\bconstrued accordingly|\b(?:correlative|corresponding) meaning|\bmeanings? (?:correlative|corresponding)/.test(
    behind,
  );
}

/**
 * The short name of a law is given for those who know it by that, and one given twice, as behind the name of each row of a
 * table, is no slip of the pen: "General Data Protection Regulation (GDPR)".
 */
function isKnownShortName({ snapshot }: Analysis, terms: Terms, { term, form, range }: Definition): boolean {
  if (form !== 'parenthesis' || !/^[A-Z]{2,8}s?$/.test(term)) return false;
  if (terms.definitionsOfTerm(term).length > 1) return true;
  const ahead = snapshot.text.slice(Math.max(0, range.start - 60), range.start);
  return /\b(?:Act|Code|Directive|Law|Ordinance|Regulations?|Rules?|Statute)(?: of \d{4})?,? \((?:the |an? )?["“]?$/.test(
    ahead,
  );
}

/** Documents with more unused terms are drafts, whose text need not be searched for each. */
const mostSearches = 40;

/** The same characters stand elsewhere, as a part of other names ("IVD Collaboration") or in places that are no text. */
function standsElsewhere({ snapshot }: Analysis, terms: Terms, term: string): boolean {
  const own = new Set(terms.definitionsOfTerm(term).map(({ range }) => range.start));
  const { text } = snapshot;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
    const apart = !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + term.length] ?? '');
    if (apart && !own.has(at)) return true;
  }
  return standsDerived(text, term);
}

/** "Beneficially Own" goes back to "Beneficial Owner". */
function standsDerived(text: string, term: string): boolean {
  const words = term.split(' ');
  if (words.length < 2 || words.some((word) => !/^[A-Z][a-z]{2,}$/.test(word))) return false;
  const roots = words.map((word) => word.replace(/(?:ers?|ors?|ship|ed|ing|ion|al|ly|ity|s)$/, ''));
  if (roots.some((root) => root.length < 3)) return false;
  const derived = new RegExp(`\\b${roots.map((root) => `(${root}[a-z]{0,5})`).join('\\s{1,3}')}\\b`, 'g');
  for (const found of text.matchAll(derived))
    if (found.slice(1).some((word, at) => word !== words[at])) return true;
  return false;
}

/** Of two names of one thing it is enough that one is used. */
function isOtherName({ snapshot }: Analysis, terms: Terms, index: number): boolean {
  const own = terms.definitions[index];
  return [terms.definitions[index - 1], terms.definitions[index + 1]].some((other) => {
    if (!own || !other) return false;
    const [first, second] = own.range.start < other.range.start ? [own, other] : [other, own];
    const between = snapshot.text.slice(
      first.range.end,
      Math.min(second.range.start, first.range.end + longestJoint),
    );
    // Names in two brackets are those of two things.
    const isSame =
      other.meaning !== null && other.meaning.start === own.meaning?.start && !/[()]/.test(between);
    return (isSame || /^["”]?,? or (?:the |an? )?["“]?$/.test(between)) && terms.isMentioned(other);
  });
}

/** Far more than stands between two names of one thing. */
const longestJoint = 2000;

/** Takes out brackets that do nothing but give the name. */
function removal({ snapshot }: Analysis, { form, range, term }: Definition): Fix[] {
  if (form !== 'parenthesis') return [];
  const line = snapshot.lineAt(range.start);
  const ahead = snapshot.text.slice(snapshot.lineStart(line), range.start);
  const bracket = ahead.lastIndexOf('(');
  const opens = /^\((?:the |an? |this |collectively,? (?:the )?)?["“][ \u00a0]?$/.test(ahead.slice(bracket));
  const behind = /^[ \u00a0]?["”]\)/.exec(snapshot.text.slice(range.end, range.end + 4));
  if (bracket < 0 || !opens || !behind) return [];
  const blanks = bracket - ahead.slice(0, bracket).trimEnd().length;
  const place = { start: snapshot.lineStart(line) + bracket - blanks, end: range.end + behind[0].length };
  return [{ title: say`Delete the definition of “${term}”`, edits: [{ range: place, newText: '' }] }];
}
