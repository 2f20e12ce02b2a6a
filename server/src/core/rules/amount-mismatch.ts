import type { Analysis } from '../analysis.ts';
import { readStatedTotals, type StatedTotal } from '../inline/amounts.ts';
import type { Figure } from '../inline/figures.ts';
import { readStatedSums, type StatedSum } from '../inline/stated-sums.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { type Amount, findLabelTotals } from '../resolve/label-totals.ts';
import { findRowProducts, type RowProduct } from '../resolve/table-products.ts';
import { findTableTotals } from '../resolve/table-totals.ts';
import { say } from '../text/say.ts';
import type { Rule, RuleReport } from './rule.ts';

/** A total that is not what its parts come to: the number times the price, the sum of the parts or of the rows. */
export const amountMismatch: Rule = {
  id: 'amount-mismatch',
  title: 'A total that is not what its parts come to',
  severity: 'information',
  scope: 'document',
  *prepare(analysis) {
    yield* readInSteps(analysis, readWrongTotals);
    yield* readInSteps(analysis, readWrongSums);
  },
  *check(analysis) {
    yield* findWrongProducts(analysis);
    yield* findWrongLabelTotals(analysis);
    yield* findWrongRows(analysis);
    yield* findWrongParts(analysis);
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

function* findWrongRows(analysis: Analysis): Generator<RuleReport> {
  const isRight = ({ count, price, total }: RowProduct): boolean =>
    !isWrong({ count: count.figure, price: price.figure, total: total.figure });
  for (const row of findRowProducts(analysis, isRight))
    if (!isRight(row)) yield reportProduct(analysis, row.count, row.price, row.total, 'units');
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
    message: say`${printed(count)} ${unit} at ${printed(price)} each come to ${show(product)}, not ${printed(total)}.`,
    related: [
      { range: count.range, message: say`The number.` },
      { range: price.range, message: say`The price of each.` },
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
  const tolerance = rounding + (total.precision === 1 ? 1 : total.precision / 2);
  return Math.abs(number * (price.values[0] ?? 0) - (total.values[0] ?? 0)) > tolerance;
}

function* findWrongParts(analysis: Analysis): Generator<RuleReport> {
  for (const { paragraph, answer } of foundIn(analysis, readWrongSums)) {
    for (const { total, parts } of answer) {
      const first = parts[0];
      const last = parts.at(-1);
      if (!first || !last) continue;
      const sum = show(sumOf(parts));
      const place = total ?? { start: first.start, end: last.after };
      yield {
        range: paragraph.rangeOf(place.start, place.end),
        message: total
          ? say`The ${parts.length} parts come to ${sum}, not ${paragraph.text.slice(total.start, total.end)}.`
          : say`The ${parts.length} shares come to ${sum} %, not 100 %.`,
        related: total ? [{ range: paragraph.rangeOf(first.start, last.end), message: say`The parts.` }] : [],
      };
    }
  }
}

function readWrongSums(text: string): readonly StatedSum[] {
  return readStatedSums(text).filter(({ total, parts }) => {
    const rounding = parts.reduce((all, { precision }) => all + (precision < 1 ? precision / 2 : 0), 0.005);
    return Math.abs(sumOf(parts) - (total?.values[0] ?? 100)) > (total ? 0.005 : rounding);
  });
}

function sumOf(parts: readonly StatedSum['parts'][number][]): number {
  return parts.reduce((all, { values }) => all + (values[0] ?? 0), 0);
}

function* findWrongSums(analysis: Analysis): Generator<RuleReport> {
  for (const { row, parts } of findTableTotals(analysis)) {
    const sum = parts.reduce((all, { figure }) => all + (figure.values[0] ?? 0), 0);
    const { figure, range } = row;
    const rounding = parts.reduce((all, part) => all + part.figure.precision / 2, figure.precision / 2);
    // Whole amounts are not rounded; shares of a hundred may be, and "2.5 million".
    const isRounded = figure.unit === 'percent' || figure.precision < 0.01 || figure.precision > 1;
    const tolerance = isRounded ? rounding : 0.005;
    if (Math.abs(sum - (figure.values[0] ?? 0)) <= tolerance) continue;
    const [first] = parts;
    yield {
      range,
      message: say`The ${parts.length} rows above come to ${show(sum)}, not ${analysis.snapshot.slice(range)}.`,
      related: first ? [{ range: first.range, message: say`The first of them.` }] : [],
    };
  }
}

function show(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
