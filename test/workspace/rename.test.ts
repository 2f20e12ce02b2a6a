import { describe, expect, test } from 'vitest';
import { applyPlan } from '../../server/src/core/edits/edit-plan.ts';
import { type FilePlan, nameAcrossAt, renameAcross } from '../../server/src/core/workspace/rename-across.ts';
import { root, World } from './world.ts';

const credit = `
  CREDIT AGREEMENT

  Section 1. Terms. "Quay" means the quay at Berth 4. "Vessel" means a ship.

  Section 2. Loan. The Bank lends $100 for the Quay.
`;

const pledge = `
  ---
  imports: credit.legal
  ---
  PLEDGE AGREEMENT

  Section 1. Pledge. A Quay secures the debt; so do the Quays of others. The quay wall is not meant.
`;

function renamed(world: World, newName: string): Record<string, string> | string {
  const plans = world.ask(function* (analysis, offset, reader) {
    const name = yield* nameAcrossAt(analysis, offset, reader);
    if (!name) return { refusal: 'nothing' };
    return 'refusal' in name ? name : yield* renameAcross(name, newName, reader);
  });
  if ('refusal' in plans) return plans.refusal;
  return Object.fromEntries(
    (plans as readonly FilePlan[]).map(({ document: { uri, snapshot }, plan }) => {
      const lines = applyPlan(snapshot.text, plan).split('\n');
      const before = snapshot.text.split('\n');
      const asked = plan.edits.some(({ needsConfirmation }) => needsConfirmation) ? ' (to be confirmed)' : '';
      return [uri.slice(root.length) + asked, lines.filter((line, at) => line !== before[at]).join('\n')];
    }),
  );
}

describe('the name of a term is changed in all files that have it from the one that defines it', () => {
  const expected = {
    'credit.legal':
      'Section 1. Terms. "Anchorage" means the quay at Berth 4. "Vessel" means a ship.\n' +
      'Section 2. Loan. The Bank lends $100 for the Anchorage.',
    'pledge.legal':
      'Section 1. Pledge. An Anchorage secures the debt; so do the Anchorages of others. The quay wall is not meant.',
  };

  test('from where it is defined', () => {
    const world = new World({ 'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'), 'pledge.legal': pledge });
    expect(renamed(world, 'Anchorage')).toEqual(expected);
  });

  test('from where it is used', () => {
    const world = new World({ 'credit.legal': credit, 'pledge.legal': pledge.replace('A Quay', 'A Qu$0ay') });
    expect(renamed(world, 'Anchorage')).toEqual(expected);
  });

  test('with definitions that only point there', () => {
    const world = new World(
      {
        'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'),
        'lease.legal': `
          HARBOUR LEASE

          Section 1. Terms. "Quay" has the meaning set forth in the Credit Agreement.

          Section 2. Berth. The Quay is let.
        `,
      },
      { 'credit agreement': 'credit.legal' },
    );
    expect(renamed(world, 'Pier')).toMatchObject({
      'lease.legal':
        'Section 1. Terms. "Pier" has the meaning set forth in the Credit Agreement.\n' +
        'Section 2. Berth. The Pier is let.',
    });
  });

  test('to be confirmed where a title alone says that the documents belong together', () => {
    const world = new World({
      'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'),
      'pledge.legal': `
        PLEDGE AGREEMENT

        Section 1. Terms. Capitalized terms not defined herein have the meanings given to them in the Credit Agreement.

        Section 2. Pledge. The Quay is pledged.
      `,
    });
    expect(Object.keys(renamed(world, 'Pier'))).toEqual(['credit.legal', 'pledge.legal (to be confirmed)']);
  });
});

describe('nothing is changed', () => {
  test('in files that define the term themselves, or do not have it from there', () => {
    const world = new World({
      'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'),
      'own.legal': `${pledge}\n\n  Section 2. Terms. "Quay" means another quay.\n`,
      'apart.legal': pledge.replace('credit.legal', 'other.legal'),
    });
    expect(Object.keys(renamed(world, 'Pier'))).toEqual(['credit.legal']);
  });

  test('at all where another file would read the new name otherwise', () => {
    const taken = new World({
      'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'),
      'pledge.legal': `${pledge}\n\n  Section 2. Piers. Every Pier of the Harbour Board is left out.\n`,
    });
    expect(renamed(taken, 'Pier')).toBe(
      'pledge.legal: “Pier” is in pledge.legal already and would mean something else there.',
    );
    const defined = new World({
      'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'),
      'pledge.legal': `${pledge}\n\n  Section 2. Terms. "Pier" means a pier.\n`,
    });
    expect(renamed(defined, 'Pier')).toContain('“Pier” is in pledge.legal already');
    const imported = new World({
      'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'),
      'pledge.legal': pledge.replace('credit.legal', '[credit.legal, piers.legal]'),
      'piers.legal': 'PIER AGREEMENT\n\nSection 1. Terms. "Pier" means a pier.\n',
    });
    expect(renamed(imported, 'Pier')).toBe('pledge.legal has “Pier” from piers.legal.');
  });
});
