import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { applyPlan, isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { renameableAt, renameTerm } from '../../server/src/core/edits/rename-term.ts';
import { parseDocument } from '../fixture.ts';

/** The document behind the renaming of the term at `$0`, and what is left to the author; or the refusal. */
function renamed(source: string, newName: string): string {
  const { text, cursor } = parseDocument(source);
  const analysis = analyze(text);
  const target = renameableAt(analysis, cursor ?? 0);
  if (!target) return 'nothing to rename';
  if ('refusal' in target) return target.refusal;
  const plan = renameTerm(analysis, target.definition, newName);
  if (isRefusal(plan)) return plan.refusal;
  const unsure = plan.edits
    .filter(({ needsConfirmation }) => needsConfirmation)
    .map(
      ({ start, explanation }) => `confirm in line ${analysis.snapshot.lineAt(start) + 1}: ${explanation}`,
    );
  const open = plan.decisions.map(
    ({ start, why }) => `decide in line ${analysis.snapshot.lineAt(start) + 1}: ${why}`,
  );
  return [applyPlan(text, plan).trimEnd(), ...unsure, ...open].join('\n');
}

describe('renaming a term', () => {
  test('follows every number and case, and the possessive', () => {
    expect(
      renamed(
        `
        "New$0 Share" means a share issued at the Closing.

        ARTICLE 2. NEW SHARES

        The New Shares, each New Share's vote and the New Shares' dividends; the term "New Share" and no new shares.
      `,
        'Subscription Unit',
      ),
    ).toMatchInlineSnapshot(`
      ""Subscription Unit" means a share issued at the Closing.

      ARTICLE 2. SUBSCRIPTION UNITS

      The Subscription Units, each Subscription Unit's vote and the Subscription Units' dividends; the term "Subscription Unit" and no new shares.
      decide in line 5: “New Share” stands here in small letters."
    `);
  });

  test('takes a plural before "of" for the plural', () => {
    expect(
      renamed(
        `
        "Event of Default" means a delay.

        An Event of$0 Default, several Events of Default and the Event of Default.
      `,
        'Default Trigger',
      ),
    ).toMatchInlineSnapshot(`
      ""Default Trigger" means a delay.

      A Default Trigger, several Default Triggers and the Default Trigger."
    `);
  });

  test('leaves longer terms, other scopes and names alone', () => {
    expect(
      renamed(
        `
        "Closing Date" means today. "Closing Date Payment" means the price. "Agreement" means this paper.

        On the Closing Date$0 the Closing Date Payment is due under this Agreement and the Credit Agreement.
      `,
        'Settlement Day',
      ),
    ).toMatchInlineSnapshot(`
      ""Settlement Day" means today. "Closing Date Payment" means the price. "Agreement" means this paper.

      On the Settlement Day the Closing Date Payment is due under this Agreement and the Credit Agreement."
    `);
  });

  test('goes over line ends, page furniture and emphasis, and touches none of them', () => {
    expect(
      renamed(
        `
        Article 1. (Boat)

        The boat on the quay (the "Old Boat$0") is sold, and all of the **Old** Boat goes with the Old

                              1
        <PAGE>

        Boat to the buyer.
      `,
        'New Ship',
      ),
    ).toMatchInlineSnapshot(`
      "Article 1. (Boat)

      The boat on the quay (the "New Ship") is sold, and all of the **New** Ship goes with the New

                            1
      <PAGE>

      Ship to the buyer."
    `);
  });
});
