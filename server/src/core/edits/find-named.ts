import type { Analysis } from '../analysis.ts';
import { readCitations } from '../inline/citations.ts';
import { nameProvision } from '../model/naming.ts';
import { isAttachmentKind, type Provision } from '../model/provision.ts';
import { followNumbers } from '../resolve/follow.ts';
import { type Instrument, instrumentsOf, rootOf } from '../resolve/instruments.ts';
import { say } from '../text/say.ts';
import type { Refusal } from './edit-plan.ts';

/**
 * The provision that a person names as in a citation: "Article 4", "Section 4.2(b)". `inside` names the instrument or
 * attachment that it is of ("Exhibit 1"); without it the document's own comes first, then the attachments.
 */
export function findNamed(analysis: Analysis, name: string, inside: string | null): Provision | Refusal {
  const instruments = [...instrumentsOf(analysis).values()];
  const scope = inside === null ? null : findInstrument(instruments, inside);
  if (scope && 'refusal' in scope) return scope;
  const found = scope ? lookUp(scope, name) : lookUpAnywhere(instruments, name);
  const [only, ...others] = found;
  if (!only)
    return { refusal: inside === null ? say`There is no ${name}.` : say`There is no ${name} in ${inside}.` };
  if (others.length > 0)
    return { refusal: say`${name} may be one of ${found.length} provisions: say in which attachment.` };
  return only;
}

/** An attachment or instrument by its name. */
export function findScope(analysis: Analysis, name: string): Provision | Refusal {
  const found = findInstrument([...instrumentsOf(analysis).values()], name);
  return 'refusal' in found ? found : found.provision;
}

function findInstrument(instruments: readonly Instrument[], name: string): Instrument | Refusal {
  const called = instruments.filter(
    (instrument) =>
      (isAttachmentKind(instrument.provision.kind) &&
        nameProvision(instrument.provision).toLowerCase() === name.toLowerCase()) ||
      instrument.isCalled(name),
  );
  const [only, ...others] = called;
  if (!only) return { refusal: say`There is no ${name}.` };
  return others.length > 0 && !isAttachmentKind(only.provision.kind)
    ? { refusal: say`${name} may be one of ${called.length} instruments.` }
    : only;
}

function lookUpAnywhere(instruments: readonly Instrument[], name: string): readonly Provision[] {
  const [own, ...attached] = instruments;
  const found = own ? lookUp(own, name) : [];
  return found.length > 0 ? found : [...new Set(attached.flatMap((instrument) => lookUp(instrument, name)))];
}

function lookUp(instrument: Instrument, name: string): readonly Provision[] {
  const citation = readCitations(name)[0];
  const member = citation?.members[0];
  if (!citation || !member) return [];
  const { targets } = followNumbers(member.steps, citation.unit, {
    source: instrument.provision,
    offset: instrument.provision.range.start,
    place: null,
    instrument,
    base: null,
  });
  return targets.filter(({ parent }) => parent !== null && rootOf(parent) === instrument.provision);
}
