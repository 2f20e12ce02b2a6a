import type { Analysis } from '../analysis.ts';
import { readStatedTotals, type StatedTotal } from '../inline/amounts.ts';
import type { Figure } from '../inline/figures.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { type Amount, findLabelTotals } from '../resolve/label-totals.ts';
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
    yield* findWrongLabelTotals(analysis);
    yield* findWrongSums(analysis);
  },
};

function* findWrongProducts(analysis: Analysis): Generator<RuleReport> {
  for (const { paragraph, answer } of foundIn(analysis, readWrongTotals)) {
    for (const { count, price, total, unit } of answer) {
      const place = (figure: Figure): Amount => ({
        figure,
        range: paragraph.rangeOf(figure.start, figure.end),
      });
      yield reportProduct(analysis, place(count), place(price), place(total), unit);
    }
  }
}

function* findWrongLabelTotals(analysis: Analysis): Generator<RuleReport> {
  for (const { count, price, total, unit } of findLabelTotals(analysis)) {
    if (isWrong({ count: count.figure, price: price.figure, total: total.figure }))
      yield reportProduct(analysis, count, price, total, unit);
  }
}

function reportProduct(
  { snapshot }: Analysis,
  count: Amount,
  price: Amount,
  total: Amount,
  unit: string,
): RuleReport {
  const product = (count.figure.values[0] ?? 0) * (price.figure.values[0] ?? 0);
  const printed = ({ range }: Amount): string => snapshot.slice(range);
  return {
    range: total.range,
    message: `${printed(count)} ${unit} at ${printed(price)} each come to ${show(product)}, not ${printed(total)}.`,
    related: [
      { range: count.range, message: 'The number.' },
      { range: price.range, message: 'The price of each.' },
    ],
  };
}

function readWrongTotals(text: string): readonly StatedTotal[] {
  return readStatedTotals(text).filter(isWrong);
}

function isWrong({ count, price, total }: Pick<StatedTotal, 'count' | 'price' | 'total'>): boolean {
  const number = count.values[0] ?? 0;
  // A price with decimals is rounded to its last digit, and so is the total.
  const rounding = price.precision < 1 ? (number * price.precision) / 2 : 0;
  const tolerance = rounding + (total.precision < 1 ? total.precision / 2 : 1);
  return Math.abs(number * (price.values[0] ?? 0) - (total.values[0] ?? 0)) > tolerance;
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
