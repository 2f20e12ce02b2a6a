/** A day of the calendar as a text writes it. Offsets count from the start of the text. */
export interface WrittenDate {
  readonly day: number;
  /** From 1. */
  readonly month: number;
  /** Null where none is written. */
  readonly year: number | null;
  /** The weekday printed with it, 0 for Sunday; null where none is. */
  readonly weekday: number | null;
  readonly weekdayStart: number;
  readonly weekdayEnd: number;
  readonly dayStart: number;
  readonly dayEnd: number;
  readonly monthStart: number;
  readonly monthEnd: number;
  readonly start: number;
  readonly end: number;
}

/** Every date of a paragraph that has a day and a month. Linear: each name of a month looks a bounded way around itself. */
export function readDates(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  monthName.lastIndex = 0;
  for (let name = monthName.exec(text); name; name = monthName.exec(text)) {
    const date = readAround(text, name.index, monthName.lastIndex, monthOf(name[0]));
    if (date && date.start >= (found[found.length - 1]?.end ?? 0)) found.push(date);
  }
  if (/\d-\d/.test(text)) found.push(...readIsoDates(text));
  if (/\d\/\d/.test(text)) found.push(...readSlashDates(text));
  return found;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** The days of a month; of February 29 where the year is not known. */
export function daysInMonth(month: number, year: number | null): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year === null || isLeap(year) ? 29 : 28;
}

/** The weekday of a day of the Gregorian calendar, 0 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  const shifted = month < 3 ? year - 1 : year;
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (
    (shifted +
      Math.floor(shifted / 4) -
      Math.floor(shifted / 100) +
      Math.floor(shifted / 400) +
      offset +
      day) %
    7
  );
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const monthName =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Za-z])/g;

const dayBehind = /[ \u00a0]{1,4}(\d{1,2})(?:[ \u00a0]?(?:st|nd|rd|th)\b)?(?![\d%:/]|\.\d|,\d{3}(?!\d)|-\d)/y;
const yearBehind = /(?:[ \u00a0]{0,3},?[ \u00a0]{1,4}|,)((?:1[6-9]|20)\d\d)(?![\d,]\d|%)/y;
/** "16 September", "16th day of September", "the 16th of September", "16-Sep-2003". */
const dayBefore =
  /(?:^|[^\d.,$/-])(\d{1,2})(?:[ \u00a0]?(?:st|nd|rd|th))?(?:[ \u00a0]{1,3}(?:day[ \u00a0]{1,3}of|of)?[ \u00a0]{0,3})(?=$)/;
/** "Page 32 May 2004": the number is that of a page, a section. */
const countedNoun =
  /\b(?:page|pages|section|sections|article|clause|paragraph|item|no|no\.|number|note|part|rule|version)[ \u00a0]{0,3}$/i;
const weekdayBefore =
  /\b(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?:[ \u00a0]{0,2},[ \u00a0]{0,3}|[ \u00a0]{1,3})(?:the[ \u00a0]{1,3})?(?=$)/i;
/** "Sun" without a full stop is also what newspapers and firms are called. */
const shortWeekdayBefore =
  /\b((?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|MON|TUES?|WED|THU(?:RS?)?|FRI|SAT)\.?|(?:Sun|SUN)\.)(?:[ \u00a0]{0,2},[ \u00a0]{0,3}|[ \u00a0]{1,3})(?:the[ \u00a0]{1,3})?(?=$)/;
const weekdayBehind =
  /[ \u00a0]{0,2},?[ \u00a0]{0,2}\((Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|(?:Sun|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)\.?)\)/iy;

