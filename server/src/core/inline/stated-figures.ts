import { parseNumberWord } from '../model/numerals.ts';

/** A figure of a company that several of its documents state. Offsets count from the start of the text. */
export interface StatedFigure {
  /** `par value common stock`, `directors`, `directors at most`. */
  readonly subject: string;
  /** `$`; empty for a count. */
  readonly unit: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Every such figure of a paragraph of which it is plain that it is that of the company the document is about. Linear. */
export function readStatedFigures(text: string): readonly StatedFigure[] {
  return [...readParValues(text), ...readDirectors(text)];
}

const company = '(?:Company|Corporation|Issuer)';

/** "common stock, par value $0.001 per share", "Class A Ordinary Shares with a par value of US$0.01 each" */
const parValue =
  /\b((?:class [a-z] )?(?:common stock|common shares|ordinary shares|preferred stock))(?:, | | \(|, with a | with a |, having a | having a )(?:par value (?:of )?(US\$|[$€£])[ \u00a0]?(\d{0,4}\.?\d{1,6})|(US\$|[$€£])[ \u00a0]?(\d{0,4}\.?\d{1,6}) par value)(?![\d,])/gi;

/** Whose shares they are: before the words, or behind them. */
const companyBefore = new RegExp(`\\b(?:the|The) ${company}(?:’|')s (?:authori[sz]ed )?(?:shares of )?$`);
const companyBehind = new RegExp(`^(?: per share| a share| each)?,? of the ${company}\\b`);

/** Many shares are of others than the company: only where it is named is it known whose they are. */
function* readParValues(text: string): Generator<StatedFigure> {
  if (!/\bpar value/i.test(text)) return;
  for (const {
    index,
    0: words,
    1: kind = '',
    2: unit,
    3: value,
    4: unitFirst,
    5: valueFirst,
  } of text.matchAll(parValue)) {
    const end = index + words.length;
    const isOwn =
      companyBefore.test(text.slice(Math.max(0, index - 60), index)) ||
      companyBehind.test(text.slice(end, end + 40));
    const figure = value ?? valueFirst ?? '';
    if (!isOwn || !/\d/.test(figure)) continue;
    const start = index + words.lastIndexOf(figure);
    yield {
      subject: `par value ${kind.toLowerCase().replace('shares', 'stock')}`,
      unit: (unit ?? unitFirst ?? '').replace('US', ''),
      value: Number(figure),
      start,
      end: start + figure.length,
    };
  }
}

/** "The Board of Directors shall consist of seven (7) directors", "The Company shall have not more than ten (10) Directors" */
const directors = new RegExp(
  `\\b(?:board of directors(?: of the ${company})? shall (?:consist|be composed|be comprised) of (?:exactly )?|the ${company} shall have (not more than|no more than|up to) )(?:([a-z]{3,9}) \\((\\d{1,2})\\)|(\\d{1,2})|([a-z]{3,9})) (?:directors|members|persons)\\b(?! or)`,
  'gi',
);

function* readDirectors(text: string): Generator<StatedFigure> {
  if (!/\bdirectors\b/i.test(text)) return;
  for (const { index, 0: words, 1: most, 2: word, 3: inBrackets, 4: digits, 5: bare } of text.matchAll(
    directors,
  )) {
    const spelt = word ?? bare;
    const named = spelt === undefined ? null : parseNumberWord(spelt.toLowerCase());
    const value = inBrackets ?? digits ?? named;
    if (value === null || (inBrackets !== undefined && named !== Number(inBrackets))) continue;
    // "not more than ten members" may be of anything; directors are directors.
    if (most !== undefined && !/directors$/i.test(words)) continue;
    const written = spelt ?? digits ?? '';
    const start = index + words.lastIndexOf(written, words.length - 8);
    const subject = most === undefined ? 'directors' : 'directors at most';
    yield { subject, unit: '', value: Number(value), start, end: start + written.length };
  }
}
