import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { applyPlan } from '../../server/src/core/edits/edit-plan.ts';
import { planCommand } from '../../server/src/core/edits/structure-commands.ts';

const lease = `Article 1. (House)

1.1 The house is let under Section 2.2(b) and Section 2.3.

Article 2. (Rent)

2.1 The rent is due:

(a) in May; and

(b) in June.

2.2 The deposit is due, under this Section:

(a) in July; and

(b) in August.

2.3 Section 2.2(a) and Section 2.2 do not apply to guests. The preceding Section stays.

Article 3. (Term)

3.1 The term ends under Sections 2.2 and 2.3, and:

(a) with the keys:

(i) of the door; and

(ii) of the gate; and

(b) with the rent.
`;

function changed(kind: 'promote' | 'demote', provision: string, text = lease) {
  const planned = planCommand(analyze(text), { kind, provision }, null);
  if ('refusal' in planned) return planned.refusal;
  const lines = text.split('\n');
  const now = applyPlan(text, planned).split('\n');
  const decisions = planned.decisions.map(({ start, end, why }) => `${text.slice(start, end)}: ${why}`);
  return { lines: now.filter((line) => !lines.includes(line)), decisions };
}

describe('a provision that comes to another level', () => {
  test('becomes the last of what stands in its neighbour, with all that stands in it', () => {
    expect(changed('demote', 'Section 2.2')).toMatchInlineSnapshot(`
      {
        "decisions": [
          "Sections 2.2 and 2.3: What it cites comes to another level, so that it is to be cited in another form.",
        ],
        "lines": [
          "1.1 The house is let under Section 2.1(c)(ii) and Section 2.2.",
          "(c) The deposit is due, under Section 2.1(c):",
          "(i) in July; and",
          "(ii) in August.",
          "2.2 Section 2.1(c)(i) and Section 2.1(c) do not apply to guests. Section 2.1(c) stays.",
        ],
      }
    `);
  });

  test('leaves what it stands in and follows it', () => {
    expect(changed('promote', 'Section 2.2(a)')).toMatchInlineSnapshot(`
      {
        "decisions": [],
        "lines": [
          "1.1 The house is let under Section 2.2(a) and Section 2.4.",
          "(a) in August.",
          "2.3 in July; and",
          "2.4 Section 2.3 and Section 2.2 do not apply to guests. Section 2.2 stays.",
          "3.1 The term ends under Sections 2.2 and 2.4, and:",
        ],
      }
    `);
  });

  test('stays where nothing shows how it would be numbered', () => {
    expect(changed('demote', 'Section 2.2', lease.replace(/\(i+\).*\n\n/g, ''))).toBe(
      'Nothing shows how item (a) is to be numbered on its new level.',
    );
    expect(changed('demote', 'Section 1.1')).toMatchInlineSnapshot(
      `"Section 1.1 has no neighbour above that it could stand in."`,
    );
    expect(changed('promote', 'Article 2')).toMatchInlineSnapshot(
      `"Article 2 stands in no provision that it could follow."`,
    );
    expect(changed('demote', 'Article 2', lease.replace(/^\(.*\n\n/gm, ''))).toMatchInlineSnapshot(
      `"Nothing shows how Section 2.1 is to be numbered on its new level."`,
    );
  });
});
