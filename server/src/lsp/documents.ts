import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, AnalysisHost } from '../core/analysis.ts';
import { type OtherFiles, otherFilesAmong } from '../core/model/summary.ts';
import { summarize } from '../core/resolve/summarize.ts';
import { sizeRefusal } from '../core/text/limits.ts';
import { wellFormedRange } from './convert.ts';

/**
 * The documents open in the client. Their text follows each change at once; the analysis follows when
 * something asks for it, so that a burst of changes is analysed once.
 */
export class Documents {
  readonly #host = new AnalysisHost();
  readonly #open = new Map<string, OpenDocument>();
  #generation = 0;

  /** A document opened twice starts anew with the later text. */
  open({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    this.#generation += 1;
    this.#open.set(uri, { text: TextDocument.create(uri, languageId, version, text), analysis: undefined });
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
    return true;
  }

  close({ textDocument }: DidCloseTextDocumentParams): void {
    this.#generation += 1;
    this.#open.delete(textDocument.uri);
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
    document.analysis ??= this.#analyse(document.text);
    return document.analysis;
  }

  /** The last characters before a place, without reading the document; undefined where it is not open. */
  textBefore(uri: string, position: Position, longest: number): string | undefined {
    const text = this.#open.get(uri)?.text;
    if (!text) return undefined;
    const { end } = wellFormedRange({ start: position, end: position });
    const offset = text.offsetAt(end);
    return text.getText().slice(Math.max(0, offset - longest), offset);
  }

  /** Why a document is open and not read; null where it is read or not open. */
  refusal(uri: string): string | null {
    const text = this.#open.get(uri)?.text;
    return text ? sizeRefusal(text.getText().length, () => text.lineCount) : null;
  }

  /** Those that are open. */
  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** Grows whenever a document is opened or closed. */
  get generation(): number {
    return this.#generation;
  }

  /** The other open documents, as far as they concern this one. */
  others(uri: string): OtherFiles {
    return otherFilesAmong(() =>
      this.uris.flatMap((other) => {
        const analysis = other === uri ? undefined : this.analysis(other);
        return analysis ? [summarize(analysis)] : [];
      }),
    );
  }

  version(uri: string): number | undefined {
    return this.#open.get(uri)?.text.version;
  }

  #analyse(document: TextDocument): Analysis {
    const { uri, version } = document;
    const text = document.getText();
    return this.#host.get(uri)
      ? this.#host.update(uri, text, version)
      : this.#host.open({ uri, text, version });
  }
}

interface OpenDocument {
  text: TextDocument;
  analysis: Analysis | undefined;
}

function wellFormedChange(change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  return 'range' in change && change.range ? { ...change, range: wellFormedRange(change.range) } : change;
}
