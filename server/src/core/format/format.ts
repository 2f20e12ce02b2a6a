import { type Analysis, analyzeInSteps } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import type { TextEdit } from '../rules/rule.ts';
import { lastAtMost } from '../text/ascending.ts';
import type { TextRange } from '../text/range.ts';
import { finish, type Steps } from '../text/steps.ts';
import { type Layout, proposeLayout } from './layout.ts';
import { differencesBetween, type Meaning, meaningOf } from './meaning.ts';
import type { FormatOptions } from './options.ts';
import { editsBetween, SpacedText } from './spaced-text.ts';

/**
 * Lays a document out anew, or the lines of it that a range touches. Blanks change and no other character does, but for
 * quotation marks where that is asked for; and the result is read from scratch: what would be read as another provision,
 * citation, term or finding than before is left as it is. To format what was formatted changes nothing.
 */
export function formatDocument(analysis: Analysis, options: FormatOptions, range?: TextRange): TextEdit[] {
  return finish(formatInSteps(analysis, options, range));
}

/** The same, for who does other things in between. */
export function* formatInSteps(
  analysis: Analysis,
  options: FormatOptions,
  range?: TextRange,
): Steps<TextEdit[]> {
  const original = new SpacedText(analysis.snapshot.text);
  const within = range && charactersIn(original, range);
  let formatted = original;
  let present = analysis;
  let meaning: Meaning | null = null;
  for (let round = 0; round < mostRounds; round += 1) {
    const proposed = yield* proposeLayout(present, formatted, options, within);
    if (isEmpty(proposed)) return editsBetween(original, formatted);
    meaning ??= yield* meaningOf(present, formatted);
    yield;
    const next = yield* withoutChangeOfMeaning({ analysis: present, spaced: formatted, meaning }, proposed);
    if (next.spaced.text === formatted.text) return editsBetween(original, formatted);
    formatted = next.spaced;
    present = next.analysis;
  }
  return [];
}

/** A second look mends what stood in the way of itself; a text that does not come to rest is left alone. */
const mostRounds = 6;

interface Read {
  readonly analysis: Analysis;
  readonly spaced: SpacedText;
  readonly meaning: Meaning;
}

/** The text in the layout that is proposed, as far as it is read as before. */
function* withoutChangeOfMeaning(
  { analysis, spaced, meaning }: Read,
  proposed: Layout,
): Steps<Pick<Read, 'analysis' | 'spaced'>> {
  let layout = proposed;
  for (let reach = 0; !isEmpty(layout); reach = reach * 4 + 1) {
    const text = spaced.withGaps(layout.gaps, layout.marks);
    const after = yield* analyzeInSteps(text, analysis.uri);
    const afterSpaced = new SpacedText(after.snapshot.text);
    const changed = differencesBetween(meaning, yield* meaningOf(after, afterSpaced));
    if (changed.length === 0) return { analysis: after, spaced: afterSpaced };
    // What is read otherwise was laid out otherwise, or something near it; the search grows wide until it is found.
    layout = withoutParagraphs(layout, analysis.paragraphs, spaced, changed, reach);
    yield;
  }
  return { analysis, spaced };
}

/** The layout without what it does to the paragraphs in which something changed, and to so many before and behind each. */
function withoutParagraphs(
  { gaps, marks }: Layout,
  paragraphs: readonly Paragraph[],
  spaced: SpacedText,
  changed: readonly TextRange[],
  reach: number,
): Layout {
  const starts = paragraphs.map(({ start }) => spaced.countBefore(start));
  const left = new Uint8Array(spaced.places.length + 1);
  for (const { start } of changed) {
    const at = Math.max(0, lastAtMost(starts, start));
    const from = starts[Math.max(0, at - reach)] ?? 0;
    const until = starts[at + 1 + reach] ?? spaced.places.length;
    left.fill(1, at - reach < 0 ? 0 : from, until + 1);
  }
  const isKept = ([count]: [number, string]) => left[count] === 0;
  const kept = { gaps: new Map([...gaps].filter(isKept)), marks: new Map([...marks].filter(isKept)) };
  // Where nothing was done to what changed, whatever did it is somewhere else.
  const isSmaller = kept.gaps.size + kept.marks.size < gaps.size + marks.size;
  return isSmaller || reach < paragraphs.length ? kept : { gaps: new Map(), marks: new Map() };
}

function isEmpty({ gaps, marks }: Layout): boolean {
  return gaps.size === 0 && marks.size === 0;
}

function charactersIn(spaced: SpacedText, { start, end }: TextRange): TextRange {
  return { start: spaced.countBefore(start), end: spaced.countBefore(end) };
}
