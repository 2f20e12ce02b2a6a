import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, AnalysisHost } from '../../core/analysis.ts';
import { mostCharacters, sizeRefusal } from '../../core/text/limits.ts';
import type { Steps } from '../../core/text/steps.ts';
import { wellFormedRange } from '../protocol/convert.ts';
import type { Work } from './schedule.ts';

/**
 * The documents open in the client. Their text follows each change at once; the analysis follows when
 * something asks for it, so that a burst of changes is analysed once.
 */
export class Documents {
  readonly #host: AnalysisHost;
  readonly #open = new Map<string, OpenDocument>();
  /** Where the user wants another limit than is usual. */
  readonly #limits = new Map<string, number>();

  /** `letGo` is told of what was read of a document and is not needed any more; see `AnalysisHost`. */
  constructor(letGo?: (characters: number) => void) {
    this.#host = new AnalysisHost(letGo);
  }

  /** A document opened twice starts anew with the later text. */
  open({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    this.#host.close(uri);
    this.#open.set(uri, {
      text: TextDocument.create(uri, languageId, version, text),
      analysis: undefined,
      reading: undefined,
    });
  }

  /** Whether the document is open; a change to any other is not applied. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): boolean {
    const document = this.#open.get(textDocument.uri);
    if (!document) return false;
    document.text = TextDocument.update(
      document.text,
      contentChanges.map(wellFormedChange),
      textDocument.version,
    );
    document.analysis = undefined;
    if (document.reading) document.reading = { ...document.reading, outdated: true };
    return true;
  }

  close({ textDocument }: DidCloseTextDocumentParams): void {
    this.#open.delete(textDocument.uri);
    this.#limits.delete(textDocument.uri);
    this.#host.close(textDocument.uri);
  }

  /** What the client has on its screen now; undefined where the document is not open, or is refused. */
  analysis(uri: string): Analysis | undefined {
    const document = this.#open.get(uri);
    if (!document) return undefined;
    if (this.refusal(uri) !== null) {
      // It may have been read when it was shorter.
      this.#host.close(uri);
      return undefined;
    }
    while (!document.analysis) advance(this.#host, document);
    return document.analysis;
  }

  /** Reads a document step by step, so that `analysis` has it at hand. Whoever asks for it too shares the work. */
  *read(uri: string): Work<void> {
    for (;;) {
      const document = this.#open.get(uri);
      if (!document || document.analysis || this.refusal(uri) !== null) return;
      advance(this.#host, document);
      yield;
    }
  }

  /** The last characters before a place, without reading the document; undefined where it is not open. */
  textBefore(uri: string, position: Position, longest: number): string | undefined {
    const text = this.#open.get(uri)?.text;
    if (!text) return undefined;
    const { end } = wellFormedRange({ start: position, end: position });
    const offset = text.offsetAt(end);
    return text.getText().slice(Math.max(0, offset - longest), offset);
  }

  /** What the client has on its screen, without reading it; undefined where it is not open. */
  text(uri: string): string | undefined {
    return this.#open.get(uri)?.text.getText();
  }

  /** Why a document is open and not read; null where it is read or not open. */
  refusal(uri: string): string | null {
    const text = this.#open.get(uri)?.text;
    const most = this.#limits.get(uri) ?? mostCharacters;
    return text ? sizeRefusal(text.getText().length, () => text.lineCount, most) : null;
  }

  /** From so many characters on a document is not read; answers whether that changes what is done with it. */
  limit(uri: string, characters: number): boolean {
    const before = this.refusal(uri);
    this.#limits.set(uri, characters);
    return this.refusal(uri) !== before;
  }

  /** Those that are open. */
  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  version(uri: string): number | undefined {
    return this.#open.get(uri)?.text.version;
  }
}

interface OpenDocument {
  text: TextDocument;
  analysis: Analysis | undefined;
  /** A reading that was begun, of this text or, where it is outdated, of one before. */
  reading: { readonly steps: Steps<Analysis>; readonly outdated: boolean } | undefined;
}

/** One step of reading; one that was begun for an earlier text is ended first: the next goes on from it. */
function advance(host: AnalysisHost, document: OpenDocument): void {
  const { uri, version } = document.text;
  document.reading ??= {
    steps: host.readInSteps({ uri, text: document.text.getText(), version }),
    outdated: false,
  };
  const { steps, outdated } = document.reading;
  // Should a step fail, the next reading begins anew.
  document.reading = undefined;
  const step = steps.next();
  if (!step.done) document.reading = { steps, outdated };
  else if (!outdated) document.analysis = step.value;
}

function wellFormedChange(change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  return 'range' in change && change.range ? { ...change, range: wellFormedRange(change.range) } : change;
}
