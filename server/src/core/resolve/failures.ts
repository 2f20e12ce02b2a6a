import type { Analysis } from '../analysis.ts';
import { bracketed, nameProvision, wordFor } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceFailure, ReferenceMember } from '../model/reference.ts';
import { allOf, anyOf, say, translated } from '../text/say.ts';
import { type Candidate, candidatesFor, relativesOf } from './candidates.ts';
import { nameInPlace, nameMissing } from './citation-names.ts';
import { instrumentsOf, rootOf } from './instruments.ts';

/**
 * Why a citation leads nowhere, what is there instead and what may be meant, in sentences: the same under the mouse as in
 * the list of problems. Empty where it leads somewhere.
 */
export function explainFailure(analysis: Analysis, reference: Reference, member: ReferenceMember): string {
  const { failure, targets } = member;
  if (!failure) return '';
  if (failure.reason === 'several') return say`${targets.length} provisions answer to this.`;
  const candidates = candidatesFor(analysis, reference, member);
  return `${complain(analysis, reference, member)}${suggest(candidates, failure)}`;
}

/** "There is no Section 12.4 in this document", or how far it got: "Article 12 has no (3): it has items (1) and (2)." */
function complain(analysis: Analysis, reference: Reference, member: ReferenceMember): string {
  const reached = member.failure?.reached;
  if (!reached)
    return say`There is no ${nameMissing(member)} ${searched(analysis, reference)}${whatIs(relativesOf(analysis, reference, member))}.`;
  return say`${nameInPlace(reached)} has no ${soughtLabel(member)}: ${contentsOf(reached)}.`;
}

/** Where it was looked for: a provision of an attachment is not one of the document. */
function searched(analysis: Analysis, { source }: Reference): string {
  const root = source && rootOf(source);
  if (root?.parent) return say`in ${nameProvision(root)} or around it`;
  return instrumentsOf(analysis).size > 1 ? say`in the main document` : say`in this document`;
}

/** Which numbers there are instead, where these are the end of the series or the group of a compound one. */
function whatIs(relatives: readonly Provision[]): string {
  const [first] = relatives;
  if (!first) return '';
  return relatives.length === 1
    ? say`: the last is ${nameProvision(first)}`
    : say`: there are ${nameAll(relatives)}`;
}

function soughtLabel({ steps, until, failure }: ReferenceMember): string {
  const sought = failure?.sought ?? '';
  const step = [...steps, ...until].find(({ number }) => number === sought);
  const printed = step?.bracketed === false ? sought : `(${sought})`;
  const unit = step?.unit ?? (step?.bracketed === false ? steps.at(-1)?.unit : null);
  return unit ? `${unit} ${printed}` : printed;
}

function contentsOf({ children }: Provision): string {
  const numbered = children.filter(({ ordinal }) => ordinal !== null);
  const listed = numbered.filter(({ inline }) => !inline);
  const list = listed.length > 0 ? listed : numbered;
  return list.length === 0 ? say`it is not subdivided` : say`it has ${nameAll(list)}`;
}

/** More than these are named by the first and the last. */
const mostNamed = 6;

/** "items (a), (b) and (c)", "Sections 5.1 to 5.12", "only item (a)". */
function nameAll(list: readonly Provision[]): string {
  const [first] = list;
  const last = list.at(-1);
  if (!first || !last) return '';
  if (list.length === 1) return say`only ${nameProvision(first)}`;
  const word = wordFor(first);
  if (list.some((provision) => wordFor(provision) !== word))
    return say`${nameProvision(first)} to ${nameProvision(last)}`;
  const numbers = list.map((provision) => bracketed(provision, provision.ordinal ?? ''));
  return numbers.length > mostNamed
    ? say`${translated(word)}s ${numbers[0] ?? ''} to ${numbers.at(-1) ?? ''}`
    : say`${translated(word)}s ${allOf(numbers)}`;
}

function suggest(candidates: readonly Candidate[], { sought }: ReferenceFailure): string {
  const names = candidates.map(({ provision, step }) =>
    // What keeps the subdivision and changes the number above it is named whole: "Section 3.7(d)".
    step && step.number !== sought ? `${nameInPlace(provision)}(${sought})` : nameProvision(provision),
  );
  return names.length === 0 ? '' : say` Is ${anyOf(names)} meant?`;
}
