import type { Analysis } from '../analysis.ts';
import { readStatedTotals, type StatedTotal } from '../inline/amounts.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { findTableTotals } from '../resolve/table-totals.ts';
import type { Rule, RuleReport } from './rule.ts';

/** A total that is not what its parts come to: the number times the price, or the sum of the rows. */
export const amountMismatch: Rule = {
  id: 'amount-mismatch',
  title: 'A total that is not what its parts come to',
  severity: 'information',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readWrongTotals),
  *check(analysis) {
    yield* findWrongProducts(analysis);
    yield* findWrongSums(analysis);
  },
};

function* findWrongProducts(analysis: Analysis): Generator<RuleReport> {
  for (const { paragraph, answer } of foundIn(analysis, readWrongTotals)) {
    for (const { count, price, total, unit } of answer) {
      const product = (count.values[0] ?? 0) * (price.values[0] ?? 0);
      const printed = (figure: StatedTotal['count']): string =>
        paragraph.text.slice(figure.start, figure.end);
      yield {
        range: paragraph.rangeOf(total.start, total.end),
        message: `${printed(count)} ${unit} at ${printed(price)} each come to ${show(product)}, not ${printed(total)}.`,
        related: [
          { range: paragraph.rangeOf(count.start, count.end), message: 'The number.' },
          { range: paragraph.rangeOf(price.start, price.end), message: 'The price of each.' },
        ],
      };
    }
  }
}

function readWrongTotals(text: string): readonly StatedTotal[] {
  return readStatedTotals(text).filter(({ count, price, total }) => {
    const number = count.values[0] ?? 0;
    // A price with decimals is rounded to its last digit, and so is the total.
    const rounding = price.precision < 1 ? (number * price.precision) / 2 : 0;
    const tolerance = rounding + (total.precision < 1 ? total.precision / 2 : 1);
    return Math.abs(number * (price.values[0] ?? 0) - (total.values[0] ?? 0)) > tolerance;
  });
}

function* findWrongSums(analysis: Analysis): Generator<RuleReport> {
  for (const { row, parts } of findTableTotals(analysis)) {
    const sum = parts.reduce((all, { figure }) => all + (figure.values[0] ?? 0), 0);
    const { figure, range } = row;
    const rounding = parts.reduce((all, part) => all + part.figure.precision / 2, figure.precision / 2);
    // Whole amounts are not rounded; shares of a hundred may be.
    const tolerance = figure.unit === 'percent' || figure.precision < 0.01 ? rounding : 0.005;
    if (Math.abs(sum - (figure.values[0] ?? 0)) <= tolerance) continue;
    const [first] = parts;
    yield {
      range,
      message: `The ${parts.length} rows above come to ${show(sum)}, not ${analysis.snapshot.slice(range)}.`,
      related: first ? [{ range: first.range, message: 'The first of them.' }] : [],
    };
  }
}

function show(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
