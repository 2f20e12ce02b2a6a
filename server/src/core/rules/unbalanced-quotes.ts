import type { LonelyMark } from '../inline/pairs.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { findLonelyMarks, readMarks } from '../resolve/lonely-marks.ts';
import { say } from '../text/say.ts';
import { wordsBefore, wordsBehind } from './nearby-words.ts';
import type { Fix, Rule } from './rule.ts';

/** A quotation mark without its partner: what is quoted, and whether a term is defined, is left open. */
export const unbalancedQuotes: Rule = {
  id: 'unbalanced-quotes',
  title: 'A quotation mark without its partner',
  severity: 'warning',
  scope: 'document',
  prepare: readMarks,
  *check(analysis) {
    for (const { paragraph, mark } of findLonelyMarks(analysis)) {
      if (mark.kind !== 'quote') continue;
      const { text } = paragraph;
      const width = text.startsWith('``', mark.at) || text.startsWith("''", mark.at) ? 2 : 1;
      yield {
        range: paragraph.rangeOf(mark.at, mark.at + width),
        message: mark.opens
          ? say`The quotation that opens before “${firstWords(text, mark.at + width)}” is never closed.`
          : say`The quotation mark after “${wordsBefore(text, mark.at)}” closes nothing: the opening one is missing.`,
        fixes: fixFor(paragraph, mark),
      };
    }
  },
};

/** A term ends with its last capitalised word; there the missing mark belongs, most likely. */
function fixFor(paragraph: Paragraph, mark: LonelyMark): readonly Fix[] {
  const { text } = paragraph;
  if (text[mark.at] === '`' || text[mark.at] === "'") return [];
  // Behind a colon whole provisions are quoted, not terms.
  if (
    mark.opens &&
    !/(?:\(|\b(?:the|an?|each|terms?|word|and|or) )$/i.test(text.slice(Math.max(0, mark.at - 6), mark.at))
  )
    return [];
  const place = mark.opens ? termEnd(text, mark.at + 1) : termStart(text, mark.at);
  if (place === null) return [];
  const printed = text[mark.at] ?? '"';
  const newText = printed === '"' ? '"' : mark.opens ? '”' : '“';
  const term = mark.opens ? text.slice(mark.at + 1, place) : text.slice(place, mark.at);
  const { start } = paragraph.rangeOf(place, place);
  const at = mark.opens ? paragraph.rangeOf(place - 1, place).end : start;
  return [
    {
      title: mark.opens ? say`Close the quotation after “${term}”` : say`Open the quotation before “${term}”`,
      edits: [{ range: { start: at, end: at }, newText }],
    },
  ];
}

const leadsToTerm = /(?:\(|\b(?:the|an?|each|terms?|word|and|or) )$/i;

const termForward =
  /(?:[A-Z][\w-]{0,40}|\d{1,4})(?: (?:(?:of|and|the|for|or|in|to) ){0,2}(?:[A-Z][\w-]{0,40}|\d{1,4})){0,7}/y;

function termEnd(text: string, from: number): number | null {
  termForward.lastIndex = from;
  if (!termForward.test(text) || /[\w'’]/.test(text[termForward.lastIndex] ?? '')) return null;
  return termForward.lastIndex;
}

/** Back over capitalised words; an article before them is not part of the term. */
function termStart(text: string, until: number): number | null {
  let start: number | null = null;
  let at = until;
  for (let words = 0; words < 8; words += 1) {
    let begin = at;
    while (begin > 0 && at - begin < 40 && /[\w-]/.test(text[begin - 1] ?? '')) begin -= 1;
    if (begin === at || !/[A-Z]/.test(text[begin] ?? '')) break;
    start = begin;
    if (text[begin - 1] !== ' ') break;
    at = begin - 1;
  }
  return start !== null && leadsToTerm.test(text.slice(Math.max(0, start - 6), start)) ? start : null;
}

function firstWords(text: string, from: number): string {
  const words = wordsBehind(text, from);
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}
