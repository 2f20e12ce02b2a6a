import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { planCommand, type StructureCommand } from '../../server/src/core/edits/structure-commands.ts';

const lease = [
  'LEASE',
  '',
  'TABLE OF CONTENTS',
  '',
  'Article 1. House ........ 1',
  'Article 2. Rent ......... 2',
  'Article 3. Heat ......... 3',
  'Article 4. Term ......... 4',
  '',
  ...['House', 'Rent', 'Heat', 'Term'].flatMap((caption, index) => [
    `Article ${index + 1}. ${caption} and More`,
    '',
    `${index + 1}.1 The tenant reads this first.`,
    '',
    `${index + 1}.2 Section ${index + 1}.1 comes before it.`,
    '',
  ]),
  'EXHIBIT 3-1',
  '',
  'The form of a receipt for the heat.',
].join('\n');

/** What a command leaves to the author: the words at each place, and why. */
function listed(command: StructureCommand): string[] {
  const planned = planCommand(analyze(lease), command, null);
  if (isRefusal(planned)) return [planned.refusal];
  return planned.decisions.map(({ start, end, why }) => `${lease.slice(start, end)}: ${why}`);
}

describe('what a command does not do by itself is listed', () => {
  test('entries of the contents that are to be put in, moved or taken out and do not say what the headings say', () => {
    const place = { side: 'after', provision: 'Article 3' } as const;
    expect(listed({ kind: 'insert', place, heading: 'Light', number: 'next' })).toMatchInlineSnapshot(`
      [
        "Article 4.: The new provision needs an entry of the contents here.",
      ]
    `);
    expect(listed({ kind: 'move', provision: 'Article 2', place })).toMatchInlineSnapshot(`
      [
        "Article 2.: Article 2 is moved: its entry of the contents is to follow.",
        "EXHIBIT 3-1: It may be named after Section 3.1, whose number changes.",
      ]
    `);
    expect(listed({ kind: 'delete', provision: 'Article 4' })).toMatchInlineSnapshot(`
      [
        "Article 4.: The contents list Article 4, which is deleted.",
      ]
    `);
  });

  test('attachments that are named after a provision', () => {
    expect(listed({ kind: 'delete', provision: 'Article 1' })).toMatchInlineSnapshot(`
      [
        "Article 1.: The contents list Article 1, which is deleted.",
        "EXHIBIT 3-1: It may be named after Section 3.1, whose number changes.",
      ]
    `);
  });
});

test('a citation of which a part was not read is left as it is', () => {
  const text = [
    'Article 1. House',
    '',
    'The house is let to Articles 2 and 3 guests.',
    '',
    'Article 2. Rent',
    '',
    'The rent is due.',
    '',
    'Article 3. Heat',
    '',
    'The heat is free.',
    '',
  ].join('\n');
  const place = { side: 'after', provision: 'Article 1' } as const;
  const planned = planCommand(
    analyze(text),
    { kind: 'insert', place, heading: 'Light', number: 'next' },
    null,
  );
  if (isRefusal(planned)) throw new Error(planned.refusal);
  expect(planned.edits.filter(({ reason }) => reason === 'citation')).toEqual([]);
  expect(
    planned.decisions.map(({ start, end, why }) => `${text.slice(start, end)}: ${why}`),
  ).toMatchInlineSnapshot(`
    [
      "Articles 2: After this change it would mean Article 2.",
      "Articles 2 and 3: This names Article 2, whose number changes, and is not read as a citation of it.",
    ]
  `);
});
