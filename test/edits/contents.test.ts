import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { applyPlan } from '../../server/src/core/edits/edit-plan.ts';
import { planCommand, type StructureCommand } from '../../server/src/core/edits/structure-commands.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

const lease = `LEASE AGREEMENT

TABLE OF CONTENTS

Article 1.   House ................ 1
Article 2.   Rent ................. 2
  2.1        Dues ................. 2
  2.2        Deposit .............. 3
Article 3.   Heat ................. 4
Article 4.   Term ................. 5

Article 1. House

The house is let.

Article 2. Rent

2.1 Dues. The rent is due in May.

2.2 Deposit. The deposit is paid back in June.

Article 3. Heat

The heat is free.

Article 4. Term

The term ends in May under Article 2.
`;

function contentsAfter(command: StructureCommand, text = lease): readonly string[] | string {
  const planned = planCommand(analyze(text), command, null);
  if ('refusal' in planned) return planned.refusal;
  const after = applyPlan(text, planned);
  const wrong = runRules(analyze(after)).filter(({ rule }) => rule === 'contents-mismatch');
  const contents = after.slice(after.indexOf('CONTENTS\n\n') + 10, after.indexOf('\n\nArticle 1. House'));
  return [
    ...contents.split('\n'),
    ...planned.decisions.map(({ start, end, why }) => `${text.slice(start, end)}: ${why}`),
    ...wrong.map(({ message }) => message),
  ];
}

const place = (side: 'before' | 'after', provision: string) => ({ side, provision });

describe('the entry of the contents', () => {
  test('goes with the provision that is deleted, and those of its sections', () => {
    expect(contentsAfter({ kind: 'delete', provision: 'Article 2' })).toMatchInlineSnapshot(`
      [
        "Article 1.   House ................ 1",
        "Article 2.   Heat ................. 4",
        "Article 3.   Term ................. 5",
        "Article 2: It cites Article 2, which is deleted: say what it is to mean.",
      ]
    `);
    expect(contentsAfter({ kind: 'delete', provision: 'Article 4' })).toMatchInlineSnapshot(`
      [
        "Article 1.   House ................ 1",
        "Article 2.   Rent ................. 2",
        "  2.1        Dues ................. 2",
        "  2.2        Deposit .............. 3",
        "Article 3.   Heat ................. 4",
      ]
    `);
  });

  test('moves with the provision that is moved', () => {
    expect(
      contentsAfter({ kind: 'move', provision: 'Article 2', place: place('after', 'Article 4') }),
    ).toMatchInlineSnapshot(`
      [
        "Article 1.   House ................ 1",
        "Article 2.   Heat ................. 4",
        "Article 3.   Term ................. 5",
        "Article 4.   Rent ................. 2",
        "  4.1        Dues ................. 2",
        "  4.2        Deposit .............. 3",
      ]
    `);
    expect(
      contentsAfter({ kind: 'move', provision: 'Section 2.2', place: place('before', 'Section 2.1') }),
    ).toMatchInlineSnapshot(`
      [
        "Article 1.   House ................ 1",
        "Article 2.   Rent ................. 2",
        "  2.1        Deposit .............. 3",
        "  2.2        Dues ................. 2",
        "Article 3.   Heat ................. 4",
        "Article 4.   Term ................. 5",
      ]
    `);
  });

  test('comes with a provision that is new; its page is left open', () => {
    expect(
      contentsAfter({ kind: 'insert', place: place('after', 'Article 2'), heading: 'Water', number: 'next' }),
    ).toMatchInlineSnapshot(`
      [
        "Article 1.   House ................ 1",
        "Article 2.   Rent ................. 2",
        "  2.1        Dues ................. 2",
        "  2.2        Deposit .............. 3",
        "Article 3.   Water ................. [•]",
        "Article 4.   Heat ................. 4",
        "Article 5.   Term ................. 5",
        "Article 3.: Beside Article 3 comes the entry of the new provision: its page is to be filled in.",
      ]
    `);
    const pageless = lease.replace(/ \.+ \d/g, '');
    expect(
      contentsAfter(
        { kind: 'insert', place: place('after', 'Article 4'), heading: 'Water', number: 'next' },
        pageless,
      ),
    ).toMatchInlineSnapshot(`
      [
        "Article 1.   House",
        "Article 2.   Rent",
        "  2.1        Dues",
        "  2.2        Deposit",
        "Article 3.   Heat",
        "Article 4.   Term",
        "Article 5.   Water",
      ]
    `);
  });

  test('is left to the author where it shares its line', () => {
    const shared = lease.replace(' 2\n  2.1 ', ' 2   2.1 ');
    expect(contentsAfter({ kind: 'delete', provision: 'Article 2' }, shared)).toMatchInlineSnapshot(`
      [
        "Article 1.   House ................ 1",
        "Article 2.   Rent ................. 2   2.1        Dues ................. 2",
        "  2.2        Deposit .............. 3",
        "Article 2.   Heat ................. 4",
        "Article 3.   Term ................. 5",
        "Article 2.: The contents list Article 2, which is deleted.",
        "2.2: The contents list Section 2.2, which is deleted.",
        "Article 2: It cites Article 2, which is deleted: say what it is to mean.",
      ]
    `);
  });
});
