import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { contentsMismatch } from '../../server/src/core/rules/contents-mismatch.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

const captions = ['Gate', 'Shed', 'Barn', 'Well', 'Mill', 'Pond', 'Yard', 'Hive'];
const entry = (number: number, caption: string): string =>
  `Section ${number}. ${caption} ${'.'.repeat(40 - caption.length)} ${number}\n`;
const section = (number: number, caption: string): string =>
  `Section ${number}. ${caption}. The Owner lets it to the Grower, who keeps it in repair.\n\n`;

/** A lease of eight sections below its contents; what differs stands in `entries` and `sections`, by number. */
function lease(
  entries: Record<number, string> = {},
  sections: Record<number, string> = {},
  tail = '',
): string {
  const listed = captions.map((caption, index) => entries[index + 1] ?? entry(index + 1, caption));
  const held = captions.map((caption, index) => sections[index + 1] ?? section(index + 1, caption));
  return `FARM LEASE\n\nTABLE OF CONTENTS\n\n${listed.join('')}\n${held.join('')}${tail}`;
}

function judged(text: string): Finding[] {
  return runRules(analyze(text), { rules: [contentsMismatch] });
}

const messages = (text: string): string[] => judged(text).map(({ message }) => message);
const otherwise = 'The contents call Section 3 “Loft of Oak”; its heading says “Barn”.';
const absent =
  'The contents list Section 4 “Well”, but there is no such heading between Section 3 and Section 5.';

describe('a caption that differs', () => {
  test('is reported in the contents, and the heading is linked', () => {
    const text = lease({ 3: entry(3, 'Loft of Oak') });
    const [finding, second] = judged(text);
    expect(second).toBeUndefined();
    expect(finding?.message).toBe(otherwise);
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('Loft of Oak');
    expect(finding?.related.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      'Section 3. Barn',
    ]);
  });

  test('is not written anew where it may go on in the next line', () => {
    const wrapped = `Section 3. Loft of Oak\n           and Elm ${'.'.repeat(30)} 3\n`;
    expect(judged(lease({ 3: entry(3, 'Loft of Oak') }))[0]?.fixes).toHaveLength(1);
    expect(messages(lease({ 3: wrapped }))).toEqual([otherwise]);
    expect(judged(lease({ 3: wrapped }))[0]?.fixes).toEqual([]);
  });

  test('is found beside an attachment with the same numbers', () => {
    const schedule = `SCHEDULE A\n\n${section(1, 'Oaks')}${section(2, 'Elms')}${section(3, 'Pears')}`;
    expect(messages(lease({ 3: entry(3, 'Loft of Oak') }, {}, schedule))).toEqual([otherwise]);
  });

  test('is found beside a list inside a section with the same numbers', () => {
    const list = ['oak', 'elm', 'pear'].map((tree, index) => `      ${index + 1}. one ${tree};\n\n`);
    const entries = captions.map(
      (caption, index) => `${index + 1}. ${caption} ${'.'.repeat(30)} ${index + 1}\n`,
    );
    const held = captions.map(
      (caption, index) => `${index + 1}. ${index === 2 ? 'Loft' : caption}. The Owner lets it.\n\n`,
    );
    const text = `FARM LEASE\n\nTABLE OF CONTENTS\n\n${entries.join('')}\n${held.join('')}${list.join('')}`;
    expect(messages(text)).toEqual(['The contents call Section 3 “Barn”; its heading says “Loft”.']);
  });

  test('is found in the contents of an agreement that is an exhibit', () => {
    const letter = `LETTER AGREEMENT\n\nSection 1. Change. The lease is changed to read as Exhibit A.\n\n\nEXHIBIT A\n\n`;
    expect(messages(`${letter}${lease({ 3: entry(3, 'Loft of Oak') })}`)).toEqual([otherwise]);
  });

  test('is found in a table, where the next cells hold the page', () => {
    const rows = captions.map(
      (caption, index) => `| ${index + 1}. | | ${caption} | | <${index}> ${index + 1} | |\n`,
    );
    const held = captions.map(
      (caption, index) => `${index + 1}. ${index === 2 ? 'Loft' : caption}. The Owner lets it.\n\n`,
    );
    const text = `FARM LEASE\n\nTABLE OF CONTENTS\n\n${rows.join('')}\n${held.join('')}`;
    const [finding, second] = judged(text);
    expect(second).toBeUndefined();
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('Barn');
  });

  test('is not sought in a list that comes behind the contents and has numbers of its own', () => {
    const second = ['Oaks', 'Elms', 'Pears'].map((caption, index) => entry(index + 1, caption)).join('');
    expect(messages(lease({ 8: `${entry(8, 'Hive')}\n${second}` }))).toEqual([]);
  });

  test.each([
    ['Barn and Loft', 'Barn'],
    ['BARN', 'Barn'],
    ['Barn & Loft', 'Barn and Loft'],
    ['Barn, Loft', 'Barn Loft'],
    ['Café', 'CAFÉ'],
  ])('is not “%s” beside “%s”', (listed, held) => {
    expect(messages(lease({ 3: entry(3, listed) }, { 3: section(3, held) }))).toEqual([]);
  });
});

describe('a heading that is not there', () => {
  test('is reported', () => {
    expect(messages(lease({}, { 4: '' }))).toEqual([absent]);
    // An amount that holds the figure is not the number.
    expect(messages(lease({}, { 3: `${section(3, 'Barn')}The rent of it is $40.\n\n`, 4: '' }))).toEqual([
      absent,
    ]);
  });

  test.each([
    ['its number', '4 The Owner lets the water to the Grower.\n\n'],
    ['a citation of it', 'The Grower pays for it as Section 4 says.\n\n'],
    ['its caption', 'The Well\n\nThe Owner lets the water to the Grower.\n\n'],
  ])('may be in another form where %s stands', (_, text) => {
    expect(messages(lease({}, { 4: text }))).toEqual([]);
  });

  test('is not sought for the number of a page of the contents', () => {
    expect(messages(lease({ 3: `${entry(3, 'Barn')}${' '.repeat(30)}(i)\n` }))).toEqual([]);
  });

  test('is not missed where much is not there', () => {
    expect(messages(lease({}, { 2: '', 4: '' }))).toEqual([]);
  });
});
