import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';

/** All that a command would change in a document: it is done as a whole or not at all. Immutable. */
export interface EditPlan {
  /** In the order of the text, none over another; none that leaves the text as it is. */
  readonly edits: readonly PlannedEdit[];
  /** Places that only the author can decide about, in the order of the text: nothing is changed there. */
  readonly decisions: readonly Decision[];
}

/** One replacement, and why it belongs to the plan. What runs over a line end takes several. */
export interface PlannedEdit extends TextRange {
  readonly newText: string;
  readonly reason: EditReason;
  /** Whether an editor shows it unticked or asks before it applies it: likely right, but not surely. */
  readonly needsConfirmation: boolean;
  /** Why this place is changed, as a sentence for the author. */
  readonly explanation: string;
}

/** A place that the author has to look at. */
export interface Decision extends TextRange {
  /** What is open there, as a sentence for the author. */
  readonly why: string;
}

/** Why a command changes nothing at all, as a sentence for the author. */
export interface Refusal {
  readonly refusal: string;
}

export type Planned = EditPlan | Refusal;

export type EditReason =
  | 'definition'
  | 'term'
  | 'article'
  | 'number'
  | 'citation'
  | 'caption'
  | 'contents'
  | 'attachment'
  | 'moved';

/** The title under which a preview shows the edits of a reason. */
export function titleOfReason(reason: EditReason): string {
  switch (reason) {
    case 'definition':
      return say`Definitions`;
    case 'term':
      return say`Uses of the term`;
    case 'article':
      return say`“a” and “an” before the term`;
    case 'number':
      return say`Numbers of provisions`;
    case 'citation':
      return say`Citations`;
    case 'caption':
      return say`Captions`;
    case 'contents':
      return say`Contents`;
    case 'attachment':
      return say`Attachments`;
    case 'moved':
      return say`Moved text`;
  }
}

/** A plan of these edits; a refusal where two of them want the same text. */
export function planEdits(
  text: string,
  edits: readonly PlannedEdit[],
  decisions: readonly Decision[] = [],
): Planned {
  const sorted = edits
    .filter(({ start, end, newText }) => text.slice(start, end) !== newText)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let previous: PlannedEdit | null = null;
  for (const edit of sorted) {
    if (
      previous &&
      (edit.start < previous.end || (edit.start === previous.start && edit.end === previous.end))
    )
      return {
        refusal: say`Two changes of “${text.slice(previous.start, edit.end)}” contradict each other.`,
      };
    previous = edit;
  }
  return { edits: sorted, decisions: decisions.toSorted((a, b) => a.start - b.start || a.end - b.end) };
}

export function isRefusal(planned: Planned): planned is Refusal {
  return 'refusal' in planned;
}

/** The text with all edits of a plan made. Linear. */
export function applyPlan(text: string, { edits }: EditPlan): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of edits) {
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