function readAround(text: string, start: number, end: number, month: number): WrittenDate | null {
  dayBehind.lastIndex = end;
  const behind = dayBehind.exec(text);
  const ahead = text.slice(Math.max(0, start - 24), start);
  const before = dayBefore.exec(ahead);
  const yearThere = yearAt(text, end);
  let day: number;
  let dayStart: number;
  let dayEnd: number;
  let first = start;
  let last: number;
  if (before && (yearThere || !behind) && !countedNoun.test(ahead.slice(0, before.index + 1))) {
    day = Number(before[1]);
    dayStart = start - ahead.length + before.index + before[0].indexOf(before[1] ?? '');
    dayEnd = dayStart + (before[1]?.length ?? 0);
    first = dayStart;
    last = end;
  } else if (behind) {
    day = Number(behind[1]);
    dayStart = end + behind[0].indexOf(behind[1] ?? '');
    dayEnd = dayStart + (behind[1]?.length ?? 0);
    last = dayBehind.lastIndex;
  } else return null;
  const year = yearAt(text, last);
  if (year) last = year.end;
  const prefix = text.slice(Math.max(0, first - 24), first);
  const named = weekdayBefore.exec(prefix) ?? shortWeekdayBefore.exec(prefix);
  weekdayBehind.lastIndex = last;
  const bracketed = named ? null : weekdayBehind.exec(text);
  const printed = named?.[1] ?? bracketed?.[1] ?? null;
  const weekdayStart = named
    ? first - prefix.length + named.index
    : bracketed
      ? last + bracketed[0].indexOf('(') + 1
      : first;
  return {
    day,
    month,
    year: year ? year.value : null,
    weekday: printed === null ? null : weekdayCalled(printed),
    weekdayStart,
    weekdayEnd: weekdayStart + (printed?.length ?? 0),
    dayStart,
    dayEnd,
    monthStart: start,
    monthEnd: end,
    start: named ? weekdayStart : first,
    end: bracketed ? weekdayBehind.lastIndex : last,
  };
}

function yearAt(text: string, at: number): { readonly value: number; readonly end: number } | null {
  yearBehind.lastIndex = at;
  const found = yearBehind.exec(text);
  return found ? { value: Number(found[1]), end: yearBehind.lastIndex } : null;
}

/** By the three letters that no two have in common. */
function weekdayCalled(printed: string): number {
  const letters = printed.slice(0, 3).toLowerCase();
  return weekdayNames.findIndex((name) => name.slice(0, 3).toLowerCase() === letters);
}

function monthOf(name: string): number {
  const key = name.slice(0, 3).toLowerCase();
  return monthNames.findIndex((month) => month.slice(0, 3).toLowerCase() === key) + 1;
}

const isoDate = /(?<![\d/-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/g;

/** "2003-09-16" with a month that exists: anything else is no date. */
function readIsoDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const { 1: year, 2: month, 3: day, index } of text.matchAll(isoDate)) {
    if (Number(month) < 1 || Number(month) > 12) continue;
    found.push(dateInFigures(Number(year), [index + 5, month ?? ''], [index + 8, day ?? ''], index, 10));
  }
  return found;
}

const slashDate = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?![\d/-]|\.\d)/g;

/** "30/06/2003" and "06/30/2003": where one of the two can be the month and the other cannot. */
function readSlashDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const { 0: printed, 1: first = '', 2: second = '', 3: year, index } of text.matchAll(slashDate)) {
    const isMonth = [first, second].map((figure) => Number(figure) >= 1 && Number(figure) <= 12);
    if (isMonth[0] === isMonth[1] || Math.max(Number(first), Number(second)) > 31) continue;
    const parts: FigureAt[] = [
      [index, first],
      [index + first.length + 1, second],
    ];
    const [month, day] = isMonth[0] ? parts : parts.reverse();
    if (month && day) found.push(dateInFigures(Number(year), month, day, index, printed.length));
  }
  return found;
}

type FigureAt = readonly [start: number, printed: string];

function dateInFigures(
  year: number,
  [monthStart, month]: FigureAt,
  [dayStart, day]: FigureAt,
  start: number,
  length: number,
): WrittenDate {
  return {
    day: Number(day),
    month: Number(month),
    year,
    weekday: null,
    weekdayStart: start,
    weekdayEnd: start,
    dayStart,
    dayEnd: dayStart + day.length,
    monthStart,
    monthEnd: monthStart + month.length,
    start,
    end: start + length,
  };
}
