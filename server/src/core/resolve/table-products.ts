import type { Analysis } from '../analysis.ts';
import { type Figure, readFigure } from '../inline/figures.ts';
import type { Amount } from './label-totals.ts';
import { type TableRow, tablesOf } from './table-rows.ts';

/** A row of a table with a number, a price of each and their product, as the head of the table names them. */
export interface RowProduct {
  readonly count: Amount;
  readonly price: Amount;
  readonly total: Amount;
}

/**
 * The rows of tables whose head names one column of numbers, one of prices and one of what they come to. A table counts
 * where `agrees` is true of most of its rows: there the columns are sure to mean that. Linear.
 */
export function findRowProducts(
  analysis: Analysis,
  agrees: (row: RowProduct) => boolean,
): readonly RowProduct[] {
  return tablesOf(analysis).flatMap(([head, ...rows]) => {
    const columns = head && columnsOf(head.text);
    if (!columns) return [];
    const products = rows.flatMap((row) => readRow(row, columns) ?? []);
    const right = products.filter(agrees).length;
    return right > 0 && right * 2 >= products.length ? products : [];
  });
}

interface Columns {
  readonly count: number;
  readonly price: number;
  readonly total: number;
}

const names = {
  count: /^(?:qty\.?|quantity|number|no\.|number of \w+|no\. of \w+|units|shares|hours|pieces)$/i,
  price:
    /^(?:(?:unit|share|hourly) (?:price|rate|cost|fee)|(?:price|rate|cost|fee) (?:per|for each|of each) \w+|(?:price|rate|cost|fee) each|(?:price|rate))$/i,
  total:
    /^(?:amount|total|sum|(?:total|extended) (?:price|amount|cost|fee|fees)|line total|aggregate (?:price|amount))$/i,
};

/** By the head of a table with bars; null unless each name stands in it once. */
function columnsOf(head: string): Columns | null {
  if (!head.includes('|')) return null;
  const cells = head.split('|').map((cell) => cell.replace(/[*\s\u00a0]+|\([^)]{0,20}\)/g, ' ').trim());
  const only = (name: RegExp): number | null => {
    const found = cells.flatMap((cell, index) => (name.test(cell) ? [index] : []));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const [count, price, total] = [only(names.count), only(names.price), only(names.total)];
  return count === null || price === null || total === null ? null : { count, price, total };
}

function readRow({ text, start }: TableRow, { count, price, total }: Columns): RowProduct | null {
  const cells: Amount[] = [];
  const wanted = new Set([count, price, total]);
  let at = start;
  for (const [index, cell] of text.split('|').entries()) {
    const amount = wanted.has(index) ? amountOf(cell, at) : null;
    if (amount) cells[index] = amount;
    at += cell.length + 1;
  }
  const [number, each, product] = [cells[count], cells[price], cells[total]];
  if (!number || !each || !product) return null;
  return number.figure.unit === 'none' ? { count: number, price: each, total: product } : null;
}

/** A cell that holds one figure and nothing else. */
function amountOf(cell: string, start: number): Amount | null {
  const from = cell.search(/[^\s*\u00a0]/);
  const figure: Figure | null = from < 0 ? null : readFigure(cell, from);
  if (figure?.values.length !== 1 || !/^[\s*\u00a0]*$/.test(cell.slice(figure.after))) return null;
  if (figure.unit === 'percent' || figure.unit === 'ordinal') return null;
  return { figure, range: { start: start + figure.start, end: start + figure.end } };
}
