import { countLeading } from '../text/ascending.ts';
import type { TextRange } from '../text/range.ts';
import type { PlannedEdit } from './edit-plan.ts';

/** Text that is taken out of one place and, unless it is deleted, put in at another. */
export interface Relocation {
  /** What leaves its place: the block with the blank lines that go with it. */
  readonly removed: TextRange;
  /** What of it is put in again, and where; null where it is deleted. */
  readonly destination: { readonly kept: TextRange; readonly at: number } | null;
  /** Blank lines before and behind the text at its new place. */
  readonly before: string;
  readonly behind: string;
}

/** Text that is new. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A text with edits made and at most one block elsewhere, and where each of its places has come to. */
export class ArrangedText {
  readonly text: string;
  readonly #stretches: readonly Stretch[];

  constructor(
    text: string,
    edits: readonly PlannedEdit[],
    relocation: Relocation | null,
    insertion: Insertion | null,
  ) {
    const parts: string[] = [];
    const stretches: Stretch[] = [];
    let length = 0;
    const write = (written: string): void => {
      parts.push(written);
      length += written.length;
    };
    const copy = (start: number, end: number): void => {
      if (end <= start) return;
      stretches.push({ start, end, at: length, edited: false });
      write(text.slice(start, end));
    };
    const copyEdited = ({ start, end }: TextRange): void => {
      let at = start;
      for (let index = firstEndingBehind(edits, start); index < edits.length; index += 1) {
        const edit = edits[index];
        if (!edit || edit.start >= end) break;
        if (edit.start < at) continue;
        copy(at, edit.start);
        stretches.push({ start: edit.start, end: edit.end, at: length, edited: true });
        write(edit.newText);
        at = edit.end;
      }
      copy(at, end);
    };
    const pieces = arrange(text.length, relocation, insertion);
    for (const piece of pieces) {
      if (typeof piece === 'string') write(piece);
      else copyEdited(piece);
    }
    this.text = parts.join('');
    this.#stretches = stretches.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** Where a place of the old text stands now; null where it was taken out. A binary search. */
  toNew(offset: number): number | null {
    const found = this.#stretches[countLeading(this.#stretches, ({ start }) => start <= offset) - 1];
    if (!found || offset < found.start || offset >= found.end) return null;
    return found.edited ? found.at : found.at + offset - found.start;
  }
}

/** A stretch of the old text, and where it stands in the new one. */
interface Stretch extends TextRange {
  readonly at: number;
  readonly edited: boolean;
}

type Piece = TextRange | string;

/** The stretches of the old text and what is new, in the order of the new text. */
function arrange(length: number, relocation: Relocation | null, insertion: Insertion | null): Piece[] {
  const cuts: Array<{ at: number; pieces: Piece[]; until: number }> = [];
  if (insertion) cuts.push({ at: insertion.at, pieces: [insertion.text], until: insertion.at });
  if (relocation) {
    const { removed, destination, before, behind } = relocation;
    cuts.push({ at: removed.start, pieces: [], until: removed.end });
    if (destination)
      cuts.push({
        at: destination.at,
        pieces: [before, destination.kept, behind],
        until: destination.at,
      });
  }
  cuts.sort((a, b) => a.at - b.at || a.until - b.until);
  const pieces: Piece[] = [];
  let at = 0;
  for (const cut of cuts) {
    pieces.push({ start: at, end: cut.at }, ...cut.pieces);
    at = cut.until;
  }
  pieces.push({ start: at, end: length });
  return pieces;
}

function firstEndingBehind(edits: readonly PlannedEdit[], offset: number): number {
  return countLeading(edits, ({ end }) => end <= offset);
}

/** The plan's edits: those outside the block, and the block where it leaves and where it comes to, with its own made. */
export function arrangedEdits(
  text: string,
  edits: readonly PlannedEdit[],
  relocation: Relocation | null,
  insertion: Insertion | null,
  explanations: { readonly moved: string; readonly inserted: string },
): readonly PlannedEdit[] {
  const { removed } = relocation ?? {};
  const isInside = ({ start, end }: TextRange): boolean =>
    removed !== undefined && removed.start <= start && end <= removed.end;
  const outside = edits.filter((edit) => !isInside(edit));
  const add = (start: number, end: number, newText: string, explanation: string): void => {
    outside.push({ start, end, newText, reason: 'moved', needsConfirmation: false, explanation });
  };
  if (insertion) add(insertion.at, insertion.at, insertion.text, explanations.inserted);
  if (relocation) {
    const { destination, before, behind } = relocation;
    add(relocation.removed.start, relocation.removed.end, '', explanations.moved);
    if (destination) {
      const { kept, at } = destination;
      const own = edits.filter(({ start, end }) => kept.start <= start && end <= kept.end);
      const moved = new ArrangedText(text.slice(0, kept.end), own, null, null).text.slice(kept.start);
      add(at, at, before + moved + behind, explanations.moved);
    }
  }
  return outside;
}
