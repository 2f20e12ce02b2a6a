import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference, ReferenceMember, ReferenceStep } from '../model/reference.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { newCitedNumber, numberRange, printedSteps } from './cited-numbers.ts';
import { rewriteRange } from './cited-ranges.ts';
import type { Decision, PlannedEdit } from './edit-plan.ts';
import { mergedMembers } from './merged-members.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { openQuestion } from './touched-numbers.ts';

/** Stands where a provision was cited that is no more: what it is to mean only the author knows. */
export const missingNumber = '[•]';

export interface CitationChanges {
  readonly edits: readonly PlannedEdit[];
  readonly decisions: readonly Decision[];
}

/**
 * The citations whose numbers change, each in the form in which it is written; what is not sure is left as it is and
 * listed. Linear in the citations.
 */
export function citationChanges(analysis: Analysis, numbers: NewNumbers): CitationChanges {
  const edits: PlannedEdit[] = [];
  const decisions: Decision[] = [];
  for (const reference of referencesOf(analysis)) {
    if (reference.source && numbers.isDeleted(reference.source)) continue;
    const open = openQuestion(analysis, reference, numbers);
    if (open !== null) {
      decisions.push({ ...reference.range, why: open });
      continue;
    }
    if (reference.status !== 'resolved' || citesReleveled(reference, numbers)) continue;
    const rewriting = new CitationRewriting(analysis, reference, numbers);
    rewriting.rewrite();
    if (rewriting.open !== null) decisions.push({ ...reference.range, why: rewriting.open });
    else {
      edits.push(...rewriting.edits);
      decisions.push(...rewriting.deleted);
    }
  }
  return { edits, decisions };
}

/** What comes to another level is cited in another form: such citations are found when the changed text is read. */
export function citesReleveled(reference: Reference, numbers: NewNumbers): boolean {
  for (const { step } of printedSteps(reference))
    if (step.provision && numbers.isReleveled(step.provision)) return true;
  return reference.members.some(({ targets }) =>
    targets.some(({ provision }) => numbers.isReleveled(provision)),
  );
}

/** The edits of one citation, all or none. */
class CitationRewriting {
  edits: PlannedEdit[] = [];
  readonly deleted: Decision[] = [];
  /** What keeps it from being rewritten. */
  open: string | null = null;
  readonly #analysis: Analysis;
  readonly #text: string;
  readonly #reference: Reference;
  readonly #numbers: NewNumbers;
  /** What is written for each printed number, by where it stands: members that share it must agree. */
  readonly #written = new Map<number, string>();

  constructor(analysis: Analysis, reference: Reference, numbers: NewNumbers) {
    this.#analysis = analysis;
    this.#text = analysis.snapshot.text;
    this.#reference = reference;
    this.#numbers = numbers;
  }

  rewrite(): void {
    for (let at: Reference | null = this.#reference; at && this.open === null; at = at.outer) {
      for (const member of at.members) this.#rewriteMember(member);
    }
    for (const shared of this.#sharedSteps()) {
      const written = this.#written.get(shared.step.range.start);
      if (shared.text !== written) this.open ??= say`Numbers that it prints once become different ones.`;
    }
    if (this.open !== null) return;
    const merged = mergedMembers(this.#analysis, this.#reference, this.#numbers);
    if (merged) {
      this.edits = [];
      this.#edit(merged.start, merged.end, merged.newText);
    } else if (this.edits.length > 0) this.#putInOrder();
  }

  #rewriteMember(member: ReferenceMember): void {
    const isRange = member.until.length > 0;
    for (const steps of [member.steps, member.until]) {
      for (const [at, step] of steps.entries()) {
        if (isRange && at === steps.length - 1) continue;
        const text = this.#newText(step, steps[at - 1]);
        if (step.shared || text === null) continue;
        this.#written.set(step.range.start, text);
        this.#replace(step, text);
      }
    }
    if (isRange) this.#rewriteRange(member);
  }

