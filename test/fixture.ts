import { range, type TextRange } from '../server/src/core/text/range.ts';

/** A place where the fixture expects a finding, and what it should say, where the mark tells. */
export interface FixtureMark {
  readonly range: TextRange;
  readonly message: string | null;
}

/** One file of a fixture, its marks taken out of the text. */
export interface FixtureFile {
  readonly name: string;
  readonly text: string;
  /** Where `$0` stood, as an offset into `text`; null in a file without it. */
  readonly cursor: number | null;
  readonly marks: readonly FixtureMark[];
}

/** The name of a file that no `//- name` line opens. */
export const unnamedFile = 'document.legal';

/**
 * Reads a fixture: a small legal document with marks.
 *
 * - `//- name` starts a file; text before the first such line is a file called `document.legal`.
 * - `$0` is the cursor, at most once in a fixture. Before a figure it is an amount ("$0.50").
 * - `   ^^^^ message` expects a finding on the text line above, at the columns of the carets as one sees them;
 *   the message may be left out, and several such lines may follow one line of text.
 *
 * A fixture that starts with a line end loses it and the indentation all its lines share, so that it can stand
 * indented in a template literal. Whatever cannot be meant as written throws.
 */
export function parseFixture(source: string): FixtureFile[] {
  const files: FixtureReader[] = [];
  for (const line of splitLines(/^\r?\n/.test(source) ? withoutIndentation(source) : source)) {
    const name = /^\/\/-\s*(\S.*?)\s*$/.exec(line.text)?.[1];
    if (name !== undefined) {
      if (files.some((file) => file.name === name)) throw new Error(`Two files are called ${name}.`);
      files.push(new FixtureReader(name));
      continue;
    }
    if (files.length === 0) files.push(new FixtureReader(unnamedFile));
    files.at(-1)?.read(line);
  }
  const parsed = files.map((file) => file.finish());
  if (parsed.filter((file) => file.cursor !== null).length > 1)
    throw new Error('The cursor $0 stands twice.');
  return parsed;
}

/** Reads a fixture that consists of one file. */
export function parseDocument(source: string): FixtureFile {
  const [file, second] = parseFixture(source);
  if (second) throw new Error(`One file was expected, but ${second.name} follows.`);
  return file ?? { name: unnamedFile, text: '', cursor: null, marks: [] };
}

interface Line {
  readonly text: string;
  /** The line end; empty on a last line without one. */
  readonly end: string;
}

const markLine = /^(\s*)(\^+)(?:\s+(.*?))?\s*$/;
/** An amount such as "$0.50" is no cursor. */
const cursorMark = /\$0(?![.,]?\d)/;

class FixtureReader {
  readonly name: string;
  #text = '';
  #cursor: number | null = null;
  readonly #marks: FixtureMark[] = [];
  /** The text line that marks may follow: where it starts, how long it is, and at which column it had the cursor. */
  #line: { start: number; length: number; cursorColumn: number } | null = null;

  constructor(name: string) {
    this.name = name;
  }

  read(line: Line): void {
    const mark = markLine.exec(line.text);
    if (mark) this.#addMark(mark[1]?.length ?? 0, mark[2]?.length ?? 0, mark[3] || null);
    else this.#addText(line);
  }

  finish(): FixtureFile {
    return { name: this.name, text: this.#text, cursor: this.#cursor, marks: this.#marks };
  }

  #addText(line: Line): void {
    const start = this.#text.length;
    const cursorColumn = line.text.search(cursorMark);
    let text = line.text;
    if (cursorColumn !== -1) {
      text = text.replace(cursorMark, '');
      if (this.#cursor !== null || cursorMark.test(text)) throw new Error('The cursor $0 stands twice.');
      this.#cursor = start + cursorColumn;
    }
    this.#line = { start, length: text.length, cursorColumn };
    this.#text += text + line.end;
  }

  #addMark(column: number, length: number, message: string | null): void {
    const line = this.#line;
    if (!line) throw new Error('A mark stands above the first line of text.');
    if (message?.startsWith('^')) throw new Error('Each mark needs a line of its own.');
    // Carets are set under the line as it is written, "$0" included, which the text no longer holds.
    const inText = (seen: number) =>
      line.cursorColumn === -1 || seen <= line.cursorColumn ? seen : Math.max(line.cursorColumn, seen - 2);
    const start = inText(column);
    const end = inText(column + length);
    if (end > line.length || start === end) {
      throw new Error(`A mark (${message ?? 'without a message'}) points outside the line above it.`);
    }
    this.#marks.push({ range: range(line.start + start, line.start + end), message });
  }
}

function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  for (const match of source.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [whole, text = '', end = ''] = match;
    if (whole !== '') lines.push({ text, end });
  }
  return lines;
}

function withoutIndentation(source: string): string {
  const body = source.replace(/^\r?\n/, '').replace(/[ \t]+$/, '');
  const indentations = splitLines(body)
    .filter((line) => line.text.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line.text)?.[0].length ?? 0);
  const shared = Math.min(...indentations);
  return splitLines(body)
    .map((line) => line.text.slice(shared) + line.end)
    .join('');
}
