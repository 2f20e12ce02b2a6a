import type { Analysis } from '../analysis.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceMember } from '../model/reference.ts';
import { candidatesFor } from '../resolve/candidates.ts';
import { titleOf } from './places.ts';

/** Why a citation leads nowhere, or to more than one provision, and what is there instead. */
export function explainFailure(analysis: Analysis, reference: Reference, member: ReferenceMember): string {
  const { failure } = member;
  if (!failure) return '';
  const { reached } = failure;
  if (failure.reason === 'several') return `${member.targets.length} provisions answer to this.`;
  const candidates = candidatesFor(analysis, reference, member);
  const sought = soughtWords(analysis, member);
  if (!reached) return `There is no ${sought} here.${offer(analysis, candidates)}`;
  const there = describeMembers(reached);
  return `${titleOf(analysis, reached)} has no ${sought}${there ? `; it has ${there}` : ''}.${offer(analysis, candidates)}`;
}

/** The number that is missing, as it is printed, with its word. */
function soughtWords(analysis: Analysis, { steps, until, failure, text }: ReferenceMember): string {
  const step = [...steps, ...until].find(({ number }) => number === failure?.sought);
  if (!step) return failure?.sought || text;
  const printed = analysis.snapshot.slice(step.range).replace(/\s+/g, ' ');
  return step.unit
    ? `${properUnits.has(step.unit) ? capitalised(step.unit) : step.unit} ${printed}`
    : printed;
}

/** What is written with a capital in front of a number, as messages do throughout. */
const properUnits: ReadonlySet<string> = new Set([
  ...['article', 'section', 'subsection', 'chapter', 'part', 'title'],
  ...['exhibit', 'schedule', 'annex', 'appendix', 'attachment', 'addendum'],
]);

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "(a) to (d)"; empty where it is not divided. */
function describeMembers({ children }: Provision): string {
  const numbers = children.filter(({ ordinal }) => ordinal !== null).map(printedNumber);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  return numbers.length > 2 ? `${first} to ${last}` : numbers.join(' and ');
}

function printedNumber({ ordinal, numbering, kind }: Provision): string {
  const family = numbering?.family ?? '';
  if (family.startsWith('(')) return `(${ordinal})`;
  return /^#|^[a-z]/.test(family) ? `${ordinal}` : `${kind} ${ordinal}`;
}

function offer(analysis: Analysis, candidates: readonly Provision[]): string {
  const names = candidates.slice(0, 3).map((each) => titleOf(analysis, each));
  return names.length > 0 ? ` Perhaps ${listed(names, 'or')} is meant.` : '';
}

/** "A, B and C". */
export function listed(names: readonly string[], word = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
