import { describe, expect, test } from 'vitest';
import { range } from '../server/src/core/text/range.ts';
import { TextSnapshot } from '../server/src/core/text/snapshot.ts';
import { buildProvisions } from './provisions.ts';
import { renderListing, renderOutline } from './render.ts';

const text = 'Article 1. (Name)\n\tThe Company is\n\tcalled Sole.\nArticle 2.\n';

/** The range of the first `part` in the text, so that no test counts columns. */
function rangeOf(part: string) {
  const start = text.indexOf(part);
  return range(start, start + part.length);
}

describe('a listing', () => {
  test('shows annotations below their lines, in order of place', () => {
    const listing = renderListing(text, [
      { range: rangeOf('Company'), label: 'party' },
      { range: rangeOf('Name'), label: 'caption' },
      { range: rangeOf('Article 1.') },
      { range: range(text.indexOf('Sole'), text.indexOf('Sole')), label: 'cursor' },
    ]);
    expect(`\n${listing}`).toBe(
      [
        '',
        'Article 1. (Name)',
        '^^^^^^^^^^',
        '            ^^^^ caption',
        '\tThe Company is',
        '\t    ^^^^^^^ party',
        '\tcalled Sole.',
        '\t       | cursor',
        'Article 2.',
        '',
      ].join('\n'),
    );
  });

  test('draws a range over several lines at both its ends', () => {
    expect(renderListing(text, [{ range: rangeOf('Company is\n\tcalled'), label: 'x' }])).toBe(
      [
        'Article 1. (Name)',
        '\tThe Company is',
        '\t    ^^^^^^^^^^> x',
        '\tcalled Sole.',
        '\t^^^^^^< x',
        'Article 2.',
        '',
      ].join('\n'),
    );
  });

  test('ends a range that takes in the line end on the line it closes', () => {
    expect(renderListing('one\ntwo', [{ range: range(0, 4), label: 'line' }])).toBe('one\n^^^ line\ntwo');
    expect(renderListing('one\ntwo\n', [{ range: range(0, 8), label: 'all' }])).toBe(
      'one\n^^^> all\ntwo\n^^^< all\n',
    );
    expect(renderListing('one\ntwo', [{ range: range(3, 4), label: 'line end' }])).toBe(
      'one\n   ^ line end\ntwo',
    );
  });

  test('leaves out the lines between, where asked to', () => {
    expect(
      renderListing(text, [{ range: rangeOf('Article 2.'), label: 'here' }], { annotatedOnly: true }),
    ).toBe('4  Article 2.\n   ^^^^^^^^^^ here');
  });

  test('of a text without annotations is the text', () => {
    expect(renderListing(text, [])).toBe(text);
  });
});

describe('an outline', () => {
  test('shows kind, number, caption, lines and what is special', () => {
    const roots = buildProvisions([
      {
        kind: 'chapter',
        number: 'I',
        caption: 'General Provisions',
        range: range(0, text.length),
        children: [
          {
            number: '1',
            caption: 'Name',
            range: range(0, text.indexOf('\nArticle 2.') + 1),
            children: [
              { kind: 'paragraph', ordinal: '1', implied: true, range: rangeOf('The Company is') },
              { kind: 'item', number: 'a', inline: true, confidence: 0.4, range: rangeOf('called') },
            ],
          },
          { number: '2', range: rangeOf('Article 2.') },
        ],
      },
      { kind: 'signature', range: range(text.length, text.length) },
    ]);
    expect(renderOutline(roots, new TextSnapshot(text))).toMatchInlineSnapshot(`
      "chapter I (General Provisions)  l.1-4
        article 1 (Name)  l.1-3
          paragraph 1 implied  l.2
          item a inline doubtful  l.3
        article 2  l.4
      signature  l.5"
    `);
  });
});
