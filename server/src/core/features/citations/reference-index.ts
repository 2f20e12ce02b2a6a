import type { Provision } from '../../model/provision.ts';
import type { Reference, ReferenceMember } from '../../model/reference.ts';
import { perAnalysis } from '../../resolve/per-analysis.ts';
import { referencesOf } from '../../resolve/references.ts';
import { countLeading } from '../../text/ascending.ts';
import { type TextRange, touches } from '../../text/range.ts';

/** The citations of a document by where they stand and by what they cite. */
export const referenceIndexOf = perAnalysis((analysis) => new ReferenceIndex(referencesOf(analysis)));

/** A citation with a cursor on it. */
export interface PointedCitation {
  readonly reference: Reference;
  /** The member under the cursor; null where it is on a word that belongs to all of them. */
  readonly member: ReferenceMember | null;
  /** What of the citation stands on the cursor's line. */
  readonly piece: TextRange;
}

/** A member of a citation that leads to a provision: by itself, or as one of a range. */
export interface Citing {
  readonly reference: Reference;
  readonly member: ReferenceMember;
}

class ReferenceIndex {
  /** In the order of the text; none overlaps another. */
  readonly all: readonly Reference[];
  #citing: Map<Provision, Citing[]> | null = null;

  constructor(references: readonly Reference[]) {
    this.all = references;
  }

  /** The citation at a cursor, which may also stand right behind it. */
  at(offset: number): PointedCitation | null {
    const last = this.#lastStartingAt(offset);
    for (const reference of [this.all[last], this.all[last - 1]]) {
      const piece = reference?.pieces.find((candidate) => touches(candidate, offset));
      if (reference && piece) return { reference, member: memberAt(reference, offset), piece };
    }
    return null;
  }

  /** Those of which something stands in a stretch of the document. */
  touching({ start, end }: TextRange): readonly Reference[] {
    const first = Math.max(0, this.#lastStartingAt(start));
    const found = this.all.slice(first, this.#lastStartingAt(end - 1) + 1);
    return found[0] && found[0].range.end <= start ? found.slice(1) : found;
  }

  /** The citations that lead to this very provision, in the order of the text; a member once, however it is printed. */
  citing(provision: Provision): readonly Citing[] {
    this.#citing ??= this.#collect();
    return this.#citing.get(provision) ?? [];
  }

  #collect(): Map<Provision, Citing[]> {
    const citing = new Map<Provision, Citing[]>();
    for (const reference of this.all) {
      for (const member of reference.members) {
        for (const { provision } of member.targets) {
          const known = citing.get(provision);
          if (!known) citing.set(provision, [{ reference, member }]);
          // "the first and third paragraphs" are two places of one provision.
          else if (known.at(-1)?.member !== member) known.push({ reference, member });
        }
      }
    }
    return citing;
  }

  /** The position of the last citation that begins at `offset` or before it; -1 where there is none. */
  #lastStartingAt(offset: number): number {
    return countLeading(this.all, ({ range }) => range.start <= offset) - 1;
  }
}

/** A cursor behind a number is on it, unless it is on the next one. */
function memberAt({ members }: Reference, offset: number): ReferenceMember | null {
  return (
    members.find(({ range }) => range.start <= offset && offset < range.end) ??
    members.find(({ range }) => touches(range, offset)) ??
    null
  );
}

/** What a member covers of the document, line by line. */
export function piecesOf({ reference, member }: Citing): readonly TextRange[] {
  // A citation of one provision is pointed at with its word: "Section 4.2".
  if (reference.members.length === 1) return reference.pieces;
  return reference.pieces.flatMap((piece) => {
    const start = Math.max(piece.start, member.range.start);
    const end = Math.min(piece.end, member.range.end);
    return start < end ? [{ start, end }] : [];
  });
}
