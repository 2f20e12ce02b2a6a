import type { Draft } from './draft.ts';
import type { OpenProvisions } from './open-provisions.ts';
import { furthestTitle, type PartsState } from './parts.ts';
import type { Opening, OpenState } from './readings.ts';

/** Deeper than this only hostile text is nested, and each description would cost as much. */
const deepestState = 32;

/**
 * Describes all that reading goes by of what was read before a line: the provisions that are open or may be gone on
 * from, without the places where they stand, and what `more` the builder goes by; null where too many are. Costs as much as there are such provisions.
 */
export function describeState(
  open: OpenProvisions,
  parts: PartsState,
  more: ReadonlyArray<number | boolean>,
  index: number,
): OpenState | null {
  if (open.stack.length > deepestState) return null;
  const drafts = reachable(open);
  const places = new Map<Draft | null, number>(drafts.map((draft, place) => [draft, place]));
  const runs = new Map<Draft['run'], number>();
  const placesOf = (some: readonly Draft[]): string => some.map((draft) => places.get(draft)).join();
  const lines = drafts.map((draft) => {
    if (!runs.has(draft.run)) runs.set(draft.run, runs.size);
    return `${places.get(draft.parent)} ${runs.get(draft.run)} ${describeDraft(draft, open, index)}`;
  });
  const families = [...open.lastOfFamily]
    .map(([family, draft]) => `${family} ${places.get(draft)}`)
    .sort()
    .join();
  const head = [parts.zone, parts.recitalFamily, ...more, open.blocks.length > 0, families].join();
  const description = [head, placesOf(open.stack), placesOf(open.weakBefore), ...lines].join('\n');
  return { description, openings: drafts.map((draft) => draft.opening as Opening) };
}

/** In the order of the text. */
function reachable(open: OpenProvisions): Draft[] {
  const found = new Set<Draft>();
  for (const some of [open.stack, open.weakBefore, open.lastOfFamily.values()]) {
    for (let draft of some as Iterable<Draft | null>)
      for (; draft && !found.has(draft); draft = draft.parent) found.add(draft);
  }
  return [...found].sort((a, b) => a.start - b.start);
}

function describeDraft(draft: Draft, open: OpenProvisions, index: number): string {
  const titled = draft.caption !== null;
  return [
    draft.kind,
    draft.family,
    draft.keyword,
    draft.numeral,
    draft.path.join('.'),
    draft.number,
    titled ? '' : Math.min(index - draft.line, furthestTitle + 1),
    draft.designationEnd > draft.start,
    draft.indent,
    draft.headingLevel,
    draft.inline,
    draft.bullet,
    draft.weak,
    draft.run.needsCompany,
    // Whether a list has several members has a say, how many it has has none.
    Math.min(draft.run.members, 3),
    // What stands in the paragraph that is open is told from what stands in another.
    Math.min(open.blocks.length - draft.block, 2),
    draft.firstText >= 0,
    draft.children.length > 0,
    draft.children.every((child) => child.kind === 'preamble'),
    draft.evidence.includes('heading mark'),
  ].join();
}
