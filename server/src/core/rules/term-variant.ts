import type { Analysis } from '../analysis.ts';
import { pluralOf, singular, stemOf } from '../inline/inflection.ts';
import type { NearTerm } from '../inline/near-terms.ts';
import { stemsOf } from '../inline/term-index.ts';
import type { TermMatch } from '../inline/term-matches.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { readWords } from '../inline/words.ts';
import type { Definition } from '../model/definition.ts';
import { nearTermsFor } from '../resolve/near-terms.ts';
import { readTerms, type Terms, termsOf } from '../resolve/terms.ts';
import { type UnknownPlace, unknownTermsOf } from '../resolve/unknown-terms.ts';
import type { TextRange } from '../text/range.ts';
import type { Rule, RuleReport } from './rule.ts';
import { isIgnored, isTorn } from './terms.ts';

/** Words that are nearly a defined term and are none. */
export const termVariant: Rule = {
  id: 'term-variant',
  title: 'Words that are nearly a defined term',
  severity: 'warning',
  scope: 'document',
  prepare: readTerms,
  *check(analysis, configuration) {
    const terms = termsOf(analysis);
    for (const report of [...alteredUses(analysis, terms), ...nearMisses(analysis, terms)])
      if (!isIgnored(configuration, analysis.snapshot.text.slice(report.range.start, report.range.end)))
        yield report;
  },
};

/** Another number inside the term: "Applicable Law and Regulations". */
function* alteredUses(analysis: Analysis, terms: Terms): Generator<RuleReport> {
  for (const { paragraph, match } of terms.placesWhere(isAltered)) {
    const { start } = paragraph.rangeOf(match.start, match.end);
    const written = paragraph.text.slice(match.start, match.end);
    const definition = terms.definitionAt(written, start);
    if (!definition || definition.range.start === start || isOwnForm(terms, written)) continue;
    yield report(analysis, paragraph.rangeOf(match.start, match.end), written, definition);
  }
}

function isAltered({ altered, within, spelling }: TermMatch): boolean {
  return altered && !within && spelling === 'exact';
}

/** Several definitions may share their words in different numbers. */
function isOwnForm(terms: Terms, written: string): boolean {
  const plain = written.toLowerCase().replace(/\s+/g, ' ');
  return terms.definitionsOfTerm(written).some(({ term }) => term.toLowerCase() === plain);
}

function* nearMisses(analysis: Analysis, terms: Terms): Generator<RuleReport> {
  const judged = terms.definitions.filter(({ quoted, term }) => !quoted && !isTorn(term));
  const near = nearTermsFor(
    analysis,
    judged.map(({ term }) => term),
  );
  const found = new Map<string, NearMiss[]>();
  for (const { stems, places } of unknownTermsOf(analysis).values()) {
    const words = wordsOf(places[0]?.phrase.words ?? '');
    const meant = near.find(stems, words);
    // Terms side by side are terms, if not in the wrong order.
    if (meant?.slip !== 'order' && places.some(({ phrase }) => phrase.known === phrase.count)) continue;
    if (!meant || !isConvincing(analysis, meant, words.slice(meant.from, meant.until))) continue;
    const key = stems.slice(meant.from, meant.until).join(' ');
    const known = found.get(key) ?? [];
    found.set(key, known);
    for (const place of places) known.push({ place, meant });
  }
  for (const misses of found.values()) {
    // What comes again and again is meant.
    if (misses.length > mostPlaces) continue;
    for (const { place, meant } of misses) {
      const range = rangeOf(place, meant);
      const definition = judged.find(({ term }) => term === meant.term);
      if (!range || !definition) continue;
      const { paragraph } = place;
      yield report(
        analysis,
        paragraph.rangeOf(range.start, range.end),
        paragraph.text.slice(range.start, range.end),
        definition,
      );
    }
  }
}

interface NearMiss {
  readonly place: UnknownPlace;
  readonly meant: NearTerm;
}

/** Where the words stand in their paragraph; null where they are first words of a sentence, a heading, or torn. */
function rangeOf({ paragraph: { text }, phrase }: UnknownPlace, meant: NearTerm): TextRange | null {
  // A sentence may begin with any word, but hardly with a long one that is no word at all.
  const misspelt = meant.slip === 'spelling' && phrase.words.length >= longWord;
  if (phrase.opens && phrase.count === 1 && !misspelt) return null;
  const own = readWords(text.slice(phrase.start, phrase.end));
  const [first, last] = [own[meant.from], own[meant.until - 1]];
  if (!first || !last) return null;
  const range = { start: phrase.start + first.start, end: phrase.start + last.end };
  if (isTornOff(text, range, meant)) return null;
  if (meant.slip !== 'order') return range;
  // "except for Content Customer has posted": the second begins another clause.
  const clause = phrase.known === phrase.count && clauseVerb.test(text.slice(range.end, range.end + 12));
  return clause || !isRunning(text, phrase) ? null : range;
}

/** A conversion has torn the last letters off ("Documen ts"), or a hyphen binds the words to others ("Post-Approval Regulatory"). */
function isTornOff(text: string, { start, end }: TextRange, { term }: NearTerm): boolean {
  if (text[start - 1] === '-' || text[end] === '-') return true;
  const rest = /^ ([a-z]{1,3})(?![A-Za-z])/.exec(text.slice(end, end + 6))?.[1];
  return rest !== undefined && stemsOf(text.slice(start, end) + rest).join(' ') === stemsOf(term).join(' ');
}

/** In a sentence, and not as its first words: headings and tables put words together in other ways. */
function isRunning(text: string, { opens }: UnknownPhrase): boolean {
  return !opens && text.length > shortestSentence;
}

const shortestSentence = 60;
const longWord = 8;
const clauseVerb = /^ (?:has|have|had|shall|will|may|must|is|are|was|were|does|did|can|could|should|would)\b/;

function wordsOf(words: string): readonly string[] {
  return readWords(words).map(({ start, end }) => words.slice(start, end));
}

/** Words that stand more often are not written by mistake. */
const mostPlaces = 2;

/** A word that the document writes in small letters too is a word of its own. */
function isConvincing({ snapshot }: Analysis, { slip, term }: NearTerm, words: readonly string[]): boolean {
  if (isSame(words.join(' '), term)) return false;
  if (slip === 'word') return words.some((word) => /[a-z]/.test(word));
  if (slip !== 'spelling') return true;
  const own = new Set(stemsOf(term));
  return words.every((word) => own.has(stemOf(word)) || !standsAsWord(snapshot.text, word.toLowerCase()));
}

function standsAsWord(text: string, word: string): boolean {
  const single = singular(word);
  for (let at = text.indexOf(single); at >= 0; at = text.indexOf(single, at + single.length))
    if (
      !/[A-Za-z-]/.test(text[at - 1] ?? '') &&
      /^(?:s|es)?(?![A-Za-z])/.test(text.slice(at + single.length, at + single.length + 3))
    )
      return true;
  return false;
}

/** They differ by marks alone, or one names several things: "the Agent and the Co-Agent". */
function isSame(words: string, term: string): boolean {
  const plain = (written: string): string => written.toLowerCase().replace(/[^a-z0-9 ]/g, '');
  return plain(words) === plain(term) || / (?:and|or) /.test(words) !== / (?:and|or) /.test(term);
}

function report(
  { snapshot }: Analysis,
  range: TextRange,
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
