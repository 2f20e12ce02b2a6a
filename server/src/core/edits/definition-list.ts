import type { Analysis } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { paragraphAt, paragraphsWithin } from '../inline/paragraphs.ts';
import type { Definition } from '../model/definition.ts';
import { innermostProvision, nearestAround } from '../model/locate.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { holdsAt } from '../resolve/scopes.ts';
import { alphabeticalKey, longestSorted } from '../rules/unsorted-definitions.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';

/** One definition of a list with all its lines: from the start of its first to the end of its last. */
export interface DefinitionEntry extends TextRange {
  readonly definition: Definition;
  /** A page ends inside it, or it has paragraphs behind it that may be none of it: it cannot be moved. */
  readonly isBroken: boolean;
  /** What stands before its text on its first line: blanks, a mark of a list. */
  readonly indentation: string;
  /** What stands before the term: `"`, `**“`. */
  readonly opening: string;
  /** What stands between the term and its meaning: `" means `; null where it stands apart. */
  readonly closing: string | null;
}

/** Definitions without numbers that follow each other in one provision, in alphabetical order or not. */
export interface DefinitionList {
  readonly provision: Provision | null;
  readonly entries: readonly DefinitionEntry[];
  /** Whether it is in alphabetical order, but for a few. */
  readonly isSorted: boolean;
  /** What parts two entries: a line end and a blank line. */
  readonly gap: string;
}

/** The lists of a document, in the order of the text. Linear. */
export const listsOf = perAnalysis((analysis): readonly DefinitionList[] => {
  const groups = new Map<Provision | null, EntryHead[]>();
  for (const definition of definitionsOf(analysis)) {
    if (!definition.listed || definition.form === 'label' || definition.quoted) continue;
    const head = headOf(analysis, definition);
    const home = homeOf(definition.source);
    const group = groups.get(home) ?? [];
    // Two names of one meaning are one entry.
    if (head && group.at(-1)?.start !== head.start) group.push(head);
    groups.set(home, group);
  }
  return [...groups].flatMap(([home, heads]) => toList(analysis, home, heads) ?? []);
});

