import { type Figure, readFigure } from './figures.ts';
import { sentencesOf } from './sentences.ts';

/** A whole and its parts as one sentence states them. Offsets count from the start of the text. */
export interface StatedSum {
  /** Null where the parts are shares of a hundred percent. */
  readonly total: Figure | null;
  readonly parts: readonly Figure[];
}

/**
 * Sentences that state an amount and all its parts ("$300, consisting of $200 in cash and $100 in shares"), or that divide
 * something into shares. Null where anything else is said of them: a limit, a choice, a rest. Linear.
 */
export function readStatedSums(text: string): readonly StatedSum[] {
  if (!consisting.test(text) && !divided.test(text) && !text.includes('respectively')) return none;
  const found: StatedSum[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    const sum =
      readParts(text, sentence, start) ??
      readShares(text, sentence, start) ??
      readProportions(text, sentence, start);
    if (sum) found.push(sum);
  }
  return found;
}

const none: readonly StatedSum[] = [];
const consisting = /,? (?:consisting|comprised|composed|being the (?:sum|total)) of\b/;
const divided =
  /\b(?:shared|split|divided|apportioned|allocated|borne) [^.%\d]{0,80}?(?=\d[\d.]{0,6} ?(?:%|per ?cent)|\(?[a-z ]{3,20}\()/;
const conditional =
  /\b(?:per|each|up to|at least|at most|plus|minus|less|more|or|exceed\w*|approximately|about|remain\w*|balance|rest|other|subject|which|if|unless|until|first|next|excess|initial\w*|thereafter|additional\w*|then)\b/i;
const amount = /(?<![\w.,-])(?:[A-Z]{2,3}[ \u00a0]?\$?|\$|€|£|¥)?[ \u00a0]?\d[\d,]{0,20}(?:\.\d{1,4})?/g;

function readParts(text: string, sentence: string, start: number): StatedSum | null {
  const found = consisting.exec(sentence);
  if (!found) return null;
  const behind = found.index + found[0].length;
  if (conditional.test(sentence.slice(behind))) return null;
  const before = figuresIn(text, sentence.slice(0, found.index), start);
  const total = before.at(-1);
  // The total stands right before the words.
  if (total?.unit !== 'currency' || start + found.index - total.after > 20) return null;
  const parts = figuresIn(text, sentence.slice(behind), start + behind).filter(({ unit }) => unit !== 'none');
  const isWhole = (part: Figure): boolean =>
    part.unit === 'currency' && (part.values[0] ?? 0) < (total.values[0] ?? 0);
  return parts.length >= 2 && parts.every(isWhole) ? { total, parts } : null;
}

function readShares(text: string, sentence: string, start: number): StatedSum | null {
  const found = divided.exec(sentence);
  if (!found) return null;
  const behind = sentence.slice(found.index);
  if (conditional.test(behind)) return null;
  const parts = figuresIn(text, behind, start + found.index).filter(({ unit }) => unit === 'percent');
  const isNamed = ({ after }: Figure): boolean =>
    /^\)?[ \u00a0\n]{1,2}(?:to|by|for)\b/.test(text.slice(after, after + 8));
  return parts.length >= 2 && parts.every(isNamed) ? { total: null, parts } : null;
}

/** "in the proportions of 50%, 30% and 20%, respectively": nothing is left for anybody else. */
function readProportions(text: string, sentence: string, start: number): StatedSum | null {
  const found = proportions.exec(sentence);
  if (!found || conditional.test(sentence)) return null;
  const parts = figuresIn(text, found[0], start + found.index);
  return parts.every(({ unit }) => unit === 'percent') ? { total: null, parts } : null;
}

const proportions =
  /\b(?:proportions?|shares|percentages|ratios?) of (?:\d[\d.]{0,6} ?(?:%|per ?cent)(?:, and |, | and |,? ?)){2,12}respectively\b/;

function figuresIn(text: string, part: string, start: number): readonly Figure[] {
  const figures: Figure[] = [];
  for (const match of part.matchAll(amount)) {
    const figure = readFigure(text, start + match.index + (/^[ \u00a0]/.test(match[0]) ? 1 : 0));
    if (figure?.values.length === 1) figures.push(figure);
  }
  return figures;
}
