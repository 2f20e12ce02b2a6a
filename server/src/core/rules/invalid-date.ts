import { daysInMonth, monthNames, readDates, type WrittenDate } from '../inline/dates.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { say } from '../text/say.ts';
import type { Fix, Rule } from './rule.ts';

/** A day that the calendar does not have: "February 30". */
export const invalidDate: Rule = {
  id: 'invalid-date',
  title: 'A date that does not exist',
  severity: 'error',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readInvalidDates),
  *check(analysis) {
    for (const { paragraph, answer } of foundIn(analysis, readInvalidDates)) {
      for (const date of answer) {
        const days = daysInMonth(date.month, date.year);
        const month = monthNames[date.month - 1] ?? '';
        const fixes: Fix[] = [];
        // Day 31 of a shorter month means its last day or the day behind it; any other slip may mean anything.
        if (date.day > days && date.day <= 31 && date.dayEnd - date.dayStart === 2) {
          fixes.push({
            title: say`Change the day to ${days}, the last of ${month}`,
            edits: [{ range: paragraph.rangeOf(date.dayStart, date.dayEnd), newText: String(days) }],
          });
        }
        yield {
          range: paragraph.rangeOf(date.start, date.end),
          message:
            date.day === 0
              ? say`There is no day 0 of ${month}.`
              : date.month === 2 && date.year !== null
                ? say`${month} has ${days} days in ${date.year}: there is no ${month} ${date.day}.`
                : say`${month} has ${days} days: there is no ${month} ${date.day}.`,
          fixes,
        };
      }
    }
  },
};

function readInvalidDates(text: string): readonly WrittenDate[] {
  return text.length < 5 ? none : readDates(text).filter((date) => isInvalid(text, date));
}

const none: readonly WrittenDate[] = [];

function isInvalid(text: string, date: WrittenDate): boolean {
  if (date.day >= 1 && date.day <= daysInMonth(date.month, date.year)) return false;
  const isMay = /^may$/i.test(text.slice(date.monthStart, date.monthEnd));
  // "June 98" is a month of a year, "March 45" may be a page; only with a year is such a day a slip.
  return date.year !== null || (date.day > 0 && date.day <= 31 && !isMay && !countsOn(text, date));
}

/** "April 31 days": the number begins what follows, it is no day. */
function countsOn(text: string, date: WrittenDate): boolean {
  return /^[ \u00a0]{1,2}(?:days|shares|percent|units|copies|,?000)/.test(
    text.slice(date.end, date.end + 12),
  );
}
