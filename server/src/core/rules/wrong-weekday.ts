import {
  daysInMonth,
  monthNames,
  readDates,
  type WrittenDate,
  weekdayNames,
  weekdayOf,
} from '../inline/dates.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** The weekday printed with a date is not the one that it was or will be. */
export const wrongWeekday: Rule = {
  id: 'wrong-weekday',
  title: 'A date with the wrong day of the week',
  severity: 'warning',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readWrongWeekdays),
  *check(analysis) {
    for (const { paragraph, answer } of foundIn(analysis, readWrongWeekdays)) {
      for (const date of answer) {
        const right = rightWeekday(date);
        const printed = paragraph.text.slice(date.weekdayStart, date.weekdayEnd);
        const range = paragraph.rangeOf(date.weekdayStart, date.weekdayEnd);
        const newText = writtenLike(printed, right);
        const written = `${monthNames[date.month - 1] ?? ''} ${date.day}, ${date.year ?? ''}`;
        yield {
          range: paragraph.rangeOf(date.start, date.end),
          message: say`${written} is a ${right}, not a ${weekdayNames[date.weekday ?? 0] ?? ''}.`,
          fixes: [{ title: say`Change “${printed}” to “${newText}”`, edits: [{ range, newText }] }],
        };
      }
    }
  },
};

/** A paragraph without the name of a weekday costs one search. */
function readWrongWeekdays(text: string): readonly WrittenDate[] {
  if (!/day\b|\b(?:sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)\b/i.test(text)) return none;
  return readDates(text).filter((date) => {
    if (date.weekday === null || date.year === null || date.year < firstYear) return false;
    if (date.day < 1 || date.day > daysInMonth(date.month, date.year)) return false;
    // "Monday through Friday, June 5, 2009": the weekdays are those of a range.
    if (range.test(text.slice(Math.max(0, date.start - 24), date.start))) return false;
    return weekdayOf(date.year, date.month, date.day) !== date.weekday;
  });
}

const range =
  /(?:(?:day|\b(?:sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)\.?)(?:[ \u00a0]{0,2}[-–—][ \u00a0]{0,2}|[ \u00a0]{1,2}(?:to|through|thru|and|or|until)[ \u00a0]{1,2})|\b(?:each|every)[ \u00a0]{1,2})$/i;

const none: readonly WrittenDate[] = [];

/** Since 1753 English dates are those of today's calendar. */
const firstYear = 1753;

/** Whole or abbreviated, with its full stop, and in capitals, as the printed one is. */
function writtenLike(printed: string, weekday: string): string {
  const letters = /^[a-z]+/i.exec(printed)?.[0] ?? '';
  const isShort = !/day$/i.test(letters);
  const written = isShort ? `${weekday.slice(0, 3)}${printed.slice(letters.length)}` : weekday;
  return /[a-z]/.test(printed) ? written : written.toUpperCase();
}

function rightWeekday(date: WrittenDate): string {
  return weekdayNames[weekdayOf(date.year ?? 0, date.month, date.day)] ?? '';
}
