import type { Provision } from '../model/provision.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
import { finish, type Steps } from '../text/steps.ts';
import { type ContentsRegion, findContents } from './contents.ts';
import { type ContentsEntry, readContentsEntries } from './contents-entries.ts';
import type { DocumentFacts } from './facts.ts';
import { type LineFlow, traceFlow } from './flow.ts';
import type { DocumentReading, Tree } from './known-readings.ts';
import { type LabelRow, readLabelRows } from './labels.ts';
import { type MarkedLines, markLines, type TouchedLines } from './line-marks.ts';
import type { LineFacts } from './lines.ts';
import { publish } from './publish.ts';
import { traceQuotations } from './quotations.ts';
import type { Decision } from './readings.ts';
import { assignRoles } from './roles.ts';
import { settle } from './settle.ts';
import type { TextBlocks } from './text-blocks.ts';
import { TreeBuilder } from './tree.ts';

/** A document as read: pure function of its lines. Everything in it is immutable once published. */
export interface ParsedDocument {
  /** What each line shows; see LineMark. */
  readonly marks: Uint32Array;
  /** The lines that are others than when the document was read before. */
  readonly changed: TouchedLines;
  readonly roles: Uint8Array;
  /** 1 for each line inside a quotation from another document. */
  readonly quoted: Uint8Array;
  readonly blocks: TextBlocks;
  readonly decisions: readonly Decision[];
  readonly outline: readonly Provision[];
  readonly labelRows: readonly LabelRow[];
  /** The entries of tables of contents. */
  readonly contents: readonly ContentsEntry[];
}

/** What the passes over a document share. */
export interface ParseInput extends MarkedLines {
  readonly snapshot: TextSnapshot;
  readonly lines: readonly LineFacts[];
  readonly roles: Uint8Array;
  readonly flow: ReadonlyArray<LineFlow | null>;
  /** 1 for each line inside a quotation from another document. */
  readonly quoted: Uint8Array;
  /** 1 for each line inside a table of contents that was told by its heading. */
  readonly entries: Uint8Array;
  readonly facts: DocumentFacts;
  /** See DocumentFacts.wrapWidth; computed once a parse. */
  readonly wrapWidth: number | null;
  lineStart(line: number): number;
  lineText(line: number): string;
}

/** Keeps how a document was read for the next time it is. */
export class ReadingMemory {
  last: DocumentReading | null = null;
}

/**
 * Reads a document from its line facts. Never throws; linear in the number of lines. With a `memory` only those lines
 * are read that an edit since the last time may have touched; the result is the same without.
 */
export function parseDocument(
  snapshot: TextSnapshot,
  lines: readonly LineFacts[],
  facts: DocumentFacts,
  memory = new ReadingMemory(),
): ParsedDocument {
  return finish(parseInSteps(snapshot, lines, facts, memory));
}

/** The same, pass by pass, with what is known of the lines. Without a memory nothing is written down for a next time. */
export function* parseInSteps(
  snapshot: TextSnapshot,
  lines: readonly LineFacts[],
  facts: DocumentFacts,
  memory: ReadingMemory | null,
  touched: TouchedLines | null = null,
): Steps<ParsedDocument> {
  const lineText = (line: number): string => snapshot.lineText(line);
  const before = memory?.last ?? null;
  const marked = markLines(lines, before, touched);
  const { marks } = marked;
  yield;
  const roles = assignRoles(lines, marks, facts, lineText);
  yield;
  const flow = traceFlow(lines, marks, roles);
  const regions = findContents({ lines, marks, roles, lineText });
  const input: ParseInput = {
    snapshot,
    lines,
    ...marked,
    roles,
    flow,
    quoted: traceQuotations({ lines, marks, flow, lineText }),
    entries: markRegions(regions, lines.length),
    facts,
    wrapWidth: facts.wrapWidth,
    lineStart: (line) => snapshot.lineStart(line),
    lineText,
  };
  yield;
  // Should reading fail or be given up, nothing of it is left for the next time.
  if (memory) memory.last = null;
  const tree = yield* buildTree(input, before, memory !== null);
  settle(tree.root, input);
  yield;
  const outline = publish(tree.root, input, tree.untouched);
  if (memory) memory.last = tree.reading;
  yield;
  return {
    marks,
    changed: marked.changed,
    roles,
    quoted: input.quoted,
    blocks: tree.blocks,
    decisions: tree.decisions,
    outline,
    labelRows: readLabelRows(input),
    contents: readContentsEntries(input),
  };
}

/** Long enough that a step costs nothing, short enough to be built while somebody types. */
const linesInAStep = 512;

function* buildTree(input: ParseInput, before: DocumentReading | null, hasNext: boolean): Steps<Tree> {
  const builder = new TreeBuilder(input, before, hasNext);
  const { length } = input.lines;
  for (let from = 0; from < length; from += linesInAStep) {
    builder.build(from, Math.min(from + linesInAStep, length));
    yield;
  }
  return builder.tree;
}

function markRegions(regions: readonly ContentsRegion[], count: number): Uint8Array {
  const marks = new Uint8Array(count);
  for (const { from, until } of regions) marks.fill(1, from, until);
  return marks;
}
