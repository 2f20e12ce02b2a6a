import type { Analysis } from '../../analysis.ts';
import type { Paragraph } from '../../inline/paragraph.ts';
import { paragraphAt, paragraphsTouching, paragraphsWithin } from '../../inline/paragraphs.ts';
import type { Definition } from '../../model/definition.ts';
import { innermostProvision } from '../../model/locate.ts';
import { termsOf } from '../../resolve/terms.ts';
import { countLeading } from '../../text/ascending.ts';
import type { TextRange } from '../../text/range.ts';
import { cutBehind } from '../provisions/passage.ts';
import { definedTermOf, meaningPlace, standsOut } from './defined-term.ts';

/** Words, and where they lead if they are a link. */
export interface LinkedText {
  readonly text: string;
  readonly target: TextRange | null;
}

/** A paragraph of a meaning, with the defined terms in it as links to their definitions. */
export interface MeaningParagraph {
  readonly text: readonly LinkedText[];
  /** 0 for the words beside the term, 1 for the items of a list below them. */
  readonly depth: number;
}

/** What a definition says its term means, cut behind so many characters. Costs what it shows. */
export function meaningOf(
  analysis: Analysis,
  definition: Definition,
  longest: number,
): readonly MeaningParagraph[] {
  const range = extentOf(analysis, definition);
  if (!range) return [];
  const shown: MeaningParagraph[] = [];
  let left = longest;
  for (const paragraph of paragraphsTouching(analysis.paragraphs, range)) {
    const from = paragraph.toLogical(Math.max(range.start, paragraph.start));
    const until = range.end >= paragraph.end ? paragraph.text.length : paragraph.toLogical(range.end);
    const words = cutBehind(paragraph.text.slice(from, until), left);
    if (words.trim() === '') continue;
    const isBeside = range.start >= paragraph.start && shown.length === 0;
    shown.push({
      text: linked(analysis, definition, paragraph, from, words),
      depth: isBeside || !startsItem(paragraph) ? 0 : 1,
    });
    left -= words.length;
    if (left <= 0) break;
  }
  return shown;
}

/** Of a meaning so much is shown beside its term. */
const longestGist = 80;

/** What a definition says its term means, or where it says so, on one line. */
export function gistOfMeaning({ snapshot }: Analysis, { meaning, pointer }: Definition): string {
  const words = meaning
    ? snapshot.text.slice(meaning.start, Math.min(meaning.end, meaning.start + 2 * longestGist))
    : (pointer?.text ?? '');
  return cutBehind(words.replace(/\s+/g, ' ').trim(), longestGist);
}

/** The words from a place of a paragraph on, parted at the terms that are used in them. */
function linked(
  analysis: Analysis,
  own: Definition,
  paragraph: Paragraph,
  from: number,
  words: string,
): readonly LinkedText[] {
  const parts: LinkedText[] = [];
  let done = 0;
  const add = (end: number, target: TextRange | null): void => {
    const text = words.slice(done, end).replace(/\s+/g, ' ');
    if (text !== '') parts.push({ text, target });
    done = end;
  };
  const covered = paragraph.rangeOf(from, from + words.length);
  for (const { range, definition } of termsOf(analysis).usesWithin(covered)) {
    const start = paragraph.toLogical(range.start) - from;
    const end = paragraph.toLogical(range.end) - from;
    // A term that is cut off with the rest is no longer seen as one.
    if (definition === own || !standsOut(definition) || start < done || end > words.length) continue;
    add(start, null);
    add(end, meaningPlace(definedTermOf(analysis, definition).home).selection);
  }
  add(words.length, null);
  return parts;
}

/** More paragraphs are no list of one definition. */
const mostParagraphs = 40;

