import { type Figure, readFigure } from './figures.ts';
import { sentencesOf } from './sentences.ts';

/** A number of things, their price each and the total that the same sentence states. Offsets count from the start of the text. */
export interface StatedTotal {
  readonly count: Figure;
  readonly price: Figure;
  readonly total: Figure;
  /** What is counted: "shares". */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/** Sentences that state a number, a price "per" each and a total. Linear: a paragraph without "per" costs one search. */
export function readStatedTotals(text: string): readonly StatedTotal[] {
  if (!/ (?:per|each) /.test(text) && !/ each\b/.test(text)) return none;
  const found: StatedTotal[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const stated = readSentence(text, start, end);
    if (stated) found.push(stated);
  }
  return found;
}

const none: readonly StatedTotal[] = [];

/** The price of one: "$4.50 per share", "JPY951,300 per Share". */
const pricePer =
  /[ \u00a0]{1,2}(?:per|for each|a|each)[ \u00a0]{1,2}(?:[A-Za-z]{2,12}[ \u00a0]){0,2}?([a-z]{3,10})\b/iy;
/** "$10 each": of whatever is counted. */
const priceEach = /[ \u00a0]{1,2}each(?=[,;.)]|[ \u00a0]{1,2}(?:for|and|or|with|at|in)\b|$)/y;
const counted = /[ \u00a0]{1,2}(?:[A-Za-z][A-Za-z-]{1,14}[ \u00a0]{1,2}){0,3}?([a-z]{3,10}s)\b/iy;
const totalBefore = /\b(?:total|aggregate|totall?ing|in all|amounting to|product)\b[^.\d$€£¥]{0,60}$/i;
/** "The purchase price for 1,000 shares at $25 per share is $25,000." */
const wholePrice = /\b(?:purchase|sale|subscription|total|aggregate) (?:price|consideration|amount|value)\b/i;
const pricePerIs = /\b(?:per|each) (?:[A-Za-z]{2,12} ){0,2}(?:is|shall be|equals|comes to|amounts to) $/;
const amount = /(?<![\w.,-])(?:[A-Z]{2,3}[ \u00a0]?\$?|\$|€|£|¥)?[ \u00a0]?\d[\d,]{0,20}(?:\.\d{1,4})?/g;

/** Null unless the sentence has one count, one price and one total, so that nothing else can be meant. */
function readSentence(text: string, start: number, end: number): StatedTotal | null {
  const prices: Array<{ figure: Figure; unit: string; from: number }> = [];
  const counts: Array<{ figure: Figure; unit: string; from: number }> = [];
  const totals: Array<{ figure: Figure; from: number }> = [];
  const sentence = text.slice(start, end);
  for (const match of sentence.matchAll(amount)) {
    const from = start + match.index + (/^[ \u00a0]/.test(match[0]) ? 1 : 0);
    const figure = readFigure(text, from);
    if (figure?.values.length !== 1) continue;
    pricePer.lastIndex = figure.after;
    counted.lastIndex = figure.after;
    const per = figure.unit === 'currency' ? pricePer.exec(text) : null;
    const noun = figure.unit === 'none' ? counted.exec(text) : null;
    priceEach.lastIndex = figure.after;
    if (figure.unit === 'currency' && priceEach.test(text)) prices.push({ figure, unit: '', from });
    else if (per) prices.push({ figure, unit: (per[1] ?? '').toLowerCase(), from });
    else if (figure.unit === 'currency') {
      const ahead = text.slice(Math.max(start, from - 90), from);
      if (totalBefore.test(ahead) || (pricePerIs.test(ahead) && wholePrice.test(sentence)))
        totals.push({ figure, from });
      else totals.push({ figure, from: -1 });
    } else if (noun) counts.push({ figure, unit: (noun[1] ?? '').toLowerCase(), from });
  }
  const [price, otherPrice] = prices;
  const [total, otherTotal] = totals;
  if (!price || !total || otherPrice || otherTotal || total.from < 0) return null;
  const alike = counts.filter(({ unit }) => price.unit === '' || unit === `${price.unit}s`);
  const [count, otherCount] = alike;
  if (!count || otherCount) return null;
  return {
    count: count.figure,
    price: price.figure,
    total: total.figure,
    unit: count.unit,
    start: Math.min(count.from, price.from, total.from),
    end: Math.max(count.figure.after, price.figure.after, total.figure.after),
  };
}
