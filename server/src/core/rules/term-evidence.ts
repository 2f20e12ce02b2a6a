import type { Analysis } from '../analysis.ts';
import { nameEndings, properNames, publicNames } from '../inline/name-words.ts';
import { stemsOf } from '../inline/term-index.ts';
import { commonTerms, roleWords, termHeads, termNouns } from '../inline/term-words.ts';
import type { UnknownPhrase } from '../inline/unknown-phrases.ts';
import { innermostProvision } from '../model/locate.ts';
import { walkProvisions } from '../model/provision.ts';
import { importingParts } from '../resolve/imported-terms.ts';
import { rootOf } from '../resolve/instruments.ts';
import type { UnknownPlace, UnknownTerm } from '../resolve/unknown-terms.ts';
import { Role } from '../syntax/roles.ts';
import {
  areOrdinary,
  isDefinedElsewhere,
  isMarkedAnywhere,
  isName,
  isSaid,
  smallLettersOf,
} from './term-mentions.ts';

export interface Weighed {
  /** Enough speaks for a term. */
  readonly convincing: boolean;
  /** What speaks for a term, in words. */
  readonly reasons: readonly string[];
  /** The places that count, in the order of the text. */
  readonly places: readonly UnknownPlace[];
}

const nothing: Weighed = { convincing: false, reasons: [], places: [] };

const enough = 5;

/** Weighs what speaks for words with capitals being a defined term. Nothing where they are a name, a heading or an office. */
export function weighTerm(analysis: Analysis, term: UnknownTerm, headings: WordsOfHeadings): Weighed {
  const { stems } = term;
  const kind = kindOf(stems);
  if (!kind) return nothing;
  if (term.places.some(({ phrase }) => isDescription(phrase))) return nothing;
  // What is written so once may be written so by mistake.
  if (term.places.length < 2 && !kind.common) return nothing;
  if (term.places.some(({ phrase }) => isDefinedElsewhere(phrase.behind))) return nothing;
  if (!kind.role && term.places.some(({ phrase }) => phrase.opens && isSaid(phrase.behind))) return nothing;
  const named = term.places.filter(({ phrase }) => isName(phrase.behind)).length;
  if (named * 5 > term.places.length) return nothing;
  const places = term.places.filter((place) => counts(analysis, place));
  const leads = places.map(({ phrase }) => phrase.lead);
  const lead = leads.find((word) => determiners.test(word));
  // Without a word before it that picks out one thing of its kind, the capitals may be those of a name.
  if (lead === undefined) return nothing;
  const key = stems.join(' ');
  // What a provision is headed by is explained in it, as well as may be.
  if (headings.has(key)) return nothing;
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
  if (uses > 1) add(uses > 3 ? 3 : 2, `used ${term.places.length} times`);
  else add(1, `used ${term.places.length} times`);
  add(1, `after “${lead}”`);
  const other = leads.find((word) => generic.test(word));
  if (other === lead) weight += 1;
  else if (other !== undefined) add(1, `after “${other}”`);
  const forms = new Set(places.map(({ phrase }) => phrase.words.toLowerCase()));
  if (forms.size > 1) add(1, 'in singular and plural');
  if (term.places.some(({ phrase }) => phrase.known > 0)) weight -= 1;
  if (determined * 4 < places.length && !kind.role && stems.length === 1) weight -= 2;
  if (weight < enough - 1) return nothing;
  const written = [...new Set(term.places.map(({ phrase }) => phrase.words))];
  const small = smallLettersOf(analysis, written);
  // Whoever writes the words in small letters as often does not mean anything by the capitals.
  if (small * 2 > places.length) weight -= stems.length > 1 ? 1 : 3;
  else if (small > 0 && stems.length === 1) weight -= 1;
  else if (small === 0 && (places.length > 2 || stems.length > 1)) add(1, 'never in small letters');
  if (weight < enough || isMarkedAnywhere(analysis, written)) return nothing;
  if (!kind.common && !areOrdinary(analysis, written[0] ?? '')) return nothing;
  return { convincing: true, reasons, places };
}

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
    return { points: 3, reason: 'a term that contracts define', role: false, common: true };
  if (publicNames.has(stems.join(' '))) return null;
  if (stems.length > 6 || stems.includes('and') || stems.includes('or')) return null;
  if (stems.some((stem) => properNames.has(stem) || /\d|&|['’]/.test(stem) || stem.length === 1)) return null;
  const [only] = stems;
  if (stems.length === 1 && only !== undefined) {
    if (roleWords.has(only))
      return { points: 2, reason: 'one who acts in contracts', role: true, common: false };
    return termNouns.has(only)
      ? { points: 1, reason: 'a thing that contracts define', role: false, common: false }
      : null;
  }
  const head = headOf(stems);
  const last = stems.at(-1) ?? '';
  if (roleWords.has(head)) return { points: 2, reason: 'it ends as terms do', role: true, common: false };
  if (doubtfulHeads.has(last))
    return { points: 1, reason: 'it ends as terms do', role: false, common: false };
  if (nameEndings.has(last) || nameEndings.has(head)) return null;
  return termHeads.has(head) || termHeads.has(last)
    ? { points: 2, reason: 'it ends as terms do', role: false, common: false }
    : null;
}

/** What is called so may be a part of the document, an office or a paper of the public as well. */
const doubtfulHeads: ReadonlySet<string> = new Set([
  'service',
  'schedule',
  'statement',
  'standard',
  'page',
  'form',
  'law',
  'title',
]);

/** "event" in "event of default", "date" in "closing date". */
function headOf(stems: readonly string[]): string {
  const at = stems.findIndex((stem) => /^(?:of|for|in|to)$/.test(stem));
  return (at > 0 ? stems[at - 1] : stems.at(-1)) ?? '';
}

/** In running text, not in a heading, a table, a signature or what is quoted or borrowed from another document. */
function counts(analysis: Analysis, { paragraph, phrase }: UnknownPlace): boolean {
  const line = paragraph.lines[0] ?? 0;
  if (analysis.roles[line] !== Role.text || analysis.quoted[line] === 1 || phrase.opens) return false;
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

  constructor(analysis: Analysis) {
    for (const { caption } of walkProvisions(analysis.outline))
      if (caption) this.#keys.add(stemsOf(caption).join(' '));
    for (const { caption } of analysis.contents) this.#keys.add(stemsOf(caption).join(' '));
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }
}
