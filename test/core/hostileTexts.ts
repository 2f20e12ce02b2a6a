/** Texts that are to make a careless program slow, by what they are made of. */
export const hostileTexts: Readonly<Record<string, () => string>> = {
  'brackets that never close': () => '('.repeat(200_000),
  'the same item, on one line': () => '(a) '.repeat(100_000),
  'the same item, on lines of its own': () => '(a)\n'.repeat(60_000),
  'a letter that is a numeral, on one line': () => '(i) '.repeat(60_000),
  'a letter that is a numeral, in one sentence': () => many(40_000, 'either (i) x, or (v) y\n'),
  'items of four levels, on one line': () => '(a) (i) (A) (1) '.repeat(15_000),
  digits: () => '1'.repeat(300_000),
  'digits and dots': () => '1.'.repeat(100_000),
  'decimals in a sentence': () => 'x.  1 . 2 '.repeat(20_000),
  dots: () => '.'.repeat(200_000),
  'dots behind an item': () => `(a) x. ${'.'.repeat(200_000)}`,
  'dots with blanks between them': () => '. '.repeat(100_000),
  'a closed bracket behind each dot': () => `x${'.)'.repeat(100_000)}`,
  blanks: () => ' '.repeat(1_000_000),
  tabs: () => '\t'.repeat(300_000),
  'no-break spaces': () => ' \u00a0'.repeat(100_000),
  'blanks before the last word': () => `x${' '.repeat(200_000)}x`,
  'blanks in a heading': () => `Section 1 Rent${' '.repeat(200_000)}x`,
  'anchors in a heading': () => `Section 1 Rent ${'{#'.repeat(100_000)}`,
  'a row of dashes with words behind it': () => `${'-'.repeat(120)} (Name)\n`,
  'a signature line with words behind it': () => `By: x\n${'_'.repeat(120)}, President\n`,
  'a row of marks with bars': () => `|${'### '.repeat(60)}|x\n`,
  'a frame of a table, torn': () => many(60, `|--|${'\t'.repeat(1_900)}x\n`),
  'form feeds': () => many(60, `${'\f'.repeat(1_900)}x\n`),
  'empty lines': () => '\n'.repeat(200_000),
  'empty lines of an old machine': () => '\r'.repeat(200_000),
  zeros: () => '\0'.repeat(300_000),
  'halves of characters': () => '\ud800'.repeat(100_000),
  'all characters up to the surrogates': () => many(0xe000, (index) => String.fromCharCode(index)),
  'one line of prose': () => 'The Buyer shall pay the price. '.repeat(34_000),
  'one word': () => 'x'.repeat(1_000_000),
  capitals: () => 'AGREEMENT '.repeat(50_000),
  'quotation marks': () => '"'.repeat(100_000),
  'quotations that are announced and never closed': () => many(20_000, 'as follows:\n\n“(a) x\n'),
  'comments that are never closed': () => '<!--\n'.repeat(50_000),
  'tags that are never closed': () => `<TABLE ${'<'.repeat(100_000)}`,
  stars: () => '*'.repeat(200_000),
  'lists 20,000 levels deep': () =>
    many(20_000, (level) => `${' '.repeat(Math.min(level * 2, 160))}1. Level ${level}.\n\n`),
  'lists 390 levels deep, over and over': () =>
    many(4_000, (index) => `${'\t'.repeat(index % 390)}1. Level ${index}.\n\n`),
  'quotations 1,000 levels deep': () => many(1_000, (level) => `${'> '.repeat(level)}- (a) x\n`),
  'each number but the odd ones': () =>
    many(15_000, (index) => `Section ${(index * 2) % 9_999}. Words here.\n\n`),
  'each number twice': () =>
    many(20_000, (index) => `Section ${((index >> 1) * 2) % 9_999}. Words here.\n\n`),
  'each number twice, with gaps, in items': () =>
    many(30_000, (index) => `(${((index >> 1) * 2) % 999}) Words here.\n\n`),
  'an exhibit on each page': () =>
    many(10_000, (index) => `\fExhibit ${index}\n\nSee Exhibit ${index + 1}.\n\n`),
  'entries of contents': () => '1. Rent .......... 5\n'.repeat(30_000),
  'headings of contents': () => 'CONTENTS\n'.repeat(30_000),
  'contents of the same entry': () => `CONTENTS\n${'Article 1\n'.repeat(30_000)}`,
  rules: () => `${'-'.repeat(60)}\n`.repeat(30_000),
  'notes below rules': () => '-----\n1 Note\n'.repeat(20_000),
  'page numbers': () => many(30_000, (index) => `${index}\n`),
  'page marks': () => '<PAGE>\nHeader\n'.repeat(20_000),
  recitals: () => 'WHEREAS, x\n'.repeat(30_000),
  signatures: () => 'IN WITNESS WHEREOF\n'.repeat(30_000),
  supplements: () => 'Article 1. x\n\nSupplementary Provisions\n'.repeat(10_000),
  'rows of labels': () => 'o Label  value\n'.repeat(30_000),
  'mentions of exhibits': () => 'Exhibit A '.repeat(50_000),
};

function many(count: number, part: string | ((index: number) => string)): string {
  return Array.from({ length: count }, (_, index) => (typeof part === 'string' ? part : part(index))).join(
    '',
  );
}
