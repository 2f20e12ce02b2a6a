import type { DefinitionDraft } from './definition-draft.ts';
import { matchAt } from './definition-verbs.ts';
import { pointerLead, pointerTarget, scopeWords, seeLead, specifiedAsSuch } from './definition-words.ts';

/** The words of a text that give a term its meaning: behind its verb, or before the bracket that names it. */
export function meaningOf(
  text: string,
  draft: DefinitionDraft,
  next: DefinitionDraft | null,
): { readonly start: number; readonly end: number } {
  if (draft.behindVerb < 0) {
    const end = trimEnd(text, draft.bracket >= 0 ? draft.bracket : draft.start);
    return { start: startOfParty(text, draft.term, end) ?? startOfClause(text, end), end };
  }
  const start = skipBlanks(text, draft.behindVerb);
  const limit =
    next && next.start > start && next.behindVerb >= 0
      ? startOfSentence(text, next.start, start)
      : text.length;
  const until = draft.listed && limit === text.length ? text.length : endOfSentence(text, start, limit);
  return { start, end: trimEnd(text, until) };
}

export interface PointerReading {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** It stands in place of a meaning. */
  readonly instead: boolean;
}

/** Where a definition sends the reader for its meaning; null where it gives it. */
export function readPointer(text: string, behindVerb: number): PointerReading | null {
  const behind = text.slice(behindVerb, behindVerb + 160);
  const afterMeaning = /meanings?$|defined$/i.test(text.slice(Math.max(0, behindVerb - 8), behindVerb));
  const lead = afterMeaning ? pointerLead.exec(behind) : seeLead.exec(behind.trimStart());
  let from = -1;
  if (lead)
    from = behindVerb + (afterMeaning ? 0 : behind.length - behind.trimStart().length) + lead[0].length;
  else {
    const asSuch = specifiedAsSuch.exec(behind);
    if (asSuch && !/[.;]/.test(behind.slice(0, asSuch.index)))
      from = behindVerb + asSuch.index + asSuch[0].length;
  }
  if (from < 0) return null;
  const end = matchAt(pointerTarget, text, from);
  if (end <= from) return null;
  const until = trimEnd(text, end);
  return { text: text.slice(from, until), start: from, end: until, instead: lead !== null };
}

/** "section" where the sentence says "for the purpose of this Section" before the term. */
export function readScopeUnit(text: string, start: number): string | null {
  const before = text.slice(Math.max(0, start - 160), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
  return scopeWords.exec(sentence)?.[1]?.toLowerCase() ?? null;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s,:]/.test(text[at] ?? '')) at += 1;
  return at;
}

function trimEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && /[\s,]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Full stops behind these end no sentence. */
const abbreviations =
  /(?:\b(?:[A-Z]|Inc|Corp|Co|Ltd|No|Nos|Mr|Mrs|Ms|Dr|St|Sec|Art|vs?|etc|e\.g|i\.e|U\.S|approx)|\.[A-Za-z])$/;

function endOfSentence(text: string, from: number, limit: number): number {
  for (let stop = text.indexOf('. ', from); stop >= 0 && stop < limit; stop = text.indexOf('. ', stop + 1)) {
    const after = text[stop + 2] ?? '';
    if (/[A-Z“"(]/.test(after) && !abbreviations.test(text.slice(Math.max(0, stop - 8), stop)))
      return stop + 1;
  }
  return limit;
}

function startOfSentence(text: string, from: number, earliest: number): number {
  for (let at = from - 2; at > earliest; at -= 1) {
    if ((text[at] === '.' || text[at] === ';') && text[at + 1] === ' ') return at + 1;
  }
  return from;
}

/**
 * The thing that is named in brackets stands before them: back to the start of its clause, or to where another thing of
 * the same list was named: "Mills Limited (the "Seller") and Lantern Company (the "Buyer")".
 */
function startOfClause(text: string, end: number): number {
  const earliest = Math.max(0, end - 600);
  for (let at = end - 2; at > earliest; at -= 1) {
    if (text[at] === ')' && /["”’'*_] ?$/.test(text.slice(at - 2, at))) {
      const behind = nextInList.exec(text.slice(at + 1, Math.min(end, at + 10)));
      if (behind) return at + 1 + behind[0].length;
    }
    if (text[at + 1] !== ' ') continue;
    if (text[at] === ';' || (text[at] === '.' && !abbreviations.test(text.slice(Math.max(0, at - 8), at))))
      return at + 2;
  }
  // A clause that is longer is told from a word on, not from the middle of one.
  const blank = earliest > 0 ? text.indexOf(' ', earliest) : -1;
  return blank >= 0 && blank + 1 < end ? blank + 1 : earliest;
}

/**
 * In the sentence that names the parties of a document the words of a party begin behind "between": "This Lease is made
 * between Quarry Rentals, a partnership (the "Lessor"), and …". Null elsewhere, and for a name of the document itself:
 * "This Agreement between A and B (the "Merger Agreement")".
 */
function startOfParty(text: string, term: string, end: number): number | null {
  if (noParty.test(term)) return null;
  const from = Math.max(0, end - longestOpening);
  const isAll = /^part(?:y|ies)$/i.test(term);
  for (const { 0: words, index } of text.slice(from, end).matchAll(betweenParties)) {
    const opening = text.slice(startOfClause(text, from + index), from + index);
    if (!/\bthis\b/i.test(opening)) continue;
    const start = from + index + words.length;
    const named = text.slice(start, end);
    // The sentence has gone on from the parties to what they do.
    if (goesOn.test(named)) return null;
    // Who is named behind another party begins behind that one; all of them are named behind the last.
    return isAll || !/["”’]\)/.test(named) ? start : null;
  }
  return null;
}

/** A document names its parties where it begins; what describes one of them may be as long as an address. */
const longestOpening = 1200;

const noParty =
  /(?:agreement|amendment|contract|lease|deed|note|guaranty|indenture|plan|date|term|period)s?$/i;
const betweenParties = /\b(?:[Bb]etween|BETWEEN|[Aa]mong|AMONG)\b[:,]? (?=["“*_[]{0,3}[A-Z0-9])/g;
const goesOn = /\b(?:is|are) (?:made|entered|effective|dated)\b|\b(?:shall|may|will)\b/;

const nextInList = /^(?:,|;)?(?: (?:and|or))? (?=[A-Z0-9])/;
