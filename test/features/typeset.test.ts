import { expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { type TypesetBlock, typeset } from '../../server/src/core/features/typeset/typeset.ts';
import { blockHtml } from '../../server/src/core/features/typeset/typeset-html.ts';
import { wholeHtmlPage } from '../../server/src/core/features/typeset/typeset-page.ts';
import type { Run } from '../../server/src/core/features/typeset/typeset-runs.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { hasSharedFolder, readCorpus, readSamples, readSeeds } from '../core/documents.ts';
import { parseDocument } from '../fixture.ts';

function blocksOf(source: string): string {
  const { text } = parseDocument(source);
  const analysis = analyze(text);
  return `\n${[...typeset(analysis, runRules(analysis))].map(describeBlock).join('\n')}\n`;
}

/** [citation], <term>, {definition}, *bold*; the number stands before the sign, what was found behind it. */
function describeBlock({
  kind,
  level,
  rank,
  isCentred,
  number,
  caption,
  runs,
  rows,
  findings,
}: TypesetBlock) {
  const looks = [kind, rank || '', level > 0 ? `in ${level}` : '', isCentred ? 'centred' : ''];
  const words = [
    number,
    wordsIn(caption),
    wordsIn(runs),
    rows.map(({ cells }) => cells.join(' | ')).join(' / '),
  ];
  const found = findings.map(({ rule }) => ` !${rule}`).join('');
  return `${looks.filter(String).join(' ')}: ${words.filter(String).join(' # ')}${found}`;
}

const brackets: Readonly<Record<string, readonly [string, string]>> = {
  citation: ['[', ']'],
  term: ['<', '>'],
  definition: ['{', '}'],
  break: [' ⏎ ', ''],
};

function wordsIn(runs: readonly Run[]): string {
  return runs
    .map(({ kind, text, bold, isBroken }) => {
      const [open, close] = brackets[kind] ?? ['', ''];
      const words = bold ? `*${text}*` : text;
      return `${open}${words}${isBroken ? '!' : ''}${close}`;
    })
    .join('');
}

test('numbers are hung, headings stand alone, captions run in, and what pages print is left out', () => {
  expect(
    blocksOf(`
                              SALE OF TEA

                              April 2, 1902

      ARTICLE I
      TERMS

      Section 1.1 Goods. The Seller sells the tea that Section
      - 3 -
      <PAGE>
      1.2 describes:

          (a) the green tea; and

          (b) the black tea:

              (i) smoked, or

              (ii) not.

      All of it is sold dry.

      Section 1.2 Description

      The tea is described in Section 9.9.
    `),
  ).toMatchInlineSnapshot(`
    "
    text centred: SALE OF TEA
    text centred: April 2, 1902
    heading 1: ARTICLE I # TERMS
    run-in: Section 1.1 # Goods # The Seller sells the tea that [Section 1.2] describes:
    hung in 1: (a) # the green tea; and
    hung in 1: (b) # the black tea:
    hung in 2: (i) # smoked, or
    hung in 2: (ii) # not.
    text: All of it is sold dry.
    heading 2: Section 1.2 # Description
    text: The tea is described in Section 9.9.
    "
  `);
});

test('definitions and their uses are marked, but not in headings; labels make tables, columns stay as they are', () => {
  expect(
    blocksOf(`
      TEA AGREEMENT

      1. Tea.

      "Tea" means the tea in the hold. The **Tea** is sold \\*as is\\*.

      o  Delivery Date:      May 3, 1902, at the pier of
                             the Seller;

      o  Place where the     the tea house.
         Tea is paid:

      2. Tea Duties. Duties are paid under Section 1 of the Tea Act.

      |Kind|Price|
      |----|-----|
      |Green|3|
    `),
  ).toMatchInlineSnapshot(`
    "
    heading 1 centred: TEA AGREEMENT
    heading 2: 1. # Tea
    text: "{Tea}" means the tea in the hold. The <*Tea*> is sold as is.
    table: Delivery Date: | May 3, 1902, at the pier of the Seller; / Place where the Tea is paid: | the tea house.
    hung: 2. # Tea Duties # Duties are paid under [Section 1 of the Tea Act].
    table: Kind | Price / Green | 3
    "
  `);
});

test('signatures and addresses keep their lines', () => {
  expect(
    blocksOf(`
      LEASE

      1. Rent. The Tenant pays the rent that the Landlord and the Tenant have agreed upon before the day of signing.

      2. Notices. Notices go to

      Quay Tea House
      Pier 3
      Harbour Town

      IN WITNESS WHEREOF, the parties have signed this lease on the day that is stated above.

      Landlord                  Tenant

      By: ___________           By: ___________
    `),
  ).toMatchInlineSnapshot(`
    "
    heading 1 centred: LEASE
    hung: 1. # Rent # The Tenant pays the rent that the Landlord and the Tenant have agreed upon before the day of signing.
    hung: 2. # Notices # Notices go to
    text in 1: Quay Tea House  ⏎ Pier 3  ⏎ Harbour Town
    text: IN WITNESS WHEREOF, the parties have signed this lease on the day that is stated above.
    lines: Landlord                  Tenant /  / By: ___________           By: ___________
    "
  `);
});

test('what a document says is text in the page and is not obeyed', () => {
  const analysis = analyze(`1. <img src=x onerror=alert(1)> "Fee" means <b>3</b> & 'more'.\n\u0007\n`);
  const html = [...typeset(analysis, [])]
    .map((block) => blockHtml(analysis, block, { tellsLines: true }))
    .join('');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;<dfn');
  expect(html).toContain('&lt;b&gt;3&lt;/b&gt; &amp; &#39;more&#39;.');
  expect(html).not.toMatch(/<(?:img|b)\b/);
});

test('links lead to what is there', () => {
  const { text } = parseDocument(`
    1. Tea. "Black **Tea**" means tea, and "Tea" means tea. See Section 2.

    2. Duties. Section 1 tells what Tea is.
  `);
  const html = pageOf(text);
  const all = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
  const ids = new Set(all);
  expect(all).toHaveLength(ids.size);
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map((found) => found[1]);
  expect(links.length).toBe(3);
  for (const link of links) expect(ids).toContain(link);
});

const documents = [...readSamples(), ...readSeeds(), ...(hasSharedFolder ? readCorpus(30, 120_000) : [])];

test.each(documents)('no word of a document is lost, and its page is well formed: $path', ({ text }) => {
  const analysis = analyze(text);
  const shown = wordsOf(textOf(pageOf(text)));
  const lost: string[] = [];
  for (const paragraph of analysis.paragraphs)
    for (const [word, times] of wordsOf(paragraph.text)) {
      const left = (shown.get(word) ?? 0) - times;
      shown.set(word, left);
      if (left < 0) lost.push(word);
    }
  expect(lost).toEqual([]);
});

test('rows lead to the lines on which they stand, in a preview alone', () => {
  const { text } = parseDocument(`
    Article 1. (Prices)
    The prices are these:

    |Kind|Price|
    |----|-----|
    |Green|3|
    |Black|4|

    Smoked tea      5 shillings
    Loose tea       6 shillings
  `);
  const analysis = analyze(text);
  const shown = [...typeset(analysis, [])].flatMap((block) => {
    const first = analysis.snapshot.lineAt(block.range.start);
    const html = blockHtml(analysis, block, { tellsLines: true });
    return [...html.matchAll(/data-line="(\d+)">(?:<td>)?([^<]*)/g)].map(
      ([, line, words]) => `${first + Number(line)}: ${words}`,
    );
  });
  expect(shown).toEqual([
    '3: Kind',
    '5: Green',
    '6: Black',
    '8: Smoked tea      5 shillings',
    '9: Loose tea       6 shillings',
  ]);
  expect(wholeHtmlPage(analysis)).not.toContain('data-line');
});

test('a long line is no column, and dashes below a caption are no part of it', () => {
  const wide = `RULES OF THE PIER          ${'The pier is open to all who come by boat. '.repeat(6)}`;
  const { text } = parseDocument(`
    ${wide}

    1.   Opening.          ----------

    The pier opens at dawn.

    2.   Closing.          ----------

    The pier closes at dusk.
  `);
  const kinds = [...typeset(analyze(text), [])].map(describeBlock);
  expect(kinds[0]).toMatch(/^text/);
  expect(kinds.slice(1)).toEqual([
    'heading 1: 1. # Opening.',
    'text: The pier opens at dawn.',
    'heading 1: 2. # Closing.',
    'text: The pier closes at dusk.',
  ]);
});

test('a figure between the lines of a table is set as they are', () => {
  const { text } = parseDocument(`
    SCHEDULE OF BOATS

    The Owner holds these boats:

            NUMBER OF            7     BOATS ON THE WATER
             BOATS
            OF THE OWNER               -1,205-
                                 8     BOATS ON LAND

                                       -2,040-
                           -----------------------------------
                                 9     BOATS IN ALL

                                       -3,245-
    -----------------------------------------------------------------
         11    OARS
    -----------------------------------------------------------------

    The Owner counts 3,245 boats.
  `);
  const blocks = [...typeset(analyze(text), [])].map(describeBlock);
  const figures = blocks.filter((block) => /-[\d,]+-/.test(block));
  expect(figures.length).toBeGreaterThan(0);
  for (const block of figures) expect(block).toMatch(/^lines/);
});

test('a heading at the foot of a page stands alone, and one line is no less a paragraph than many', () => {
  const { text } = parseDocument(`
    Article 1.        (Tea)

             The tea is sold by the chest and is weighed on the pier before the
    ship is loaded.

    Article 2.        (Pier)

                                           3
    <PAGE>

             The pier is that of the Seller, who keeps it free of other goods as
    long as the ship lies there.

    Article 3.        (Price)

             The price is ten shillings for each chest, and is paid on the pier
    before the ship sails.

    Article 4.        (Chests)

             The chests are those of the Seller.

    Article 5.        (Ship)

             The ship is the Heron* or another one that carries as many chests
    and is as dry.

    * Of Leith.
  `);
  const blocks = [...typeset(analyze(text), [])].map(describeBlock);
  expect(blocks.slice(2, 4)).toEqual([
    'heading 1: Article 2. # Pier',
    'text: The pier is that of the Seller, who keeps it free of other goods as long as the ship lies there.',
  ]);
  expect(blocks).toContain('text: The chests are those of the Seller.');
  expect(blocks.at(-1)).toMatch(/^hung.*: \* # Of Leith\.$/);
});

test('marks that open or close a line mark the words beside them', () => {
  expect(
    blocksOf(`
      # Tea

      **In short:** _the Seller sells the tea, and the Buyer pays for it._

      The tea is **green**.
    `),
  ).toMatchInlineSnapshot(`
    "
    text: Tea
    text: *In short:* the Seller sells the tea, and the Buyer pays for it.
    text: The tea is *green*.
    "
  `);
});

test('the stop of a company is no stop of a heading', () => {
  const text =
    'Exhibit 3.1\nARTICLES OF INCORPORATION OF Lantern Inc.\n\nArticle 1. (Name)\nThe name is Lantern.\n';
  const [title] = [...typeset(analyze(text), [])].map(describeBlock);
  expect(title).toMatch(/Lantern Inc\.$/);
});

test('what divides the cells of a table is no part of what stands in them', () => {
  expect(
    blocksOf(`
      TABLE OF CONTENTS

      | Article 1. Tea | 3 | | |
      | Article 2. Price | 4 | | |
      | Article 3. Pier | 5 | | |
      | Article 4. End | 6 | | |

      | Article 1. | The Seller sells the tea. |

      | Article 2. | The price is ten shillings. |
    `),
  ).toMatchInlineSnapshot(`
    "
    text: TABLE OF CONTENTS
    contents: Article 1. Tea / Article 2. Price / Article 3. Pier / Article 4. End
    run-in: Article 1. # The Seller sells the tea.
    run-in: Article 2. # The price is ten shillings.
    "
  `);
});

function pageOf(text: string): string {
  return wholeHtmlPage(analyze(text));
}

/** The text of a page whose elements are all closed in the order in which they were opened. */
function textOf(html: string): string {
  const open: string[] = [];
  const body = html.slice(html.indexOf('<body>'));
  for (const { 1: slash, 2: name = '' } of body.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
    if (name === 'br') continue;
    if (slash === '') open.push(name);
    else if (name !== 'html') expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  return body
    .replace(/<\/?(?:a|span|dfn|em|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(lt|gt|amp|quot|#39);/g,
      (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name as string] ?? "'",
    );
}

/** How often each word and each number stands in a text, without signs; a number may be parted from the caption behind it. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/\p{L}+|\p{N}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
