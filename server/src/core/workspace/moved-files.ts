import { type Node, parseTree } from 'jsonc-parser';
import { addressFrom, folderOf, pathFrom } from '../config/paths.ts';
import type { FileSummary } from '../model/summary.ts';
import type { TextEdit } from '../rules/rule.ts';
import { range } from '../text/range.ts';

/** A file or folder that gets another address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The paths in the front matter of a document that lead elsewhere once files were moved, the document itself perhaps among them. */
export function importsAfter(summary: FileSummary, moves: readonly Move[]): TextEdit[] {
  return summary.imports.flatMap(({ path, start, end }) => {
    const moved = pathAfter(summary.uri, path, moves);
    // In a list without quotation marks such a path would be read as something else.
    return moved === null || /[,:#'"[\]{}]|^\s|\s$/.test(moved)
      ? []
      : [{ range: range(start, end), newText: moved }];
  });
}

/** The same for what a proviso.json builds on, and where it says that documents lie. */
export function settingsAfter(uri: string, text: string, moves: readonly Move[]): TextEdit[] {
  return pathNodes(text).flatMap(({ value, offset, length }) => {
    const moved = pathAfter(uri, value, moves);
    return moved === null ? [] : [{ range: range(offset, offset + length), newText: JSON.stringify(moved) }];
  });
}

/** The path that leads from a file to where another lies afterwards; null where the one it has still does. */
function pathAfter(uri: string, path: string, moves: readonly Move[]): string | null {
  const own = addressAfter(uri, moves);
  const target = addressAfter(addressFrom(folderOf(uri), path), moves);
  if (addressFrom(folderOf(own), path) === target) return null;
  return pathFrom(folderOf(own), target);
}

function addressAfter(address: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (address === from) return to;
    if (address.startsWith(`${from}/`)) return to + address.slice(from.length);
  }
  return address;
}

interface PathNode {
  readonly value: string;
  readonly offset: number;
  readonly length: number;
}

function pathNodes(text: string): readonly PathNode[] {
  const root = readTree(text);
  const found: PathNode[] = [];
  for (const { children: [key, value] = [] } of root?.children ?? []) {
    if (key?.value === 'extends')
      found.push(...textsIn(value?.type === 'array' ? value.children : value && [value]));
    if (key?.value === 'documents')
      found.push(...textsIn(value?.children?.flatMap(({ children }) => children?.[1] ?? [])));
  }
  return found;
}

function textsIn(nodes: readonly Node[] = []): readonly PathNode[] {
  return nodes.flatMap(({ type, value, offset, length }) =>
    type === 'string' && typeof value === 'string' ? [{ value, offset, length }] : [],
  );
}

function readTree(text: string): Node | undefined {
  try {
    return parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  } catch (error) {
    // It reads by recursion, and nests as deep as the stack goes.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
