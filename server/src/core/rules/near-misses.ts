import type { Analysis } from '../analysis.ts';
import { singular, stemOf } from '../inline/inflection.ts';
import { companyForm } from '../inline/name-words.ts';
import type { NearTerm } from '../inline/near-terms.ts';
import { stemsOf } from '../inline/term-index.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { readWords } from '../inline/words.ts';
import type { Definition } from '../model/definition.ts';
import { nearTermsFor } from '../resolve/near-terms.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { termsOf } from '../resolve/terms.ts';
import { type UnknownPlace, unknownTermsOf } from '../resolve/unknown-terms.ts';
import type { TextRange } from '../text/range.ts';
import { isSentence, isTrademark } from './term-mentions.ts';
import { isTorn } from './terms.ts';

/** Words that were probably meant as a defined term. */
export interface NearMiss {
  readonly place: UnknownPlace;
  /** Where the words stand that are written for the term, in the text of the paragraph. */
  readonly range: TextRange;
  readonly meant: NearTerm;
  readonly definition: Definition;
}

/** Words that are nearly a defined term, those that are the same together. Linear. */
export const nearMissesOf = perAnalysis((analysis): ReadonlyArray<readonly NearMiss[]> => {
  const judged = termsOf(analysis).definitions.filter(({ quoted, term }) => !quoted && !isTorn(term));
  if (judged.length === 0) return [];
  const near = nearTermsFor(
    analysis,
    judged.map(({ term }) => term),
  );
  const definitions = new Map<string, Definition>();
  for (const definition of judged)
    if (!definitions.has(definition.term)) definitions.set(definition.term, definition);
  const found = new Map<string, { places: number; misses: NearMiss[] }>();
  for (const term of unknownTermsOf(analysis).values()) {
    const { stems } = term;
    const words = wordsOf(term.first.phrase.words);
    const meant = near.find(stems, words);
    // Terms side by side are terms, if not in the wrong order.
    if (meant?.slip !== 'order' && term.isKnown) continue;
    if (!meant || !isConvincing(analysis, meant, words.slice(meant.from, meant.until))) continue;
    const definition = definitions.get(meant.term);
    if (!definition) continue;
    const key = stems.slice(meant.from, meant.until).join(' ');
    const known = found.get(key) ?? { places: 0, misses: [] };
    found.set(key, known);
    known.places += term.count;
    for (const place of term.places) {
      const range = rangeOf(place, meant);
      if (range) known.misses.push({ place, range, meant, definition });
    }
  }
  // What comes again and again is meant, but for another spelling of the same words.
  return [...found.values()]
    .filter(({ places, misses }) => places <= mostPlaces || misses[0]?.meant.slip === 'variant')
    .map(({ misses }) => misses)
    .filter((misses) => misses.length > 0);
});

/** Words that stand more often are not written by mistake. */
const mostPlaces = 2;

/** Where the words stand in their paragraph; null where they are first words of a sentence, a heading, a name, or torn. */
function rangeOf({ paragraph: { text }, phrase }: UnknownPlace, meant: NearTerm): TextRange | null {
  // A sentence may begin with any word, but hardly with a long one that is no word at all.
  const misspelt = meant.slip === 'spelling' && phrase.words.length >= longWord;
  if (phrase.opens && phrase.count === 1 && !misspelt) return null;
  if (isNameOfAnother(text, phrase)) return null;
  const own = readWords(text.slice(phrase.start, phrase.end));
  const [first, last] = [own[meant.from], own[meant.until - 1]];
  if (!first || !last) return null;
  const range = { start: phrase.start + first.start, end: phrase.start + last.end };
  if (isTornOff(text, range, meant)) return null;
  // Below a signature "Authorized Signatory" is an office.
  if (meant.slip === 'variant') return isSentence(text, phrase.start) ? range : null;
  if (meant.slip !== 'order') return range;
  // "except for Content Customer has posted": the second begins another clause.
  const clause = phrase.known === phrase.count && clauseVerb.test(text.slice(range.end, range.end + 12));
  // Headings, tables and lists of exhibits put words together in other ways.
  return clause || phrase.opens || !isRunning(text, phrase.start) ? null : range;
}

/** Among words in small letters, as a list of exhibits has none. */
function isRunning(text: string, at: number): boolean {
  if (text.length <= shortestSentence) return false;
  const words = text.slice(Math.max(0, at - 150), at + 150).match(/\b[A-Za-z]{4,}/g) ?? [];
  return words.filter((word) => /^[a-z]/.test(word)).length * 6 > words.length;
}

const shortestSentence = 60;

/** A company or a mark whose name begins as the term does: "Banc of America Securities LLC". */
function isNameOfAnother(text: string, { words, end, behind }: UnknownPhrase): boolean {
  if (words.split(/[ ,]+/).some((word) => companyForm.test(word))) return true;
  return companyForm.test(/^,? ([\w.]+)/.exec(behind)?.[1] ?? '') || isTrademark(text.slice(end, end + 6));
}

/** A conversion has torn the last letters off ("Documen ts"), or a hyphen binds the words to others ("Post-Approval Regulatory"). */
function isTornOff(text: string, { start, end }: TextRange, { term }: NearTerm): boolean {
  if (text[start - 1] === '-' || text[end] === '-') return true;
  const rest = /^ ([a-z]{1,3})(?![A-Za-z])/.exec(text.slice(end, end + 6))?.[1];
  return rest !== undefined && stemsOf(text.slice(start, end) + rest).join(' ') === stemsOf(term).join(' ');
}

const longWord = 8;
const clauseVerb = /^ (?:has|have|had|shall|will|may|must|is|are|was|were|does|did|can|could|should|would)\b/;

function wordsOf(words: string): readonly string[] {
  return readWords(words).map(({ start, end }) => words.slice(start, end));
}

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
