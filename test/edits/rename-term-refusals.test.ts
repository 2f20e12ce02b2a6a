import { describe, expect, test } from 'vitest';
import { renamed } from './renamed.ts';

describe('renaming a term is refused', () => {
  const source = `
    "Closing$0 Date" means today, "Effective Date" tomorrow; "Effective Date" means nothing else. "Payment Day" is free.

    On the Closing Date the Quay Day begins; "Ledger" has the meaning given in the Loan Agreement.
  `;

  test.each([
    ['', 'The new name is empty.'],
    ['Closing\nDay', 'The new name runs over a line end.'],
    ['The Closing', 'The new name begins with an article: write it without.'],
    ['“Closing”', 'The new name has the sign ““” in it.'],
    [
      'closing day',
      '“Closing Date” begins with a capital, and “closing day” does not: its uses could not be told from ordinary words.',
    ],
    ['Section', '“Section” is no name of a term.'],
    ['Day -', 'The new name begins or ends with a sign that is part of no word.'],
    ['$$', 'The new name has no letters.'],
    ['Effective Dates', '“Effective Date” is already defined.'],
    ['Quay Day', '“Quay Day” already stands in line 3, where it would become the term.'],
  ])('for the name “%s”', (name, refusal) => {
    expect(renamed(source, name)).toBe(refusal);
  });

  test('where the term is given by another document, quoted from one, or an ordinary word', () => {
    expect(renamed(source.replace('$0', '').replace('"Ledger', '"Led$0ger'), 'Book')).toBe(
      '“Ledger” has its name from another document (the Loan Agreement).',
    );
    expect(renamed('The words "including$0" mean including without limit.', 'containing')).toBe(
      '“including” is written in small letters: its uses cannot be told from the ordinary word.',
    );
    expect(renamed('Nothing is def$0ined.', 'Thing')).toBe('nothing to rename');
  });

  test('where it is not in the number of the old name, and that matters', () => {
    expect(
      renamed(
        '"Lenders$0" means A and B. A Lender lends; each Lender, any Lender and the Lender of a Lender.',
        'Bank',
      ),
    ).toBe('Of “Bank” 5 uses in another number cannot be made: write it as “Lenders” is written.');
    expect(renamed('"Lenders$0" means A and B. A Lender lends, and the Lenders are two.', 'Banks')).toBe(
      '"Banks" means A and B. A Bank lends, and the Banks are two.',
    );
  });

  test('where the words around it would become another term', () => {
    expect(
      renamed(
        '"Closing$0" means today. "Effective Date" means tomorrow. The Closing Date follows the Closing.',
        'Effective',
      ),
    ).toMatchInlineSnapshot(`"In line 1 “Effective Date” would be read as another defined term."`);
  });

  test('where it would no longer be recognised as defined', () => {
    expect(renamed('The Tea Trade Union (TT$0U) meets. The TTU votes.', 'Union')).toMatchInlineSnapshot(
      `"In line 1 “Union” would no longer be recognised as defined."`,
    );
  });
});
