import type { Analysis } from '../analysis.ts';
import { type Figure, readFigure } from '../inline/figures.ts';
import type { LabelRow } from '../syntax/labels.ts';
import type { TextRange } from '../text/range.ts';

/** A number, a price of each and their total, each in a row of one label table. */
export interface LabelTotal {
  readonly count: Amount;
  readonly price: Amount;
  readonly total: Amount;
  /** What is counted: "shares". */
  readonly unit: string;
}

/** A figure and where its digits stand. */
export interface Amount {
  readonly figure: Figure;
  readonly range: TextRange;
}

/** The totals of label tables that have one number, one price "per" what is counted and one total of that price. */
export function findLabelTotals(analysis: Analysis): readonly LabelTotal[] {
  return tablesOf(analysis.labelRows).flatMap((rows) => readTable(analysis, rows) ?? []);
}

/** Rows stand near each other; their labels and values may run over some lines. */
function tablesOf(rows: readonly LabelRow[]): LabelRow[][] {
  const tables: LabelRow[][] = [];
  for (const row of rows) {
    const last = tables.at(-1);
    const before = last?.at(-1);
    if (last && before && row.line - before.line <= furthestRow) last.push(row);
    else tables.push([row]);
  }
  return tables;
}

const furthestRow = 6;

function readTable({ snapshot }: Analysis, rows: readonly LabelRow[]): LabelTotal | null {
  const counts: Array<Amount & { unit: string }> = [];
  const prices: Array<Amount & { unit: string; label: string }> = [];
  const totals: Array<Amount & { label: string }> = [];
  for (const { label, valueRange } of rows) {
    const value = snapshot.slice(valueRange);
    const figure = readFigure(value, 0);
    if (figure?.values.length !== 1) continue;
    const range = { start: valueRange.start + figure.start, end: valueRange.start + figure.end };
    const behind = value.slice(figure.after);
    const per = /^\s{1,2}(?:per|for each)\s{1,2}(?:[A-Za-z]{2,12}\s){0,2}?([a-z]{3,10})[;,.]?$/i.exec(behind);
    const noun = /^\s{1,2}(?:[A-Za-z][A-Za-z-]{1,14}\s{1,2}){0,3}?([a-z]{3,10}s)\b/i.exec(behind);
    if (figure.unit === 'currency' && per)
      prices.push({ figure, range, unit: (per[1] ?? '').toLowerCase(), label });
    else if (figure.unit === 'currency' && totalLabel.test(label) && /^[;,.]?$/.test(behind))
      totals.push({ figure, range, label });
    else if (figure.unit === 'none' && noun && /\b(?:number|quantity)\b/i.test(label))
      counts.push({ figure, range, unit: (noun[1] ?? '').toLowerCase() });
  }
  const [count, otherCount] = counts;
  const [total, otherTotal] = totals;
  if (!count || otherCount || !total || otherTotal) return null;
  const meant = prices.filter(
    ({ unit, label }) => `${unit}s` === count.unit && isTotalOf(total.label, label),
  );
  const [price, otherPrice] = meant;
  return price && !otherPrice ? { count, price, total, unit: count.unit } : null;
}

const totalLabel = /\b(?:total|aggregate)\b/i;
const wordsOfTotals = new Set(['total', 'aggregate', 'amount', 'of', 'the', 'sum']);

/** "Total issue price" is that of the "Issue price", and a plain "Total amount" that of any. */
function isTotalOf(total: string, price: string): boolean {
  const priced = new Set(price.toLowerCase().match(/[a-z]{2,20}/g));
  const words = total.toLowerCase().match(/[a-z]{2,20}/g) ?? [];
  return words.every((word) => wordsOfTotals.has(word) || priced.has(word));
}
