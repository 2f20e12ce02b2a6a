import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { foldingRanges } from '../../server/src/core/features/provisions/folding.ts';
import { parseDocument } from '../fixture.ts';

/** The text with a bar beside the lines of each area, and at its first line what kind it is of. */
function folds(source: string): string {
  const { snapshot, ...rest } = analyze(parseDocument(source).text);
  const areas = foldingRanges({ snapshot, ...rest });
  const rows: string[] = [];
  for (let line = 0; line < snapshot.lineCount; line += 1) {
    const bars = areas.map(({ startLine, endLine, kind }) => {
      if (line === startLine) return kind ? (kind[0] ?? '') : '+';
      return line > startLine && line <= endLine ? '|' : ' ';
    });
    rows.push(`${bars.join('')}  ${snapshot.lineText(line)}`.trimEnd());
  }
  return rows.join('\n');
}

describe('folding', () => {
  test('hides all of a provision below its heading', () => {
    expect(
      folds(`
      CHAPTER I. GENERAL

      Article 1. (Rent)

      The rent is low and is paid
      monthly.

      Article 2. (Heat) The heat is free.

      CHAPTER II. MORE

      Article 3. (Water)

      (1) The water is cold.

      (2) The water is wet,
          and so is the floor.
    `),
    ).toMatchInlineSnapshot(`
      "++      CHAPTER I. GENERAL
      ||
      ||+     Article 1. (Rent)
      |||
      |||     The rent is low and is paid
      |||     monthly.
      ||
      ||      Article 2. (Heat) The heat is free.
      |
      |  +    CHAPTER II. MORE
      |  |
      |  |+   Article 3. (Water)
      |  ||
      |  ||   (1) The water is cold.
      |  ||
      |  ||+  (2) The water is wet,
      |  |||      and so is the floor.
      "
    `);
  });

  test('leaves page furniture behind the last text in sight', () => {
    expect(
      folds(`
      Article 1. (Rent)

      The rent is low.

                    - 1 -
      <PAGE>

      Article 2. (Heat)

      The heat is free.
    `),
    ).toMatchInlineSnapshot(`
      "++   Article 1. (Rent)
      ||
      ||   The rent is low.
      |
      |                  - 1 -
      |    <PAGE>
      |
      | +  Article 2. (Heat)
      | |
      | |  The heat is free.
      "
    `);
  });

  test('takes comments, front matter and contents as they stand', () => {
    expect(
      folds(`
      ---
      title: Lease
      ---

      TABLE OF CONTENTS

      Article 1. Rent ............ 1

      Article 2. Heat ............ 2
      Article 3. Term ............ 3

      <!-- one line -->

      Article 1. Rent

      The rent is low.
      <!--
      Is it?
      -->
    `),
    ).toMatchInlineSnapshot(`
      "+c     ---
      ||     title: Lease
      ||     ---
      |
      |      TABLE OF CONTENTS
      |
      | r    Article 1. Rent ............ 1
      | |
      | |    Article 2. Heat ............ 2
      | |    Article 3. Term ............ 3
      |
      |      <!-- one line -->
      |
      |  +   Article 1. Rent
      |  |
      |  |   The rent is low.
      |   c  <!--
      |   |  Is it?
      |   |  -->
      "
    `);
  });

  test('does not fold what stands on one line, inside a sentence, or has no number printed', () => {
    expect(
      folds(`
      Article 1. (Rent)

      The rent is due (i) in May, or (ii) where
      May is over, in June.

      2. The rent is paid in advance.
    `),
    ).toMatchInlineSnapshot(`
      "++  Article 1. (Rent)
      ||
      ||  The rent is due (i) in May, or (ii) where
      ||  May is over, in June.
      ||
      ||  2. The rent is paid in advance.
      "
    `);
  });

  test('has nothing to hide in an empty document', () => {
    expect(foldingRanges(analyze(''))).toEqual([]);
  });
});
