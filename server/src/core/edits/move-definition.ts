import type { Analysis } from '../analysis.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import type { Definition } from '../model/definition.ts';
import { nameProvision } from '../model/naming.ts';
import { say } from '../text/say.ts';
import { endingOf, type OfferedPlan } from './define-term.ts';
import { commonest, entryOf, homeOf, listFor, listsOf, placeInList } from './definition-list.ts';
import { planEdits } from './edit-plan.ts';

/**
 * Moves a definition that has a paragraph of its own into the list of definitions, to its place there. Null where it is
 * in that list already, holds elsewhere than the list does, or is not written as its entries are.
 */
export function moveIntoList(analysis: Analysis, definition: Definition): OfferedPlan | null {
  const list = definition.listed && !definition.quoted ? listFor(analysis, definition.range.start) : null;
  const entry = list && entryOf(analysis, definition);
  if (!list || !entry || entry.isBroken) return null;
  const { entries, gap, provision } = list;
  const [first] = entries;
  // Definitions that stand together elsewhere are a list of their own.
  const own = listsOf(analysis).find((other) => other.provision === homeOf(definition.source));
  if (!first || own || first.definition.scope !== definition.scope) return null;
  const { text } = analysis.snapshot;
  const ending = commonest(entries.map((other) => endingOf(text, other)));
  if (endingOf(text, entry) !== ending || !isAlone(analysis, entry.end)) return null;
  const next = entries[placeInList(list, definition.term)];
  const last = entries.at(-1);
  const body = `${first.indentation}${text.slice(entry.start + entry.indentation.length, entry.end)}`;
  const place = next?.start ?? last?.end ?? 0;
  const behind = text.slice(entry.end).search(/\S/);
  const shared = {
    reason: 'moved' as const,
    needsConfirmation: false,
    explanation: say`“${definition.term}” goes to the other definitions.`,
  };
  return {
    title: provision
      ? say`Move the definition of “${definition.term}” to ${nameProvision(provision)}`
      : say`Move the definition of “${definition.term}”`,
    planned: planEdits(text, [
      {
        start: entry.start,
        end: behind < 0 ? text.length : lineStartAt(text, entry.end + behind),
        newText: '',
        ...shared,
      },
      { start: place, end: place, newText: next ? `${body}${gap}` : `${gap}${body}`, ...shared },
    ]),
  };
}

function lineStartAt(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Nothing of its paragraph stands behind it. */
function isAlone({ paragraphs }: Analysis, end: number): boolean {
  const paragraph = paragraphAt(paragraphs, end - 1);
  return paragraph !== null && paragraph.end <= end;
}
