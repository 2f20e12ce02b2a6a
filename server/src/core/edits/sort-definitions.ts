import type { Analysis } from '../analysis.ts';
import { alphabeticalKey, longestSorted } from '../rules/unsorted-definitions.ts';
import { say } from '../text/say.ts';
import { endingOf, type OfferedPlan } from './define-term.ts';
import { type DefinitionList, listsOf } from './definition-list.ts';
import { type PlannedEdit, planEdits } from './edit-plan.ts';

/**
 * Moves the entries of a list of definitions that stand out of alphabetical order to their places; the others stay where
 * they are. Null where the place is in no such list, or nothing stands out of order.
 */
export function sortDefinitions(analysis: Analysis, offset: number): OfferedPlan | null {
  const list = listsOf(analysis).find(({ entries }) => {
    const [first, last] = [entries[0], entries.at(-1)];
    return first && last && first.start <= offset && offset <= last.end;
  });
  if (!list) return null;
  const { entries } = list;
  const keys = entries.map(({ definition }) => alphabeticalKey(definition.term));
  const settled = longestSorted(keys);
  const moved = entries.map((_, at) => at).filter((at) => !settled.has(at));
  const [first] = moved;
  if (first === undefined) return null;
  const term = entries[first]?.definition.term ?? '';
  const title =
    moved.length > 1 ? say`Sort ${entries.length} definitions` : titleFor(list, keys, settled, first, term);
  const { text } = analysis.snapshot;
  const endings = new Set(entries.map((entry) => endingOf(text, entry)));
  if (endings.size > 1)
    return {
      title,
      planned: { refusal: say`The definitions end in different signs, which would be mixed up.` },
    };
  const broken = moved.map((at) => entries[at]).find((entry) => entry?.isBroken);
  if (broken) return { title, planned: { refusal: say`A page ends inside “${broken.definition.term}”.` } };
  return { title, planned: planEdits(text, moves(text, list, keys, settled, moved)) };
}

/** Each entry is taken out with what parts it from the next; those that go to one place are put there in their order. */
function moves(
  text: string,
  { entries, gap }: DefinitionList,
  keys: readonly string[],
  settled: ReadonlySet<number>,
  moved: readonly number[],
): readonly PlannedEdit[] {
  const edits: PlannedEdit[] = [];
  const put = new Map<number, PlannedEdit>();
  for (const at of moved.toSorted((one, other) => ((keys[one] ?? '') < (keys[other] ?? '') ? -1 : 1))) {
    const [entry, before, behind] = [entries[at], entries[at - 1], entries[at + 1]];
    if (!entry) continue;
    const shared = {
      reason: 'moved' as const,
      needsConfirmation: false,
      explanation: say`“${entry.definition.term}” at its place in the alphabet.`,
    };
    const taken = behind
      ? { start: entry.start, end: behind.start }
      : { start: before?.end ?? entry.start, end: entry.end };
    edits.push({ ...taken, newText: '', ...shared });
    const target = entries[placeAmong(keys, settled, at)];
    const place = target?.start ?? entries.at(-1)?.end ?? 0;
    const body = text.slice(entry.start, entry.end);
    const newText = `${put.get(place)?.newText ?? ''}${target ? `${body}${gap}` : `${gap}${body}`}`;
    put.set(place, { start: place, end: place, newText, ...shared });
  }
  return [...edits, ...put.values()];
}

function titleFor(
  { entries }: DefinitionList,
  keys: readonly string[],
  settled: ReadonlySet<number>,
  at: number,
  term: string,
): string {
  const next = entries[placeAmong(keys, settled, at)];
  return next ? say`Move “${term}” before “${next.definition.term}”` : say`Move “${term}” to the end`;
}

/** The settled entry before which another belongs; the number of entries where it is the last. */
function placeAmong(keys: readonly string[], settled: ReadonlySet<number>, at: number): number {
  const found = keys.findIndex((key, index) => settled.has(index) && key > (keys[at] ?? ''));
  return found < 0 ? keys.length : found;
}
