import { describe, expect, test } from 'vitest';
import { daysInMonth, readDates, weekdayOf } from '../../server/src/core/inline/dates.ts';

describe('a written date', () => {
  test.each([
    ['on September 16, 2003', 2003, 9, 16, null],
    ['on 16 September 2003', 2003, 9, 16, null],
    ['the 16th day of September, 2003', 2003, 9, 16, null],
    ['on Sept. 16th, 2003', 2003, 9, 16, null],
    ['on Tuesday, September 16, 2003', 2003, 9, 16, 2],
    ['on SEPTEMBER 16, 2003 (Tuesday)', 2003, 9, 16, 2],
    ['on Tues., 16 September 2003', 2003, 9, 16, 2],
    ['on Tue 16 September 2003', 2003, 9, 16, 2],
    ['on 16 September 2003 (Thurs.)', 2003, 9, 16, 4],
    ['in The Evening Sun, September 16, 2003', 2003, 9, 16, null],
    ['on Sun., September 14, 2003', 2003, 9, 14, 0],
    ['until 2003-09-16', 2003, 9, 16, null],
    ['until 9/16/2003', 2003, 9, 16, null],
    ['until 16/09/2003', 2003, 9, 16, null],
    ['as of March 31 of each year', null, 3, 31, null],
    ['July 4,2010', 2010, 7, 4, null],
  ])('%s', (text, year, month, day, weekday) => {
    expect(readDates(text).map((date) => [date.year, date.month, date.day, date.weekday])).toEqual([
      [year, month, day, weekday],
    ]);
  });

  test.each([
    ['in May 2003'],
    ['the Buyer may 3 times'],
    ['Page 32 May 2004'],
    ['March 31%'],
    ['2003-19-16'],
    ['05/09/2003'],
    ['19/16/2003'],
    ['12/2/16/2003'],
  ])('is not in “%s”', (text) => {
    expect(readDates(text)).toEqual([]);
  });

  test('is reckoned by the Gregorian calendar', () => {
    // The engine's own calendar agrees, day by day over four centuries.
    for (let day = Date.UTC(1800, 0, 1); day < Date.UTC(2200, 0, 1); day += 86_400_000 * 13) {
      const date = new Date(day);
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
      expect(weekdayOf(year, month, date.getUTCDate())).toBe(date.getUTCDay());
      expect(daysInMonth(month, year)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }
  });
});
