import { type Analysis, analyzeChanged } from '../analysis.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { ArrangedText, arrangedEdits } from './arranged-text.ts';
import type { StructuralChange } from './change.ts';
import { type CitationChanges, citationChanges } from './citation-edits.ts';
import { contentsChanges } from './contents-edits.ts';
import { type Decision, type Planned, type PlannedEdit, planEdits } from './edit-plan.ts';
import { mentionChanges } from './mention-edits.ts';
import { NewNumbers } from './numbers-in-text.ts';
import type { PinnedScheme } from './renumber.ts';
import { type Verdict, verifyChange } from './verification.ts';

export interface ChangeOptions {
  /** Whether "the preceding Article" gives way to a number where it would mean another Article, or is kept and listed. */
  readonly relativeCitations: 'rewrite' | 'keep';
  /** How the project pins the numbering: renumbering follows it. */
  readonly scheme?: PinnedScheme;
}

export const defaultChangeOptions: ChangeOptions = { relativeCitations: 'rewrite' };

/**
 * All edits of a command: numbers, what cites them, contents. The changed text is read before anything is proposed: where a
 * provision would be read otherwise than meant nothing is done at all, and where a citation would, it is left to the
 * author. Costs two or three readings of the document.
 */
export function planChange(
  analysis: Analysis,
  change: StructuralChange,
  options: ChangeOptions = defaultChangeOptions,
): Planned {
  const { text } = analysis.snapshot;
  const numbers = new NewNumbers(analysis, change.renumbering);
  const designations = numbers.edits();
  if ('refusal' in designations) return designations;
  const mentions = mentionChanges(analysis, numbers);
  const parts = [
    withoutUnread(citationChanges(analysis, numbers), mentions.decisions),
    mentions,
    contentsChanges(analysis, numbers, change),
  ];
  let edits = inOrder([...designations, ...parts.flatMap((part) => part.edits)]);
  const decisions: Decision[] = parts.flatMap((part) => part.decisions);
  let after = analysis;
  for (let round = 0; ; round += 1) {
    const arranged = new ArrangedText(text, edits, change.relocation, change.insertion);
    after = analyzeChanged(after, arranged.text);
    const verdict = verifyChange({ before: analysis, after, arranged, numbers, change });
    if ('refusal' in verdict) return verdict;
    if (round > 0) {
      decisions.push(...openCitations(verdict, decisions));
      edits = edits.filter(
        (edit) =>
          !verdict.strayed.some(({ reference, hasLost }) => !hasLost && isWithin(edit, reference.range)),
      );
      break;
    }
    const replaced = replaceCitations(edits, verdict, options);
    decisions.push(...replaced.decisions.filter((decision) => !isKnown(decision, decisions)));
    if (!replaced.changed) break;
    edits = replaced.edits;
  }
  const { explanation } = change;
  const all = arrangedEdits(text, edits, change.relocation, change.insertion, {
    moved: explanation,
    inserted: explanation,
  });
  return planEdits(text, all, decisions);
}

/** A citation of which a part was not read is left as it is, and so is the rest of it. */
function withoutUnread(citations: CitationChanges, unread: readonly TextRange[]): CitationChanges {
  const edits = citations.edits.filter((edit) => !unread.some((place) => isWithin(edit, place)));
  return { ...citations, edits };
}

function inOrder(edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** What would be read otherwise is written out where it can be, and left as it is where not. */
function replaceCitations(
  edits: readonly PlannedEdit[],
  { strayed, resolvedByChance }: Verdict,
  { relativeCitations }: ChangeOptions,
): {
  readonly edits: readonly PlannedEdit[];
  readonly decisions: readonly Decision[];
  readonly changed: boolean;
} {
  const decisions: Decision[] = [...resolvedByChance];
  const added: PlannedEdit[] = [];
  const dropped: TextRange[] = [];
  for (const { reference, explicit, hasLost, why } of strayed) {
    const isExplicit = reference.form === 'explicit';
    // What is marked as missing says so, whatever is read of the rest.
    if (isExplicit && !hasLost) dropped.push(reference.range);
    if (explicit !== null && (isExplicit || relativeCitations === 'rewrite')) {
      const explanation = say`“${reference.text}” would mean another provision.`;
      const { range } = reference;
      added.push({ ...range, newText: explicit, reason: 'citation', needsConfirmation: false, explanation });
    } else decisions.push({ ...reference.range, why });
  }
  const kept = edits.filter((edit) => !dropped.some((place) => isWithin(edit, place)));
  const changed = added.length > 0 || kept.length < edits.length;
  return { edits: inOrder([...kept, ...added]), decisions, changed };
}

function isWithin({ start, end }: TextRange, outer: TextRange): boolean {
  return outer.start <= start && end <= outer.end;
}

function openCitations({ strayed, resolvedByChance }: Verdict, known: readonly Decision[]): Decision[] {
  const open = [...strayed.map(({ reference, why }) => ({ ...reference.range, why })), ...resolvedByChance];
  return open.filter((decision) => !isKnown(decision, known));
}

function isKnown({ start, end }: Decision, known: readonly Decision[]): boolean {
  return known.some((other) => other.start === start && other.end === end);
}
