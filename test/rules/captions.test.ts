import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { duplicateCaption } from '../../server/src/core/rules/duplicate-caption.ts';
import { inconsistentCaption } from '../../server/src/core/rules/inconsistent-caption.ts';
import { inconsistentDesignation } from '../../server/src/core/rules/inconsistent-designation.ts';
import { missingCaption } from '../../server/src/core/rules/missing-caption.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

/** What a rule says of a text, before each the text on which it stands. */
function judged(rule: Rule, text: string): string[] {
  return runRules(analyze(text), { rules: [rule] }).map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
  );
}

const subjects = [
  'Gate',
  'Shed',
  'Barn',
  'Well',
  'Mill',
  'Pond',
  'Yard',
  'Hive',
  'Kiln',
  'Loft',
  'Byre',
  'Dyke',
];

/** Sections with a caption and a sentence each; `changed` holds those that differ, by number. */
function sections(count: number, changed: Record<number, string> = {}): string {
  return subjects
    .slice(0, count)
    .map((subject, index) => changed[index + 1] ?? `Section ${index + 1}. ${subject}. It is in good repair.`)
    .join('\n\n');
}

const uncaptioned = (number: number): string =>
  `Section ${number}. The Grower keeps it in good repair for as long as this lease runs, and pays for what it takes.`;

describe('missing-caption', () => {
  test('reports one provision in nine', () => {
    expect(judged(missingCaption, sections(9, { 4: uncaptioned(4) }))).toEqual([
      'Section 4.: Section 4 has no caption; the 8 others have one.',
    ]);
    expect(judged(missingCaption, sections(8, { 4: uncaptioned(4) }))).toEqual([]);
    expect(judged(missingCaption, sections(12, { 4: uncaptioned(4), 7: uncaptioned(7) }))).toEqual([]);
  });

  test('names the parent in which the others stand', () => {
    const text = `ARTICLE II\nTHE FARM\n\n${sections(10, { 4: uncaptioned(4) })}\n`;
    expect(judged(missingCaption, text)).toEqual([
      'Section 4.: Section 4 has no caption; the 9 others in Article II have one.',
    ]);
  });

  test('leaves the items of lists alone', () => {
    const letters = [...'abcdefghij'];
    const long = 'the thing which the Grower keeps in good repair for as long as this lease runs';
    const items = letters.map((letter, index) =>
      letter === 'd' ? `(d) ${long};` : `(${letter}) ${subjects[index]}. It is in good repair.`,
    );
    expect(judged(missingCaption, `Section 1. Farm. There are:\n\n${items.join('\n\n')}\n`)).toEqual([]);
  });

  test.each([
    ['Section 4. [Reserved]'],
    ['Section 4. Intentionally omitted.'],
    ['Section 4. The gate is shut at night.'],
    ['Section 4. U.S. GOVERNMENT. The government of the day has no right to enter the farm, save by leave.'],
    ['Section 4. Wells, etc. The wells are those that are shown on the map that is attached to this lease.'],
    [
      'Section 4. Water Rights The water rights are those that the map shows which is attached to this lease.',
    ],
    ['Section 4. WATER   Owner and Grower share the water that the well gives, as they have done before.'],
    ['Section 4. Water .The well gives water that the Owner and the Grower share, as they have done before.'],
    ['Section 4. (a) The well gives water that the Owner and the Grower share, as they have done before.'],
    ['Section 4. Wells on the farm - digging of and drawing from\n\nThe Grower may dig one.'],
    [
      'Section 4. The Gate, the Shed, the Barn, the Well, the Mill and the Pond of the Upper Farm in Dale. They stay.',
    ],
  ])('leaves “%s” alone', (section) => {
    expect(judged(missingCaption, sections(12, { 4: section }))).toEqual([]);
  });
});

