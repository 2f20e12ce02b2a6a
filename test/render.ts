import { type Provision, walkProvisions } from '../server/src/core/model/provision.ts';
import type { TextRange } from '../server/src/core/text/range.ts';
import { TextSnapshot } from '../server/src/core/text/snapshot.ts';

export interface Annotation {
  readonly range: TextRange;
  readonly label?: string | null;
}

export interface ListingOptions {
  /** Print only lines that carry an annotation, each behind its line number; for long documents. */
  readonly annotatedOnly?: boolean;
}

/**
 * The text with each annotation below the line it stands on, as fixtures write them:
 *
 *     Article 5. (Payment)
 *     ^^^^^^^^^^ a range within one line
 *
 * A range over several lines is drawn at its two ends: `^^^>` where it starts, with the label, and `^^^<` below its
 * last line, where it ends, with the label again. An empty range is drawn as `|`.
 */
export function renderListing(
  text: string,
  annotations: readonly Annotation[],
  options: ListingOptions = {},
): string {
  const snapshot = new TextSnapshot(text);
  const marks = new Map<number, string[]>();
  for (const annotation of [...annotations].sort(byPlace)) {
    for (const { line, mark } of drawAnnotation(snapshot, annotation)) {
      const above = marks.get(line);
      if (above) above.push(mark);
      else marks.set(line, [mark]);
    }
  }
  const margin = options.annotatedOnly ? String(snapshot.lineCount).length : 0;
  const rows: string[] = [];
  for (let line = 0; line < snapshot.lineCount; line += 1) {
    const below = marks.get(line) ?? [];
    if (margin > 0 && below.length === 0) continue;
    const number = margin > 0 ? `${String(line + 1).padStart(margin)}  ` : '';
    rows.push(`${number}${snapshot.lineText(line)}`);
    for (const mark of below) rows.push(' '.repeat(number.length) + mark);
  }
  return rows.join('\n');
}

/** The outline, one provision a line: `article 5 (Caption)  l.12-20`, indented below its parent. */
export function renderOutline(roots: readonly Provision[], snapshot: TextSnapshot): string {
  const depths = new Map<Provision, number>();
  const rows: string[] = [];
  for (const provision of walkProvisions(roots)) {
    const depth = provision.parent ? (depths.get(provision.parent) ?? -1) + 1 : 0;
    depths.set(provision, depth);
    rows.push(`${'  '.repeat(depth)}${nameOf(provision)}  ${linesOf(provision, snapshot)}`);
  }
  return rows.join('\n');
}

function nameOf(provision: Provision): string {
  const words: string[] = [provision.kind];
  if (provision.ordinal !== null) words.push(provision.ordinal);
  if (provision.caption !== null) words.push(`(${provision.caption})`);
  if (provision.inline) words.push('inline');
  if (provision.implied) words.push('implied');
  if (provision.confidence < 0.5) words.push('doubtful');
  return words.join(' ');
}

function linesOf(provision: Provision, snapshot: TextSnapshot): string {
  const { start, end } = provision.range;
  const first = snapshot.lineAt(start) + 1;
  const last = snapshot.lineAt(Math.max(start, end - 1)) + 1;
  return first === last ? `l.${first}` : `l.${first}-${last}`;
}

function drawAnnotation(
  snapshot: TextSnapshot,
  { range, label }: Annotation,
): { line: number; mark: string }[] {
  const start = snapshot.positionAt(range.start);
  const end = snapshot.positionAt(range.end);
  const behind = label ? ` ${label}` : '';
  const firstLine = snapshot.lineText(start.line);
  if (range.start === range.end) {
    return [{ line: start.line, mark: `${gap(firstLine, start.column)}|${behind}` }];
  }
  if (start.line === end.line) {
    const carets = '^'.repeat(end.column - start.column);
    return [{ line: start.line, mark: `${gap(firstLine, start.column)}${carets}${behind}` }];
  }
  // The line end itself may be where the range starts or the last thing in it: there is always one caret to see.
  const lastLine = end.column === 0 ? end.line - 1 : end.line;
  const lastText = snapshot.lineText(lastLine);
  const lastColumn = end.column === 0 ? lastText.length : end.column;
  const opening = '^'.repeat(Math.max(1, firstLine.length - start.column));
  if (lastLine === start.line) {
    return [{ line: start.line, mark: `${gap(firstLine, start.column)}${opening}${behind}` }];
  }
  const indentation = lastText.length - lastText.trimStart().length;
  const from = Math.min(indentation, lastColumn);
  const closing = '^'.repeat(Math.max(1, lastColumn - from));
  return [
    { line: start.line, mark: `${gap(firstLine, start.column)}${opening}>${behind}` },
    { line: lastLine, mark: `${gap(lastText, from)}${closing}<${behind}` },
  ];
}

/** What stands before a mark: tabs stay tabs, so that the carets stay below what they point at. */
function gap(line: string, column: number): string {
  return line.slice(0, column).padEnd(column).replace(/[^\t]/g, ' ');
}

function byPlace(a: Annotation, b: Annotation): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
