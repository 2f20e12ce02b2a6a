import type { Analysis } from '../../analysis.ts';
import { nameProvision } from '../../model/naming.ts';
import { isRootKind, type Provision, walkProvisions } from '../../model/provision.ts';
import type { ReferenceTarget } from '../../model/reference.ts';
import { perAnalysis } from '../../resolve/per-analysis.ts';
import { contains, type TextRange, touches } from '../../text/range.ts';
import { cite } from './citation.ts';
import { provisionsAt } from './selection.ts';

/** Asks for something at a place in one way after another: whoever knows of anything there answers. */
export type Provider<Answer> = (analysis: Analysis, offset: number) => Answer | null;

export function firstAnswer<Answer>(
  providers: ReadonlyArray<Provider<Answer>>,
  analysis: Analysis,
  offset: number,
): Answer | null {
  for (const provider of providers) {
    const answer = provider(analysis, offset);
    if (answer) return answer;
  }
  return null;
}

/** A provision as an editor goes to it. */
export interface Place {
  /** All of it. */
  readonly range: TextRange;
  /** What is shown of it: its heading. Lies inside `range`. */
  readonly selection: TextRange;
}

export function placeOf({ provision, range }: ReferenceTarget): Place {
  if (!contains(range, provision.heading)) {
    const isPart = range.start > provision.heading.start;
    // A paragraph of the text has no heading of its own.
    if (isPart) return { range, selection: range };
    const whole = { start: range.start, end: Math.max(range.end, provision.heading.end) };
    return { range: whole, selection: provision.heading };
  }
  return { range, selection: provision.heading };
}

export function wholeOf(provision: Provision): ReferenceTarget {
  return { provision, range: provision.range };
}

/** The provision in whose number or caption the cursor stands. Costs the children on the way down. */
export function headedAt(analysis: Analysis, offset: number): Provision | null {
  for (const provision of provisionsAt(analysis, offset)) {
    if (!provision.implied && headingPieces(provision).some((piece) => touches(piece, offset)))
      return provision;
  }
  return null;
}

/** The printed number and caption; none of what has neither. */
export function headingPieces({ designation, captionRange }: Provision): readonly TextRange[] {
  return [designation, captionRange].filter((piece) => piece !== null);
}

/** How a provision is called where it is spoken of: "Section 4.2(a)". Never empty. */
export function titleOf(analysis: Analysis, provision: Provision): string {
  return cite(analysis, provision) || nameProvision(provision);
}

/** What a provision stands in, outermost first, without the whole document and what has no heading. */
export function containersOf(provision: Provision): readonly Provision[] {
  const containers: Provision[] = [];
  for (let at = provision.parent; at?.parent; at = at.parent) if (!at.implied) containers.unshift(at);
  return containers;
}

/** The provision with an id that an earlier answer named; null where it is gone. */
export function provisionWithId(analysis: Analysis, id: string): Provision | null {
  return provisionsById(analysis).get(id) ?? null;
}

const provisionsById = perAnalysis(
  ({ outline }) => new Map([...walkProvisions(outline)].map((provision) => [provision.id, provision])),
);

/** The innermost provision around that a reader would name: an implied paragraph has no number to name it by. */
export function namedAround(provision: Provision | null): Provision | null {
  let at = provision;
  while (at?.parent && !isNamed(at)) at = at.parent;
  return at;
}

function isNamed({ implied, ordinal, caption, kind }: Provision): boolean {
  return !implied && (ordinal !== null || caption !== null || isRootKind(kind));
}
