import { type Analysis, analyzeChanged } from '../../core/analysis.ts';
import {
  type EarlierMeanings,
  type Meanings,
  meaningsOf,
  nothingEarlier,
  relativeMeaningsOf,
} from '../../core/resolve/meanings.ts';
import type { Work } from './schedule.ts';

/**
 * What documents said before: when they were saved last, and in the last commit as far as the client tells. A text is kept
 * until somebody asks what it means, and then no more.
 */
export class EarlierTexts {
  readonly #documents = new Map<string, EarlierDocument>();

  saved(uri: string, text: string): void {
    this.#documents.set(uri, { ...this.#of(uri), saved: { text, meanings: null }, known: null });
  }

  /** Null where the last commit does not hold the document. */
  committed(uri: string, text: string | null): void {
    const committed = text === null ? null : { text, meanings: null };
    this.#documents.set(uri, { ...this.#of(uri), committed, known: null });
  }

  forget(uri: string): void {
    this.#documents.delete(uri);
  }

  /** The same object as long as nothing was saved or committed. */
  *of(analysis: Analysis): Work<EarlierMeanings> {
    const document = this.#documents.get(analysis.uri);
    if (!document) return nothingEarlier;
    if (document.known) return document.known;
    const saved = document.saved && read(document.saved, analysis, relativeMeaningsOf);
    yield;
    const committed = document.committed && read(document.committed, analysis, meaningsOf);
    document.known = { saved, committed };
    return document.known;
  }

  #of(uri: string): EarlierDocument {
    return this.#documents.get(uri) ?? { saved: null, committed: null, known: null };
  }
}

interface EarlierDocument {
  readonly saved: EarlierText | null;
  readonly committed: EarlierText | null;
  known: EarlierMeanings | null;
}

interface EarlierText {
  text: string;
  meanings: Meanings | null;
}

function read(earlier: EarlierText, analysis: Analysis, ask: (analysis: Analysis) => Meanings): Meanings {
  const { text } = earlier;
  earlier.meanings ??= ask(text === analysis.snapshot.text ? analysis : analyzeChanged(analysis, text));
  earlier.text = '';
  return earlier.meanings;
}
