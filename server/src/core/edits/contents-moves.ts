import { type Analysis, analyze } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import type { ContentsEntry } from '../syntax/contents-entries.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { StructuralChange } from './change.ts';
import type { CitationChanges } from './citation-edits.ts';
import type { Decision, PlannedEdit } from './edit-plan.ts';
import { type EntryNumber, entryNumber, lettersOf } from './entry-number.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { isSamePath, numberWithin, writeNumberLike } from './written-number.ts';

/** Stands for the page of an entry that is new: only who prints the document knows it. */
const unknownPage = '[•]';

export interface ContentsMoves extends CitationChanges {
  /** The entries that are dealt with. */
  readonly done: ReadonlySet<ContentsEntry>;
}

const nothing: ContentsMoves = { edits: [], decisions: [], done: new Set() };

/**
 * The entries of what is deleted, moved or new, where each stands on a line of its own: they go, follow or come. Where they
 * do not, nothing is done, and it is left to the author. Linear in the entries.
 */
export function contentsMoves(
  analysis: Analysis,
  numbers: NewNumbers,
  change: StructuralChange,
): ContentsMoves {
  if (analysis.contents.length < 2) return nothing;
  const { deleted } = change.renumbering;
  const [gone] = deleted;
  if (gone) return takenOut(analysis, gone);
  const [moved] = change.newParents.keys();
  if (moved && change.relocation?.destination && !numbers.isReleveled(moved))
    return movedAlong(analysis, moved, numbers, change);
  return change.insertion ? putIn(analysis, change.insertion, change) : nothing;
}

function takenOut(analysis: Analysis, provision: Provision): ContentsMoves {
  const block = blockOfEntries(analysis, provision);
  if (!block) return nothing;
  const explanation = say`${nameProvision(provision)} is deleted.`;
  return { edits: [edit(block.removed, '', explanation)], decisions: [], done: new Set(block.entries) };
}

function movedAlong(
  analysis: Analysis,
  provision: Provision,
  numbers: NewNumbers,
  change: StructuralChange,
): ContentsMoves {
  const block = blockOfEntries(analysis, provision);
  const place = block && placeIn(analysis, provision, change);
  if (!block || !place) return nothing;
  const { text } = analysis.snapshot;
  const written: EntryNumber[] = [];
  for (const { entry, provision: announced } of block.announced) {
    const number = entryNumber(analysis, entry, announced, numbers);
    if (number === 'unsure') return nothing;
    if (number) written.push(number);
  }
  let kept = text.slice(block.kept.start, block.kept.end);
  for (const { start, end, newText } of written.toReversed())
    kept = kept.slice(0, start - block.kept.start) + newText + kept.slice(end - block.kept.start);
  const explanation = say`${nameProvision(provision)} is moved.`;
  const edits = [
    edit(block.removed, '', explanation),
    edit({ start: place.at, end: place.at }, place.before + kept + place.behind, explanation),
  ];
  return { edits, decisions: [], done: new Set(block.entries) };
}

function putIn(
  analysis: Analysis,
  { text: heading, path }: NonNullable<StructuralChange['insertion']>,
  change: StructuralChange,
): ContentsMoves {
  const place = placeIn(analysis, null, change);
  const caption = [...walkProvisions(analyze(heading).outline)].find(
    ({ designation }) => designation,
  )?.caption;
  if (!place || !caption) return nothing;
  const { entry, provision } = place.neighbour;
  const { snapshot } = analysis;
  const { start, end } = snapshot.lineRange(entry.line);
  const printed = snapshot.slice(entry.range);
  const { number, path: from, numeral } = entry.designation;
  const at = numberWithin(printed, number);
  const written = writeNumberLike(number, from, path, numeral);
  if (!at || written === null) return nothing;
  const tail = snapshot.text.slice(entry.captionRange.end, end);
  const page = tail.replace(/\d{1,4}(?=[\s|]*$)/, unknownPage);
  const line = [
    snapshot.text.slice(start, entry.range.start),
    printed.slice(0, at.start) + written + printed.slice(at.end),
    snapshot.text.slice(entry.range.end, entry.captionRange.start),
    /[a-z]/.test(entry.caption) ? caption : caption.toUpperCase(),
    page,
  ].join('');
  const name = nameProvision(provision);
  const decisions: Decision[] =
    page === tail
      ? []
      : [
          {
            ...entry.range,
            why: say`Beside ${name} comes the entry of the new provision: its page is to be filled in.`,
          },
        ];
  const explanation = say`The new provision gets its entry.`;
  const newText = place.before + line + place.behind;
  return {
    edits: [edit({ start: place.at, end: place.at }, newText, explanation)],
    decisions,
    done: new Set(),
  };
}

function edit({ start, end }: TextRange, newText: string, explanation: string): PlannedEdit {
  return { start, end, newText, reason: 'contents', needsConfirmation: false, explanation };
}

interface Announced {
  readonly entry: ContentsEntry;
  readonly provision: Provision;
}

