import type { Analysis } from '../analysis.ts';
import { explicitCitation } from '../features/citations/restated-citation.ts';
import { nameProvision } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import type { ArrangedText } from './arranged-text.ts';
import type { StructuralChange } from './change.ts';
import { citesReleveled } from './citation-edits.ts';
import type { Decision, Refusal } from './edit-plan.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { mayBeRestated } from './restated-citation.ts';
import { isSamePath } from './written-number.ts';

/** A citation that means something else in the changed text. */
export interface Strayed {
  readonly reference: Reference;
  /** What it can be replaced by so that it means what it meant. */
  readonly explicit: string | null;
  /** Something that it cites is deleted, and marked as missing where it is printed. */
  readonly hasLost: boolean;
  readonly why: string;
}

export interface Verdict {
  readonly strayed: readonly Strayed[];
  /** Citations that led nowhere, or nowhere for sure, and now lead somewhere. */
  readonly resolvedByChance: readonly Decision[];
}

export interface ChangedDocument {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly arranged: ArrangedText;
  readonly numbers: NewNumbers;
  readonly change: StructuralChange;
}

/** Compares what the document says of itself before and after a command. Linear. */
export function verifyChange(changed: ChangedDocument): Verdict | Refusal {
  const successors = new Successors(changed);
  const refusal = misreadProvision(changed, successors);
  if (refusal) return refusal;
  const { before, after, arranged, numbers } = changed;
  const citationsAfter = new Map(referencesOf(after).map((reference) => [reference.range.start, reference]));
  const strayed: Strayed[] = [];
  const resolvedByChance: Decision[] = [];
  for (const reference of referencesOf(before)) {
    if (reference.source && numbers.isDeleted(reference.source)) continue;
    const place = arranged.toNew(reference.range.start);
    const now = place === null ? undefined : citationsAfter.get(place);
    if (reference.status !== 'resolved') {
      if (now?.status === 'resolved')
        resolvedByChance.push({
          ...reference.range,
          why: say`It led to no provision for sure; now it would mean ${nameTargets(now)}.`,
        });
      continue;
    }
    const stray = strayedCitation(reference, now, changed, successors);
    if (stray) strayed.push(stray);
  }
  return { strayed, resolvedByChance };
}

/** Which provision of the changed document is which of the one before, by their places. */
class Successors {
  readonly #byPlace = new Map<number, Provision[]>();
  readonly #arranged: ArrangedText;

  constructor({ after, arranged }: ChangedDocument) {
    this.#arranged = arranged;
    for (const provision of walkProvisions(after.outline)) {
      const place = placeOf(provision);
      const known = this.#byPlace.get(place);
      if (known) known.push(provision);
      else this.#byPlace.set(place, [provision]);
    }
  }

  of(provision: Provision): Provision | null {
    if (!provision.parent)
      return this.#byPlace.get(this.#arranged.toNew(placeOf(provision)) ?? -1)?.[0] ?? null;
    const place = this.#arranged.toNew(placeOf(provision));
    const found = place === null ? [] : (this.#byPlace.get(place) ?? []);
    const alike = found.filter(
      (other) =>
        (other.designation === null) === (provision.designation === null) &&
        other.implied === provision.implied,
    );
    return alike.find(({ kind }) => kind === provision.kind) ?? alike[0] ?? null;
  }

  /** The new provision of an insertion. */
  between(start: number, end: number): Provision | null {
    for (const [place, provisions] of this.#byPlace)
      if (start <= place && place < end)
        return provisions.find(({ designation }) => designation !== null) ?? null;
    return null;
  }
}

function placeOf({ designation, range }: Provision): number {
  return designation?.start ?? range.start;
}

/** A provision that would not be read as what it is to be: its number, its place in the tree. */
function misreadProvision(changed: ChangedDocument, successors: Successors): Refusal | null {
  const { numbers, change, before } = changed;
  for (const provision of walkProvisions(before.outline)) {
    if (!provision.designation || !provision.numbering || numbers.isDeleted(provision)) continue;
    const now = successors.of(provision);
    const parent = change.newParents.get(provision) ?? provision.parent;
    const isRead = now !== null && isSamePath(now.numbering?.path ?? [], numbers.pathOf(provision));
    if (isRead && now.parent === (parent && successors.of(parent))) continue;
    const line = before.snapshot.lineAt(provision.range.start) + 1;
    return {
      refusal: say`${nameProvision(provision)} (line ${line}) would not be read for what it is after this change, so that nothing can be said of its citations.`,
    };
  }
  return null;
}

function strayedCitation(
  reference: Reference,
  now: Reference | undefined,
  { before, after, numbers, arranged }: ChangedDocument,
  successors: Successors,
): Strayed | null {
  const meant = new Set<Provision | null>();
  let hasLost = false;
  for (const { targets } of reference.members) {
    for (const { provision } of targets) {
      if (numbers.isDeleted(provision)) hasLost = true;
      else meant.add(successors.of(provision));
    }
  }
  const read = new Set<Provision | null>();
  if (now?.status === 'resolved')
    for (const { targets } of now.members) for (const { provision } of targets) read.add(provision);
  const strange = [...read].some((provision) => !meant.has(provision));
  // Where something of a list is deleted its mark ends the list: what stands behind it is not read.
  const isWhole = hasLost ? reference.form === 'explicit' : read.size === meant.size;
  if (!strange && isWhole) return null;
  const why =
    strange && now
      ? say`After this change it would mean ${nameTargets(now)}.`
      : hasLost
        ? say`Something that it cites is deleted.`
        : citesReleveled(reference, numbers)
          ? say`What it cites comes to another level, so that it is to be cited in another form.`
          : say`After this change it would not be read as it is now.`;
  const [only, ...others] = meant;
  const explicit =
    only && others.length === 0 && !hasLost && mayBeRestated(reference, before, numbers)
      ? explicitCitation(reference, only, after, (offset) => arranged.toNew(offset))
      : null;
  return { reference, explicit, hasLost, why };
}

function nameTargets({ members }: Reference): string {
  const [first] = members.flatMap(({ targets }) => targets);
  return first ? nameProvision(first.provision) : say`another provision`;
}
