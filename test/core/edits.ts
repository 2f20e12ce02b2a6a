/** Random edits of a document, as people and machines make them. The same seed makes the same edits. */
export class EditGenerator {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, but without, `limit` (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * Math.max(1, limit));
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** The text after one more edit. */
  edit(text: string): string {
    return this.pick([
      typeSomething,
      typeSomething,
      deleteStretch,
      replaceStretch,
      insertStructure,
      insertStructure,
      changeNumber,
      changeNumber,
      deleteLines,
      repeatLines,
      moveLines,
      joinLines,
      breakLine,
      splitLineEnd,
      changeAllLineEnds,
      splitSurrogates,
    ])(text, this);
  }
}

type Edit = (text: string, random: EditGenerator) => string;

const typeSomething: Edit = (text, random) => {
  const words: readonly [string, ...string[]] = [
    '(a) ',
    '; and ',
    '.',
    ' ',
    '“',
    '”',
    '"',
    '2',
    'Section 3.1 ',
    '\t',
    '(',
    ')',
    'x',
    '\n',
    '\r',
    '-',
    '#',
    '*',
  ];
  return splice(text, random.below(text.length + 1), 0, random.pick(words));
};

const deleteStretch: Edit = (text, random) =>
  splice(text, random.below(text.length), random.pick([1, 1, 3, 40, 900]), '');

const replaceStretch: Edit = (text, random) => {
  const from = random.below(text.length);
  const copied = random.below(text.length);
  return splice(text, from, random.below(60), text.slice(copied, copied + random.below(300)));
};

/** What changes how the lines around it are read. */
const structures: readonly [string, ...string[]] = [
  'Article 7. (Term)',
  'ARTICLE II',
  'CHAPTER III. SHARES',
  'Section 2.3 Notices.',
  '3. Rent. The rent is low.',
  '(b) the heat;',
  '    (i) the water; and',
  '<PAGE>',
  '\f',
  '                 - 12 -',
  '17',
  '-----',
  '-'.repeat(24),
  '===========',
  '---',
  '<!--',
  '-->',
  '<!-- a note -->',
  'TABLE OF CONTENTS',
  'Article 1. Name ............. 1',
  'EXHIBIT B',
  'Schedule 1',
  'WHEREAS, the parties agree;',
  'IN WITNESS WHEREOF, the parties have signed.',
  'Supplementary Provisions',
  'as follows:',
  '“5. Dues.',
  'They are due.”',
  '1 As of today.',
  'o  Closing Date:    today;',
  '# Rules',
  'x'.repeat(130),
  '',
];

const insertStructure: Edit = (text, random) => {
  const at = lineStart(text, random.below(text.length + 1));
  return splice(text, at, 0, `${random.pick(structures)}${random.pick(['\n', '\n\n', '\r\n', '\r'])}`);
};

const changeNumber: Edit = (text, random) => {
  const digit = /\d+/g;
  digit.lastIndex = random.below(text.length);
  const found = digit.exec(text);
  return found ? splice(text, found.index, found[0].length, String(random.below(20))) : text;
};

const deleteLines: Edit = (text, random) => {
  const { start, end } = someLines(text, random);
  return splice(text, start, end - start, '');
};

const repeatLines: Edit = (text, random) => {
  const { start, end } = someLines(text, random);
  return splice(text, end, 0, text.slice(start, end));
};

const moveLines: Edit = (text, random) => {
  const { start, end } = someLines(text, random);
  const without = splice(text, start, end - start, '');
  return splice(without, lineStart(without, random.below(without.length + 1)), 0, text.slice(start, end));
};

const joinLines: Edit = (text, random) => {
  const end = text.indexOf('\n', random.below(text.length));
  return end < 0 ? text : splice(text, end, 1, ' ');
};

const breakLine: Edit = (text, random) => {
  const blank = text.indexOf(' ', random.below(text.length));
  return blank < 0 ? text : splice(text, blank, 1, '\n');
};

/** Takes one half of a line end away, or puts something between its halves. */
const splitLineEnd: Edit = (text, random) => {
  const at = text.indexOf('\r\n', random.below(text.length));
  if (at < 0) return splice(text, random.below(text.length + 1), 0, '\r\n');
  return random.pick([
    splice(text, at, 1, ''),
    splice(text, at + 1, 1, ''),
    splice(text, at + 1, 0, 'x'),
    splice(text, at + 1, 0, '\r'),
  ]);
};

const changeAllLineEnds: Edit = (text, random) =>
  text.replace(/\r\n|\r|\n/g, random.pick(['\n', '\r\n', '\r']));

const splitSurrogates: Edit = (text, random) => {
  const at = text.search(/[\ud800-\udbff][\udc00-\udfff]/);
  if (at < 0) return splice(text, random.below(text.length + 1), 0, '𝔸rticle 4.');
  return splice(text, at + random.below(2), 1, random.pick(['', '\n']));
};

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function someLines(text: string, random: EditGenerator): { start: number; end: number } {
  const start = lineStart(text, random.below(text.length + 1));
  let end = start;
  for (let count = 1 + random.below(12); count > 0; count -= 1) {
    const next = text.indexOf('\n', end);
    end = next < 0 ? text.length : next + 1;
  }
  return { start, end };
}
