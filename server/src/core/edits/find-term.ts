import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { instrumentsOf, rootOf } from '../resolve/instruments.ts';
import { termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Refusal } from './edit-plan.ts';
import { familyOf, nameOf } from './term-family.ts';

/**
 * The definition of a term that a person names. `inside` names the instrument or attachment that defines it ("Exhibit
 * 1"); without it there must be no other definition of that name with a meaning of its own.
 */
export function findTerm(analysis: Analysis, name: string, inside: string | null): Definition | Refusal {
  const scope = inside === null ? null : findInstrument(analysis, inside);
  if (inside !== null && !scope) return { refusal: say`There is no ${inside}.` };
  const named = termsOf(analysis)
    .definitionsOfTerm(name)
    .filter(({ source }) => !scope || (source !== null && isInside(source, scope)));
  const exact = named.filter((definition) => nameOf(definition) === name);
  const candidates = (exact.length > 0 ? exact : named).toSorted(
    (one, other) => Number(one.quoted) - Number(other.quoted),
  );
  const [first] = candidates;
  if (!first)
    return {
      refusal:
        inside === null
          ? say`“${name}” is defined nowhere.`
          : say`“${name}” is defined nowhere in ${inside}.`,
    };
  const family = familyOf(analysis, first);
  if (typeof family === 'string') return { refusal: family };
  const other = candidates.find((definition) => !definition.quoted && !family.definitions.has(definition));
  return other
    ? { refusal: say`“${name}” is defined ${whereOf(first)} and ${whereOf(other)}: say in which instrument.` }
    : first;
}

function findInstrument(analysis: Analysis, name: string): Provision | null {
  const instruments = [...instrumentsOf(analysis).values()];
  const plain = name.trim().toLowerCase();
  const found =
    instruments.find(({ provision }) => nameProvision(provision).toLowerCase() === plain) ??
    instruments.find((instrument) => instrument.isCalled(name));
  return found?.provision ?? null;
}

function isInside({ range }: Provision, outer: Provision): boolean {
  return outer.range.start <= range.start && range.end <= outer.range.end;
}

function whereOf({ source }: Definition): string {
  return source ? say`in ${nameProvision(rootOf(source))}` : say`here`;
}
