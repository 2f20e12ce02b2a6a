import { type Analysis, analyzeInSteps } from '../../core/analysis.ts';
import { sizeRefusal } from '../../core/text/limits.ts';
import { TextSnapshot } from '../../core/text/snapshot.ts';
import type { FileAccess } from '../files/files.ts';
import { awaited, type Work } from './schedule.ts';

/** Characters of closed documents that are kept as they were read: who asks twice of one asks soon. */
const mostKept = 2_000_000;

/** Documents that are not open in the client, read when somebody asks for more than their summaries tell. */
export class ClosedDocuments {
  readonly #files: FileAccess | null;
  /** Those that were asked for last, the latest at the end. */
  readonly #kept = new Map<string, Analysis>();

  constructor(files: FileAccess | null) {
    this.#files = files;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }

  /** `coming` is its text where that is on its way. */
  *analysis(uri: string, coming?: Promise<string | null>): Work<Analysis | undefined> {
    const text = this.#files && (yield* awaited(coming ?? this.#files.read(uri)));
    if (text === null) return undefined;
    const kept = this.#kept.get(uri);
    this.#kept.delete(uri);
    // A client may not have told of a change yet.
    const analysis = kept?.snapshot.text === text ? kept : yield* readClosed(uri, text);
    if (analysis) this.#keep(analysis);
    return analysis;
  }

  #keep(analysis: Analysis): void {
    this.#kept.set(analysis.uri, analysis);
    let length = 0;
    for (const { snapshot } of this.#kept.values()) length += snapshot.text.length;
    for (const [uri, { snapshot }] of this.#kept) {
      if (length <= mostKept || uri === analysis.uri) break;
      length -= snapshot.text.length;
      this.#kept.delete(uri);
    }
  }
}

/** A document from its text alone; undefined where it is too long to be read. */
export function* readClosed(uri: string, text: string): Work<Analysis | undefined> {
  if (sizeRefusal(text.length, () => new TextSnapshot(text).lineCount) !== null) return undefined;
  return yield* analyzeInSteps(text, uri);
}
