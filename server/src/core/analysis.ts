import { type Paragraph, ParagraphCache } from './inline/paragraph.ts';
import { collectParagraphs } from './inline/paragraphs.ts';
import { DocumentFacts } from './syntax/facts.ts';
import { type LineFacts, readLine } from './syntax/lines.ts';
import { type ParsedDocument, parseDocument, ReadingMemory } from './syntax/parse.ts';
import { ownCopy } from './text/memo.ts';
import { TextSnapshot } from './text/snapshot.ts';

export interface DocumentInput {
  readonly uri: string;
  readonly text: string;
  readonly version?: number;
}

/** One document as it was understood at one moment. Immutable; features and rules are functions of it. */
export interface Analysis extends ParsedDocument {
  readonly uri: string;
  readonly version: number;
  readonly snapshot: TextSnapshot;
  readonly lines: readonly LineFacts[];
  readonly facts: DocumentFacts;
  /** What was found out about it so far; see `perAnalysis`. */
  readonly answers: Map<unknown, unknown>;
  /** The same for all analyses of a document as long as it is open; see `perDocument`. */
  readonly lineage: object;
  /** The running text as a reader reads it, over line ends and furniture, in the order of the text. Built when first asked for. */
  readonly paragraphs: readonly Paragraph[];
}

/** Keeps the open documents and reads them again as they change. The only door into the core. */
export class AnalysisHost {
  readonly #documents = new Map<string, OpenDocument>();

  open(input: DocumentInput): Analysis {
    const document = new OpenDocument(input);
    this.#documents.set(input.uri, document);
    return document.analysis;
  }

  /**
   * Takes the whole new text of a document; lines that did not change are not lexed again. Opens the document if it is
   * not open. Costs one comparison of the texts, the touched lines and one pass over the line facts.
   */
  update(uri: string, text: string, version?: number): Analysis {
    const document = this.#documents.get(uri);
    if (!document) return this.open({ uri, text, ...(version === undefined ? {} : { version }) });
    return document.update(text, version);
  }

  get(uri: string): Analysis | undefined {
    return this.#documents.get(uri)?.analysis;
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }
}

/** Reads one document from scratch. */
export function analyze(text: string, uri = 'untitled:document'): Analysis {
  return new AnalysisHost().open({ uri, text });
}

class OpenDocument {
  readonly #uri: string;
  #version: number;
  #snapshot: TextSnapshot;
  #analysis: Analysis | null = null;
  #lines: LineFacts[];
  readonly #facts = new DocumentFacts();
  readonly #paragraphs = new ParagraphCache();
  readonly #memory = new ReadingMemory();

  constructor(input: DocumentInput) {
    this.#uri = input.uri;
    this.#version = input.version ?? 0;
    this.#snapshot = new TextSnapshot(input.text);
    this.#lines = readLines(this.#snapshot, 0, this.#snapshot.lineCount);
    for (const line of this.#lines) this.#facts.add(line);
  }

  get analysis(): Analysis {
    this.#analysis ??= this.#analyze();
    return this.#analysis;
  }

  update(text: string, version = this.#version + 1): Analysis {
    const before = this.#snapshot;
    this.#version = version;
    if (text === before.text) {
      this.#analysis = { ...this.analysis, version };
      return this.#analysis;
    }
    // The last analysis is let go of before the next is made, while it is young and cheaply cleared away.
    this.#analysis = null;
    const snapshot = new TextSnapshot(text, before);
    const { first, lastBefore, lastAfter } = touchedLines(before, snapshot);
    const fresh = readLines(snapshot, first, lastAfter);
    for (let line = first; line < lastBefore; line += 1) {
      const gone = this.#lines[line];
      if (gone) this.#facts.remove(gone);
    }
    for (const line of fresh) this.#facts.add(line);
    this.#lines = [...this.#lines.slice(0, first), ...fresh, ...this.#lines.slice(lastBefore)];
    this.#snapshot = snapshot;
    return this.analysis;
  }

  #analyze(): Analysis {
    const snapshot = this.#snapshot;
    const lines = this.#lines;
    const facts = this.#facts.snapshot();
    const parsed = parseDocument(snapshot, lines, facts, this.#memory);
    const cache = this.#paragraphs;
    let paragraphs: readonly Paragraph[] | null = null;
    return {
      ...parsed,
      uri: this.#uri,
      version: this.#version,
      snapshot,
      lines,
      facts,
      answers: new Map(),
      lineage: this,
      get paragraphs() {
        paragraphs ??= collectParagraphs(snapshot, lines, parsed, cache);
        return paragraphs;
      },
    };
  }
}

function readLines(snapshot: TextSnapshot, from: number, until: number): LineFacts[] {
  const lines: LineFacts[] = [];
  for (let line = from; line < until; line += 1) lines.push(readLine(ownCopy(snapshot.lineText(line))));
  return lines;
}

/** The lines in which two texts differ: from `first`, up to but without `lastBefore` and `lastAfter`. */
function touchedLines(
  before: TextSnapshot,
  after: TextSnapshot,
): { first: number; lastBefore: number; lastAfter: number } {
  const { start, end } = after.sharedWith(before.mark) ?? { start: 0, end: 0 };
  // A line end may have been split or joined at the edge of the change; one line more on each side is safe.
  const first = Math.max(0, before.lineAt(start) - 1);
  const lastBefore = Math.min(before.lineCount, before.lineAt(before.text.length - end) + 2);
  const lastAfter = after.lineCount - (before.lineCount - lastBefore);
  return { first, lastBefore, lastAfter };
}
