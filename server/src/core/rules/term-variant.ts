import type { Analysis } from '../analysis.ts';
import { pluralOf, singular } from '../inline/inflection.ts';
import type { Definition } from '../model/definition.ts';
import { type Terms, termsOf } from '../resolve/terms.ts';
import { unknownTermsOf } from '../resolve/unknown-terms.ts';
import { NearTerms } from './near-terms.ts';
import type { Rule, RuleReport } from './rule.ts';
import { isIgnored } from './terms.ts';

/** Words that are nearly a defined term and are none. */
export const termVariant: Rule = {
  id: 'term-variant',
  title: 'Words that are nearly a defined term',
  severity: 'warning',
  scope: 'document',
  *check(analysis, configuration) {
    const terms = termsOf(analysis);
    for (const report of [...alteredUses(analysis, terms), ...nearMisses(analysis, terms)])
      if (!isIgnored(configuration, analysis.snapshot.text.slice(report.range.start, report.range.end)))
        yield report;
  },
};

/** Another number inside the term: "Applicable Law and Regulations". */
function* alteredUses(analysis: Analysis, terms: Terms): Generator<RuleReport> {
  for (const { paragraph, matches } of terms.paragraphs) {
    for (const match of matches) {
      if (!match.altered || match.spelling !== 'exact') continue;
      const { start } = paragraph.rangeOf(match.start, match.end);
      const written = paragraph.text.slice(match.start, match.end);
      const definition = terms.definitionAt(written, start);
      if (!definition || definition.range.start === start || isOwnForm(terms, written)) continue;
      yield report(analysis, paragraph.rangeOf(match.start, match.end), written, definition);
    }
  }
}

/** Several definitions may share their words in different numbers. */
function isOwnForm(terms: Terms, written: string): boolean {
  const plain = written.toLowerCase().replace(/\s+/g, ' ');
  return terms.definitionsOfTerm(written).some(({ term }) => term.toLowerCase() === plain);
}

function* nearMisses(analysis: Analysis, terms: Terms): Generator<RuleReport> {
  const near = new NearTerms(terms.definitions.filter(({ quoted }) => !quoted));
  const used = new Map<Definition, boolean>();
  const isUsedTwice = (definition: Definition): boolean => {
    const known = used.get(definition) ?? terms.usesOf(definition).length > 1;
    used.set(definition, known);
    return known;
  };
  for (const { stems, places } of unknownTermsOf(analysis).values()) {
    // What comes again and again is meant.
    if (places.length > 2) continue;
    const candidate = near.find(stems);
    if (!candidate || isSame(places[0]?.phrase.words ?? '', candidate.term) || !isUsedTwice(candidate))
      continue;
    for (const { paragraph, phrase } of places) {
      if (phrase.opens && phrase.count === 1) continue;
      yield report(analysis, paragraph.rangeOf(phrase.start, phrase.end), phrase.words, candidate);
    }
  }
}

/** They differ by marks alone, or one names several things: "the Agent and the Co-Agent". */
function isSame(words: string, term: string): boolean {
  const plain = (written: string): string => written.toLowerCase().replace(/[^a-z0-9 ]/g, '');
  return plain(words) === plain(term) || / (?:and|or) /.test(words) !== / (?:and|or) /.test(term);
}

function report(
  { snapshot }: Analysis,
  range: { readonly start: number; readonly end: number },
  written: string,
  definition: Definition,
): RuleReport {
  const fitting = inNumberOf(definition.term, written);
  const plain = snapshot.text.slice(range.start, range.end);
  return {
    range,
    message: `“${written.replace(/\s+/g, ' ')}” is nearly the defined term “${definition.term}”.`,
    related: [{ range: definition.range, message: `The definition of “${definition.term}”.` }],
    // Words that run over a line end are left for a person to change.
    fixes: /[\r\n]/.test(plain)
      ? []
      : [{ title: `Write “${fitting}”`, edits: [{ range, newText: fitting }], preferred: true }],
  };
}

/** The term in the number of what stands there. */
function inNumberOf(term: string, written: string): string {
  const last = written.slice(written.lastIndexOf(' ') + 1);
  const own = term.slice(term.lastIndexOf(' ') + 1);
  const plural = singular(last.toLowerCase()) !== last.toLowerCase();
  const ownPlural = singular(own.toLowerCase()) !== own.toLowerCase();
  return plural && !ownPlural && !term.includes(' of ') ? term.slice(0, -own.length) + pluralOf(own) : term;
}
