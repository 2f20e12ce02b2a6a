import type { Analysis } from '../../analysis.ts';
import { paragraphAt } from '../../inline/paragraphs.ts';
import type { Provision } from '../../model/provision.ts';
import { contains, range, type TextRange, touches } from '../../text/range.ts';

/**
 * What "expand selection" selects at `offset`, innermost first: word, sentence, paragraph, then item, section, article,
 * chapter and instrument. Each range contains the one before it and is larger.
 */
export function selectionRanges(analysis: Analysis, offset: number): TextRange[] {
  const place = Math.max(0, Math.min(offset, analysis.snapshot.text.length));
  const candidates = [
    wordAt(analysis, place),
    sentenceAt(analysis, place),
    paragraphAt(analysis.paragraphs, place),
    ...provisionsAt(analysis, place).map((provision) => provision.range),
    range(0, analysis.snapshot.text.length),
  ];
  const ranges: TextRange[] = [];
  for (const candidate of candidates) {
    if (!candidate || candidate.end <= candidate.start || !touches(candidate, place)) continue;
    const inner = ranges[ranges.length - 1];
    if (!inner) ranges.push(candidate);
    else if (contains(candidate, inner) && candidate.end - candidate.start > inner.end - inner.start)
      ranges.push(candidate);
  }
  return ranges.length > 0 ? ranges : [range(place, place)];
}

/** The provisions around a place, innermost first. Costs the children on the way down. */
export function provisionsAt(analysis: Analysis, offset: number): Provision[] {
  const found: Provision[] = [];
  let level: readonly Provision[] = analysis.outline;
  while (level.length > 0) {
    const holder =
      level.find((provision) => touches(provision.range, offset) && offset < provision.range.end) ??
      level.find((provision) => touches(provision.range, offset));
    if (!holder) break;
    found.unshift(holder);
    level = holder.children;
  }
  return found;
}

const wordCharacter = /[\p{L}\p{N}'’-]/u;

/** A word, a hyphenated term, or a number with its subdivisions: `16.4(2)`. */
function wordAt(analysis: Analysis, offset: number): TextRange | null {
  const { text } = analysis.snapshot;
  const number = /\d{1,4}(?:[.-]\d{1,4}){0,5}(?:\([A-Za-z\d]{1,5}\)){1,8}/g;
  const from = Math.max(0, offset - 40);
  const near = text.slice(from, offset + 40);
  for (let found = number.exec(near); found; found = number.exec(near)) {
    const place = range(from + found.index, from + found.index + found[0].length);
    if (touches(place, offset)) return place;
  }
  let start = offset;
  let end = offset;
  while (start > 0 && wordCharacter.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && wordCharacter.test(text[end] ?? '')) end += 1;
  return end > start ? range(start, end) : null;
}

/** The sentence in its paragraph, over line ends and page furniture. */
function sentenceAt(analysis: Analysis, offset: number): TextRange | null {
  const paragraph = paragraphAt(analysis.paragraphs, offset);
  if (!paragraph) return null;
  const place = paragraph.toLogical(offset);
  const { text } = paragraph;
  let start = 0;
  const stop = /[.;:?!]["”)]*\s+(?=["“(]?[A-Z(\d])/g;
  for (let found = stop.exec(text); found; found = stop.exec(text)) {
    const next = found.index + found[0].length;
    if (isAbbreviation(text, found.index)) continue;
    if (next <= place) start = next;
    else
      return range(
        paragraph.toDocument(start),
        paragraph.toDocument(found.index + found[0].trimEnd().length),
      );
  }
  return text === '' ? null : range(paragraph.toDocument(start), paragraph.end);
}

const abbreviations = /\b(?:Inc|Ltd|Co|Corp|No|Nos|Art|Sec|Mr|Ms|Mrs|Dr|St|vs?|U\.S|e\.g|i\.e|[A-Z])$/;

/** The dot belongs to a shortened word: "Net Care, Inc. and". */
function isAbbreviation(text: string, dot: number): boolean {
  return text[dot] === '.' && abbreviations.test(text.slice(Math.max(0, dot - 6), dot));
}
