import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { defineInList, type OfferedPlan } from '../../server/src/core/edits/define-term.ts';
import { applyPlan, isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { sortDefinitions } from '../../server/src/core/edits/sort-definitions.ts';
import { parseDocument } from '../fixture.ts';

/** The title of what is offered, with the lines that it changes; or what speaks against it. */
function changed(text: string, offered: OfferedPlan | null): string {
  if (!offered) return 'nothing is offered';
  if (isRefusal(offered.planned)) return offered.planned.refusal;
  return `${offered.title}\n\n${applyPlan(text, offered.planned)}`;
}

/** Behind a quick fix for the words between the cursor and the next comma or full stop. */
function defined(source: string): string {
  const { text, cursor } = parseDocument(source);
  const at = cursor ?? 0;
  const words = /^[^,.]*/.exec(text.slice(at))?.[0] ?? '';
  return changed(text, defineInList(analyze(text), words, at));
}

function sorted(source: string): string {
  const { text, cursor } = parseDocument(source);
  return changed(text, sortDefinitions(analyze(text), cursor ?? 0));
}

describe('defining a term that is used', () => {
  test('puts an entry into the list at its place, written as the others are', () => {
    expect(
      defined(`
        LEASE

        1. Definitions

          “Berth” shall mean a place at the quay.

          “Keel” shall mean the lowest part of a boat.

          “Mast” shall mean
          a high pole.

        2. Rent

        The rent is due on $0Launch Days.
      `),
    ).toMatchInlineSnapshot(`
      "Define “Launch Day” in Section 1

      LEASE

      1. Definitions

        “Berth” shall mean a place at the quay.

        “Keel” shall mean the lowest part of a boat.

        “Launch Day” shall mean [●].

        “Mast” shall mean
        a high pole.

      2. Rent

      The rent is due on Launch Days.
      "
    `);
  });

  test('puts it behind the last entry with all that belongs to that', () => {
    expect(
      defined(`
        1. Definitions

        **Berth** means a place at the quay.

        **Keel** means the lowest part of a boat.

        2. Rent

        The rent is due on the $0Launch Day.
      `),
    ).toMatchInlineSnapshot(`
      "Define “Launch Day” in Section 1

      1. Definitions

      **Berth** means a place at the quay.

      **Keel** means the lowest part of a boat.

      **Launch Day** means [●].

      2. Rent

      The rent is due on the Launch Day.
      "
    `);
    expect(
      defined(`
        1. Definitions

        "Berth" means a place at the quay.

        "Boat" means:

        (a) a ship; or

        (b) a raft.

        2. Rent

        The rent is due on the $0Launch Day.
      `),
    ).toMatchInlineSnapshot(`
      "Define “Launch Day” in Section 1

      1. Definitions

      "Berth" means a place at the quay.

      "Boat" means:

      (a) a ship; or

      (b) a raft.

      "Launch Day" means [●].

      2. Rent

      The rent is due on the Launch Day.
      "
    `);
  });

  test('finds the list again behind the items of a definition, and with blanks inside the marks', () => {
    expect(
      defined(`
        1. Definitions

        “ Berth ” means a place at the quay.

        “ Boat ” means:

        (a) a ship; or

        (b) a raft.

        “ Mast ” means a high pole.

        “ Oar ” means a long blade.

        2. Rent

        The rent is due on the $0Launch Day.
      `),
    ).toMatchInlineSnapshot(`
      "Define “Launch Day” in Section 1

      1. Definitions

      “ Berth ” means a place at the quay.

      “ Boat ” means:

      (a) a ship; or

      (b) a raft.

      “ Launch Day ” means [●].

      “ Mast ” means a high pole.

      “ Oar ” means a long blade.

      2. Rent

      The rent is due on the Launch Day.
      "
    `);
  });

  test('is not offered where there is no list, or its entries are numbered', () => {
    expect(defined('The berth (the "Berth") is let on the $0Launch Day.')).toBe('nothing is offered');
    expect(
      defined(`
        1. Definitions

        1.1 "Berth" means a place at the quay.

        1.2 "Keel" means the lowest part of a boat.

        2. Rent

        The rent is due on the $0Launch Day.
      `),
    ).toBe('nothing is offered');
  });
});

describe('sorting definitions', () => {
  const entry = (term: string): string => `"${term}" means a thing of the kind ${term.toLowerCase()}.\n\n`;
  const list = (terms: string): string =>
    `1. Definitions\n\n${terms.split(' ').map(entry).join('')}2. Rent\n\nThe rent is due.\n`;

  test('moves one entry to its place', () => {
    expect(
      sorted(list('Anchor Berth Oar Crew Deck Keel Mast').replace('"Oar', '"O$0ar')),
    ).toMatchInlineSnapshot(`
      "Move “Oar” to the end

      1. Definitions

      "Anchor" means a thing of the kind anchor.

      "Berth" means a thing of the kind berth.

      "Crew" means a thing of the kind crew.

      "Deck" means a thing of the kind deck.

      "Keel" means a thing of the kind keel.

      "Mast" means a thing of the kind mast.

      "Oar" means a thing of the kind oar.

      2. Rent

      The rent is due.
      "
    `);
    expect(sorted(list('Zephyr Anchor Berth Crew').replace('"Crew', '"C$0rew'))).toMatchInlineSnapshot(`
      "Move “Zephyr” to the end

      1. Definitions

      "Anchor" means a thing of the kind anchor.

      "Berth" means a thing of the kind berth.

      "Crew" means a thing of the kind crew.

      "Zephyr" means a thing of the kind zephyr.

      2. Rent

      The rent is due.
      "
    `);
  });

  test('moves several, and leaves the others where they are', () => {
    expect(sorted(list('Crew Berth Mast Oar Anchor').replace('"Crew', '"C$0rew'))).toMatchInlineSnapshot(`
      "Sort 5 definitions

      1. Definitions

      "Anchor" means a thing of the kind anchor.

      "Berth" means a thing of the kind berth.

      "Crew" means a thing of the kind crew.

      "Mast" means a thing of the kind mast.

      "Oar" means a thing of the kind oar.

      2. Rent

      The rent is due.
      "
    `);
  });

  test('does nothing where all is in order, or signs would be mixed up', () => {
    expect(sorted(list('Anchor Berth').replace('"Berth', '"B$0erth'))).toBe('nothing is offered');
    expect(sorted(list('Berth Anchor').replace('anchor.', 'anchor;').replace('"Berth', '"B$0erth'))).toBe(
      'The definitions end in different signs, which would be mixed up.',
    );
  });
});
