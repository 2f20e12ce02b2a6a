import { findLonelyMarks, readMarks } from '../resolve/lonely-marks.ts';
import { say } from '../text/say.ts';
import { wordsBefore, wordsBehind } from './nearby-words.ts';
import type { Rule } from './rule.ts';

/** A bracket without its partner: where the words in it end, and what goes on behind them, is left open. */
export const unbalancedBrackets: Rule = {
  id: 'unbalanced-brackets',
  title: 'A bracket without its partner',
  severity: 'warning',
  scope: 'document',
  prepare: readMarks,
  *check(analysis) {
    for (const { paragraph, mark } of findLonelyMarks(analysis)) {
      if (mark.kind === 'quote') continue;
      const { text } = paragraph;
      const printed = text[mark.at] ?? '';
      yield {
        range: paragraph.rangeOf(mark.at, mark.at + 1),
        message: mark.opens
          ? say`The bracket “${printed}${firstWords(text, mark.at + 1)}” is never closed.`
          : say`The bracket after “${wordsBefore(text, mark.at)}” closes nothing: the opening one is missing.`,
      };
    }
  },
};

function firstWords(text: string, from: number): string {
  const words = wordsBehind(text, from);
  return words.length < text.length - from ? `${words} …` : words;
}
