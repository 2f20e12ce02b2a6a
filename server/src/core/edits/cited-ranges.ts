import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceMember, ReferenceStep } from '../model/reference.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { newCitedNumber, numberRange } from './cited-numbers.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { writeNumberLike } from './written-number.ts';

interface Replacement extends TextRange {
  readonly newText: string;
}

export interface RewrittenRange {
  readonly edits: readonly Replacement[];
  /** What keeps it from being rewritten. */
  readonly open: string | null;
  /** A provision of the range that is no more. */
  readonly deleted: Provision | null;
}

/**
 * A range of a citation ("12.1 through 12.3") after the command: it takes in what it took in before and nothing else. Where
 * a stranger has come between, or a member has gone elsewhere, it is split: "12.1 through 12.2 and 12.4".
 */
export function rewriteRange(
  member: ReferenceMember,
  reference: Reference,
  numbers: NewNumbers,
  text: string,
): RewrittenRange {
  const [first, last] = [member.steps.at(-1), member.until.at(-1)];
  if (!first?.provision || !last?.provision) return unchanged;
  const provisions = member.targets.map(({ provision }) => provision);
  const order = numbers.renumbering.orders.find((series) => provisions.some((one) => series.includes(one)));
  const kept = provisions.filter((provision) => !numbers.isDeleted(provision));
  const deleted = provisions.find((provision) => numbers.isDeleted(provision)) ?? null;
  if (!order) return ends(first, last, member, numbers, text);
  if (kept.length === 0) return { ...unchanged, open: say`All that it cites is deleted.` };
  if (!kept.every((provision) => order.includes(provision)))
    return { ...unchanged, open: say`The provisions of this range do not stay together.` };
  const whole = runsOf(kept, order);
  // "4 and 5" rather than "4 to 5" where a range is split.
  const runs =
    whole.length < 2 ? whole : whole.flatMap((run) => (run.length === 2 ? run.map((one) => [one]) : [run]));
  const write = (step: ReferenceStep, provision: Provision): string | null => {
    const after = numbers.pathOf(provision);
    // A branch such as 4-2 is written as it is printed itself.
    const like = step.provision?.numbering?.path.length === after.length ? step.provision : provision;
    const { number, numbering } = like;
    const printed = like === step.provision ? step.number : (number ?? '');
    return writeNumberLike(printed, numbering?.path ?? [], after, numbering?.numeral ?? 'arabic');
  };
  const written: string[][] = [];
  for (const run of runs) {
    const numbersOfRun = (run.length > 1 ? [run[0], run.at(-1)] : [run[0]]).map(
      (provision) => provision && write(first, provision),
    );
    if (!numbersOfRun.every((number) => typeof number === 'string'))
      return { ...unchanged, open: say`Its numbers cannot be written in the way in which they are.` };
    written.push(
      numbersOfRun.map((number) =>
        text.slice(first.range.start, first.range.end).replace(first.number, number),
      ),
    );
  }
  return { ...placeRuns(written, first, last, member, reference, text), deleted };
}

const unchanged: RewrittenRange = { edits: [], open: null, deleted: null };

/** Nothing of the range goes elsewhere: only its ends are called otherwise. */
function ends(
  first: ReferenceStep,
  last: ReferenceStep,
  member: ReferenceMember,
  numbers: NewNumbers,
  text: string,
): RewrittenRange {
  const edits: Replacement[] = [];
  for (const [step, before] of [
    [first, member.steps.at(-2)],
    [last, member.until.at(-2)],
  ] as const) {
    const cited = newCitedNumber(step, before, numbers);
    if (cited.kind === 'open') return { ...unchanged, open: cited.why };
    if (cited.kind === 'deleted') return { ...unchanged, open: say`An end of this range is deleted.` };
    if (cited.kind === 'changed') edits.push({ ...numberRange(step, text), newText: cited.text });
  }
  return { ...unchanged, edits };
}

/** The members in the new order, cut where something else stands between two. */
function runsOf(provisions: readonly Provision[], order: ReadonlyArray<Provision | null>): Provision[][] {
  const wanted = new Set(provisions);
  const runs: Provision[][] = [];
  let open = false;
  for (const provision of order) {
    if (provision === null || !wanted.has(provision)) open = false;
    else if (open) runs.at(-1)?.push(provision);
    else {
      runs.push([provision]);
      open = true;
    }
  }
  return runs;
}

/** Writes the runs where the range stands; what joins its ends in the text goes on joining the ends of one of them. */
function placeRuns(
  runs: readonly string[][],
  first: ReferenceStep,
  last: ReferenceStep,
  member: ReferenceMember,
  reference: Reference,
  text: string,
): RewrittenRange {
  const start = first.range.start;
  const behindFirst = first.range.end;
  const lastStart = (member.until[0] ?? last).range.start;
  const joint = text.slice(behindFirst, lastStart);
  const isPlain = member.until.length === 1;
  const [only] = runs;
  if (runs.length === 1 && only?.length === 2) {
    const edits = [
      { ...first.range, newText: only[0] ?? '' },
      { ...last.range, newText: only[1] ?? '' },
    ];
    return {
      ...unchanged,
      edits: edits.filter(({ newText, ...place }) => newText !== text.slice(place.start, place.end)),
    };
  }
  if (!isPlain || /[\r\n]/.test(joint))
    return { ...unchanged, open: say`This range cannot be split where it stands.` };
  const parts = runs.map((run) => run.join(joint));
  const isLast = reference.members.at(-1) === member;
  const newText = isLast ? joinList(parts) : parts.join(', ');
  return { ...unchanged, edits: [{ start, end: last.range.end, newText }] };
}

function joinList(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
