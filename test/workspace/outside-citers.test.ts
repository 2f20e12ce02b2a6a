import { expect, test } from 'vitest';
import { isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { numberAt, planNumber } from '../../server/src/core/edits/offered-operations.ts';
import { withOutsideCiters } from '../../server/src/core/workspace/outside-citers.ts';
import { World } from './world.ts';

const credit = `
  CREDIT AGREEMENT

  Section 1. Terms. The terms.

  Sect$0ion 2. Loan. The Bank lends as follows:

    (a) half of it now; and

    (b) half of it later.

  Section 4. Term. One year.
`;

function decided(cited: string): string[] {
  const world = new World({
    'credit.legal': credit,
    'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Debt. This secures what ${cited} of the Credit Agreement says.
    `,
  });
  const { analysis, offset } = world.cursor;
  const numbered = numberAt(analysis, offset);
  if (!numbered) throw new Error('No number stands at the cursor.');
  const planned = planNumber(analysis, numbered.provision, '3');
  if (isRefusal(planned)) throw new Error(planned.refusal);
  return withOutsideCiters(analysis, planned, world.reader).decisions.map(({ why }) => why);
}

test('files that cite a provision by the number it had are named, and no others', () => {
  const why = 'pledge.legal cites Section 2 of this document and is not changed.';
  expect(decided('Section 2')).toContain(why);
  expect(decided('Section 2(b)')).toContain(
    'pledge.legal cites item (b) of this document and is not changed.',
  );
  expect(decided('Section 1').filter((one) => one.includes('pledge.legal'))).toEqual([]);
});
