import type { Reference, ReferenceMember, ReferenceTarget } from '../../model/reference.ts';
import { touches } from '../../text/range.ts';
import { wholeOf } from '../provisions/places.ts';
import type { PointedCitation } from './reference-index.ts';

/** What a cursor on a citation means: the member under it, else all. Each provision once. */
export function targetsUnder({ reference, member }: PointedCitation, offset: number): ReferenceTarget[] {
  const targets = targetsOf(reference, member);
  if (targets.length > 0) return targets;
  // Of "Section 4.2(z)", which is not there, the 4.2 may be.
  const step = reference.members
    .flatMap(({ steps }) => steps)
    .find(({ range, provision }) => provision !== null && touches(range, offset));
  return step?.provision ? [wholeOf(step.provision)] : [];
}

export function targetsOf(reference: Reference, member: ReferenceMember | null): ReferenceTarget[] {
  const members = member ? [member] : reference.members;
  const found = new Map<string, ReferenceTarget>();
  for (const { targets } of members)
    for (const target of targets) found.set(`${target.provision.id} ${target.range.start}`, target);
  return [...found.values()];
}
