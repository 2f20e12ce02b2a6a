import { type Paragraph, ParagraphCache } from './inline/paragraph.ts';
import { collectParagraphs } from './inline/paragraphs.ts';
import { DocumentFacts } from './syntax/facts.ts';
import type { TouchedLines } from './syntax/line-marks.ts';
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
  /** The same for all analyses of a document as long as it is open. */
  readonly lineage: Lineage;
  /** For a text that a plan of edits would make: the document that it was made of. Else null. */
  readonly madeOf: Analysis | null;
  /** The running text as a reader reads it, over line ends and furniture, in the order of the text. Built when first asked for. */
  readonly paragraphs: readonly Paragraph[];
}

/** What is kept of a document from one analysis to the next. */
export interface Lineage {
  /** See `perDocument`. */
  readonly kept: Map<unknown, unknown>;
  readonly paragraphs: ParagraphCache;
}

/** Keeps the open documents and reads them again as they change. The only door into the core. */
export class AnalysisHost {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #letGo: (characters: number) => void;

  /**
   * `letGo` is told whenever an analysis of a text of so many characters was let go of and the next is not begun: there is
   * never less in the memory.
   */
  constructor(letGo: (characters: number) => void = () => {}) {
    this.#letGo = letGo;
  }

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
    const document = new OpenDocument(uri, { memory: new ReadingMemory(), letGo: this.#letGo });
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
  return finish(analyzeInSteps(text, uri));
}

/** The same, for who does other things in between. Nothing is written down for a next time, since there is none. */
export function analyzeInSteps(text: string, uri: string): Steps<Analysis> {
  return new OpenDocument(uri, {}).read(text, 0);
}

/**
 * Reads a text that differs from one that was read in many places, without a trace on the document that is open. The
 * result is that of `analyze`; lines and paragraphs that both have are taken over.
 */
export function analyzeChanged(madeOf: Analysis, text: string): Analysis {
  return finish(new OpenDocument(madeOf.uri, { madeOf }).read(text, 0));
}

interface OpenDocumentOptions {
  readonly memory?: ReadingMemory;
  readonly madeOf?: Analysis;
  readonly letGo?: (characters: number) => void;
}

/** Long enough that a step costs nothing, short enough to be read while somebody types. */
const linesInAStep = 256;

class OpenDocument implements Lineage {
  analysis: Analysis | null = null;
  version = 0;
  readonly kept = new Map<unknown, unknown>();
  readonly #uri: string;
  #snapshot = new TextSnapshot('');
  #lines: readonly LineFacts[] = [readLine('')];
  readonly #facts = new DocumentFacts();
  readonly paragraphs: ParagraphCache;
  /** Null for a document that is read but once. */
  readonly #memory: ReadingMemory | null;
  readonly #madeOf: Analysis | null;
  readonly #letGo: (characters: number) => void;

  constructor(uri: string, { memory, madeOf, letGo = () => {} }: OpenDocumentOptions) {
    this.#uri = uri;
    this.#letGo = letGo;
    this.#madeOf = madeOf ?? null;
    this.#memory = memory ?? null;
    this.paragraphs = new ParagraphCache(memory !== undefined, madeOf ? madeOf.paragraphs : []);
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
    this.#letGo(before.text.length);
    const snapshot = new TextSnapshot(text, before);
    const { first, lastBefore, lastAfter } = touchedLines(before, snapshot);
    const fresh: LineFacts[] = [];
    const known = this.#madeOf && new KnownLines(this.#madeOf);
    for (let line = first; line < lastAfter; line += 1) {
      const words = snapshot.lineText(line);
      fresh.push(known?.of(words) ?? readLine(ownCopy(words)));
      if (fresh.length % linesInAStep === 0) yield;
    }
    for (let line = first; line < lastBefore; line += 1) {
      const gone = this.#lines[line];
      if (gone) this.#facts.remove(gone);
    }
    for (const line of fresh) this.#facts.add(line);
    const linesBefore = this.#lines;
    this.#lines = replaced(linesBefore, first, lastBefore, fresh);
    this.#snapshot = snapshot;
    yield;
    const analysis = yield* this.#analyze({ before: linesBefore, first, until: lastAfter });
    this.analysis = analysis;
    return analysis;
  }

  *#analyze(touched: TouchedLines): Steps<Analysis> {
    const snapshot = this.#snapshot;
    const lines = this.#lines;
    const facts = this.#facts.snapshot();
    const parsed = yield* parseInSteps(snapshot, lines, facts, this.#memory, touched);
    const read: Omit<Analysis, 'paragraphs'> = {
      ...parsed,
      uri: this.#uri,
      version: this.version,
      snapshot,
      lines,
      facts,
      answers: new Map(),
      lineage: this,
      madeOf: this.#madeOf,
    };
    return Object.defineProperty(read as Analysis, 'paragraphs', lateParagraphs);
  }
}

/**
 * One for all analyses. A getter written into each would give each a shape of its own, and the engine clears away shapes late,
 * with all that their getters see: the whole document.
 */
const lateParagraphs = {
  enumerable: true,
  get(this: Analysis): readonly Paragraph[] {
    const known = this.answers.get(lateParagraphs) as readonly Paragraph[] | undefined;
    if (known) return known;
    const paragraphs = collectParagraphs(this.snapshot, this.lines, this, this.lineage.paragraphs);
    this.answers.set(lateParagraphs, paragraphs);
    return paragraphs;
  },
};

/** The facts of the lines of a document, for those of another that is much like it. */
class KnownLines {
  readonly #document: Analysis;
  readonly #byText = new Map<string, number>();
  #next = 0;

  constructor(document: Analysis) {
    this.#document = document;
    for (let line = document.lines.length - 1; line >= 0; line -= 1)
      this.#byText.set(document.snapshot.lineText(line), line);
  }

  /** Asked for one line after the other: mostly it is the next one. */
  of(words: string): LineFacts | null {
    const { lines, snapshot } = this.#document;
    const line = snapshot.lineText(this.#next) === words ? this.#next : (this.#byText.get(words) ?? null);
    this.#next = line === null ? this.#next + 1 : line + 1;
    return line === null ? null : (lines[line] ?? null);
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
