import { describe, expect, test } from 'vitest';
import { generateAgreement } from '../../scripts/bench/generate.mjs';
import { type Analysis, AnalysisHost, analyze } from '../../server/src/core/analysis.ts';
import { foldingRanges } from '../../server/src/core/features/provisions/folding.ts';
import { outline } from '../../server/src/core/features/provisions/outline.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { parseDocument } from '../../server/src/core/syntax/parse.ts';

/** Twice the text may cost twice the work, and a little for what does not divide evenly. */
const linear = 2.15;

describe('the work doubles with the document', () => {
  test.each([
    ['agreements numbered without a fault', (size: number) => generateAgreement({ size: size * 100 })],
    ['the same in Markdown', (size: number) => generateAgreement({ size: size * 100, markdown: true })],
    [
      'sections that all have one number',
      (size: number) => repeated('1.1 Payment. The Buyer pays.\n\n', size * 30),
    ],
    [
      'sections with a gap behind each',
      (size: number) => counted((value) => `${value * 2}. Payment.\n\n`, size * 2),
    ],
    [
      'lists in lists',
      (size: number) => counted((value) => `(a) one (i) two (ii) three ${value};\n`, size * 3),
    ],
    [
      'attachments',
      (size: number) => counted((value) => `\nEXHIBIT ${value}\n\nSee Exhibit ${value}.\n`, size * 2),
    ],
    [
      'page numbers',
      (size: number) => counted((value) => `Some words.\n\n- ${value} -\n\f\nHEADER\n\n`, size * 3),
    ],
    ['unclosed quotations', (size: number) => repeated('as follows:\n\n"1.1 Payment. Words\n\n', size * 20)],
    [
      'articles that cite their neighbours',
      (size: number) =>
        counted(
          (value) =>
            `Article ${value}. (Name)\n\nThe preceding Article and the following Articles apply.\n\n`,
          size / 2,
        ),
    ],
    [
      'citations of all articles',
      (size: number) =>
        counted((value) => `Article ${value}. (Name)\n\nArticles 1 through ${size / 2} apply.\n\n`, size / 2),
    ],
    [
      'one broken citation in each article',
      (size: number) =>
        counted((value) => `Article ${value}. (Name)\n\nArticle ${size} applies.\n\n`, size / 2),
    ],
    [
      'citations of what is not there',
      (size: number) => counted((value) => `${value}. Words under Section ${size + value}.\n\n`, size),
    ],
    [
      'items that cite each other',
      (size: number) =>
        counted(
          (value) => `(${value}) the case of (${value}) above and item (${value + 1}) below;\n\n`,
          size,
        ),
    ],
    [
      'lists in lists that cite each other',
      (size: number) =>
        repeated(
          '(a) one, see (i) below:\n\n  (i) two, see clause (b);\n\n  (ii) the preceding item;\n\n',
          size * 40,
        ),
    ],
    [
      'paragraphs cited by their place',
      (size: number) =>
        `Section 1. Words.\n\n${repeated('The fourth paragraph of Section 1 and the last paragraph of Section 1 apply.\n\n', size * 40)}`,
    ],
    ['headings without text', (size: number) => counted((value) => `## ${value}. Heading\n`, size * 4)],
  ])('of %s', { timeout: 60_000 }, (_, make) => {
    expect(growth(make(1000), make(2000))).toBeLessThan(linear);
  });
});

describe('hostile text is read in linear time', () => {
  test.each([
    [
      'one line of 4 MB',
      (share: number) => repeated('the Buyer shall pay; (i) on time, (ii) in full and ', 4e6 * share),
    ],
    ['one line of 4 MB without a blank', (share: number) => 'x'.repeat(4e6 * share)],
    ['100,000 nested brackets', (share: number) => '('.repeat(1e5 * share) + ')'.repeat(1e5 * share)],
    [
      '20,000 nested brackets on lines',
      (share: number) => `${'(\n'.repeat(2e4 * share)}${')\n'.repeat(2e4 * share)}`,
    ],
    ['1 MB of blanks', (share: number) => ' '.repeat(1e6 * share)],
    ['1 MB of blanks before a word', (share: number) => `${' '.repeat(1e6 * share)}x`],
    ['1 MB of digits', (share: number) => repeated('1234567890', 1e6 * share)],
    ['1 MB of (a)', (share: number) => '(a)'.repeat((1e6 / 3) * share)],
    ['30,000 times (a), each on its line', (share: number) => '(a)\n'.repeat(3e4 * share)],
    ['100,000 line ends', (share: number) => '\n'.repeat(1e5 * share)],
  ])('%s', { timeout: 60_000 }, (_, make) => {
    expect(growth(make(0.5), make(1))).toBeLessThan(linear);
  });
});

test('an edit costs less characters than reading the document again', () => {
  const text = generateAgreement({ size: 200_000 });
  const edited = `${text.slice(0, 100_000)}x${text.slice(100_000)}`;
  const host = new AnalysisHost();
  host.open({ uri: 'file:///agreement', text });
  const again = countWork(() => host.update('file:///agreement', edited));
  const fresh = countWork(() => analyze(edited));
  // Roles, names and findings are found anew, from lines that are kept with what was read of them.
  expect(again).toBeLessThan(fresh / 4);
});

function repeated(words: string, length: number): string {
  return words.repeat(Math.ceil(length / words.length));
}

function counted(paragraph: (value: number) => string, count: number): string {
  return Array.from({ length: count }, (_, index) => paragraph(index + 1)).join('');
}

/** By what the work grows from the one text to the other. */
function growth(smaller: string, larger: string): number {
  return countWork(() => readAll(larger)) / countWork(() => readAll(smaller));
}

/** All that an editor asks for after an edit; the document is parsed a second time with facts that count their reads. */
function readAll(text: string): void {
  const analysis = observed(analyze(text));
  parseDocument(analysis.snapshot, analysis.lines, analysis.facts);
  outline(analysis);
  foldingRanges(analysis);
  runRules(analysis);
}

let visited = 0;

/**
 * Counts the characters that patterns and searches go over and that slices take, and the reads of line facts,
 * enumerators and decisions. Patterns are counted from where they begin to look to where their match ends; a pattern that went over the
 * same characters again and again would run into the time limit of the test.
 */
function countWork(work: () => void): number {
  const { exec } = RegExp.prototype;
  const { slice, indexOf, includes } = String.prototype;
  visited = 0;
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    if (found) visited += found.index + found[0].length - from;
    else visited += this.sticky ? 1 : text.length - from;
    return found;
  };
  String.prototype.slice = function (this: string, ...at): string {
    const taken = slice.apply(this, at);
    visited += taken.length;
    return taken;
  };
  String.prototype.indexOf = function (this: string, wanted, from = 0): number {
    const found = indexOf.call(this, wanted, from);
    visited += (found < 0 ? this.length : found) - from;
    return found;
  };
  String.prototype.includes = function (this: string, wanted, from = 0): boolean {
    return this.indexOf(wanted, from) >= 0;
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
    Object.assign(String.prototype, { slice, indexOf, includes });
  }
  return visited;
}

/** The analysis with lists that count how often they are read. */
function observed(analysis: Analysis): Analysis {
  const lines = analysis.lines.map((line) =>
    line.enumerators.length > 1 ? { ...line, enumerators: counting(line.enumerators) } : line,
  );
  return { ...analysis, lines: counting(lines), decisions: counting(analysis.decisions) };
}

function counting<Item>(items: readonly Item[]): readonly Item[] {
  return new Proxy(items, {
    get(target, key) {
      visited += 1;
      return Reflect.get(target, key);
    },
  });
}
