import type { Analysis } from '../analysis.ts';
import { nameEndings, properNames, publicNames } from '../inline/name-words.ts';
import { stemsOf } from '../inline/term-index.ts';
import { commonTerms, roleWords, termHeads, termNouns } from '../inline/term-words.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { innermostProvision } from '../model/locate.ts';
import { isRootKind, walkProvisions } from '../model/provision.ts';
import { importingParts } from '../resolve/imported-terms.ts';
import { rootOf } from '../resolve/instruments.ts';
import { termsOf } from '../resolve/terms.ts';
import type { UnknownPlace, UnknownTerm } from '../resolve/unknown-terms.ts';
import { Role } from '../syntax/roles.ts';
import {
  areOrdinary,
  isDefinedElsewhere,
  isMarkedAnywhere,
  isName,
  isSaid,
  listsBorrowedTerms,
  smallLettersOf,
} from './term-mentions.ts';

export interface Weighed {
  /** Whether so much speaks for a term that it is one, or only so much that it may be. */
  readonly certainty: 'sure' | 'possible' | 'none';
  /** What speaks for a term, in words. */
  readonly reasons: readonly string[];
  /** The places that count, those by themselves before those beside others. */
  readonly places: readonly UnknownPlace[];
}

const nothing: Weighed = { certainty: 'none', reasons: [], places: [] };

/** Points that make a term, and points that make it a possible one. */
const enough = 6;
const few = 4;

/** Weighs what speaks for words with capitals being a defined term. Nothing where they are a name, a heading or an office. */
export function weighTerm(analysis: Analysis, term: UnknownTerm, headings: WordsOfHeadings): Weighed {
  const { stems } = term;
  const kind = kindOf(stems);
  if (!kind || isExplained(term, kind)) return nothing;
  // What is written so once may be written so by mistake.
  if (term.places.length + term.joined.length < 2 && !kind.common) return nothing;
  const places = [...term.places, ...term.joined].filter((place) => counts(analysis, place));
  const leads = places.map(({ phrase }) => phrase.lead);
  const lead = leads.find((word) => determiners.test(word));
  // Without a word before it that picks out one thing of its kind, the capitals may be those of a name.
  if (lead === undefined && (stems.length === 1 || places.length < 4)) return nothing;
  const reasons: string[] = [];
  let weight = 0;
  const add = (points: number, reason: string): void => {
    weight += points;
    reasons.push(reason);
  };
  add(kind.points, kind.reason);
  const determined = leads.filter((word) => determiners.test(word)).length;
  // Who acts is often named without an article, and so is what cannot be counted.
  const uses = kind.role ? places.length : Math.max(determined, stems.length > 1 ? places.length >> 1 : 0);
  if (uses > 1) add(Math.min(uses, 4) - 1, `used ${places.length} times`);
  if (lead !== undefined) add(1, `after “${lead}”`);
  const other = leads.find((word) => generic.test(word));
  if (other !== undefined && other === lead) weight += 1;
  else if (other !== undefined) add(1, `after “${other}”`);
  const forms = new Set(places.map(({ phrase }) => phrase.words.toLowerCase()));
  if (forms.size > 1) add(1, 'in singular and plural');
  if (determined * 4 < places.length && !kind.role && stems.length === 1) weight -= 2;
  if (weight < few - 1) return nothing;
  const written = [...new Set(term.places.map(({ phrase }) => phrase.words))];
  const small = smallLettersOf(analysis, written);
  // Whoever writes the words in small letters as often does not mean anything by the capitals, unless all contracts do.
  if (small * 2 > places.length && !kind.common) weight -= stems.length > 1 ? 1 : 3;
  else if (small > 0 && stems.length === 1) weight -= 1;
  else if (small === 0 && (places.length > 2 || stems.length > 1)) add(1, 'never in small letters');
  if (weight < few || isMarkedAnywhere(analysis, written)) return nothing;
  const wholly = term.places.every(({ phrase }) => phrase.known === phrase.count);
  if (!kind.common && !wholly && !areOrdinary(analysis, written[0] ?? '')) return nothing;
  const sure =
    weight >= enough && kind.points >= 0 && lead !== undefined && !isDoubtful(analysis, term, kind, headings);
  return { certainty: sure ? 'sure' : 'possible', reasons, places };
}

/** What stands behind the words, or in them, says what they are. */
function isExplained({ stems, places }: UnknownTerm, kind: Kind): boolean {
  if (places.some(({ phrase }) => isDescription(phrase) || isDefinedElsewhere(phrase.behind))) return true;
  if (places.some(({ paragraph }) => paragraph.content.ask(listsBorrowedTerms))) return true;
  // "Borrower Documents" are those of the Borrower.
  if (places.some(({ phrase }) => phrase.known === phrase.count) && !kind.common)
    if (roleWords.has(stems[0] ?? '') || places.length < 3) return true;
  if (!kind.role && places.some(({ phrase }) => phrase.opens && isSaid(phrase.behind))) return true;
  return places.filter(({ phrase }) => isName(phrase.behind)).length * 5 > places.length;
}

/**
 * What a provision is headed by is explained in it, as well as may be; words of which some are a term, and words with
 * which a term begins, may be a kind of it.
 */
function isDoubtful(analysis: Analysis, term: UnknownTerm, kind: Kind, headings: WordsOfHeadings): boolean {
  if (term.places.some(({ phrase }) => goesOn.test(phrase.behind))) return true;
  if (headings.explain(term.stems) || term.places.some(({ phrase }) => phrase.known > 0)) return true;
  return !kind.common && beginsTerm(analysis, term);
}

