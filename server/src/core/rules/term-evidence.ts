import type { Analysis } from '../analysis.ts';
import { roleWords } from '../inline/term-words.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { innermostProvision } from '../model/locate.ts';
import { importingParts } from '../resolve/imported-terms.ts';
import { rootOf } from '../resolve/instruments.ts';
import { kindredTermsOf } from '../resolve/kindred-terms.ts';
import type { UnknownPlace, UnknownTerm } from '../resolve/unknown-terms.ts';
import { Role } from '../syntax/roles.ts';
import { say } from '../text/say.ts';
import { kindOfTerm, type TermKind } from './term-kinds.ts';
import {
  areOrdinary,
  isDefinedElsewhere,
  isMarkedAnywhere,
  isName,
  isOfAnotherDocument,
  isSaid,
  isSaidAnywhere,
  isSentence,
  isToldOf,
  listsBorrowedTerms,
  smallLettersOf,
} from './term-mentions.ts';
import type { WordsOfHeadings } from './words-of-headings.ts';

export interface Weighed {
  /** Whether so much speaks for a term that it is one, or only so much that it may be. */
  readonly certainty: 'sure' | 'possible' | 'none';
  /** What speaks for a term, in words. */
  readonly reasons: readonly string[];
  /** The places that count, those by themselves before those beside others. */
  readonly places: readonly UnknownPlace[];
}

const nothing: Weighed = { certainty: 'none', reasons: [], places: [] };

/** Points that make a term, and points that make it a possible one; fewer where the words are those of terms. */
const enough = 6;
const few = 4;
const fewOfTerms = 3;

/** Weighs what speaks for words with capitals being a defined term. Nothing where they are a name, a heading or an office. */
export function weighTerm(analysis: Analysis, term: UnknownTerm, headings: WordsOfHeadings): Weighed {
  const { stems } = term;
  const kind = kindOfTerm(stems);
  if (!kind || kindredTermsOf(analysis).hasLetters(stems)) return nothing;
  // What is written so once may be written so by mistake.
  if (term.count + term.joined.length < 2 && !kind.common) return nothing;
  const explained = explanationOf(term, kind);
  if (explained === 'wholly') return nothing;
  const places = [...term.places, ...term.joined].filter((place) => counts(analysis, place));
  const leads = places.map(({ phrase }) => phrase.lead);
  const lead = leads.find((word) => determiners.test(word));
  // Without a word before it that picks out one thing of its kind, the capitals may be those of a name.
  if (lead === undefined && (stems.length === 1 || (places.length < 4 && !isPlural(places)))) return nothing;
  const fewest = kind.points > 0 && !kind.plain && lead !== undefined ? fewOfTerms : few;
  const reasons: string[] = [];
  let weight = 0;
  const add = (points: number, reason: string): void => {
    weight += points;
    reasons.push(reason);
  };
  add(kind.points, kind.reason());
  const determined = leads.filter((word) => determiners.test(word)).length;
  // Who acts is often named without an article, and so is what cannot be counted.
  const uses = kind.role ? places.length : Math.max(determined, stems.length > 1 ? places.length >> 1 : 0);
  if (uses > 1) add(Math.min(uses, 4) - 1, say`used ${places.length} times`);
  if (lead !== undefined) add(1, say`after “${lead}”`);
  const other = leads.find((word) => generic.test(word));
  if (other !== undefined && other === lead) weight += 1;
  else if (other !== undefined) add(1, say`after “${other}”`);
  const forms = new Set(places.map(({ phrase }) => phrase.words.toLowerCase()));
  if (forms.size > 1) add(1, say`in singular and plural`);
  if (determined * 4 < places.length && !kind.role && stems.length === 1) weight -= 2;
  if (weight < fewest - 1) return nothing;
  const written = [...new Set(term.places.map(({ phrase }) => phrase.words))];
  const small = smallLettersOf(analysis, written);
  // Whoever writes the words in small letters as often does not mean anything by the capitals, unless all contracts do.
  if (small * 2 > places.length && !kind.common) weight -= stems.length > 1 ? 1 : 3;
  else if (small > 0 && stems.length === 1) weight -= 1;
  else if (small === 0 && (places.length > 2 || stems.length > 1)) add(1, say`never in small letters`);
  if (weight < fewest || isMarkedAnywhere(analysis, written)) return nothing;
  // "Person OTHER THAN" is no name of anything.
  if (kind.plain && written.some((words) => / [A-Z]{3,}$/.test(words))) return nothing;
  const wholly = term.places.every(({ phrase }) => phrase.known === phrase.count);
  const ordinary = kind.common || wholly || areOrdinary(analysis, written[0] ?? '');
  // Of a name much must be said before it is taken for a term.
  const muchSaid =
    other !== undefined || isPlural(places) || (lead !== undefined && places.length >= fewPlaces);
  if (!ordinary && (kind.plain || kind.points < 2 || !muchSaid)) return nothing;
  const sure =
    weight >= enough &&
    kind.points >= 0 &&
    lead !== undefined &&
    explained === 'no' &&
    ordinary &&
    !leadsBack(leads, kind) &&
    !isDoubtful(analysis, term, kind, headings);
  return { certainty: sure ? 'sure' : 'possible', reasons, places };
}

/**
 * "Such Authorized Persons" are those just spoken of, and "other Suppliers" any that there are: one who acts in the contract
 * itself is "the Supplier".
 */
