import type { Analysis } from '../analysis.ts';
import type { ParagraphText } from '../inline/paragraph.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import { nameProvision } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { StretchMemo } from '../text/memo.ts';
import { perAnalysis } from './per-analysis.ts';
import { perDocument } from './per-document.ts';
import { referencesOf } from './references.ts';

/** What the citations of a text mean, so that those of a later one can be compared with it. Keeps nothing of the text's analysis. */
export interface Meanings {
  /** By the citation with the words around it: what it cites. Null for what stands there twice. */
  readonly citations: ReadonlyMap<string, CitedThen | null>;
  /** By what they say: the provisions, as they are called. Null for what two of them say. */
  readonly provisions: ReadonlyMap<string, string | null>;
}

export interface CitedThen {
  /** What the provision says, without its number. */
  readonly said: string;
  /** "Article 5 (Rent)". */
  readonly name: string;
}

/** Earlier texts of a document; null where there is none, or it is not known. */
export interface EarlierMeanings {
  readonly saved: Meanings | null;
  readonly committed: Meanings | null;
}

export const nothingEarlier: EarlierMeanings = { saved: null, committed: null };

/** A citation that means another provision than in an earlier text. */
export interface ShiftedCitation {
  readonly reference: Reference;
  readonly then: CitedThen;
  /** What it means now. */
  readonly now: Provision;
  /** What it meant, where that stands now; null where it is gone or no longer known. */
  readonly meant: Provision | null;
}

export function meaningsOf(analysis: Analysis): Meanings {
  return collect(analysis, () => true);
}

/** Of "the preceding Article" and the like alone. */
export function relativeMeaningsOf(analysis: Analysis): Meanings {
  return collect(analysis, ({ form }) => form === 'relative');
}

function collect(analysis: Analysis, isWanted: (reference: Reference) => boolean): Meanings {
  const citations = new Map<string, CitedThen | null>();
  for (const reference of referencesOf(analysis)) {
    if (!isWanted(reference)) continue;
    const target = onlyTarget(reference);
    const said = target && saidBy(analysis, target);
    if (!target || !said) continue;
    const key = placeOf(analysis, reference);
    citations.set(key, citations.has(key) ? null : { said, name: fullName(target) });
  }
  // Where nothing is cited nothing can shift.
  const sayers = citations.size === 0 ? [] : [...sayersOf(analysis)];
  const provisions = new Map(sayers.map(([said, one]) => [said, one && fullName(one)]));
  return { citations, provisions };
}

/**
 * The citations of which the words around are as they were and which certainly mean something else: what they meant
 * stands elsewhere, or what they mean stood elsewhere. Linear.
 */
export function* shiftedCitations(
  analysis: Analysis,
  earlier: Meanings,
  mayShift: (reference: Reference) => boolean,
): Generator<ShiftedCitation> {
  for (const reference of referencesOf(analysis)) {
    const now = mayShift(reference) ? onlyTarget(reference) : null;
    const then = now && earlier.citations.get(placeOf(analysis, reference));
    if (!now || !then) continue;
    const said = saidBy(analysis, now);
    const isNamedAlike = now.caption !== null && fullName(now).toLowerCase() === then.name.toLowerCase();
    if (said === then.said || isNamedAlike) continue;
    const sayers = sayersOf(analysis);
    const meant = earlier.provisions.get(then.said) ? (sayers.get(then.said) ?? null) : null;
    const stood = sayers.get(said) ? (earlier.provisions.get(said) ?? null) : null;
    if (meant || stood !== null) yield { reference, then, now, meant };
  }
}

function onlyTarget({ status, confidence, members, outer }: Reference): Provision | null {
  if (status !== 'resolved' || confidence < surely || members.length !== 1 || outer !== null) return null;
  const [target, ...others] = members[0]?.targets ?? [];
  return target && others.length === 0 && target.provision.confidence >= surely ? target.provision : null;
}

const surely = 0.6;

/** The provisions by what they say; null for what two of them say. */
const sayersOf = perAnalysis((analysis): ReadonlyMap<string, Provision | null> => {
  const sayers = new Map<string, Provision | null>();
  for (const provision of walkProvisions(analysis.outline)) {
    const said = saidBy(analysis, provision);
    if (said !== '') sayers.set(said, sayers.has(said) ? null : provision);
  }
  return sayers;
});

/** The first words of a provision itself, without its number; empty where they are too few to know it by. */
function saidBy(analysis: Analysis, { designation, heading, range, children }: Provision): string {
  const start = designation?.end ?? heading.start;
  const end = Math.min(range.end, start + longestOpening, children[0]?.range.start ?? range.end);
  return end <= start ? '' : openings(analysis).of(analysis.snapshot, start, end);
}

const longestOpening = 240;

const openings = perDocument(() => new StretchMemo((text) => longWords(text).slice(0, 12).join(' ')));

/** The citation with the words before and behind it in its paragraph. */
function placeOf(analysis: Analysis, { range, text }: Reference): string {
  const paragraph = paragraphAt(analysis.paragraphs, range.start);
  if (!paragraph) return text;
  const kept = placesKept(analysis);
  const places = kept.get(paragraph.content) ?? new Map<number, string>();
  kept.set(paragraph.content, places);
  const at = paragraph.toLogical(range.start);
  const known = places.get(at);
  if (known !== undefined) return known;
  const before = longWords(paragraph.text.slice(Math.max(0, at - 300), at)).slice(-14);
  const behind = longWords(paragraph.text.slice(at + text.length, at + text.length + 120)).slice(0, 6);
  const place = `${before.join(' ')}\n${text}\n${behind.join(' ')}`;
  places.set(at, place);
  return place;
}

const placesKept = perDocument(() => new WeakMap<ParagraphText, Map<number, string>>());

function longWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
}

/** "Article 5 (Rent)" */
export function fullName(provision: Provision): string {
  const { caption } = provision;
  const name = nameProvision(provision);
  return caption === null || provision.ordinal === null ? name : `${name} (${caption})`;
}
