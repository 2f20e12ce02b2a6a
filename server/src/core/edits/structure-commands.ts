import type { Analysis } from '../analysis.ts';
import type { Provision } from '../model/provision.ts';
import type { StructuralChange } from './change.ts';
import { deleteProvision } from './delete-provision.ts';
import type { Planned, Refusal } from './edit-plan.ts';
import { findNamed, findScope } from './find-named.ts';
import { insertProvision } from './insert-provision.ts';
import { moveProvision } from './move-provision.ts';
import { type ChangeOptions, planChange } from './plan-change.ts';
import { demoteProvision, promoteProvision } from './relevel-provision.ts';
import { type BranchNumbers, type PinnedScheme, renumber } from './renumber.ts';

/** A command as a person gives it: provisions are named as in citations. */
export type StructureCommand =
  | {
      readonly kind: 'insert';
      readonly place: NamedPlace;
      readonly heading: string;
      readonly number: 'next' | 'branch';
    }
  | { readonly kind: 'move'; readonly provision: string; readonly place: NamedPlace }
  | { readonly kind: 'delete'; readonly provision: string }
  | { readonly kind: 'promote'; readonly provision: string }
  | { readonly kind: 'demote'; readonly provision: string }
  | { readonly kind: 'renumber'; readonly provision: string | null; readonly branches: BranchNumbers };

export interface NamedPlace {
  readonly side: 'before' | 'after';
  readonly provision: string;
}

/** Plans a command. `inside` is the instrument or attachment that its names are of; null for the document's own. */
export function planCommand(
  analysis: Analysis,
  command: StructureCommand,
  inside: string | null,
  options?: ChangeOptions,
): Planned {
  const change = changeOf(analysis, command, inside, options?.scheme);
  return 'refusal' in change ? change : planChange(analysis, change, options);
}

function changeOf(
  analysis: Analysis,
  command: StructureCommand,
  inside: string | null,
  scheme?: PinnedScheme,
): StructuralChange | Refusal {
  const named = (name: string): Provision | Refusal => findNamed(analysis, name, inside);
  if (command.kind === 'renumber') {
    const scope = scopeOf(analysis, command.provision, inside);
    return scope && 'refusal' in scope ? scope : renumber(analysis, scope, command.branches, scheme);
  }
  if (command.kind === 'delete' || command.kind === 'promote' || command.kind === 'demote') {
    const provision = named(command.provision);
    return 'refusal' in provision ? provision : oneProvisionChanges[command.kind](analysis, provision);
  }
  const neighbour = named(command.place.provision);
  if ('refusal' in neighbour) return neighbour;
  const place = { side: command.place.side, provision: neighbour };
  if (command.kind === 'insert') return insertProvision(analysis, place, command.heading, command.number);
  const provision = named(command.provision);
  return 'refusal' in provision ? provision : moveProvision(analysis, provision, place);
}

const oneProvisionChanges = {
  delete: deleteProvision,
  promote: promoteProvision,
  demote: demoteProvision,
} as const;

function scopeOf(analysis: Analysis, name: string | null, inside: string | null): Provision | Refusal | null {
  if (name !== null) return findNamed(analysis, name, inside);
  return inside === null ? null : findScope(analysis, inside);
}
