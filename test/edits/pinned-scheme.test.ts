import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import type { PinnedScheme } from '../../server/src/core/edits/renumber.ts';
import { planCommand } from '../../server/src/core/edits/structure-commands.ts';
import { changedLines } from './changed-lines.ts';

const lease = `ARTICLE I. HOUSE

1.1 The house is let, with (i) the garden and (ii) the gate, under ARTICLE III and Article 3.

ARTICLE II. RENT

2.1 The rent is due under Section 1.1 and Articles I to IV:

(a) in May; and

(b) in June.

ARTICLE III. TERM

3.1 The term ends under Section 2.1(b).

ARTICLE V. KEYS

5.1 The keys are given back.

EXHIBIT A

ARTICLE I. RECEIPT

ARTICLE II. SIGNATURE
`;

function renumbered(scheme: PinnedScheme): readonly string[] | string {
  const command = { kind: 'renumber', provision: null, branches: 'kept' } as const;
  const options = { relativeCitations: 'rewrite', scheme } as const;
  return changedLines(lease, planCommand(analyze(lease), command, null, options));
}

describe('a numbering that a project pins', () => {
  test('is what renumbering writes, in headings and where they are cited in their own numerals', () => {
    expect(renumbered(new Map([['article', 'arabic']]))).toMatchInlineSnapshot(`
      [
        "ARTICLE 1. HOUSE",
        "1.1 The house is let, with (i) the garden and (ii) the gate, under ARTICLE 3 and Article 3.",
        "ARTICLE 2. RENT",
        "ARTICLE 3. TERM",
        "ARTICLE 4. KEYS",
        "4.1 The keys are given back.",
        "Articles I to IV: This leads nowhere now; the number has to do with Article I.",
      ]
    `);
    expect(renumbered(new Map([['item', 'roman-lower']]))).toMatchInlineSnapshot(`
      [
        "(i) in May; and",
        "(ii) in June.",
        "3.1 The term ends under Section 2.1(ii).",
        "ARTICLE IV. KEYS",
        "4.1 The keys are given back.",
        "Articles I to IV: This leads nowhere now; the number has to do with Article V.",
      ]
    `);
  });

  test('leaves numbers alone that are so already, or hold those of their parents', () => {
    expect(renumbered(new Map([['section', 'decimal']]))).toEqual(renumbered(new Map()));
  });
});
