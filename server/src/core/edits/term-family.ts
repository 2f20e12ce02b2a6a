import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { nameProvision } from '../model/naming.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { instrumentsOf } from '../resolve/instruments.ts';
import { referencesOf } from '../resolve/references.ts';
import { termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Decision } from './edit-plan.ts';
import { faultOfName } from './new-name.ts';

/** All definitions that give one name one meaning: in any number, where it is given and where others point to it. */
export interface TermFamily {
  readonly definitions: ReadonlySet<Definition>;
  /** Where they hold; null for the whole document. */
  readonly scope: Provision | null;
  /** Definitions of the same words that are left: they have a meaning of their own, or nobody can tell whether they do. */
  readonly decisions: readonly Decision[];
}

/** Below this nobody can be sure that a definition is one. */
const leastConfidence = 0.7;

/**
 * The family of a definition, or why its name cannot be changed here. A name that another document gives can be changed only
 * where `elsewhereToo` says that it is changed there at the same time.
 */
export function familyOf(
  analysis: Analysis,
  definition: Definition,
  elsewhereToo = false,
): TermFamily | string {
  const { term } = definition;
  if (definition.quoted) return say`“${term}” is defined in text that is quoted from another document.`;
  if (definition.confidence < leastConfidence) return notSureOf(term);
  if (/^[a-z]/.test(term) && !term.includes(' '))
    return say`“${term}” is written in small letters: its uses cannot be told from the ordinary word.`;
  if (
    /^(?:Article|Section|Clause|Paragraph|Exhibit|Schedule|Annex|Appendix|Rule|Regulation|Form) (?:[A-Z]?\d|[A-Z]$)/i.test(
      term,
    )
  )
    return say`“${term}” is a citation as well as a name.`;
  if (faultOfName(nameOf(definition), term) !== null)
    return say`“${term}” is written in a way in which its uses cannot be told from other words.`;
  const byScope = new Map<Provision | null, Definition[]>();
  for (const other of termsOf(analysis).definitionsOfTerm(term)) {
    if (other.quoted) continue;
    const sameScope = byScope.get(other.scope);
    if (sameScope) sameScope.push(other);
    else byScope.set(other.scope, [other]);
  }
  const family = new Set(byScope.get(definition.scope) ?? []);
  byScope.delete(definition.scope);
  let scope = definition.scope;
  const decisions: Decision[] = [];
  for (let grown = true; grown; ) {
    grown = false;
    for (const [otherScope, others] of byScope) {
      if (!others.some((other) => leadsTo(analysis, other, family)) && !leadsOut(analysis, family, others))
        continue;
      for (const other of others) family.add(other);
      byScope.delete(otherScope);
      scope = wider(scope, otherScope);
      grown = true;
    }
  }
  for (const [otherScope, others] of byScope) {
    if (otherScope === null || !contains(scope, otherScope)) continue;
    for (const other of others) {
      const why = whyLeft(other, otherScope);
      if (why !== null) decisions.push({ ...other.range, why });
    }
  }
  const members = [...family];
  // From one that is not sure there would be no way back.
  if (members.some(({ confidence }) => confidence < leastConfidence)) return notSureOf(term);
  const external = members.every((member) => member.pointer !== null)
    ? members.find((member) => isElsewhere(analysis, member))
    : undefined;
  if (external?.pointer && !elsewhereToo)
    return say`“${term}” has its name from another document (${external.pointer.text}).`;
  return { definitions: family, scope, decisions };
}

/** What the author is told of a definition that is left as it is; nothing of an attachment that has its own definitions. */
function whyLeft({ term, pointer }: Definition, scope: Provision): string | null {
  if (pointer) return say`It is not clear whether “${term}” means the same here: ${pointer.text}.`;
  if (isRootKind(scope.kind)) return null;
  return say`“${term}” has a meaning of its own in ${nameProvision(scope)}, and keeps its name there.`;
}

function notSureOf(term: string): string {
  return say`It is not sure enough that “${term}” is defined here for changing all its uses.`;
}

/** Whether a definition sends its reader to one of the others. */
function leadsTo(analysis: Analysis, definition: Definition, others: ReadonlySet<Definition>): boolean {
  const { pointer } = definition;
  if (!pointer) return false;
  const reference = referenceOf(analysis, definition);
  const isInside = ({ start, end }: { start: number; end: number }): boolean =>
    [...others].some((other) => start <= other.range.start && other.range.end <= end);
  if (reference)
    return reference.members.some(({ targets }) =>
      targets.some(({ provision }) => isInside(provision.range)),
    );
  return [...instrumentsOf(analysis).values()].some(
    (instrument) => instrument.isCalled(pointer.text) && isInside(instrument.provision.range),
  );
}

function leadsOut(
  analysis: Analysis,
  family: ReadonlySet<Definition>,
  others: readonly Definition[],
): boolean {
  const elsewhere = new Set(others);
  return [...family].some((member) => leadsTo(analysis, member, elsewhere));
}

/** Whether the meaning stands in another document. */
function isElsewhere(analysis: Analysis, definition: Definition): boolean {
  const { pointer } = definition;
  if (!pointer) return false;
  const reference = referenceOf(analysis, definition);
  if (reference) return reference.status === 'external';
  if (/\b(?:preamble|recitals?|introduct|opening|background|first paragraph|definition)/i.test(pointer.text))
    return false;
  return ![...instrumentsOf(analysis).values()].some((instrument) => instrument.isCalled(pointer.text));
}

function referenceOf(analysis: Analysis, { pointer }: Definition): Reference | null {
  if (!pointer) return null;
  const { start, end } = pointer.range;
  return referencesOf(analysis).find(({ range }) => range.start < end && start < range.end) ?? null;
}

function wider(one: Provision | null, other: Provision | null): Provision | null {
  return contains(one, other) ? one : other;
}

function contains(outer: Provision | null, inner: Provision | null): boolean {
  if (outer === null) return true;
  return inner !== null && outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
}

/** The name of a defined term without the article before it. */
export function nameOf({ term }: Definition): string {
  return term.replace(/^(?:the|an?) /i, '');
}