function leadsBack(leads: readonly string[], { role }: TermKind): boolean {
  if (role && (!leads.includes('the') || leads.includes('other') || leads.includes('another'))) return true;
  const determined = leads.filter((word) => determiners.test(word));
  return determined.every((word) => word === 'such');
}

/** Names are hardly ever in the plural. */
function isPlural(places: readonly UnknownPlace[]): boolean {
  return places.some(({ phrase }) => /[a-z]{3}[^s]s$/.test(phrase.words));
}

/** Whether what stands behind the words, or in them, says what they are, or may do so as a sentence without a mark does. */
function explanationOf({ stems, places }: UnknownTerm, kind: TermKind): 'wholly' | 'partly' | 'no' {
  if (places.some(({ phrase }) => isDefinedElsewhere(phrase.behind))) return 'wholly';
  if (places.some(({ paragraph }) => paragraph.content.ask(listsBorrowedTerms))) return 'wholly';
  // An agreement between others, or of a day, is the one that has this name.
  const names = places.filter(({ phrase }) => isName(phrase.behind)).length;
  if (names * 5 > places.length || (names > 0 && stems.at(-1) === 'agreement')) return 'wholly';
  const elsewhere = places.filter(({ phrase }) => isOfAnotherDocument(phrase.behind)).length;
  if (elsewhere > 0 && elsewhere * manyPlaces >= places.length) return 'wholly';
  if (places.some(({ phrase }) => isDescription(phrase))) return 'wholly';
  if (places.some(({ phrase }) => phrase.known === phrase.count) && !kind.common) {
    // "Borrower Documents" are those of the Borrower, if nothing is always called so.
    if (roleWords.has(stems[0] ?? '')) return places.length < fewPlaces ? 'wholly' : 'partly';
    if (places.length < 3) return 'wholly';
  }
  return places.some(({ paragraph, phrase }) => isSaid(paragraph.text, phrase.start, phrase.end, kind.role))
    ? 'partly'
    : 'no';
}

const fewPlaces = 4;

/** Of so many places one may speak of the thing of another document. */
const manyPlaces = 20;

/**
 * What a provision is headed by is explained in it, as well as may be, and so is what is said to stand in a part of the
 * document; words of which some are a term, and words with which a term begins or ends, may be a kind of it.
 */
function isDoubtful(
  analysis: Analysis,
  term: UnknownTerm,
  kind: TermKind,
  headings: WordsOfHeadings,
): boolean {
  const { stems, places } = term;
  const written = [...new Set(places.map(({ phrase }) => phrase.words))];
  if (kind.plain || isSaidAnywhere(analysis, written, kind.role)) return true;
  if (places.some(({ phrase }) => goesOn.test(phrase.behind))) return true;
  // Who the parties are shows without a definition.
  if (stems.length === 1 && stems[0] === 'party') return true;
  if (places.filter(({ phrase }) => isToldOf(phrase.behind)).length * 5 >= places.length) return true;
  if (headings.explain(stems) || places.some(({ phrase }) => phrase.known > 0)) return true;
  return !kind.common && isShortFor(analysis, term, kind);
}

/** "Pricing Level I" is told apart from others where it is described; "Lists of Enterprises with Abnormal Operations" is a name. */
const goesOn = /^ (?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})(?![\w’'])|with [A-Z][a-z]+ [A-Z])/;

/**
 * "Investors Capital" is a name where "Investors Capital Services" is a term, and "Account" is each of the Thrift Account
 * and the Deferred Account. One who acts throughout the document is somebody else than the "Operating Company".
 */
function isShortFor(analysis: Analysis, { stems, places }: UnknownTerm, kind: TermKind): boolean {
  const kindred = kindredTermsOf(analysis);
  if (stems.length > 1) return kindred.longerThan(stems).length > 0;
  return kindred.endingWith(stems).length > 0 && !(kind.role && places.length >= actsThroughout);
}

const actsThroughout = 8;

/** Words beside a defined term make a description of them: "Property of Borrower". "Initial Term" is a kind of it. */
function isDescription({ words, known, count }: UnknownPhrase): boolean {
  return /['’]s /.test(words) || (known > 0 && (count > 4 || / (?:of|in|for|to|the|by|on) /.test(words)));
}

const determiners =
  /^(?:the|an?|any|each|such|every|all|no|its|his|her|our|your|their|said|following|applicable|relevant|either|neither|other|another|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|first|second|third|fifth|tenth|last|next|[\w’']{2,20}[’']s?)$/;

/** Names have none of these before them. */
const generic =
  /^(?:an?|any|each|such|every|all|no|either|neither|other|another|one|two|three|applicable|relevant)$/;

/** In running text, not in a heading, a table, a signature or what is quoted or borrowed from another document. */
function counts(analysis: Analysis, { paragraph, phrase }: UnknownPlace): boolean {
  const line = paragraph.lines[0] ?? 0;
  if (analysis.roles[line] !== Role.text || analysis.quoted[line] === 1 || phrase.opens) return false;
  // "Distribution, Approval and Revision History" is a title.
  if (/^, (?:[A-Z][a-z]+ ){1,3}and [A-Z]/.test(phrase.behind)) return false;
  const start = paragraph.toDocument(phrase.start);
  const provision = innermostProvision(analysis.outline, start);
  if (provision?.kind === 'signature') return false;
  if (provision && start < provision.heading.end) return false;
  if (provision && importingParts(analysis).has(rootOf(provision))) return false;
  return isSentence(paragraph.text, phrase.start);
}