/** The section whose list it is: what stands behind the items of a definition seems to belong to the last of them. */
export function homeOf(source: Provision | null): Provision | null {
  return nearestAround(
    source,
    ({ kind, numbering }) =>
      isRootKind(kind) ||
      (!/^(?:item|subitem|paragraph|clause)$/.test(kind) && !/^\(|^#\)/.test(numbering?.family ?? '')),
  );
}

/** The list to which a definition belongs that shall hold at a place: the longest of the narrowest scope. */
export function listFor(analysis: Analysis, offset: number): DefinitionList | null {
  const reach = ({ entries }: DefinitionList): number => {
    const scope = entries[0]?.definition.scope;
    return scope ? scope.range.end - scope.range.start : Number.POSITIVE_INFINITY;
  };
  const [best] = listsOf(analysis)
    .filter(({ entries }) => entries[0] && holdsAt(entries[0].definition.scope, offset))
    .sort((one, other) => reach(one) - reach(other) || other.entries.length - one.entries.length);
  return best ?? null;
}

/** Before which entry a term belongs; the number of entries where it belongs behind them all, or the list has no order. */
export function placeInList({ entries, isSorted }: DefinitionList, term: string): number {
  if (!isSorted) return entries.length;
  const key = alphabeticalKey(term);
  const isBehind = (at: number): boolean =>
    alphabeticalKey(entries[at]?.definition.term ?? '') > key || at >= entries.length;
  const at = entries.findIndex((_, index) => isBehind(index) && isBehind(index + 1));
  return at < 0 ? entries.length : at;
}

/** Shorter runs of definitions are no list. */
const shortestList = 2;

function toList(
  analysis: Analysis,
  home: Provision | null,
  heads: readonly EntryHead[],
): DefinitionList | null {
  if (heads.length < shortestList) return null;
  const { snapshot } = analysis;
  const entries = heads.map((head, at) => {
    const next = heads[at + 1];
    const end = next ? lastTextBefore(analysis, next.start, head.start) : endOfLast(analysis, head);
    return withEnd(analysis, head, end);
  });
  const gaps = entries.flatMap(({ end }, at) => {
    const next = entries[at + 1];
    return next ? [snapshot.text.slice(end, next.start)] : [];
  });
  const gap = commonest(gaps.filter((between) => /^\s*$/.test(between)));
  if (gap === null) return null;
  const sorted = longestSorted(entries.map(({ definition }) => alphabeticalKey(definition.term)));
  return { provision: home, entries, isSorted: sorted.size * 10 >= entries.length * 9, gap };
}

/** The lines of a definition that has a paragraph of its own; null for others. */
export function entryOf(analysis: Analysis, definition: Definition): DefinitionEntry | null {
  const head = headOf(analysis, definition);
  return head && withEnd(analysis, head, endOfLast(analysis, head));
}

function withEnd(analysis: Analysis, head: EntryHead, end: number): DefinitionEntry {
  const { paragraph, start, definition, indentation, opening, closing } = head;
  const isBroken = hasFurniture(analysis, start, end) || goesOn(analysis, paragraph, definition, end);
  return { start, end, definition, indentation, opening, closing, isBroken };
}

/** A paragraph of the section itself follows, of which nobody can tell whether it belongs to the definition. */
function goesOn(analysis: Analysis, { end: from }: Paragraph, { source }: Definition, end: number): boolean {
  const home = homeOf(source);
  return paragraphsWithin(analysis.paragraphs, { start: from, end }).some(
    ({ start }) => start > from && innermostProvision(analysis.outline, start) === home,
  );
}

interface EntryHead extends Omit<DefinitionEntry, 'end' | 'isBroken'> {
  readonly paragraph: Paragraph;
}

/** Null where the entry carries a number or begins behind other words: such a list is not only one of definitions. */
function headOf({ snapshot, paragraphs }: Analysis, definition: Definition): EntryHead | null {
  const paragraph = paragraphAt(paragraphs, definition.range.start);
  if (!paragraph) return null;
  const opening = paragraph.text.slice(0, paragraph.toLogical(definition.range.start));
  const start = snapshot.lineStart(paragraph.firstLine);
  const indentation = snapshot.text.slice(start, paragraph.start);
  if (!/^(?:The term )?[*_"“'‘]{0,6} ?$/.test(opening) || !/^[\s•*+-]{0,60}$/.test(indentation)) return null;
  const behind = paragraph.toLogical(definition.range.end - 1) + 1;
  const meaning = definition.meaning && paragraph.toLogical(definition.meaning.start);
  const closing = meaning === null || meaning <= behind ? null : paragraph.text.slice(behind, meaning);
  return { paragraph, definition, start, indentation, opening, closing };
}

/** The last entry goes on with the items below it; other paragraphs of the provision do not belong to it. */
function endOfLast({ paragraphs, outline }: Analysis, { paragraph, definition }: EntryHead): number {
  let { end } = paragraph;
  for (let at = paragraphs.indexOf(paragraph) + 1; at < paragraphs.length; at += 1) {
    const next = paragraphs[at];
    const holder = next && innermostProvision(outline, next.start);
    if (!next || !holder || holder === definition.source || homeOf(holder) !== homeOf(definition.source))
      break;
    if (definition.source && next.start >= definition.source.range.end) break;
    end = next.end;
  }
  return end;
}

/** The end of the last line before `offset` that holds text. */
function lastTextBefore({ snapshot, roles }: Analysis, offset: number, earliest: number): number {
  let line = snapshot.lineAt(offset) - 1;
  const first = snapshot.lineAt(earliest);
  while (line > first && (roles[line] === Role.blank || roles[line] === Role.furniture)) line -= 1;
  const { start, end } = snapshot.lineRange(line);
  return start + snapshot.text.slice(start, end).trimEnd().length;
}

function hasFurniture({ snapshot, roles }: Analysis, start: number, end: number): boolean {
  for (let line = snapshot.lineAt(start); line <= snapshot.lineAt(end); line += 1)
    if (roles[line] === Role.furniture) return true;
  return false;
}

/** Of some texts the one that comes most often; the first of several. */
export function commonest(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}