/** "Pricing Level I" is told apart from others where it is described; "Lists of Enterprises with Abnormal Operations" is a name. */
const goesOn = /^ (?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})(?![\w’'])|with [A-Z][a-z]+ [A-Z])/;

/** Words beside a defined term make a description of them: "Property of Borrower". "Initial Term" is a kind of it. */
function isDescription({ words, known, count }: UnknownPhrase): boolean {
  return /['’]s /.test(words) || (known > 0 && (count > 4 || / (?:of|in|for|to|the|by|on) /.test(words)));
}

const determiners =
  /^(?:the|an?|any|each|such|every|all|no|its|his|her|our|your|their|said|following|applicable|relevant|either|neither|other|another|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|first|second|third|fifth|tenth|last|next|[\w’']{2,20}[’']s?)$/;

/** Names have none of these before them. */
const generic =
  /^(?:an?|any|each|such|every|all|no|either|neither|other|another|one|two|three|applicable|relevant)$/;

interface Kind {
  readonly points: number;
  readonly reason: string;
  /** Somebody who acts: such terms often stand without an article. */
  readonly role: boolean;
  /** Contracts define just these words again and again. */
  readonly common: boolean;
}

/** What kind of term the words may be; null where they are none. */
function kindOf(stems: readonly string[]): Kind | null {
  if (commonTerms.has(stems.join(' ')))
    return {
      points: stems.length > 1 ? 5 : 4,
      reason: 'a term that contracts define',
      role: false,
      common: true,
    };
  if (publicNames.has(stems.join(' '))) return null;
  if (stems.length > 6 || stems.includes('and') || stems.includes('or')) return null;
  if (stems.some((stem) => properNames.has(stem) || /\d|&|['’]/.test(stem) || stem.length === 1)) return null;
  const [only] = stems;
  if (stems.length === 1 && only !== undefined) {
    if (roleWords.has(only))
      return { points: 2, reason: 'one who acts in contracts', role: true, common: false };
    if (termNouns.has(only))
      return { points: 1, reason: 'a thing that contracts define', role: false, common: false };
    return nameEndings.has(only)
      ? null
      : { points: -1, reason: 'a word with a capital', role: false, common: false };
  }
  const head = headOf(stems);
  const last = stems.at(-1) ?? '';
  if (roleWords.has(head)) return { points: 2, reason: 'it ends as terms do', role: true, common: false };
  if (doubtfulHeads.has(last))
    return { points: 0, reason: 'it ends as terms do', role: false, common: false };
  if (nameEndings.has(last) || nameEndings.has(head)) return null;
  return termHeads.has(head) || termHeads.has(last)
    ? { points: 2, reason: 'it ends as terms do', role: false, common: false }
    : null;
}

/** What is called so may be a part of the document, an office or a paper of the public as well. */
const doubtfulHeads: ReadonlySet<string> = new Set([
  'agreement',
  'budget',
  'plan',
  'policy',
  'report',
  'service',
  'schedule',
  'statement',
  'standard',
  'page',
  'form',
  'law',
  'title',
  'committee',
  'council',
  'group',
  'fund',
  'office',
  'market',
  'index',
  'number',
  'time',
]);

/** "Investors Capital" is a name where "Investors Capital Services" is a term. */
function beginsTerm(analysis: Analysis, { stems }: UnknownTerm): boolean {
  const key = `${stems.join(' ')} `;
  return (
    stems.length > 1 &&
    termsOf(analysis).definitions.some(({ term }) => stemsOf(term).join(' ').startsWith(key))
  );
}

/** "event" in "event of default", "date" in "closing date". */
function headOf(stems: readonly string[]): string {
  const at = stems.findIndex((stem) => /^(?:of|for|in|to)$/.test(stem));
  return (at > 0 ? stems[at - 1] : stems.at(-1)) ?? '';
}

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

/** Headings and lines of forms have capitals throughout, or no stop at their end. */
function isSentence(text: string, at: number): boolean {
  if (text.length < 60) return false;
  const words = text.slice(Math.max(0, at - 200), at + 200).match(/\b[A-Za-z]{4,}/g) ?? [];
  const capitals = words.filter((word) => /^[A-Z]/.test(word)).length;
  return capitals * 3 < words.length * 2;
}

/** The words of captions and contents, which have capitals without being terms. */
export class WordsOfHeadings {
  readonly #keys = new Set<string>();
  readonly #titles: string[] = [];

  constructor(analysis: Analysis) {
    for (const { caption, kind } of walkProvisions(analysis.outline)) {
      if (!caption) continue;
      const key = stemsOf(caption).join(' ');
      this.#keys.add(key);
      if (isRootKind(kind)) this.#titles.push(` ${key}`);
    }
    for (const { caption } of analysis.contents) this.#keys.add(stemsOf(caption).join(' '));
  }

  /** They head a provision, end the title of the document or of an attachment, or begin with what a provision is headed by. */
  explain(stems: readonly string[]): boolean {
    const key = stems.join(' ');
    if (this.#keys.has(key)) return true;
    if (stems.length > 1 && this.#titles.some((title) => title.endsWith(` ${key}`))) return true;
    return stems.some((_, at) => at > 1 && this.#keys.has(stems.slice(0, at).join(' ')));
  }
}
