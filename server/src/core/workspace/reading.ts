import type { Analysis } from '../analysis.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

/**
 * How the core comes to documents besides the one that is asked about. Reading one may have to wait for what only the
 * adapter can wait for; what that is, `Wait`, is none of the core's business.
 */
export interface DocumentReader<Wait> {
  readonly index: WorkspaceIndex;
  /** The address of a document in the index. */
  addressOf(analysis: Analysis): string;
  /** The document at an address of the index; undefined where it is gone or too long. */
  analysis(address: string): Reading<Wait, Analysis | undefined>;
  /** Tells which documents are asked for next, in this order, so that their texts can be on their way while those before them are read. */
  expect?(addresses: readonly string[]): void;
}

/** An answer for which other documents are read on the way. */
export type Reading<Wait, Answer> = Generator<Wait | undefined, Answer, void>;