describe('duplicate-caption', () => {
  test('reports each later provision, not the first', () => {
    const text = sections(6, { 3: 'Section 3. Gate. It is locked.', 5: 'Section 5. GATE. It is sold.' });
    expect(judged(duplicateCaption, text)).toEqual([
      'Gate: Section 3 has the same caption as Section 1: “Gate”.',
      'GATE: Section 5 has the same caption as Section 1: “GATE”.',
    ]);
  });

  test('begins anew where the numbers fall back', () => {
    const text = `${sections(4)}\n\nSection 1. Loft. It is dry.\n\nSection 3. Gate. It is locked.`;
    expect(judged(duplicateCaption, text)).toEqual([]);
  });

  test.each([
    [
      'which stand before items',
      'Section 2. In this lease:\n\n(a) a gate;',
      'Section 4. In this lease:\n\n(a) a shed;',
    ],
    [
      'which go on behind a dash',
      'Section 2. Repair - Gate. It is shut.',
      'Section 4. Repair - Shed. It is dry.',
    ],
    ['of nothing', 'Section 2. Intentionally Omitted.', 'Section 4. Intentionally Omitted.'],
  ])('leaves captions alone %s', (_, second, fourth) => {
    expect(judged(duplicateCaption, sections(6, { 2: second, 4: fourth }))).toEqual([]);
  });
});

describe('inconsistent-caption', () => {
  const article = (number: number, caption: string): string =>
    `Article ${number}. ${caption}\n\nIt is in good repair.\n\n`;
  const articles = (captions: readonly string[]): string =>
    captions.map((caption, index) => article(index + 1, caption)).join('');

  test('reports at most one in five', () => {
    const bracketed = ['(Gate)', '(Shed)', '(Barn)', '(Well)'];
    expect(judged(inconsistentCaption, articles([...bracketed, 'Mill']))).toEqual([
      'Mill: The caption of Article 5 has no brackets; those of the 4 others have.',
    ]);
    expect(judged(inconsistentCaption, articles([...bracketed, 'Mill', 'Pond']))).toEqual([]);
    expect(judged(inconsistentCaption, articles([...bracketed.slice(1), 'Mill']))).toEqual([]);
  });

  test('leaves items of lists and lists of numbers alone', () => {
    const items =
      'Section 1. Farm. There are:\n\n(a) Gate. It is old.\n\n(b) Shed. It is old.\n\n(c) Barn. It is old.\n\n(d) Well. It is old.\n\n(e) (Mill) It is old.\n';
    expect(judged(inconsistentCaption, items)).toEqual([]);
    expect(judged(inconsistentCaption, `${sections(8)}\n\nSection 9. (Dyke)\n`)).toEqual([]);
  });
});

describe('inconsistent-designation', () => {
  const fixed = (text: string): string[] =>
    runRules(analyze(text), { rules: [inconsistentDesignation] }).flatMap(({ fixes }) =>
      fixes.flatMap(({ edits }) =>
        edits.map(({ range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end)),
      ),
    );

  test.each([['Sec. 3'], ['SECTION 3'], ['§ 3'], ['§3']])('writes %s like the others', (designation) => {
    const text = sections(6, { 3: `${designation}. Barn. It is in good repair.` });
    expect(fixed(text)).toEqual([sections(6)]);
  });

  test('leaves numerals to the writer', () => {
    const text = sections(6, { 3: 'Section III. Barn. It is in good repair.' });
    expect(judged(inconsistentDesignation, text)).toEqual([
      'Section III.: “Section III” is numbered in another way than the 5 provisions beside it.',
    ]);
    expect(fixed(text)).toEqual([]);
  });

  test('says nothing of four siblings, or where a third differs', () => {
    expect(judged(inconsistentDesignation, sections(4, { 3: 'Sec. 3. Barn. It is dry.' }))).toEqual([]);
    const third = sections(6, { 3: 'Sec. 3. Barn. It is dry.', 5: 'Sec. 5. Mill. It is dry.' });
    expect(judged(inconsistentDesignation, third)).toEqual([]);
  });
});