/** The words of a meaning with the lists that belong to them; null where they stand elsewhere. */
export function extentOf(analysis: Analysis, definition: Definition): TextRange | null {
  const { meaning, range, form, listed, pointer } = definition;
  if (meaning && meaning.start < range.start) return withDescription(analysis, definition, meaning);
  if (!listed) return meaning;
  if (!meaning && (form !== 'means' || pointer)) return null;
  const { paragraphs } = analysis;
  const first = paragraphAt(paragraphs, meaning ? Math.max(meaning.start, meaning.end - 1) : range.start);
  if (!first || (meaning && meaning.end < first.end)) return meaning;
  let last = first;
  let count = 0;
  const rest = { start: first.end, end: lastPlaceOf(analysis, definition) };
  for (const next of paragraphsWithin(paragraphs, rest)) {
    if (!goesOn(last, next) || count >= mostParagraphs || opensDefinition(analysis, next)) break;
    last = next;
    count += 1;
  }
  const start = meaning?.start ?? (last === first ? null : startBehind(paragraphs, first));
  return start === null ? null : { start, end: last === first ? first.end : last.end };
}

/** Of "Alder Inc. (the "Seller"), a Delaware corporation" what the party is belongs to who it is. */
function withDescription({ snapshot }: Analysis, { form, range }: Definition, meaning: TextRange): TextRange {
  if (form !== 'parenthesis') return meaning;
  const behind = snapshot.text.slice(range.end, range.end + longestDescription);
  const kind = kindOfParty.exec(behind)?.[0].length;
  if (kind === undefined) return meaning;
  const rest = restOfParty.exec(behind.slice(kind))?.[0] ?? '';
  // Behind "and" another party may be named.
  const length = /\sand\s/.test(rest) ? kind : kind + rest.length;
  return { start: meaning.start, end: range.end + length };
}

const longestDescription = 300;
const kindOfParty =
  /^["”’*_]{1,3}\s?\),?\san?\s(?:[\w.’'&-]{1,30}\s){0,6}?(?:corporation|company|partnership|association|bank|trust|cooperative|individual|resident)\b/i;
const restOfParty = /^[^();:"“]{0,200}?(?=,\s(?:and|or)\s|[;(]|\.\s|\.?$)/;

/** The next paragraph, where the verb ended one. */
function startBehind(paragraphs: readonly Paragraph[], first: Paragraph): number | null {
  const end = first.end + longestGap;
  return paragraphsWithin(paragraphs, { start: first.end, end })[0]?.start ?? null;
}

/** Behind so many characters of blank lines and furniture nothing belongs to what stands before. */
const longestGap = 2_000;

/** A definition does not go on behind the provision in which it stands, unless that is one of its own list. */
function lastPlaceOf({ snapshot }: Analysis, { source, range }: Definition): number {
  const around = source?.kind === 'item' || source?.kind === 'subitem' ? source.parent : source;
  return Math.min(around?.range.end ?? snapshot.text.length, range.end + longestExtent);
}

const longestExtent = 40_000;

/** A sentence that is not at its end goes on in a list, or in small letters behind a page's end. */
function goesOn(before: Paragraph, next: Paragraph): boolean {
  const end = before.text.slice(-12);
  if (/[.!?]["”’)\]]{0,3}$/.test(end)) return false;
  if (startsItem(next)) return true;
  return /^[a-z]/.test(next.text) && !/:$/.test(end);
}

function startsItem({ text }: Paragraph): boolean {
  return /^(?:\(?[A-Za-z0-9]{1,5}[.)]|[-–—•·o*]) ?\S/.test(text);
}

/** Whether a paragraph is the next definition of a list, which may be numbered itself. */
function opensDefinition(analysis: Analysis, { start, end }: Paragraph): boolean {
  const { definitions } = termsOf(analysis);
  const next = firstFrom(definitions, start);
  if (next?.listed && next.range.start < end) return true;
  const provision = innermostProvision(analysis.outline, start);
  return provision !== null && provision.heading.start >= start && provision.captionRange !== null;
}

function firstFrom(definitions: readonly Definition[], offset: number): Definition | null {
  return definitions[countLeading(definitions, ({ range }) => range.start < offset)] ?? null;
}