/** The lines of the entries of a provision and of what stands in it. */
interface EntryBlock {
  readonly announced: readonly Announced[];
  readonly entries: readonly ContentsEntry[];
  /** Its lines, without the line end of the last. */
  readonly kept: TextRange;
  /** With what parts them from the entry behind, or before it where none follows. */
  readonly removed: TextRange;
}

/** Null where an entry shares its line, runs over several, or may be another's. */
function blockOfEntries(analysis: Analysis, provision: Provision): EntryBlock | null {
  const { contents, snapshot } = analysis;
  const first = entryOf(analysis, provision);
  if (first === null) return null;
  const held = [...walkProvisions([provision])].slice(1);
  const announced: Announced[] = [{ entry: contents[first] as ContentsEntry, provision }];
  for (let next = first + 1; next < contents.length; next += 1) {
    const entry = contents[next] as ContentsEntry;
    const child = held.find((one) => announces(entry, one));
    if (!child) break;
    announced.push({ entry, provision: child });
  }
  const entries = announced.map(({ entry }) => entry);
  const last = entries.at(-1) as ContentsEntry;
  if (!standAlone(analysis, entries)) return null;
  const kept = {
    start: snapshot.lineStart((entries[0] as ContentsEntry).line),
    end: snapshot.lineRange(last.line).end,
  };
  const behind = contents[first + entries.length];
  const before = contents[first - 1];
  if (behind && isBlankBetween(analysis, last.line, behind.line))
    return { announced, entries, kept, removed: { start: kept.start, end: snapshot.lineStart(behind.line) } };
  if (!before || !isBlankBetween(analysis, before.line, (entries[0] as ContentsEntry).line)) return null;
  return { announced, entries, kept, removed: { start: snapshot.lineRange(before.line).end, end: kept.end } };
}

interface EntryPlace {
  readonly at: number;
  readonly before: string;
  readonly behind: string;
  /** The entry beside it, which shows how entries are written. */
  readonly neighbour: Announced;
}

/** Where the entry comes of what stands in a series at the place of `provision`, or of what is new. */
function placeIn(
  analysis: Analysis,
  provision: Provision | null,
  { renumbering }: StructuralChange,
): EntryPlace | null {
  const order = renumbering.orders.findLast((series) => series.includes(provision));
  if (!order) return null;
  const at = order.indexOf(provision);
  const [previous, next] = [order[at - 1], order[at + 1]];
  const { snapshot } = analysis;
  const below = next && blockOfEntries(analysis, next);
  const above = previous && blockOfEntries(analysis, previous);
  // Both neighbours must be listed, where there are two, else the entry could come to stand under another heading.
  if ((next && !below) || (previous && !above)) return null;
  if (above && below && above.removed.end !== below.kept.start) return null;
  const block = below ?? above;
  const neighbour = block?.announced[0];
  if (!block || !neighbour) return null;
  if (below) {
    const gap = snapshot.text.slice(below.kept.end, below.removed.end);
    return { at: below.kept.start, before: '', behind: gap === '' ? '\n' : gap, neighbour };
  }
  const lineEnd = snapshot.text.slice(block.kept.end, snapshot.lineStart(lastLine(block) + 1)) || '\n';
  return { at: block.kept.end, before: lineEnd, behind: '', neighbour };
}

function lastLine({ entries }: EntryBlock): number {
  return entries.at(-1)?.line ?? 0;
}

/** Where in the contents the one entry of a provision stands; null for none, and where it is not sure. */
function entryOf({ contents }: Analysis, provision: Provision): number | null {
  let found: number | null = null;
  for (const [at, entry] of contents.entries()) {
    if (!announces(entry, provision)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

function announces(
  { designation, caption }: ContentsEntry,
  { numbering, caption: own, inline }: Provision,
): boolean {
  if (!numbering || inline || !own || caption === '' || !isSamePath(designation.path, numbering.path))
    return false;
  // One that is wrapped, or holds a second one, says less or more.
  if (lettersOf(caption) !== lettersOf(own)) return false;
  return (
    designation.keyword === null || designation.path.length > 1 || numbering.family === designation.keyword
  );
}

const leadersAndPage = /^[\s\u00a0.·…_|*-]*(?:\d{1,4}[\s|]*)?$/;
const beforeEntry = /^[\s\u00a0>*|+•·-]*$/;

function standAlone(analysis: Analysis, entries: readonly ContentsEntry[]): boolean {
  const { snapshot } = analysis;
  return entries.every(({ line, range, captionRange }, at) => {
    const { start, end } = snapshot.lineRange(line);
    const next = entries[at + 1];
    return (
      beforeEntry.test(snapshot.text.slice(start, range.start)) &&
      leadersAndPage.test(snapshot.text.slice(captionRange.end, end)) &&
      (!next || isBlankBetween(analysis, line, next.line))
    );
  });
}

function isBlankBetween({ snapshot }: Analysis, line: number, next: number): boolean {
  if (next <= line) return false;
  return snapshot.text.slice(snapshot.lineRange(line).end, snapshot.lineStart(next)).trim() === '';
}
