import type { Provision } from '../model/provision.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
import type { ContentsEntry } from './contents-entries.ts';
import type { DocumentFacts } from './facts.ts';
import { type LineFlow, traceFlow } from './flow.ts';
import { type LabelRow, readLabelRows } from './labels.ts';
import type { LineFacts } from './lines.ts';
import type { Block } from './open-provisions.ts';
import { publish } from './publish.ts';
import { assignRoles } from './roles.ts';
import { settle } from './settle.ts';
import { buildTree, type Decision } from './tree.ts';

/** A document as read: pure function of its lines. Everything in it is immutable once published. */
export interface ParsedDocument {
  readonly roles: Uint8Array;
  /** 1 for each line inside a quotation from another document. */
  readonly quoted: Uint8Array;
  readonly blocks: readonly Block[];
  readonly decisions: readonly Decision[];
  readonly outline: readonly Provision[];
  readonly labelRows: readonly LabelRow[];
  /** The entries of tables of contents. */
  readonly contents: readonly ContentsEntry[];
}

/** What the passes over a document share. */
export interface ParseInput {
  readonly snapshot: TextSnapshot;
  readonly lines: readonly LineFacts[];
  readonly roles: Uint8Array;
  readonly flow: ReadonlyArray<LineFlow | null>;
  readonly facts: DocumentFacts;
  /** See DocumentFacts.wrapWidth; computed once a parse. */
  readonly wrapWidth: number | null;
  lineStart(line: number): number;
  lineText(line: number): string;
}

/** Reads a document from its line facts. Never throws; linear in the number of lines. */
export function parseDocument(
  snapshot: TextSnapshot,
  lines: readonly LineFacts[],
  facts: DocumentFacts,
): ParsedDocument {
  const lineText = (line: number): string => snapshot.lineText(line);
  const roles = assignRoles(lines, facts, lineText);
  const flow = traceFlow(lines, roles);
  const input: ParseInput = {
    snapshot,
    lines,
    roles,
    flow,
    facts,
    wrapWidth: facts.wrapWidth,
    lineStart: (line) => snapshot.lineStart(line),
    lineText,
  };
  const tree = buildTree(input);
  settle(tree.root, input);
  return {
    roles,
    quoted: tree.quoted,
    blocks: tree.blocks,
    decisions: tree.decisions,
    outline: publish(tree.root, input),
    labelRows: readLabelRows(input),
    contents: tree.contents,
  };
}
