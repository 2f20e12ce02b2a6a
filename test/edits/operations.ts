import type { Analysis } from '../../server/src/core/analysis.ts';
import type { StructuralChange } from '../../server/src/core/edits/change.ts';
import { deleteProvision } from '../../server/src/core/edits/delete-provision.ts';
import type { Refusal } from '../../server/src/core/edits/edit-plan.ts';
import { insertProvision } from '../../server/src/core/edits/insert-provision.ts';
import { moveProvision } from '../../server/src/core/edits/move-provision.ts';
import { demoteProvision, promoteProvision } from '../../server/src/core/edits/relevel-provision.ts';
import { type PinnedScheme, renumber, renumberOne } from '../../server/src/core/edits/renumber.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';

export const operationNames = [
  'insert',
  'move',
  'delete',
  'promote',
  'demote',
  'renumber',
  'renumber one',
] as const;
export type OperationName = (typeof operationNames)[number];

export interface Operation {
  readonly name: OperationName;
  readonly change: StructuralChange | Refusal;
  readonly about: string;
}

/** The heading of what is put in: words that no document has. */
export const newCaption = 'Quincunx Zephyrs';

const schemes: readonly PinnedScheme[] = [
  new Map(),
  new Map([
    ['article', 'arabic'],
    ['section', 'arabic'],
  ]),
  new Map([
    ['article', 'roman-upper'],
    ['item', 'alpha-lower'],
  ]),
];

/** A command that somebody might give: most often about headings, sometimes about any item at all. */
export function randomOperation(analysis: Analysis, below: (limit: number) => number): Operation | null {
  const all = [...walkProvisions(analysis.outline)].filter(({ designation }) => designation !== null);
  const headed = all.filter(({ inline, numbering }) => !inline && /^[a-z#]/.test(numbering?.family ?? ''));
  const pool = headed.length > 0 && below(4) > 0 ? headed : all;
  const provision = pool[below(pool.length)];
  if (!provision) return null;
  const name = operationNames[below(20) === 0 ? 5 : below(20) === 0 ? 6 : below(5)] ?? 'insert';
  const side = below(2) === 0 ? 'before' : 'after';
  const about = analysis.snapshot.slice(provision.heading).slice(0, 60);
  switch (name) {
    case 'insert':
      return {
        name,
        about,
        change: insertProvision(
          analysis,
          { side, provision },
          newCaption,
          below(5) === 0 ? 'branch' : 'next',
        ),
      };
    case 'delete':
      return { name, about, change: deleteProvision(analysis, provision) };
    case 'promote':
      return { name, about, change: promoteProvision(analysis, provision) };
    case 'demote':
      return { name, about, change: demoteProvision(analysis, provision) };
    case 'renumber':
      return {
        name,
        about,
        change: renumber(
          analysis,
          below(2) === 0 ? null : provision,
          below(2) === 0 ? 'kept' : 'absorbed',
          schemes[below(schemes.length)],
        ),
      };
    case 'renumber one': {
      const path = provision.numbering?.path ?? [];
      if (path.length === 0) return null;
      return {
        name,
        about,
        change: renumberOne(analysis, provision, path.with(-1, (path.at(-1) ?? 0) + 1 + below(3))),
      };
    }
    case 'move': {
      const kin = pool.filter((other) => isKin(provision, other));
      const other = kin[below(kin.length)];
      if (!other) return null;
      return {
        name,
        about: `${about} ${side} ${analysis.snapshot.slice(other.heading).slice(0, 40)}`,
        change: moveProvision(analysis, provision, { side, provision: other }),
      };
    }
  }
}

function isKin(a: Provision, b: Provision): boolean {
  return a !== b && a.kind === b.kind && a.numbering?.family === b.numbering?.family;
}
