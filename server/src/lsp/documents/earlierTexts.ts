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
 * What documents said before: when they were opened or their author saved them last, and in the last commit as far as the
 * client tells. A text is kept until somebody asks what it means, and then no more.
 */
export class EarlierTexts {
  readonly #documents = new Map<string, EarlierDocument>();
  /** Those that the editor is about to save by itself. */
  readonly #savedUnasked = new Set<string>();

  opened(uri: string, text: string): void {
    this.#documents.set(uri, { ...this.#of(uri), saved: { text, meanings: null }, known: null });
  }

  /** What the editor tells before it saves. */
  willSave(uri: string, isAsked: boolean): void {
    if (isAsked) this.#savedUnasked.delete(uri);
    else this.#savedUnasked.add(uri);
  }

  /** Answers whether this is the earlier text from now on: an editor that saves by itself would take every message back. */
  saved(uri: string, text: string): boolean {
    if (this.#savedUnasked.delete(uri)) return false;
    this.opened(uri, text);
    return true;
  }

  /** Null where the last commit does not hold the document. */
  committed(uri: string, text: string | null): void {
    const committed = text === null ? null : { text, meanings: null };
    this.#documents.set(uri, { ...this.#of(uri), committed, known: null });
  }

  forget(uri: string): void {
    this.#documents.delete(uri);
    this.#savedUnasked.delete(uri);
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
