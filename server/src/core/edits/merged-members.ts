import type { Analysis } from '../analysis.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceStep } from '../model/reference.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { referencesOf } from '../resolve/references.ts';
import type { TextRange } from '../text/range.ts';
import { newCitedNumber } from './cited-numbers.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { type Path, startsWith } from './written-number.ts';

/** Fewer follow each other as often in a list as in a range. */
const fewest = 3;

/**
 * A list whose members come to follow each other, as the range that the document would write: "Articles 4, 5 and 7" is
 * "Articles 4 to 6" once Article 6 is gone. Null where it is none, was one before, or the document writes lists.
 */
export function mergedMembers(
  analysis: Analysis,
  reference: Reference,
  numbers: NewNumbers,
): (TextRange & { readonly newText: string }) | null {
  const { pieces, members, range } = reference;
  const joint = members.length < fewest || pieces.length > 1 ? null : jointOfRanges(analysis);
  if (joint === null) return null;
  const cited = plainMembers(reference);
  if (!cited || follow(cited.map(({ provision }) => provision.numbering?.path ?? []))) return null;
  if (!follow(cited.map(({ provision }) => numbers.pathOf(provision)))) return null;
  const [first, last] = [cited[0], cited.at(-1)];
  if (!first || !last) return null;
  if (/respective/i.test(analysis.snapshot.text.slice(Math.max(0, range.start - 400), range.end + 400)))
    return null;
  const ends = [first, last].map(({ step }) => {
    const after = newCitedNumber(step, undefined, numbers);
    return after.kind === 'changed' ? after.text : after.kind === 'same' ? step.number : null;
  });
  if (ends.includes(null)) return null;
  return { start: first.step.range.start, end: last.step.range.end, newText: ends.join(joint) };
}

interface PlainMember {
  readonly step: ReferenceStep;
  readonly provision: Provision;
}

/** The members of a list of nothing but numbers without brackets; null for any other citation. */
function plainMembers({ members, outer }: Reference): readonly PlainMember[] | null {
  const cited: PlainMember[] = [];
  for (const { steps, until, targets } of members) {
    const [step, ...deeper] = steps;
    const isPlain = until.length === 0 && deeper.length === 0 && targets.length === 1 && outer === null;
    if (!isPlain || !step?.provision || step.bracketed || step.shared) return null;
    cited.push({ step, provision: step.provision });
  }
  return cited;
}

function follow(paths: readonly Path[]): boolean {
  return paths.every((path, at) => {
    const before = paths[at - 1];
    if (!before) return path.length > 0;
    const isKin = path.length === before.length && startsWith(path, before.slice(0, -1));
    return isKin && (path.at(-1) ?? 0) === (before.at(-1) ?? 0) + 1;
  });
}

/** What joins the ends of ranges in a document that never lists what it could write as a range; null for any other. */
const jointOfRanges = perAnalysis((analysis): string | null => {
  let joint: string | null = null;
  for (const reference of referencesOf(analysis)) {
    if (reference.status !== 'resolved') continue;
    const listed = reference.members.length < fewest ? null : plainMembers(reference);
    if (listed && follow(listed.map(({ provision }) => provision.numbering?.path ?? []))) return null;
    for (const { steps, until, targets } of reference.members) {
      const [from, to] = [steps.at(-1), until[0]];
      if (!from || !to || until.length !== 1 || targets.length < fewest) continue;
      const between = analysis.snapshot.text.slice(from.range.end, to.range.start);
      if (/^(?: (?:to|through) | ?[-–] ?)$/.test(between)) joint ??= between;
    }
  }
  return joint;
});
