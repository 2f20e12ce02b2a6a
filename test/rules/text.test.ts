import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { listConjunction } from '../../server/src/core/rules/list-conjunction.ts';
import { listPunctuation } from '../../server/src/core/rules/list-punctuation.ts';
import { missingTerminalPunctuation } from '../../server/src/core/rules/missing-terminal-punctuation.ts';
import { placeholder } from '../../server/src/core/rules/placeholder.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

/** What a rule says of a text, before each the text on which it stands. */
function judged(rule: Rule, text: string): string[] {
  return runRules(analyze(text), { rules: [rule] }).map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
  );
}

/** The text after the first fix of each finding. */
function fixed(rule: Rule, text: string): string {
  const edits = runRules(analyze(text), { rules: [rule] }).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((all, { range, newText }) => all.slice(0, range.start) + newText + all.slice(range.end), text);
}

const things = ['gate', 'shed', 'barn', 'well', 'mill', 'pond'];

/** A list under a section, each item with its own end. */
function list(ends: readonly string[], behind = 'Section 2. Law. The law of the place applies.'): string {
  const items = ends.map((end, index) => `(${'abcdef'[index]}) keep the ${things[index]} in repair${end}\n`);
  return `Section 1. Repair. The Tenant shall:\n\n${items.join('\n')}\n${behind}\n`;
}

describe('list-punctuation', () => {
  test.each([
    [[';', ';', '.', ';', '; and', '.'], 1],
    [[';', ';', '', ';', '; and', '.'], 1],
    [[';', ';', ',', ';', '; and', '.'], 1],
    [['.', '.', ';', '.', '.', '.'], 1],
    [[';', ';', ';', '; and', '.'], 0],
    [[';', ',', '.', '; and', '.'], 0],
    [[';', '.', '; and', '.'], 0],
    [['', '', '', '', ''], 0],
  ])('of items that end “%s” reports %i', (ends, count) => {
    expect(judged(listPunctuation, list(ends))).toHaveLength(count);
  });

  test('does not read the foot of a page as the end of an item', () => {
    const foot = (words: string) => judged(listPunctuation, list([';', `;   ${words}`, ';', '; and', '.']));
    expect(foot('Terms of the Lease   Page 7   May 2004\nLease of a House')).toEqual([]);
    expect(foot('as the Owner may wish')).toHaveLength(1);
  });

  test('ends the item as the others end', () => {
    expect(fixed(listPunctuation, list([';', ';', '.', ';', '; and', '.']))).toBe(
      list([';', ';', ';', ';', '; and', '.']),
    );
  });
});

describe('list-conjunction', () => {
  test('knows the last item by the proviso behind the list', () => {
    const behind = (words: string) => judged(listConjunction, list([';', ';', ';'], words));
    expect(behind('provided that the Owner pays for all of that.')).toHaveLength(1);
    expect(behind('and the Owner pays for all of that.')).toEqual([]);
  });

  test.each([
    [[';', ';', '.'], 1],
    [[';', '; and', '; and', '.'], 1],
    [[';', '; and', '.'], 0],
    [['; or', '; or', '; or', '.'], 0],
    [['.', '.', '.'], 0],
    [[';', '.'], 0],
    [[';', ';', ';'], 0],
  ])('of items that end “%s” reports %i', (ends, count) => {
    expect(judged(listConjunction, list(ends))).toHaveLength(count);
  });

  test('adds the word or takes it away', () => {
    expect(fixed(listConjunction, list([';', ';', '.']))).toBe(list([';', '; and', '.']));
    expect(fixed(listConjunction, list([';', '; and', '; and', '.']))).toBe(list([';', ';', '; and', '.']));
  });
});

