import type { Analysis } from '../analysis.ts';
import type { Reference, ReferenceMember, ReferenceTarget } from '../model/reference.ts';
import { candidatesFor } from '../resolve/candidates.ts';
import { explainFailure } from '../resolve/failures.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { Hover, HoverPart } from './answers.ts';
import { targetsOf } from './citations/cited-targets.ts';
import { type PointedCitation, referenceIndexOf } from './citations/reference-index.ts';
import { passageOf } from './provisions/passage.ts';
import { firstAnswer, type Provider, wholeOf } from './provisions/places.ts';
import { hoverOfTerm } from './term-hover.ts';

export function hoverAt(analysis: Analysis, offset: number): Hover | null {
  return firstAnswer(providers, analysis, offset);
}

const providers: ReadonlyArray<Provider<Hover>> = [hoverOfTerm, ofCitation];

/** About what fits on a screen beside the text; several provisions share it. */
const longestText = 1_600;
const shortestText = 300;
const mostPassages = 6;

function ofCitation(analysis: Analysis, offset: number): Hover | null {
  const pointed = referenceIndexOf(analysis).at(offset);
  if (!pointed) return null;
  const { reference, member, piece } = pointed;
  const parts = reference.status === 'external' ? [outside(pointed)] : inside(analysis, pointed);
  if (parts.length === 0) return null;
  const ownLine = member && reference.members.length > 1 ? within(piece, member.range) : piece;
  return { range: ownLine, parts };
}

function outside({ reference }: PointedCitation): HoverPart {
  const where = reference.external ?? say`a law or another document that is not named here`;
  return note(say`Taken to be in ${where}. It is not part of this document and was not looked up.`);
}

/** A part for each provision that is cited; what is wrong stands before what may be meant. */
function inside(analysis: Analysis, { reference, member }: PointedCitation): HoverPart[] {
  const members = member ? [member] : reference.members;
  const troubles = members.flatMap((cited) => trouble(analysis, reference, cited));
  const targets = targetsOf(reference, member);
  const offered = members.flatMap((cited) =>
    cited.failure && cited.targets.length === 0
      ? candidatesFor(analysis, reference, cited).map(({ provision }) => wholeOf(provision))
      : [],
  );
  return [...troubles, ...passages(analysis, [...targets, ...offered])];
}

function trouble(analysis: Analysis, reference: Reference, member: ReferenceMember): HoverPart[] {
  if (!member.failure) return [];
  return [{ kind: 'trouble', text: explainFailure(analysis, reference, member) }];
}

function passages(analysis: Analysis, targets: readonly ReferenceTarget[]): HoverPart[] {
  const shown = targets.slice(0, mostPassages);
  const share = Math.max(shortestText, Math.floor(longestText / Math.max(1, shown.length)));
  const parts = shown.map(
    (target): HoverPart => ({ kind: 'passage', passage: passageOf(analysis, target, share) }),
  );
  const left = targets.length - shown.length;
  return left > 0 ? [...parts, note(say`And ${left} more.`)] : parts;
}

function note(text: string): HoverPart {
  return { kind: 'note', text };
}

function within(outer: TextRange, inner: TextRange): TextRange {
  return { start: Math.max(outer.start, inner.start), end: Math.min(outer.end, inner.end) };
}
