import type { Analysis } from '../analysis.ts';
import { commonTerms, legalForms, nameEndings, properNames, termHeads } from '../inline/name-words.ts';
import { stemsOf } from '../inline/term-index.ts';
import { innermostProvision } from '../model/locate.ts';
import { walkProvisions } from '../model/provision.ts';
import type { UnknownPlace, UnknownTerm } from '../resolve/unknown-terms.ts';
import { Role } from '../syntax/roles.ts';

export interface Weighed {
  /** Enough speaks for a term. */
  readonly convincing: boolean;
  /** What speaks for a term, in words. */
  readonly reasons: readonly string[];
  /** The places that count, in the order of the text. */
  readonly places: readonly UnknownPlace[];
}

const nothing: Weighed = { convincing: false, reasons: [], places: [] };

/** Words that contracts often define need less than others, which may be the name of anything. */
const enoughForCommon = 4;
const enough = 5;

/** Weighs what speaks for words with capitals being a defined term. Nothing where they are a name, a heading or an office. */
export function weighTerm(analysis: Analysis, term: UnknownTerm, headings: WordsOfHeadings): Weighed {
  const { stems } = term;
  const key = stems.join(' ');
  const common = commonTerms.has(key);
  if (!mayBeTerm(stems, common) || headings.has(key)) return nothing;
  // Words beside a defined term make a description of them: "Property of Borrower".
  if (term.places.some(({ phrase }) => phrase.known > 0)) return nothing;
  if (term.places.some(({ phrase }) => isExplained(phrase.behind) || (phrase.opens && isSaid(phrase.behind))))
    return nothing;
  const places = term.places.filter((place) => counts(analysis, place));
  if (places.length === 0) return nothing;
  const reasons: string[] = [];
  let weight = 0;
  const add = (points: number, reason: string): void => {
    weight += points;
    reasons.push(reason);
  };
  if (common) add(3, 'a term that contracts define');
  else if (termHeads.has(headOf(stems))) add(1, `it ends as terms do`);
  if (places.length > 1) add(places.length > 3 ? 2 : 1, `used ${places.length} times`);
  const lead = places.find(({ phrase }) => determiners.test(phrase.lead))?.phrase.lead;
  // Without a word before it that picks out one thing of its kind, the capitals may be those of a name.
  if (lead === undefined) return nothing;
  add(1, `after “${lead}”`);
  const forms = new Set(places.map(({ phrase }) => phrase.words.toLowerCase()));
  if (forms.size > 1) add(1, 'in singular and plural');
  return { convincing: weight >= (common ? enoughForCommon : enough), reasons, places };
}

const determiners =
  /^(?:the|an?|any|each|such|every|all|no|its|following|applicable|relevant|either|neither|other|another|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|first|second|third|fifth|tenth|last|next)$/;

function mayBeTerm(stems: readonly string[], common: boolean): boolean {
  if (common) return true;
  if (stems.length < 2 || stems.length > 6) return false;
  if (stems.some((stem) => properNames.has(stem) || /\d|&/.test(stem) || stem.length === 1)) return false;
  if (stems.includes('and') || stems.includes('or')) return false;
  if (nameEndings.has(stems.at(-1) ?? '') || nameEndings.has(headOf(stems))) return false;
  return termHeads.has(headOf(stems)) || termHeads.has(stems.at(-1) ?? '');
}

/** "event" in "event of default", "date" in "closing date". */
function headOf(stems: readonly string[]): string {
  const at = stems.findIndex((stem) => /^(?:of|for|in|to)$/.test(stem));
  return (at > 0 ? stems[at - 1] : stems.at(-1)) ?? '';
}

/** What stands behind the words shows that they are a name, or that their meaning is given or sought elsewhere. */
function isExplained(behind: string): boolean {
  return (
    /^[,]? ?\(?(?:(?:each|all|both) )?as (?:(?:such|that|those) terms? (?:is|are) |it is |hereinafter |hereafter |so )?(?:used and )?defined|^ ?\(to be defined/i.test(
      behind,
    ) ||
    /^\s?\((?:the |this |each,? an? |collectively,? )?["“]/.test(behind) ||
    /^,? (?:dated|made as of|by and (?:between|among)|entered into)\b/.test(behind) ||
    legalForms.test(/^,? ([\w.]+)/.exec(behind)?.[1] ?? '') ||
    /^ ?(?:®|™|\(TM\)|\(R\))/.test(behind)
  );
}

/** "Average Assets shall be the sum of …": a sentence says what it is. */
function isSaid(behind: string): boolean {
  return /^ (?:shall be|will be|is|are|means?|shall mean|consists?|includes?) (?:an?|the|any|each|those|equal|of|all|defined)\b/.test(
    behind,
  );
}

/** In running text, not in a heading, a table, a signature or what is quoted from another document. */
function counts(analysis: Analysis, { paragraph, phrase }: UnknownPlace): boolean {
  const line = paragraph.lines[0] ?? 0;
  if (analysis.roles[line] !== Role.text || analysis.quoted[line] === 1 || phrase.opens) return false;
  const start = paragraph.toDocument(phrase.start);
  const provision = innermostProvision(analysis.outline, start);
  if (provision?.kind === 'signature') return false;
  if (provision && start < provision.heading.end) return false;
  return isSentence(paragraph.text);
}

/** Headings and lines of forms have capitals throughout, or no stop at their end. */
function isSentence(text: string): boolean {
  if (text.length < 60) return false;
  const words = text.slice(0, 400).match(/\b[A-Za-z]{4,}/g) ?? [];
  const capitals = words.filter((word) => /^[A-Z]/.test(word)).length;
  return capitals * 2 < words.length;
}

/** The words of captions, contents and titles, which have capitals without being terms. */
export class WordsOfHeadings {
  readonly #keys = new Set<string>();

  constructor(analysis: Analysis) {
    for (const { caption } of walkProvisions(analysis.outline)) if (caption) this.#add(caption);
    for (const { caption } of analysis.contents) this.#add(caption);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  #add(caption: string): void {
    this.#keys.add(stemsOf(caption).join(' '));
  }
}
