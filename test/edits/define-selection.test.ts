import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { defineSelection } from '../../server/src/core/edits/define-selection.ts';
import type { OfferedPlan } from '../../server/src/core/edits/define-term.ts';
import { applyPlan, isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { inlineDefinition } from '../../server/src/core/edits/inline-definition.ts';
import { moveIntoList } from '../../server/src/core/edits/move-definition.ts';
import { termAt } from '../../server/src/core/resolve/terms.ts';
import { parseDocument } from '../fixture.ts';

/** What is offered: its title, the text behind its sure edits, and what has to be confirmed or decided. */
function shown(text: string, offered: OfferedPlan | null): string {
  if (!offered) return 'nothing is offered';
  const { title, planned } = offered;
  if (isRefusal(planned)) return planned.refusal;
  const sure = planned.edits.filter(({ needsConfirmation }) => !needsConfirmation);
  const unsure = planned.edits
    .filter(({ needsConfirmation }) => needsConfirmation)
    .map(
      ({ start, end, newText }) =>
        `confirm: ${JSON.stringify(text.slice(start, end))} > ${JSON.stringify(newText)}`,
    );
  const open = planned.decisions.map(({ why }) => `decide: ${why}`);
  return [title, '', applyPlan(text, { edits: sure, decisions: [] }).trimEnd(), ...unsure, ...open].join(
    '\n',
  );
}

/** With the words from the cursor on selected. */
function offeredFor(source: string, words: string): string {
  const { text, cursor } = parseDocument(source);
  const start = cursor ?? 0;
  const offered = defineSelection(analyze(text), { start, end: start + words.length });
  return offered.length > 0 ? offered.map((one) => shown(text, one)).join('\n----\n') : 'nothing is offered';
}

function atDefinition(
  source: string,
  plan: (analysis: ReturnType<typeof analyze>, definition: never) => OfferedPlan | null,
): string {
  const { text, cursor } = parseDocument(source);
  const analysis = analyze(text);
  return shown(text, plan(analysis, termAt(analysis, cursor ?? 0) as never));
}

describe('words that are selected', () => {
  test('become a term in brackets, as the document writes them; what follows is to be confirmed', () => {
    expect(
      offeredFor(
        `
        The boat on the quay (“Boat”) is let by its owner (“Owner”). It is launched on $0the launching
        day, and the rent is due on each launching day. Launching days are Mondays.
      `,
        'the launching\nday',
      ),
    ).toMatchInlineSnapshot(`
      "Define “Launching Day” in brackets here

      The boat on the quay (“Boat”) is let by its owner (“Owner”). It is launched on the launching
      day (“Launching Day”), and the rent is due on each launching day. Launching days are Mondays.
      confirm: "launching day" > "Launching Day"
      confirm: "Launching days" > "Launching Days""
    `);
  });

  test('become an entry in the list of definitions where there is one', () => {
    expect(
      offeredFor(
        `
        1. Definitions

        "Berth" means a place at the quay.

        "Mast" means a high pole.

        2. Rent

        The rent is due on every $0launching day. No launching day is a Sunday.
      `,
        'launching day',
      ),
    ).toMatchInlineSnapshot(`
      "Define “Launching Day” in brackets here

      1. Definitions

      "Berth" means a place at the quay.

      "Mast" means a high pole.

      2. Rent

      The rent is due on every launching day (the "Launching Day"). No launching day is a Sunday.
      confirm: "launching day" > "Launching Day"
      ----
      Define “Launching Day” in Section 1

      1. Definitions

      "Berth" means a place at the quay.

      "Launching Day" means [●].

      "Mast" means a high pole.

      2. Rent

      The rent is due on every Launching Day. No launching day is a Sunday.
      confirm: "launching day" > "Launching Day""
    `);
  });

  test('are no term where they are a sentence, a term already, or nothing', () => {
    const source = 'The boat (the "Boat") is let. $0The Boat is old and green and lies at the quay.';
    expect(offeredFor(source, 'The Boat')).toBe('nothing is offered');
    expect(offeredFor(source, 'The Boat is old and green and lies')).toBe('nothing is offered');
    expect(offeredFor(source, ' ')).toBe('nothing is offered');
    expect(offeredFor(source, 'The Boat is old and green and lies at the quay.   ')).toBe(
      'nothing is offered',
    );
  });
});

describe('a definition under the cursor', () => {
  const list = `
    1. Definitions

    "Berth" means a place at the quay.

    "Mast" means a high pole.

    2. Rent

    "Key$0 Day" means the first day of a month.

    The rent is due on the Key Day. The Berth has no Mast on a Key Day.
  `;

  test('is moved to the others', () => {
    expect(atDefinition(list, moveIntoList)).toMatchInlineSnapshot(`
      "Move the definition of “Key Day” to Section 1

      1. Definitions

      "Berth" means a place at the quay.

      "Key Day" means the first day of a month.

      "Mast" means a high pole.

      2. Rent

      The rent is due on the Key Day. The Berth has no Mast on a Key Day."
    `);
    expect(atDefinition(list.replace('$0', '').replace('"Mast', '"Ma$0st'), moveIntoList)).toBe(
      'nothing is offered',
    );
    expect(atDefinition(list.replace('"Key', 'For the purpose of this Section, "Key'), moveIntoList)).toBe(
      'nothing is offered',
    );
  });

  test('gives its meaning to where it is used', () => {
    expect(atDefinition(list, inlineDefinition)).toMatchInlineSnapshot(`
      "Write the meaning of “Key Day” in its 2 places

      1. Definitions

      "Berth" means a place at the quay.

      "Mast" means a high pole.

      2. Rent

      "Key Day" means the first day of a month.

      The rent is due on the Key Day. The Berth has no Mast on a Key Day.
      confirm: "\\"Key Day\\" means the first day of a month.\\n\\n" > ""
      confirm: "Key Day" > "first day of a month"
      confirm: "Key Day" > "first day of a month""
    `);
    expect(
      atDefinition(list.replace('no Mast on a', 'Masts on an'), inlineDefinition),
    ).toMatchInlineSnapshot(`
      "Write the meaning of “Key Day” in its 2 places

      1. Definitions

      "Berth" means a place at the quay.

      "Mast" means a high pole.

      2. Rent

      "Key Day" means the first day of a month.

      The rent is due on the Key Day. The Berth has Masts on an Key Day.
      confirm: "Key Day" > "first day of a month"
      decide: “Key Day” is not written as it is defined."
    `);
  });
});
