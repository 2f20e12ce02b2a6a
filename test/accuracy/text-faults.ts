import type { Analysis } from '../../server/src/core/analysis.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import { Role } from '../../server/src/core/syntax/roles.ts';
import type { FindPlaces, Place } from './fault.ts';

/**
 * Where a document can be given a fault in its figures, dates, marks or lists: found by patterns of its own, not by the
 * readers that are measured. A place counts only in running text, and where the fault makes the text wrong.
 */
export const findTextPlaces: FindPlaces = (analysis, text, path) => {
  const places: Place[] = [];
  const change = (
    kind: string,
    rule: string,
    start: number,
    end: number,
    newText: string,
    reach = 0,
  ): void => {
    if (!isRunningText(analysis, start) || !isRunningText(analysis, Math.max(start, end - 1))) return;
    places.push({
      kind,
      path,
      make: () => ({
        kind,
        expected: [rule],
        text: text.slice(0, start) + newText + text.slice(end),
        from: start - 40 - reach,
        until: start + newText.length + 40 + reach,
      }),
    });
  };
  findFigures(text, change);
  findDates(text, change);
  findMarks(text, change);
  findWords(text, change);
  findItems(analysis, text, change);
  return places;
};

type Change = (
  kind: string,
  rule: string,
  start: number,
  end: number,
  newText: string,
  reach?: number,
) => void;

function isRunningText(analysis: Analysis, offset: number): boolean {
  const line = analysis.snapshot.lineAt(offset);
  return analysis.roles[line] === Role.text && !/[<>|{}]|https?:/.test(analysis.snapshot.lineText(line));
}

const spelled =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|thirty|forty|forty-five|sixty|ninety|hundred|thousand|million|percent|dollars|Dollars|DOLLARS|days|half|first|tenth|thirtieth)\s{1,2}\((\$?)(\d[\d,.]*)(%?|th|st)\)/g;

/** Another figure than the words say. */
function findFigures(text: string, change: Change): void {
  for (const found of text.matchAll(spelled)) {
    const digits = found[2] ?? '';
    const at = found.index + found[0].lastIndexOf('(') + 1 + (found[1]?.length ?? 0);
    if (/^\d$/.test(digits))
      change('figure altered', 'words-figures', at, at + 1, String(((Number(digits) + 1) % 9) + 1));
    else {
      // The first digit that is no nought counts one more.
      const first = digits.search(/[1-9]/);
      const digit = Number(digits[first]);
      change('figure altered', 'words-figures', at + first, at + first + 1, String((digit % 9) + 1));
    }
  }
}

