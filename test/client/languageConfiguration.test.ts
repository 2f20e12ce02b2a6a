import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Pair {
  readonly open: string;
  readonly close: string;
}

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly autoClosingPairs: readonly Pair[];
  readonly autoCloseBefore: string;
}

const configuration: LanguageConfiguration = JSON.parse(
  readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8'),
);

describe('a word of a legal document', () => {
  const { pattern, flags } = configuration.wordPattern;
  const words = (text: string) => text.match(new RegExp(pattern, `${flags}g`));

  it.each([
    ['under Section 16.4(2), paid', ['under', 'Section', '16.4(2)', 'paid']],
    ['Rule 13d-1(k)(1)(iii).', ['Rule', '13d-1(k)(1)(iii)']],
    ['a third-party claim', ['a', 'third-party', 'claim']],
    ["the Buyer's and the Sellers’ rights", ['the', "Buyer's", 'and', 'the', 'Sellers', 'rights']],
    ['o’clock (a) or (ii)', ['o’clock', 'a', 'or', 'ii']],
    ['US$1,000,000.00 on 31.12.2026.', ['US', '1,000,000.00', 'on', '31.12.2026']],
    ['Exhibits 3-1 to 3-16', ['Exhibits', '3-1', 'to', '3-16']],
    ['the “Société Générale”—a bank', ['the', 'Société', 'Générale', 'a', 'bank']],
    ['株式会社ハーバー', ['株式会社ハーバー']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('is found in time that grows with the text', () => {
    const long = `1${'-a'.repeat(50_000)} ${'a'.repeat(100_000)}${"'b".repeat(50_000)}(${'1'.repeat(50_000)}`;
    expect(words(long)).toHaveLength(3);
  });
});

describe('what closes itself', () => {
  it('is never an apostrophe', () => {
    const signs = configuration.autoClosingPairs.flatMap(({ open, close }) => [open, close]);
    expect(signs).toContain('“');
    expect(signs).not.toContain("'");
    expect(signs).not.toContain('‘');
    expect(signs).not.toContain('’');
  });

  it('does not do so before a word', () => {
    expect(configuration.autoCloseBefore).not.toMatch(/[\p{L}\p{N}]/u);
  });
});