describe('missing-terminal-punctuation', () => {
  test.each([
    [[';', '; and', ';'], 1],
    [[';', '; and', '; and'], 1],
    [[';', '; and', ''], 1],
    [[';', '; and', '.'], 0],
    [['', '', ''], 0],
  ])('at the end of a list whose items end “%s” reports %i', (ends, count) => {
    expect(judged(missingTerminalPunctuation, list(ends))).toHaveLength(count);
  });

  test('leaves a list alone behind which its sentence goes on', () => {
    expect(
      judged(missingTerminalPunctuation, list([';', ';', ';'], 'and the Owner pays for all of that.')),
    ).toEqual([]);
  });

  test('takes the number behind a list for no word of its sentence', () => {
    const next = 'b) The Owner pays for all of that and for what it takes.';
    expect(judged(missingTerminalPunctuation, list([';', '; and', ';'], next))).toHaveLength(1);
  });

  test('ends a list in the last item of another as the other ends', () => {
    const outer = (last: string): string =>
      `Section 1. Repair. The Tenant shall:\n\n(a) keep the gate in repair;\n\n(b) keep the shed in repair; and\n\n(c) pay:\n\n(i) for the barn;\n\n(ii) for the well; and\n\n(iii) for the mill${last}\n\nSection 2. Law. The law of the place applies.\n`;
    expect(judged(missingTerminalPunctuation, outer(';'))).toHaveLength(1);
    expect(judged(missingTerminalPunctuation, outer('.'))).toEqual([]);
    const inner = outer(';').replace('\n\nSection 2', '\n\n(d) pay for the pond.\n\nSection 2');
    expect(judged(missingTerminalPunctuation, inner)).toEqual([]);
  });

  const section = (number: number, end: string): string =>
    `Section ${number}. The Tenant shall keep the ${things[number - 1]} in good repair and pay for what it takes${end}\n\n`;
  const sections = (end: string): string =>
    things.map((_, index) => section(index + 1, index === 3 ? end : '.')).join('');

  test.each([
    ['', 1],
    [';', 1],
    [',', 1],
    ['.', 0],
    [':', 0],
    [' as set out in the', 0],
    ['.\n\nFarm Lease Page Four', 0],
    [' ____', 0],
  ])('of a section that ends “%s” reports %i', (end, count) => {
    expect(judged(missingTerminalPunctuation, sections(end))).toHaveLength(count);
  });

  test('sees the end of a line that was read on into the next section', () => {
    const line = 'keep the gate in good repair and pay for what it takes and for all that is needed';
    const numbered = (ends: readonly string[]): string =>
      ends.map((end, index) => `1.${index + 1} The Tenant shall ${line}${end}`).join('\n');
    expect(judged(missingTerminalPunctuation, `${numbered(['.', '.', '', '.', '.'])}\n`)).toHaveLength(1);
    expect(judged(missingTerminalPunctuation, `${numbered(['.', '.', '.', '.', '.'])}\n`)).toEqual([]);
  });

  test('takes a caption at the end of a section for no sentence of it', () => {
    const caption = '.\n\nKeys and Other Things of the Owner in the House of the Tenant';
    expect(judged(missingTerminalPunctuation, sections(caption))).toEqual([]);
  });

  test('takes the title of a page for no end of the sentence that it cuts', () => {
    const cut = (page: string) =>
      `ARTICLE 1 RENT\n\n1.1 Rent. The Tenant shall pay the rent to the Owner on the first day of the summer\n\nARTICLE 2 LAW\n\n${page}Months, and the Owner shall give a receipt.\n\n2.1 Law. The law of the place applies.\n`;
    expect(judged(missingTerminalPunctuation, cut(''))).toHaveLength(1);
    expect(judged(missingTerminalPunctuation, cut('<PAGE>\n\n'))).toEqual([]);
  });

  test('leaves alone a document in which several do', () => {
    expect(
      judged(missingTerminalPunctuation, things.map((_, index) => section(index + 1, '')).join('')),
    ).toEqual([]);
  });
});

describe('placeholder', () => {
  test.each([
    ['The fee is $[●].', 1],
    ['It is due on [insert date] or [to be agreed].', 2],
    ['It is [●] or [●].', 2],
    ['Dear [Name], [Name] and [Name].', 1],
    ['It is made on the ____ day of ______, 2027.', 2],
    ['The fee is TBD.', 1],
    ['The fee is [tbc] or TBC.', 2],
    ['It is in 20XX.', 1],
    ['By: ________  Name: _________', 0],
    ['Initials ______   _______', 0],
    ['The fee is [***] under Article XXXX and File 333-XXXXXX.', 0],
    ['See [Address](https://www.example.com) and the box [ ].', 0],
    ['[Signature page follows] [Reserved] [Intentionally left blank]', 0],
  ])('%s', (sentence, count) => {
    expect(judged(placeholder, `Section 1. Fee. ${sentence}\n`)).toHaveLength(count);
  });

  test('tells the blanks of a form once, and those of an attached form not at all', () => {
    const blanks = 'It is made on the ____ day of ____ by ____ and ____.\n\n';
    expect(judged(placeholder, `Section 1. Date. ${blanks}`)).toHaveLength(4);
    expect(judged(placeholder, `Section 1. Date. ${blanks}${blanks}`)).toEqual([
      '____: This blank is not filled in. There are 8 blanks in this document.',
    ]);
    const form = `Section 1. Date. It is today.\n\nEXHIBIT A\n\nFORM OF NOTICE\n\n${blanks}`;
    expect(judged(placeholder, form)).toEqual([]);
  });
});