const date =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December)(\s{1,2})(\d{1,2})(,?\s{1,2})((?:19|20)\d\d)\b/g;
const short = ['April', 'June', 'September', 'November'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A day that the month does not have, and a weekday that is not the date's. */
function findDates(text: string, change: Change): void {
  for (const found of text.matchAll(date)) {
    const [whole, month = '', gap = '', day = '', , year = ''] = found;
    const dayAt = found.index + month.length + gap.length;
    const broken = month === 'February' ? '30' : short.includes(month) ? '31' : '32';
    change('date broken', 'invalid-date', dayAt, dayAt + day.length, broken);
    if (/(?:day|\d),?\s*$/.test(text.slice(Math.max(0, found.index - 12), found.index))) continue;
    const right = new Date(`${month} ${day}, ${year} 12:00 UTC`).getUTCDay();
    if (Number.isNaN(right) || Number(day) > 28) continue;
    const wrong = weekdays[(right + 3) % 7] ?? '';
    change('weekday put in', 'wrong-weekday', found.index, found.index + whole.length, `${wrong}, ${whole}`);
  }
}

/** A quotation mark or a bracket left out; where the partner stands, the fault shows. */
function findMarks(text: string, change: Change): void {
  for (const found of text.matchAll(/(["“])([A-Z][A-Za-z ]{2,40})(["”])/g)) {
    const start = found.index;
    const end = start + found[0].length;
    if (/["“”\d]/.test(text[start - 1] ?? '') || /["“”]/.test(text[end] ?? '')) continue;
    const opening = start % 2 === 0;
    if (opening) change('quotation mark dropped', 'unbalanced-quotes', start, start + 1, '', 60);
    else change('quotation mark dropped', 'unbalanced-quotes', end - 1, end, '', 60);
  }
  for (const found of text.matchAll(/ \(([a-z][a-z]{2,12} [^()[\]\n]{8,80})\)(?=[\s,.;])/g)) {
    const start = found.index + 1;
    const end = found.index + found[0].length;
    if (start % 2 === 0) change('bracket dropped', 'unbalanced-brackets', start, start + 1, '', 100);
    else change('bracket dropped', 'unbalanced-brackets', end - 1, end, '', 100);
    if (/[A-Za-z]/.test(text[start - 2] ?? ''))
      change('space dropped', 'missing-space', start - 1, start, '');
  }
}

/** A little word typed twice. */
function findWords(text: string, change: Change): void {
  for (const found of text.matchAll(/(?<=[a-z]{3}) (the|of|to|in|and|by|any|for|with) (?=[a-z]{3})/g)) {
    const word = found[1] ?? '';
    const at = found.index + 1 + word.length;
    // One in forty is enough to draw from.
    if (at % 40 === 0) change('word doubled', 'repeated-word', at, at, ` ${word}`);
  }
}

/** The sign at the end of an item, the word before the last, and the full stop of a section. */
function findItems(analysis: Analysis, text: string, change: Change): void {
  for (const parent of walkProvisions(analysis.outline)) {
    const items = parent.children.filter(isPlainItem);
    if (items.length !== parent.children.length) continue;
    const ends = items.map((item) => ({ ...endOf(text, item), item }));
    const before = ends.slice(0, -1);
    const last = ends[ends.length - 1];
    const isList = /^(?:\(#\)|#\))/.test(items[0]?.numbering?.family ?? '');
    if (isList && last?.sign === '.' && before.length >= 2 && before.every(({ sign }) => sign === ';')) {
      const penultimate = before[before.length - 1];
      const joined = before.filter(({ word }) => word !== '');
      if (penultimate && penultimate.word !== '' && joined.length === 1)
        change('conjunction dropped', 'list-conjunction', penultimate.at + 1, penultimate.end, '', 60);
      if (before.length >= 4) {
        const middle = before[Math.floor(before.length / 2) - 1];
        if (middle && !/\.\s/.test(text.slice(middle.item.range.start, middle.at)))
          change(
            'list punctuation changed',
            'list-punctuation',
            middle.at,
            middle.at + 1,
            middle.at % 2 === 0 ? '.' : ',',
            20,
          );
      }
      const ownLast = text.slice(last.item.range.start, last.at);
      // Behind a blank line the words may be those of the whole section.
      if (!/\n\s*\n/.test(ownLast))
        change('last stop changed', 'missing-terminal-punctuation', last.at, last.at + 1, ';', 20);
    }
    if (isList || items.length < 5 || !ends.every(({ sign }) => sign === '.')) continue;
    for (const { item, at } of ends) {
      const words = text.slice(item.heading.end, at).split(/\s+/).length;
      if (words > 15 && /[a-z]{3}$/.test(text.slice(0, at).slice(-3)))
        change('stop dropped', 'missing-terminal-punctuation', at, at + 1, '', 20);
    }
  }
}

function isPlainItem(provision: Provision): boolean {
  return (
    !provision.inline &&
    provision.children.length === 0 &&
    provision.designation !== null &&
    provision.confidence >= 0.7
  );
}

function endOf(text: string, item: Provision): { sign: string; word: string; at: number; end: number } {
  const own = text.slice(item.range.start, item.range.end).trimEnd();
  const word = /[;,]\s{1,80}(and|or)$/.exec(own.slice(-100))?.[1] ?? '';
  const trimmed = word === '' ? own : own.slice(0, -word.length).trimEnd();
  const at = item.range.start + trimmed.length - 1;
  return { sign: trimmed[trimmed.length - 1] ?? '', word, at, end: item.range.start + own.length };
}
