import { describe, expect, it } from 'vitest';
import { formatted } from './apply.ts';

/** A ferry's articles, as somebody typed them. */
const ferry = `ARTICLES OF THE FERRY

Article 1. (Name)

The Company is called  the Ferry.   



The Company may use the name on all of its boats and on its piers, in so far
as the law allows.

Article 2. (Boats)

The Company runs:
(a) boats with  two masts that cross the strait each day between Easter and
the first of November;
(b) boats with one mast; and
(c) barges.
`;

describe('a document that is laid out gently', () => {
  it('loses blanks at line ends and inside sentences, and empty lines beyond two', () => {
    const expected = ferry
      .replace('called  the', 'called the')
      .replace('Ferry.   \n\n\n\n', 'Ferry.\n\n\n')
      .replace('with  two', 'with two');
    expect(formatted(ferry)).toBe(expected);
  });

  it('keeps the two blanks that some write behind a sentence, unless one is wanted everywhere', () => {
    const text = 'Article 1. (Tolls)\n\nThe toll is paid on the pier.  Who does not pay it stays on land.\n';
    expect(formatted(text)).toBe(text);
    expect(formatted(text, { spaces: 'everywhere' })).toBe(text.replace('.  Who', '. Who'));
  });

  it('is left as it is where nothing is amiss', () => {
    const text = formatted(ferry);
    expect(formatted(text)).toBe(text);
  });

  it('keeps the line ends it has', () => {
    const text = ferry.replaceAll('\n', '\r\n');
    expect(formatted(text)).toBe(formatted(ferry).replaceAll('\n', '\r\n'));
    expect(formatted(text, { wrap: 'column', column: 40 })).not.toMatch(/[^\r]\n/);
  });

  it('keeps its line breaks of Markdown, its code and its no-break spaces', () => {
    const text = `# Rules of the Ferry\n\n## 1. Tolls\n\nThe toll is paid to the mate,  \nwho gives a ticket.\n\n\`\`\`\nfare  =  2\n\n\n\nend\n\`\`\`\n\nA ticket costs 5\u00a0\u00a0pounds and is good for one crossing.\n`;
    expect(formatted(text, {}, { uri: 'file:///rules.legal.md' })).toBe(text);
  });
});

describe('items', () => {
  it('stand further in than what they are items of, and their lines below their text', () => {
    expect(formatted(ferry, { indent: 4, hang: true, wrap: 'column', column: 60 })).toContain(
      `The Company runs:
    (a) boats with two masts that cross the strait each day
        between Easter and the first of November;
    (b) boats with one mast; and
    (c) barges.
`,
    );
  });

  it('of a sentence that was wrapped in its enumeration stay in their sentence', () => {
    const text =
      'Article 1. (Notice)\n\nThe Company gives notice if (i) a boat sinks or is lost at sea, or\n(ii) a pier is closed for more than a month in the season of the year.\n';
    expect(formatted(text, { indent: 4, hang: true })).toBe(text);
  });
});

describe('lines', () => {
  const text =
    'Article 1. (Seat)\n\nThe Company has its seat in the town, and may\nopen offices on the islands.\n';

  it('end before a column where that is wanted', () => {
    expect(formatted(ferry, { wrap: 'column', column: 40 })).toContain(
      'The Company may use the name on all of\nits boats and on its piers, in so far as\nthe law allows.\n',
    );
  });

  it('end only with their paragraph where that is wanted', () => {
    expect(formatted(ferry, { wrap: 'paragraph' })).toContain(
      'The Company may use the name on all of its boats and on its piers, in so far as the law allows.\n',
    );
  });

  it('that are shorter than a margin would make them were broken by somebody, and stay', () => {
    expect(formatted(text, { wrap: 'paragraph' })).toBe(text);
  });

  it('never begin with what would be read as a number of the document', () => {
    const cites =
      'Article 1. (Fares)\n\nThe fares of this Company are those that are set forth in Section 2.1 and Section 2.2 of its tariff.\n';
    for (let column = 40; column < 100; column += 1) {
      const lines = formatted(cites, { wrap: 'column', column }).split('\n').slice(3);
      expect(lines.filter((line) => /^(?:Section|2\.)/.test(line))).toEqual([]);
    }
  });
});

describe('quotation marks', () => {
  const straight = 'Article 1. (Terms)\n\n"Boat" means a ship of the Company\'s; "Pier" means its landing.\n';
  const curly = straight
    .replace('"Boat"', '“Boat”')
    .replace('"Pier"', '“Pier”')
    .replace("Company's", 'Company’s');

  it('are written as is wanted, and only then', () => {
    expect(formatted(straight)).toBe(straight);
    expect(formatted(straight, { quotes: 'curly' })).toBe(curly);
    expect(formatted(curly, { quotes: 'straight' })).toBe(straight);
  });

  it('stay where one has no partner, or may stand for inches', () => {
    for (const words of ['The "Boat" of 12" and more is long.', 'The "Boat is long.', "It was in the '90s."])
      expect(formatted(`Article 1. (Size)\n\n${words}\n`, { quotes: 'curly' })).toContain(words);
  });
});

describe('what is not running text', () => {
  const stays = (text: string) =>
    expect(formatted(text, { spaces: 'everywhere', indent: 4, hang: true, wrap: 'column', column: 50 })).toBe(
      text,
    );

  it('stays: tables and columns', () => {
    stays(
      'Article 1. (Fares)\n\nThe fares are:\n\n| Crossing  |  Fare |\n| --------- | ----- |\n| Day       |     2 |\n\nBoat           Seats     Masts\nHeron             40         2\nGrebe             25         1\n',
    );
  });

  it('stays: the lines of a signature and of an address', () => {
    stays(
      'Article 1. (Notices)\n\nNotices go to:\n\nThe Ferry Company\n12  Harbour Street\nPort Town\n\nIN WITNESS WHEREOF, the parties have signed.\n\nTHE FERRY COMPANY\n\nBy:  ____________________\nName:   A. Mate\nTitle:  Mate\n',
    );
  });

  it('stays: an address in a sentence of its own', () => {
    stays(
      'Article 1. (Notices)\n\nThe Ferry Company of the Strait and the Islands\n12 Harbour Street\nPort Town, Tennessee  37830.\n',
    );
  });

  it('stays: a title in the middle of the page', () => {
    stays(
      `${' '.repeat(30)}ARTICLES\n${' '.repeat(32)}OF\n${' '.repeat(28)}THE FERRY\n\nArticle 1. (Name)\n\nIt is the Ferry.\n`,
    );
  });
});

describe('a part of a document', () => {
  it('is laid out without the rest', () => {
    const text =
      'Article 1. (Name)\n\nIt is  called the Ferry Company of the strait.\n\nIt has  its seat in the town by the sea.\n';
    const start = text.indexOf('It has');
    expect(formatted(text, {}, { range: { start, end: text.length } })).toBe(
      text.replace('has  its', 'has its'),
    );
  });
});
