import type { Analysis } from '../analysis.ts';
import { termsOf } from '../resolve/terms.ts';
import { lastAtMost } from '../text/ascending.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { definitionOver, keyOf } from './definition-words.ts';
import type { EditPlan } from './edit-plan.ts';
import { nameAround } from './names-around.ts';

/** A place that means another thing after a plan than before. */
export interface GraphChange extends TextRange {
  readonly why: string;
  /** It concerns the renamed term alone, and its text is right. */
  readonly harmless: boolean;
}

/**
 * What a renaming changes in what defines and what uses what, beyond the name. Both documents are read from scratch and
 * compared place by place, so that nothing has to be foreseen. Linear.
 */
export function changesBetween(
  before: Analysis,
  after: Analysis,
  plan: EditPlan,
  old: string,
  name: string,
): readonly GraphChange[] {
  const [oldKey, newKey] = [keyOf(old), keyOf(name)];
  const places = new PlaceMap(plan);
  const expected = new Map<number, GraphNode>();
  const left = new Set<number>();
  const written = new Set(plan.edits.map(({ start }) => places.toAfter(start)));
  const nodes = nodesOf(before);
  const family = new Set(
    nodes.flatMap((node) =>
      node.isDefinition && node.key === oldKey && places.isEdited(node) ? [node.start] : [],
    ),
  );
  for (const node of nodes) {
    const start = places.toAfter(node.start);
    const renamed = node.key === oldKey && places.isEdited(node);
    // What is left as it is by decision is listed already, whatever it means behind it.
    if (!renamed && family.has(node.definition)) {
      left.add(start);
      continue;
    }
    expected.set(start, {
      ...node,
      key: renamed ? newKey : node.key,
      definition: places.toAfter(node.definition),
    });
  }
  const inFamily = new Set([...family].map((start) => places.toAfter(start)));
  const changes: GraphChange[] = [];
  const lineOf = (offset: number): number => before.snapshot.lineAt(offset) + 1;
  for (const node of nodesOf(after)) {
    const known = expected.get(node.start);
    expected.delete(node.start);
    if (known?.key === node.key && known.isDefinition === node.isDefinition) {
      // Of several definitions in one family it does not matter which one a use is led to.
      if (known.definition === node.definition || (inFamily.has(node.definition) && node.key === newKey))
        continue;
    }
    // Words in a row of capitals are no use of one word, but may be of the several that were written over it.
    const isUse = !node.isDefinition && known?.isDefinition !== true;
    const isExpected = isUse && node.key === newKey && (node.isCovered || written.has(node.start));
    if (isExpected || (node.key === oldKey && left.has(node.start))) continue;
    const start = places.toBefore(node.start);
    const harmless = node.key === newKey && node.name !== null;
    const why = harmless
      ? say`“${node.name}” has the new name in it.`
      : known
        ? say`In line ${lineOf(start)} “${node.text}” would be read as another defined term.`
        : say`In line ${lineOf(start)} “${node.text}” would be read as a defined term.`;
    changes.push({ start, end: start, why, harmless });
  }
  for (const node of expected.values()) {
    const { start } = node;
    const harmless = node.key === newKey && !node.isDefinition;
    const shown = node.key === newKey ? name : node.text;
    const why = node.isDefinition
      ? say`In line ${lineOf(start)} “${shown}” would no longer be recognised as defined.`
      : say`In line ${lineOf(start)} “${shown}” would no longer be recognised as a defined term.`;
    changes.push({ start, end: start, why, harmless });
  }
  return changes;
}

interface GraphNode extends TextRange {
  readonly key: string;
  readonly text: string;
  readonly isDefinition: boolean;
  /** It stands inside the words of a longer term where that is defined. */
  readonly isCovered: boolean;
  /** The name of a company, a law or a place that it is a part of. */
  readonly name: string | null;
  /** Where the definition begins that it is or is led to. */
  readonly definition: number;
}

function nodesOf(analysis: Analysis): readonly GraphNode[] {
  const terms = termsOf(analysis);
  const nodes = terms.definitions.map(
    ({ range, term }): GraphNode => ({
      ...range,
      key: keyOf(term),
      text: term,
      isDefinition: true,
      isCovered: false,
      name: null,
      definition: range.start,
    }),
  );
  const own = new Set(nodes.map(({ start }) => start));
  for (const { paragraph, answer } of terms.paragraphs) {
    const { matches } = answer;
    for (const [at, match] of matches.entries()) {
      // A single word in small letters is an ordinary word nearly everywhere.
      const isWord = !match.term.capital && match.term.stems.length === 1;
      if (isWord || match.spelling === 'lower' || (match.within && match.term.stems.length === 1)) continue;
      const range = paragraph.rangeOf(match.start, match.end);
      if (own.has(range.start) || analysis.quoted[analysis.snapshot.lineAt(range.start)] === 1) continue;
      const text = paragraph.text.slice(match.start, match.end);
      const definition = terms.definitionAt(text, range.start);
      if (!definition) continue;
      nodes.push({
        ...range,
        key: match.term.stems.join(' '),
        text,
        isDefinition: false,
        isCovered: definitionOver(terms.definitions, range) !== null,
        name: nameAround({ paragraph, matches, match, at }),
        definition: definition.range.start,
      });
    }
  }
  return nodes;
}

/** Places of a text before and after a plan. A place inside what is replaced goes to its start. */
class PlaceMap {
  readonly #before: readonly number[];
  readonly #after: readonly number[];
  readonly #plan: EditPlan;

  constructor(plan: EditPlan) {
    this.#plan = plan;
    const before: number[] = [];
    const after: number[] = [];
    let shift = 0;
    for (const { start, end, newText } of plan.edits) {
      before.push(start);
      after.push(start + shift);
      shift += newText.length - (end - start);
    }
    this.#before = before;
    this.#after = after;
  }

  isEdited({ start, end }: TextRange): boolean {
    const edit = this.#plan.edits[lastAtMost(this.#before, end - 1)];
    return edit !== undefined && edit.end > start;
  }

  /** Words that are taken away whole go on where the next edit writes them. */
  toAfter(place: number): number {
    let index = lastAtMost(this.#before, place);
    const edit = this.#plan.edits[index];
    if (!edit) return place;
    if (place < edit.end) {
      while (this.#plan.edits[index]?.newText === '' && index + 1 < this.#after.length) index += 1;
      return this.#after[index] ?? 0;
    }
    const start = this.#after[index] ?? 0;
    return start + edit.newText.length + (place - edit.end);
  }

  toBefore(place: number): number {
    const index = lastAtMost(this.#after, place);
    const edit = this.#plan.edits[index];
    if (!edit) return place;
    const inside = place - (this.#after[index] ?? 0);
    return inside < edit.newText.length ? edit.start : edit.end + (inside - edit.newText.length);
  }
}