  /** Null where it is left out: below a number that is marked as missing. */
  #newText(step: ReferenceStep, before: ReferenceStep | undefined): string | null {
    const cited = newCitedNumber(step, before, this.#numbers);
    if (cited.kind === 'open') this.open ??= cited.why;
    if (cited.kind === 'changed') return cited.text;
    if (cited.kind === 'deleted') {
      const isBelow = before?.provision && this.#numbers.isDeleted(before.provision);
      if (isBelow && step.bracketed) return null;
      this.#noteDeleted(step.provision);
      return missingNumber;
    }
    return step.number;
  }

  #noteDeleted(provision: Provision | null): void {
    if (!provision || this.deleted.length > 0) return;
    const why = say`It cites ${nameProvision(provision)}, which is deleted: say what it is to mean.`;
    this.deleted.push({ ...this.#reference.range, why });
  }

  *#sharedSteps(): Generator<{ step: ReferenceStep; text: string }> {
    for (const { steps, until } of this.#reference.members) {
      for (const chain of [steps, until]) {
        for (const [at, step] of chain.entries()) {
          if (!step.shared || !this.#written.has(step.range.start)) continue;
          const cited = newCitedNumber(step, chain[at - 1], this.#numbers);
          yield { step, text: cited.kind === 'changed' ? cited.text : step.number };
        }
      }
    }
  }

  #replace(step: ReferenceStep, text: string): void {
    if (text === step.number) return;
    const place = text === missingNumber ? step.range : numberRange(step, this.#text);
    this.#edit(place.start, place.end, text);
  }

  #edit(start: number, end: number, newText: string): void {
    const cited = this.#reference.text;
    const explanation = say`“${cited}” goes on meaning what it means.`;
    this.edits.push({ start, end, newText, reason: 'citation', needsConfirmation: false, explanation });
  }

  #rewriteRange(member: ReferenceMember): void {
    const rewritten = rewriteRange(member, this.#reference, this.#numbers, this.#text);
    if (rewritten.open !== null) this.open ??= rewritten.open;
    if (rewritten.deleted) this.#noteDeleted(rewritten.deleted);
    for (const { start, end, newText } of rewritten.edits) this.#edit(start, end, newText);
  }

  /** "Sections 4.3, 4.1 and 4.2" was 4.1, 4.2 and 4.3 before: lists stay in the order of the numbers. */
  #putInOrder(): void {
    const { members, range } = this.#reference;
    if (members.length < 2 || members.some(({ until, targets }) => until.length > 0 || targets.length !== 1))
      return;
    // "Sections 4 and 7, respectively": the order says something.
    if (/respective/i.test(this.#text.slice(Math.max(0, range.start - 400), range.end + 400))) return;
    const lasts = members.map(({ steps }) => steps.at(-1));
    const own = members.map(({ steps }) => steps.filter(({ shared }) => !shared).length);
    if (lasts.some((step) => !step?.provision || step.shared) || own.slice(1).some((count) => count !== 1))
      return;
    const slots = lasts.flatMap((step) => (step?.provision ? { step, provision: step.provision } : []));
    const parents = new Set(slots.map(({ provision }) => provision.parent));
    const order = (provision: Provision): number => this.#numbers.pathOf(provision).at(-1) ?? 0;
    const was = ({ numbering }: Provision): number => numbering?.path.at(-1) ?? 0;
    const rising = (value: (provision: Provision) => number): boolean =>
      slots.every(({ provision }, at) => {
        const next = slots[at + 1];
        return !next || value(provision) < value(next.provision);
      });
    const written = slots.map(({ step }) => this.#written.get(step.range.start) ?? step.number);
    if (parents.size > 1 || !rising(was) || rising(order) || written.includes(missingNumber)) return;
    const sorted = slots
      .map(({ provision }, at) => ({ text: written[at] ?? '', order: order(provision) }))
      .sort((a, b) => a.order - b.order);
    const places = new Set(slots.map(({ step }) => numberRange(step, this.#text).start));
    this.edits = this.edits.filter(({ start }) => !places.has(start));
    for (const [at, { step }] of slots.entries()) this.#replace(step, sorted[at]?.text ?? step.number);
  }
}
