import type { Provision, ProvisionKind } from '../../server/src/core/model/provision.ts';
import { isRootKind, walkProvisions } from '../../server/src/core/model/provision.ts';
import type { TextSnapshot } from '../../server/src/core/text/snapshot.ts';

/** A provision that a careful reader found; lines count from 1. */
export interface GoldProvision {
  readonly kind: ProvisionKind;
  readonly number: string | null;
  readonly line: number;
  /** The line of the provision it belongs to, null for the top; not said where it does not matter. */
  readonly parent?: number | null;
  readonly inline?: boolean;
  /** May be found or not. */
  readonly optional?: boolean;
  /** Came to the start of its line because the sentence wrapped: counts as inline and as not inline. */
  readonly wrapped?: boolean;
}

/** How well the outline of a document agrees with the gold; each from 0 to 1, with every fault in words. */
export interface Score {
  /** F1 of the provisions that begin a line. */
  readonly outline: number;
  /** F1 of those inside a sentence. */
  readonly inline: number;
  /** Share of the matched ones that have the right kind, and that hang below the right one. */
  readonly kinds: number;
  readonly nesting: number;
  readonly faults: readonly string[];
}

export function scoreOutline(
  gold: readonly GoldProvision[],
  outline: readonly Provision[],
  snapshot: TextSnapshot,
): Score {
  const lineOf = (provision: Provision) =>
    snapshot.lineAt((provision.designation ?? provision.heading).start) + 1;
  const found = [...walkProvisions(outline)].filter(
    (provision) => !provision.implied && isCounted(provision.kind, provision.number),
  );
  const faults: string[] = [];
  const f1: Record<'outline' | 'inline', number> = { outline: 1, inline: 1 };
  let kinds = 1;
  let nesting = 1;
  for (const row of ['outline', 'inline'] as const) {
    const inline = row === 'inline';
    const wanted = gold.filter(
      (entry) => isCounted(entry.kind, entry.number) && ((entry.inline ?? false) === inline || entry.wrapped),
    );
    if (inline && wanted.every((entry) => entry.optional)) continue;
    const rest = found.filter((provision) => provision.inline === inline);
    const pairs: Array<{ entry: GoldProvision; provision: Provision }> = [];
    let missed = 0;
    for (const entry of wanted) {
      const at = rest.findIndex((provision) => lineOf(provision) === entry.line && isSame(entry, provision));
      const provision = rest[at];
      if (provision) {
        pairs.push({ entry, provision });
        rest.splice(at, 1);
      } else if (!entry.optional && !entry.wrapped) {
        missed += 1;
        faults.push(`${row}: ${entry.kind} ${entry.number} on line ${entry.line} was missed`);
      }
    }
    for (const extra of rest)
      faults.push(`${row}: ${extra.kind} ${extra.number} on line ${lineOf(extra)} is none`);
    const right = pairs.filter(({ entry }) => !entry.optional).length;
    f1[row] = harmonicMean(share(right, right + rest.length), share(right, right + missed));
    if (inline) continue;
    const wrongKind = pairs.filter(({ entry, provision }) => !isSameKind(entry.kind, provision.kind));
    for (const { entry, provision } of wrongKind)
      faults.push(`kind: ${provision.kind} for ${entry.kind} ${entry.number} on line ${entry.line}`);
    kinds = share(pairs.length - wrongKind.length, pairs.length);
    const placed = pairs.filter(({ entry }) => entry.parent !== undefined);
    const misplaced = placed.filter(
      ({ entry, provision }) => !isUnder(provision, entry.parent ?? null, lineOf),
    );
    for (const { entry } of misplaced)
      faults.push(
        `nesting: ${entry.kind} ${entry.number} on line ${entry.line} belongs to line ${entry.parent}`,
      );
    nesting = share(placed.length - misplaced.length, placed.length);
  }
  return { ...f1, kinds, nesting, faults };
}

/** Whether the nearest one above is the one on line `parent`; instruments and implied paragraphs are passed over. */
function isUnder(provision: Provision, parent: number | null, lineOf: (above: Provision) => number): boolean {
  for (let above = provision.parent; above; above = above.parent) {
    if (lineOf(above) === parent) return true;
    if (!above.implied && !isRootKind(above.kind)) return false;
  }
  return parent === null;
}

const attachments: ReadonlySet<ProvisionKind> = new Set([
  'exhibit',
  'schedule',
  'annex',
  'appendix',
  'supplement',
]);

function isCounted(kind: ProvisionKind, number: string | null): boolean {
  return (number !== null && number !== '') || attachments.has(kind);
}

function isSame(entry: GoldProvision, provision: Provision): boolean {
  if (plainNumber(entry.number) !== plainNumber(provision.number)) return false;
  return (entry.number ?? '') !== '' || isSameKind(entry.kind, provision.kind);
}

function plainNumber(number: string | null): string {
  return (number ?? '')
    .replace(/^[\s(]+/, '')
    .replace(/[\s().]+$/, '')
    .toLowerCase();
}

const likeKinds: ReadonlyArray<ReadonlySet<ProvisionKind>> = [
  new Set<ProvisionKind>(['section', 'subsection', 'clause']),
  new Set<ProvisionKind>(['item', 'subitem']),
  new Set<ProvisionKind>(['statement', 'instrument']),
];

function isSameKind(one: ProvisionKind, other: ProvisionKind): boolean {
  return one === other || likeKinds.some((kinds) => kinds.has(one) && kinds.has(other));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
