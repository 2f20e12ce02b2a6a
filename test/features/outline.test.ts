import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { type OutlineEntry, outline } from '../../server/src/core/features/provisions/outline.ts';
import { parseDocument } from '../fixture.ts';

/** The outline as an editor shows it: names and details, one entry a line, with the words that are selected. */
function shown(source: string): string {
  const { text } = parseDocument(source);
  const rows: string[] = [];
  const print = (entries: readonly OutlineEntry[], depth: number): void => {
    for (const { name, detail, selectionRange, children } of entries) {
      const selected = text.slice(selectionRange.start, selectionRange.end).replace(/\s*\n\s*/g, ' / ');
      rows.push(`${'  '.repeat(depth)}${name}${detail && ` — ${detail}`}  [${selected}]`);
      print(children, depth + 1);
    }
  };
  print(outline(analyze(text)), 0);
  return rows.join('\n');
}

describe('the outline', () => {
  test('names provisions by number and caption, and items by their first words', () => {
    expect(
      shown(`
      ARTICLES OF INCORPORATION

      CHAPTER I. GENERAL PROVISIONS

      Article 1. (Purpose)

      The purpose of the Company shall be the following businesses:

      (1) the making of paper lanterns; and

      (2) their sale.

      Article 2
      (Head Office)

      The Company shall have its head office in Tokyo, whatever it costs.
    `),
    ).toMatchInlineSnapshot(`
      "ARTICLES OF INCORPORATION  [ARTICLES OF INCORPORATION]
        CHAPTER I GENERAL PROVISIONS  [CHAPTER I. GENERAL PROVISIONS]
          Article 1 Purpose  [Article 1. (Purpose]
            (1) the making of paper lanterns; and  [(1)]
            (2) their sale.  [(2)]
          Article 2 Head Office  [Article 2 / (Head Office]"
    `);
  });

  test('leaves implied paragraphs out and hangs what is below them one higher', () => {
    expect(
      shown(`
      Article 1. (Rent)

      The rent is due (i) in May and (ii) in June of each year.

      2. The rent for May is paid in advance by the one who lives there.
    `),
    ).toMatchInlineSnapshot(`
      "Document  [Article 1. (Rent)]
        Article 1 Rent  [Article 1. (Rent]
          (i) in May and — in the sentence  [(i)]
          (ii) in June of each year. — in the sentence  [(ii)]
          2 The rent for May is paid in advance by the one who lives there.  [2.]"
    `);
  });

  test('names parts without a number by what they are', () => {
    expect(
      shown(`
      SUPPLY AGREEMENT

      This Supply Agreement is made on May 2, 2024 between Minato Lantern Co., Ltd.
      and Yokohama Paper Inc.

      WHEREAS, the Buyer makes lanterns;

      NOW, THEREFORE, the parties agree as follows:

      1. Supply. The Seller shall supply paper.

      IN WITNESS WHEREOF, the parties have signed.
    `),
    ).toMatchInlineSnapshot(`
      "SUPPLY AGREEMENT  [SUPPLY AGREEMENT]
        Preamble  [This Supply Agreement is made on May 2, 2024 between Minato Lantern Co., Ltd.]
        Recital  [WHEREAS, the Buyer makes lanterns;]
        1 Supply  [1. Supply]
        Signatures  [IN WITNESS WHEREOF, the parties have signed.]"
    `);
  });

  test('cuts long names between words', () => {
    const [document] = outline(analyze(`Article 1.\n\n(1) ${'very '.repeat(40)}long;\n\n(2) short.\n`));
    const name = document?.children[0]?.children[0]?.name ?? '';
    expect(name).toMatch(/^\(1\) very very .* very…$/);
    expect(name.length).toBeLessThanOrEqual(91);
  });

  test('shows no marks of decoration', () => {
    expect(
      shown(`
      # House Rules

      ## **1. Quiet**

      Nights are quiet, and nobody plays the piano in them.

      ## **2. Order**

      Stairs are kept free, and so are the cellars below them.
    `),
    ).toMatchInlineSnapshot(`
      "House Rules  [House Rules]
        1 Quiet  [1. Quiet]
        2 Order  [2. Order]"
    `);
  });

  test('of a letter is empty', () => {
    expect(outline(analyze('Dear Ms. Sato, thank you for the paper.'))).toEqual([]);
  });

  test('of lists deep inside each other takes no stack of calls', () => {
    const text = Array.from(
      { length: 190 },
      (_, level) => `${' '.repeat(level * 2)}1. Level ${level}.\n\n`,
    ).join('');
    let deepest = 0;
    const pending = outline(analyze(text)).map((entry) => ({ entry, depth: 1 }));
    for (let next = pending.pop(); next; next = pending.pop()) {
      deepest = Math.max(deepest, next.depth);
      for (const child of next.entry.children) pending.push({ entry: child, depth: next.depth + 1 });
    }
    expect(deepest).toBeGreaterThan(150);
  });
});
