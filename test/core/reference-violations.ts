import type { Analysis } from '../../server/src/core/analysis.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import type { Reference, ReferenceMember } from '../../server/src/core/model/reference.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';
import { contains, range, type TextRange } from '../../server/src/core/text/range.ts';

/** The references of an analysis as plain data: provisions by their ids. */
export function plainReferences(analysis: Analysis): unknown {
  return JSON.parse(
    JSON.stringify(referencesOf(analysis), (key, value) =>
      (key === 'provision' || key === 'source' || key === 'reached') && value ? value.id : value,
    ),
  );
}

/** What is wrong with the references of an analysis, whatever its text; empty where all is well. */
export function referenceViolations(analysis: Analysis): string[] {
  const wrong: string[] = [];
  const provisions = new Set<Provision>(walkProvisions(analysis.outline));
  let last = 0;
  for (const reference of referencesOf(analysis)) {
    const line = analysis.snapshot.lineAt(Math.min(reference.range.start, analysis.snapshot.text.length)) + 1;
    const say = (what: string): void => {
      wrong.push(`“${reference.text}” on line ${line} ${what}`);
    };
    if (reference.range.start < last) say('begins before another has ended');
    last = reference.range.end;
    for (const fault of placeFaults(analysis, reference)) say(fault);
    for (const member of reference.members)
      for (const fault of memberFaults(analysis, reference, member, provisions)) say(fault);
    if (reference.source && !provisions.has(reference.source)) say('stands in no provision of the outline');
    if (!(reference.confidence >= 0 && reference.confidence <= 1))
      say(`has a confidence of ${reference.confidence}`);
  }
  return wrong;
}

function* placeFaults({ snapshot }: Analysis, reference: Reference): Generator<string> {
  const { pieces, text, caption } = reference;
  if (!isInside(reference.range, range(0, snapshot.text.length))) yield 'leaves the document';
  if (pieces[0]?.start !== reference.range.start || pieces.at(-1)?.end !== reference.range.end)
    yield 'has pieces that end elsewhere';
  for (const [index, piece] of pieces.entries()) {
    if (!isInside(piece, reference.range)) yield 'has a piece outside of it';
    if (piece.start < (pieces[index - 1]?.end ?? 0)) yield 'has pieces that overlap';
    if (/[\r\n]/.test(snapshot.slice(piece))) yield 'has a piece over a line end';
  }
  const joined = pieces.map((piece) => snapshot.slice(piece).trim()).join(' ');
  if (words(joined) !== words(text)) yield `reads “${joined}” in its pieces`;
  if (caption && !isInside(caption.range, reference.range)) yield 'has its caption elsewhere';
}

function* memberFaults(
  { snapshot }: Analysis,
  reference: Reference,
  member: ReferenceMember,
  provisions: ReadonlySet<Provision>,
): Generator<string> {
  const { range: place, status, targets, failure, steps, until } = member;
  if (!isInside(place, reference.range)) yield 'has a member outside of it';
  if ((status === 'unresolved' || status === 'ambiguous') !== (failure !== null))
    yield `is ${status} ${failure ? 'for a reason' : 'for no reason'}`;
  if ((status === 'resolved' || status === 'ambiguous') !== targets.length > 0)
    yield `is ${status} with ${targets.length} targets`;
  for (const { provision, range: meant } of targets) {
    if (!provisions.has(provision)) yield 'leads out of the outline';
    if (!isInside(meant, provision.range)) yield 'leads out of its target';
  }
  for (const step of [...steps, ...until]) {
    if (!step.shared && !isInside(step.range, place)) yield `prints ${step.number} outside of its member`;
    const printed = snapshot.slice(step.range).replace(/\s/g, '');
    if (!printed.includes(step.number)) yield `does not print ${step.number} in “${printed}”`;
  }
}

function isInside(part: TextRange, whole: TextRange): boolean {
  return part.end > part.start && contains(whole, part);
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
