import type { Figure } from '../inline/figures.ts';
import { ordinalSuffix, spellNumber, spellOrdinal } from '../inline/number-vocabulary.ts';
import type { NumberPhrase } from '../inline/number-words.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { readSpelledFigures, type SpelledFigure } from '../inline/spelled-figures.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { say } from '../text/say.ts';
import type { Fix, Rule } from './rule.ts';

/** A number is given in words and in figures, and the two differ: "three (4)". */
export const wordsFigures: Rule = {
  id: 'words-figures',
  title: 'A number in words and its figure differ',
  severity: 'error',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readConflicts),
  *check(analysis) {
    for (const { paragraph, answer } of foundIn(analysis, readConflicts)) {
      for (const pair of answer) {
        const words = paragraph.text.slice(pair.wordsStart, pair.wordsEnd);
        const figure = paragraph.text.slice(pair.figure.start, pair.figure.end);
        yield {
          range: paragraph.rangeOf(pair.start, pair.end),
          message: say`“${words}” is ${show(pair.words.value)}, but the figure says ${figure}.`,
          fixes: fixesFor(paragraph, pair),
        };
      }
    }
  },
};

/** The numbers of a text whose words and figure differ, as far as it is certain what both say. */
function readConflicts(text: string): readonly SpelledFigure[] {
  return readSpelledFigures(text).filter((pair) => !agrees(pair) && !isDoubtful(text, pair));
}

function agrees({ words, figure }: SpelledFigure): boolean {
  const same = (spoken: number): boolean =>
    figure.values.some((value) => Math.abs(value - spoken) <= toleranceOf(words, figure, spoken));
  if (same(words.value)) return true;
  // "one-half (50%)", "one percent (0.01)".
  if (words.unit !== 'percent' && figure.unit === 'percent') return same(words.value * 100);
  return words.unit === 'percent' && figure.unit === 'none' && same(words.value / 100);
}

/** What is rounded may differ by its last digit; all else by what the machine's arithmetic loses, and by no cent. */
function toleranceOf(words: NumberPhrase, figure: Figure, spoken: number): number {
  if (words.periodic) return Math.max(figure.precision, 0.005);
  return figure.precision === 0 ? 0.005 * Math.max(1, spoken) : Math.max(1e-9, spoken * 1e-15);
}

/** Whether the bracket may hold something else than the number before it. */
function isDoubtful(text: string, { words, figure, start, end }: SpelledFigure): boolean {
  const value = figure.values[0] ?? 0;
  const isSmall = words.value < 20 || words.unit === 'fraction';
  if (words.unit === 'percent' && figure.unit === 'currency') return true;
  if (words.unit === 'currency' && figure.unit === 'percent') return true;
  // "one ($500)", "two (5%)": a small number may count what the bracket describes.
  if (isSmall && words.unit === 'none' && (figure.unit === 'currency' || figure.unit === 'percent'))
    return !/^\s{1,3}per\s?cent/i.test(text.slice(end, end + 12));
  // "one hundredth (100th)" is no fraction, "the second (1) the seller" no number.
  if (
    words.unit === 'fraction' &&
    (figure.unit === 'ordinal' || figure.unit === 'none') &&
    figure.precision === 1
  )
    return true;
  if (words.unit === 'ordinal' && figure.unit !== 'ordinal' && words.value < 5) return true;
  return figure.unit === 'none' && value > 0 && value < 20 && isEnumerated(text, value, start, end);
}

/** Whether "(1)" is followed by a "(2)" that repeats no number, or "(2)" stands behind such a "(1)": it is an item's. */
function isEnumerated(text: string, value: number, start: number, end: number): boolean {
  const near = longestSentence;
  const behind = text.slice(end, end + near);
  const before = text.slice(Math.max(0, start - near), start);
  return standsAlone(behind, value + 1) || (value > 1 && standsAlone(before, value - 1));
}

const longestSentence = 1200;

function standsAlone(text: string, value: number): boolean {
  const printed = `(${value})`;
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const word = /([A-Za-z]{2,12})[\s\u00a0-]{0,3}$/.exec(text.slice(Math.max(0, at - 16), at))?.[1] ?? '';
    const repeats = readSpelledFigures(`${word} ${printed}`).length > 0;
    if (!repeats) return true;
  }
  return false;
}

function fixesFor(paragraph: Paragraph, pair: SpelledFigure): readonly Fix[] {
  const { words, figure } = pair;
  const fixes: Fix[] = [];
  const replace = (start: number, end: number, newText: string): void => {
    const edits = paragraph.pieces(start, end).map((range, index) => ({
      range,
      newText: index === 0 ? newText : '',
    }));
    const before = paragraph.text.slice(start, end);
    if (edits.length === 1) fixes.push({ title: say`Change “${before}” to “${newText}”`, edits });
  };
  if (figure.plain && (words.plain || Number.isInteger(words.value * 100))) {
    const printed = paragraph.text.slice(figure.start, figure.end);
    const suffixEnd = figure.unit === 'ordinal' ? figure.after : figure.end;
    const suffix = figure.unit === 'ordinal' ? ordinalSuffix(words.value) : '';
    replace(figure.start, suffixEnd, writeFigure(words.value, printed) + suffix);
  }
  const value = figure.values[0];
  if (
    words.plain &&
    figure.values.length === 1 &&
    value !== undefined &&
    Number.isInteger(value) &&
    value < 1e15
  ) {
    const start = pair.wordsStart + words.start;
    const end = pair.wordsStart + words.end;
    const spoken = words.unit === 'ordinal' ? spellOrdinal(value) : spellNumber(value);
    replace(start, end, inCaseOf(paragraph.text.slice(start, end), spoken));
  }
  return fixes;
}

/** A value in figures, in thousands where the printed one or its size asks for it. */
function writeFigure(value: number, printed: string): string {
  const decimals = printed.includes('.') ? printed.length - printed.lastIndexOf('.') - 1 : 0;
  const needed = Math.max(decimals, Number.isInteger(value) ? 0 : 2);
  const [whole = '', rest] = value.toFixed(needed).split('.');
  const grouped = printed.includes(',') || (whole.length > 4 && !/\d{5}/.test(printed));
  const shown = grouped ? Number(whole).toLocaleString('en-US') : whole;
  const padded = /^0\d*$/.test(printed) ? shown.padStart(printed.length, '0') : shown;
  return rest === undefined ? padded : `${padded}.${rest}`;
}

function inCaseOf(sample: string, words: string): string {
  if (!/[a-z]/.test(sample)) return words.toUpperCase();
  if (/^[a-z]/.test(sample)) return words;
  const everyWord = /[\s-][A-Z]/.test(sample) || !/[\s-]/.test(sample);
  return words.replace(everyWord ? /\b[a-z]/g : /^[a-z]/, (letter) => letter.toUpperCase());
}

function show(value: number): string {
  return Number(value.toFixed(4)).toLocaleString('en-US', { maximumFractionDigits: 4 });
}
