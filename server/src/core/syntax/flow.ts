import { LineMark } from './line-marks.ts';
import type { LineFacts } from './lines.ts';
import { Role } from './roles.ts';

/** How a text line follows the text line before it. Holds no position, so that lines further up may come and go. */
export interface LineFlow {
  /** How many lines above it the text line before it stands, over furniture and blanks; 0 for the first. */
  readonly distance: number;
  /** Blank lines between the two. */
  readonly blanks: number;
  /** Page furniture stands between the two: blank lines there say nothing. */
  readonly acrossFurniture: boolean;
  /** A table, rule or the like stands between the two. A comment is as good as not there. */
  readonly acrossOther: boolean;
  /** Depth of a heading: Markdown's marks, or a line underlined as in reStructuredText; 0 for none. */
  readonly headingLevel: number;
}

/** The flow of the text lines, by line; other lines have none. Linear. */
export function traceFlow(
  lines: readonly LineFacts[],
  marks: Uint32Array,
  roles: Uint8Array,
): ReadonlyArray<LineFlow | null> {
  const flow: Array<LineFlow | null> = new Array(lines.length).fill(null);
  let previous = -1;
  let blanks = 0;
  let acrossFurniture = false;
  let acrossOther = false;
  for (let index = 0; index < lines.length; index += 1) {
    const role = roles[index];
    if (role === Role.blank) blanks += 1;
    else if (role === Role.furniture) acrossFurniture = true;
    else if (role === Role.text) {
      const distance = previous < 0 ? 0 : index - previous;
      const mayHead = (marks[index] ?? 0) & LineMark.heading || (marks[index + 1] ?? 0) & LineMark.rule;
      const level = mayHead ? headingLevelOf(lines, index) : 0;
      flow[index] = flowOf(distance, blanks, acrossFurniture, acrossOther, level);
      previous = index;
      blanks = 0;
      acrossFurniture = false;
      acrossOther = false;
    } else if (role !== Role.comment) acrossOther = true;
  }
  return flow;
}

/** Most lines follow in one of a few ways: they share one object for each. */
function flowOf(
  distance: number,
  blanks: number,
  acrossFurniture: boolean,
  acrossOther: boolean,
  headingLevel: number,
): LineFlow {
  const common = distance < 64 && blanks < 16 && headingLevel < 8;
  const marks = (acrossFurniture ? 2 : 0) + (acrossOther ? 1 : 0);
  const key = common ? ((distance * 16 + blanks) * 8 + headingLevel) * 4 + marks : -1;
  const known = commonFlows[key];
  if (known) return known;
  const way = { distance, blanks, acrossFurniture, acrossOther, headingLevel };
  if (common) commonFlows[key] = way;
  return way;
}

const commonFlows: Array<LineFlow | undefined> = new Array(64 * 16 * 8 * 4);

export function isSameFlow(one: LineFlow | null | undefined, other: LineFlow | null | undefined): boolean {
  if (one === other) return true;
  return (
    !!one &&
    !!other &&
    one.distance === other.distance &&
    one.blanks === other.blanks &&
    one.acrossFurniture === other.acrossFurniture &&
    one.acrossOther === other.acrossOther &&
    one.headingLevel === other.headingLevel
  );
}

/** The text line before a text line; -1 for the first. */
export function lineBefore(flow: ReadonlyArray<LineFlow | null>, index: number): number {
  const distance = flow[index]?.distance ?? 0;
  return distance > 0 ? index - distance : -1;
}

/** The characters that underline a title, in the order in which writers use them for deeper ones. */
const underlines = '=-~^"';

function headingLevelOf(lines: readonly LineFacts[], index: number): number {
  const line = lines[index];
  const below = lines[index + 1];
  if (!line) return 0;
  if (line.headingLevel > 0) return line.headingLevel;
  if (below?.lineClass !== 'rule' || below.start > 1 || line.indent > 1) return 0;
  const difference = below.end - below.start - (line.end - line.start);
  const mark = below.fingerprint.charAt(0);
  if (Math.abs(difference) > 3 || !underlines.includes(mark)) return 0;
  return underlines.indexOf(mark) + 1;
}

/**
 * Words after which a number at the start of the next line is cited, not opened: "set forth in Sections" / "12.1
 * through". Kinds of provisions, and the little words that lead to them.
 */
const leadsToCitation: ReadonlySet<string> = new Set(
  (
    'article articles section sections sec § clause clauses paragraph paragraphs subparagraph subparagraphs subsection ' +
    'subsections item items rule rules chapter chapters part exhibit exhibits schedule schedules annex appendix ' +
    'attachment of in to under with by from through and or this that the such said see per at on for as than ' +
    'least within an a no not is are be shall pursuant upon between any each its their which'
  ).split(' '),
);

export function endsBeforeCitation(line: LineFacts): boolean {
  // A line that is a designation and nothing else ("Exhibit A") is a heading or a footer.
  if (line.designation && line.designation.end >= line.end) return false;
  // So is a short line in capitals: "HOUSE RULES".
  if (line.capitals && line.end - line.start < 60) return false;
  return !line.endsItem && leadsToCitation.has(line.lastWord) && /[A-Za-z§]/.test(line.lastCharacter);
}

/** The words that name a provision: after one of these alone, an enumerator cites it. */
export const citationNouns: ReadonlySet<string> = new Set(
  (
    'article articles section sections sec § clause clauses subclause subclauses paragraph paragraphs subparagraph ' +
    'subparagraphs subsection subsections item items rule rules chapter chapters part parts exhibit exhibits schedule ' +
    'schedules annex appendix regulation regulations step steps phase phases row rows column line lines note notes ' +
    'subdivision subdivisions sentence no number'
  ).split(' '),
);

/** Whether the text up to the end of this line has come to the end of a sentence or of a list item. */
export function endsSentence(line: LineFacts): boolean {
  return line.endsItem || /[.;:?!]/.test(line.lastCharacter);
}

/** Number words that may stand before their figure in brackets: "three (3)". */
export const quantityWords: ReadonlySet<string> = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half ' +
    'third quarter first second fourth fifth sixth seventh eighth ninth tenth'
  ).split(' '),
);
