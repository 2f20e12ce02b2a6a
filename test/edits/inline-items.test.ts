import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { planCommand, type StructureCommand } from '../../server/src/core/edits/structure-commands.ts';
import { changedLines } from './changed-lines.ts';

const lease = `LEASE

Section 1. House. The tenant keeps (i) the house, (ii) the
garden, (iii) the fence and (iv) the gate in order.

Section 2. Rent. The rent is due (a) in May or (b) in June or (c) in July.

Section 3. Repairs. What breaks under Section 1(iii) or Section 1(iv), or in July under Section 2(c), is mended.
`;

function changed(command: StructureCommand): readonly string[] | string {
  return changedLines(lease, planCommand(analyze(lease), command, null));
}

const insert = (side: 'before' | 'after', provision: string): StructureCommand => ({
  kind: 'insert',
  place: { side, provision },
  heading: 'the pond',
  number: 'next',
});

describe('an item of an enumeration inside a sentence', () => {
  test('goes with the sign behind it, and "and" stays before the last', () => {
    expect(changed({ kind: 'delete', provision: 'Section 1(ii)' })).toMatchInlineSnapshot(`
      [
        "Section 1. House. The tenant keeps (i) the house, (ii) the fence and (iii) the gate in order.",
        "Section 3. Repairs. What breaks under Section 1(ii) or Section 1(iii), or in July under Section 2(c), is mended.",
      ]
    `);
    expect(changed({ kind: 'delete', provision: 'Section 1(iii)' })).toMatchInlineSnapshot(`
      [
        "garden and (iii) the gate in order.",
        "Section 3. Repairs. What breaks under Section 1[•] or Section 1(iii), or in July under Section 2(c), is mended.",
        "Section 1(iii): It cites item (iii), which is deleted: say what it is to mean.",
      ]
    `);
    expect(changed({ kind: 'delete', provision: 'Section 2(a)' })).toMatchInlineSnapshot(`
      [
        "Section 2. Rent. The rent is due (a) in June or (b) in July.",
        "Section 3. Repairs. What breaks under Section 1(iii) or Section 1(iv), or in July under Section 2(b), is mended.",
      ]
    `);
  });

  test('comes with the sign that the others have', () => {
    expect(changed(insert('after', 'Section 1(i)'))).toMatchInlineSnapshot(`
      [
        "Section 1. House. The tenant keeps (i) the house, (ii) the pond, (iii) the",
        "garden, (iv) the fence and (v) the gate in order.",
        "Section 3. Repairs. What breaks under Section 1(iv) or Section 1(v), or in July under Section 2(c), is mended.",
      ]
    `);
    expect(changed(insert('before', 'Section 1(i)'))).toMatchInlineSnapshot(`
      [
        "Section 1. House. The tenant keeps (i) the pond, (ii) the house, (iii) the",
        "garden, (iv) the fence and (v) the gate in order.",
        "Section 3. Repairs. What breaks under Section 1(iv) or Section 1(v), or in July under Section 2(c), is mended.",
      ]
    `);
    expect(changed(insert('after', 'Section 1(iii)'))).toMatchInlineSnapshot(`
      [
        "garden, (iii) the fence, (iv) the pond and (v) the gate in order.",
        "Section 3. Repairs. What breaks under Section 1(iii) or Section 1(v), or in July under Section 2(c), is mended.",
      ]
    `);
    expect(changed(insert('before', 'Section 2(b)'))).toMatchInlineSnapshot(`
      [
        "Section 2. Rent. The rent is due (a) in May or (b) the pond or (c) in June or (d) in July.",
        "Section 3. Repairs. What breaks under Section 1(iii) or Section 1(iv), or in July under Section 2(d), is mended.",
      ]
    `);
    expect(changed(insert('before', 'Section 2(a)'))).toMatchInlineSnapshot(`
      [
        "Section 2. Rent. The rent is due (a) the pond or (b) in May or (c) in June or (d) in July.",
        "Section 3. Repairs. What breaks under Section 1(iii) or Section 1(iv), or in July under Section 2(d), is mended.",
      ]
    `);
  });

  test('stays where the sentence would have to be worded anew', () => {
    expect(changed({ kind: 'delete', provision: 'Section 1(iv)' })).toMatchInlineSnapshot(
      `"item (iv) is the last of its enumeration: the one before it is to be worded as the last."`,
    );
    expect(changed(insert('after', 'Section 1(iv)'))).toMatchInlineSnapshot(
      `"item (iv) is the last of its enumeration: a new one after it is to be worded as the last."`,
    );
  });
});
