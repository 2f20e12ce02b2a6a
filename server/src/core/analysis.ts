import { type Paragraph, ParagraphCache } from './inline/paragraph.ts';
import { collectParagraphs } from './inline/paragraphs.ts';
import { DocumentFacts } from './syntax/facts.ts';
import { type LineFacts, readLine } from './syntax/lines.ts';
import { type ParsedDocument, parseInSteps, ReadingMemory } from './syntax/parse.ts';
import { ownCopy } from './text/memo.ts';
import { TextSnapshot } from './text/snapshot.ts';
import { finish, type Steps } from './text/steps.ts';

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
    this.#documents.delete(input.uri);
    return finish(this.readInSteps(input));
  }

  /**
   * Takes the whole new text of a document; lines that did not change are not lexed again. Opens the document if it is
   * not open. Costs one comparison of the texts, the touched lines and one pass over the line facts.
   */
  update(uri: string, text: string, version?: number): Analysis {
    return finish(this.readInSteps({ uri, text, ...(version === undefined ? {} : { version }) }));
  }

  /** The same as `update`, for who does other things in between; one who gives it up reads the whole document next time. */
  *readInSteps({ uri, text, version }: DocumentInput): Steps<Analysis> {
    const known = this.#documents.get(uri);
    if (known) return yield* known.read(text, version ?? known.version + 1);
    const document = new OpenDocument(uri);
    this.#documents.set(uri, document);
    return yield* document.read(text, version ?? 0);
  }

  get(uri: string): Analysis | undefined {
    return this.#documents.get(uri)?.analysis ?? undefined;
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }
}

/** Reads one document from scratch. */
export function analyze(text: string, uri = 'untitled:document'): Analysis {
  return new AnalysisHost().open({ uri, text });
}

/** Long enough that a step costs nothing, short enough to be read while somebody types. */
const linesInAStep = 256;

class OpenDocument {
  analysis: Analysis | null = null;
  version = 0;
  readonly #uri: string;
  #snapshot = new TextSnapshot('');
  #lines: readonly LineFacts[] = [readLine('')];
  readonly #facts = new DocumentFacts();
  readonly #paragraphs = new ParagraphCache();
  readonly #memory = new ReadingMemory();

  constructor(uri: string) {
    this.#uri = uri;
    for (const line of this.#lines) this.#facts.add(line);
  }

  *read(text: string, version: number): Steps<Analysis> {
    this.version = version;
    const before = this.#snapshot;
    if (this.analysis && text === before.text) {
      this.analysis = { ...this.analysis, version };
      return this.analysis;
    }
    // The last analysis is let go of before the next is made, while it is young and cheaply cleared away.
    this.analysis = null;
    const snapshot = new TextSnapshot(text, before);
    const { first, lastBefore, lastAfter } = touchedLines(before, snapshot);
    const fresh: LineFacts[] = [];
    for (let line = first; line < lastAfter; line += 1) {
      fresh.push(readLine(ownCopy(snapshot.lineText(line))));
      if (fresh.length % linesInAStep === 0) yield;
    }
    for (let line = first; line < lastBefore; line += 1) {
      const gone = this.#lines[line];
      if (gone) this.#facts.remove(gone);
    }
    for (const line of fresh) this.#facts.add(line);
    this.#lines = replaced(this.#lines, first, lastBefore, fresh);
    this.#snapshot = snapshot;
    yield;
    const analysis = yield* this.#analyze();
    this.analysis = analysis;
    return analysis;
  }

  *#analyze(): Steps<Analysis> {
    const snapshot = this.#snapshot;
    const lines = this.#lines;
    const facts = this.#facts.snapshot();
    const parsed = yield* parseInSteps(snapshot, lines, facts, this.#memory);
    const cache = this.#paragraphs;
    let paragraphs: readonly Paragraph[] | null = null;
    return {
      ...parsed,
      uri: this.#uri,
      version: this.version,
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

/** The lines with others instead of those from `first` up to but without `until`. */
function replaced(
  lines: readonly LineFacts[],
  first: number,
  until: number,
  others: readonly LineFacts[],
): readonly LineFacts[] {
  const result = new Array<LineFacts>(lines.length - (until - first) + others.length);
  let at = 0;
  for (let line = 0; line < first; line += 1) result[at++] = lines[line] as LineFacts;
  for (const line of others) result[at++] = line;
  for (let line = until; line < lines.length; line += 1) result[at++] = lines[line] as LineFacts;
  return result;
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
