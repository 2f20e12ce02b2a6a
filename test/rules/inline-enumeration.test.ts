import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { inlineEnumeration } from '../../server/src/core/rules/inline-enumeration.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

/** What the rule says of a text, and the text on which and to which it points. */
function judged(text: string): string[] {
  return runRules(analyze(text), { rules: [inlineEnumeration] }).map(({ range, message, related }) => {
    const places = related.map(
      (place) => `${text.slice(place.range.start, place.range.end)} ${place.message}`,
    );
    return `${text.slice(range.start, range.end)}: ${message} [${places.join(', ')}]`;
  });
}

const things = [
  'a gate',
  'a shed',
  'a barn',
  'a well',
  'a mill',
  'a pond',
  'a yard',
  'a hive',
  'a kiln',
  'a loft',
];

/** A sentence that lists things under the given numbers, `joint` before each but the first and `last` before the last. */
function sentence(numbers: readonly string[], joint = ', ', last = joint): string {
  const parts = numbers.map((number, index) => {
    const before = index === 0 ? '' : index === numbers.length - 1 ? last : joint;
    return `${before}${number} ${things[index]}`;
  });
  return `Section 1. Farm. The Owner lets ${parts.join('')} to the Grower.\n`;
}

describe('an item that is left out of a sentence', () => {
  test.each([
    ['(i) (ii) (iv)', 'item (ii)', 'item (iii)'],
    ['(a) (b) (d)', 'item (b)', 'item (c)'],
    ['(1) (2) (3) (5) (6)', 'item (3)', 'item (4)'],
    ['(A) (B) (D) (E)', 'item (B)', 'item (C)'],
    ['(i) (ii) (iii) (iv) (v) (vii) (viii)', 'item (v)', 'item (vi)'],
    ['(i) (iii) (iv)', 'item (i)', 'item (ii)'],
    ['(f) (g) (h) (j)', '', ''],
    ['(a) (c)', '', ''],
  ])('is missed in %s', (numbers, before, missing) => {
    const found = judged(sentence(numbers.split(' ')));
    if (missing === '') return expect(found).toEqual([]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`follows ${before} in this sentence: ${missing} is missing.`);
  });

  test.each([
    [', ', ', and '],
    ['; ', '; or '],
    [', ', ' and '],
    ['; ', ' or '],
  ])('is missed with “%s” between the items and “%s” before the last', (joint, last) => {
    expect(judged(sentence(['(a)', '(b)', '(d)'], joint, last))).toEqual([
      '(d): Item (d) follows item (b) in this sentence: item (c) is missing. [(b) Item (b) is here.]',
    ]);
  });

  test('is missed over the list inside the item before it', () => {
    const text =
      'The Owner lets (a) a gate, (b) a shed with (i) a door, (ii) a bell and (iii) a bolt, (d) a barn and (e) a well.';
    expect(judged(`Section 1. Farm. ${text}\n`)).toEqual([
      '(d): Item (d) follows item (b) in this sentence: item (c) is missing. [(b) Item (b) is here.]',
    ]);
  });

  test('is missed in the second of two paragraphs of which the first has an enumeration too', () => {
    const first = '"Farm" means (i) a gate and (ii) a shed.';
    const second = '"Field" means (i) a pond, (iii) a yard and (iv) a mill.';
    expect(judged(`Section 1. Words.\n\n${first}\n\n${second}\n`)).toEqual([
      '(iii): Item (iii) follows item (i) in this sentence: item (ii) is missing. [(i) Item (i) is here.]',
    ]);
  });

  test('is missed over an amount that is left out', () => {
    const text = 'The Owner pays (a) the wage, (b) a price of [***] crates, (d) the milk and (e) the eggs.';
    expect(judged(`Section 1. Farm. ${text}\n`)).toHaveLength(1);
  });

  test('is missed behind words of calculation', () => {
    const text = 'Rent is (a) the wage PLUS (b) the fodder MINUS (d) the milk PLUS (e) the eggs.';
    expect(judged(`Section 1. Farm. ${text}\n`)).toHaveLength(1);
  });

  test.each([
    [
      'in a misprint without its first bracket',
      'The Owner lets (1) a gate, (2) a shed, 3) a barn, and (4) a well.',
    ],
    ['in a misprint with a space', 'The Owner lets (1) a gate, (2) a shed, (3 ) a barn, and (4) a well.'],
    ['in a misprint of another sort', 'The Owner lets (a) a gate, (I)) a shed, (c) a barn and (d) a well.'],
    ['in text left out', 'The Owner lets (a) a gate, (b) [* * *], (d) a barn and (e) a well.'],
    [
      'where a conversion left a list mark',
      'The Owner lets (a) a gate, (b) a shed,\n- a barn, (d) a well and (e) a mill.',
    ],
  ])('is not missed where it may stand %s', (_, text) => {
    expect(judged(`Section 1. Farm. ${text}\n`)).toEqual([]);
  });
});

describe('an item that comes twice', () => {
  test('is reported at its second place', () => {
    expect(judged(sentence(['(i)', '(ii)', '(ii)', '(iii)']))).toEqual([
      '(ii): Item (ii) comes twice in this sentence. [(ii) Item (ii) is here.]',
    ]);
  });

  test('in the place of another is one fault', () => {
    expect(judged(sentence(['(a)', '(b)', '(b)', '(d)']))).toEqual([
      '(b): Item (b) comes twice in this sentence. [(b) Item (b) is here.]',
    ]);
  });

  test('is told from the one that another clause of the sentence has', () => {
    const text =
      'The Owner pays (x) for the gate, (y) for the shed and, if the Grower leaves, (x) for the barn, and (y) for the well.';
    expect(judged(`Section 1. Farm. ${text}\n`)).toEqual([]);
  });
});

describe('sections that a conversion ran into one line', () => {
  const section = (number: string): string =>
    `${number} Thing. The Owner lets the thing that the list attached to this lease shows under that number.   `;
  const line = (...numbers: string[]): string =>
    `1. Farm   This is the farm.   ${numbers.map(section).join('')}\n`;

  test('are not said to be items of a sentence', () => {
    expect(judged(line('1.1', '1.2', '1.3', '1.4'))).toEqual([]);
  });

  test('are missed all the same', () => {
    expect(judged(line('1.1', '1.2', '1.4', '1.5'))).toEqual([
      '1.4: Section 1.4 follows Section 1.2 in this paragraph: Section 1.3 is missing. [1.2 Section 1.2 is here.]',
    ]);
  });
});

describe('nothing is said', () => {
  test.each([
    [
      'of items that are cited',
      'Clauses (a), (b) and (d) and paragraphs (i), (ii), (iv) of the lease apply.',
    ],
    ['of a range', 'Clauses (a) to (c), (e) and (g) through (k) apply.'],
    ['of amounts in figures', 'It takes three (3) months, two (2) weeks and five (5) days.'],
    ['of one item alone', 'The Owner lets (d) a gate.'],
    [
      'of enumerations in each other',
      'It lets (a) a gate with (i) a bolt and (ii) a bell, and (b) a shed with (i) a door.',
    ],
    ['of a list on lines of its own', 'It lets:\n\n(a) a gate;\n\n(b) a shed; and\n\n(d) a well.'],
  ])('%s', (_, text) => {
    expect(judged(`Section 1. Farm. ${text}\n`)).toEqual([]);
  });
});
