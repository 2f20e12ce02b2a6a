import { EditGenerator } from '../core/edits.ts';

/** Spoils a text once more: as people edit, as files are damaged, or as somebody would who means harm. The same seed spoils alike. */
export class Mutator {
  readonly random: EditGenerator;
  readonly #donors: readonly string[];

  /** Of the donors' text some is put into the text that is spoiled. */
  constructor(seed: number, donors: readonly string[]) {
    this.random = new EditGenerator(seed);
    this.#donors = donors;
  }

  /** The text after one more mutation, which is named; longer texts than `longest` are cut. */
  mutate(text: string, longest: number): Mutation {
    const [name, mutate] = this.random.pick(mutations);
    const after = mutate(text, this.random, this.#donors);
    if (after.length <= longest) return { name, text: after };
    const start = this.random.below(after.length - longest);
    return { name: `${name}, cut`, text: after.slice(start, start + longest) };
  }
}

interface Mutation {
  readonly name: string;
  readonly text: string;
}

type Mutate = (text: string, random: EditGenerator, donors: readonly string[]) => string;

const edit: Mutate = (text, random) => random.edit(text);

const cut: Mutate = (text, random) => {
  const at = random.below(text.length + 1);
  return random.pick([text.slice(at), text.slice(0, at), text.slice(at >> 1, at)]);
};

const double: Mutate = (text, random) => {
  const at = random.below(text.length + 1);
  return random.pick([text + text, splice(text, at, 0, text), text.slice(0, at) + text]);
};

const spliceDonor: Mutate = (text, random, donors) => {
  const donor = donors[random.below(donors.length)] ?? '';
  const from = random.below(donor.length);
  const part = donor.slice(from, from + 1 + random.below(1_500));
  return splice(text, random.below(text.length + 1), random.below(200), part);
};

/** What a disk or a wrong decoding does: bits of the bytes are turned, and what is no text any more becomes U+FFFD or Latin-1. */
const flipBytes: Mutate = (text, random) => {
  const from = random.below(text.length);
  const part = new TextEncoder().encode(text.slice(from, from + 64));
  for (let flips = 1 + random.below(6); flips > 0 && part.length > 0; flips -= 1) {
    const at = random.below(part.length);
    part[at] = (part[at] ?? 0) ^ (1 << random.below(8));
  }
  const decoded = new TextDecoder(random.pick(['utf-8', 'windows-1252'])).decode(part);
  return splice(text, from, 64, decoded);
};

const mixLineEnds: Mutate = (text, random) => {
  const from = random.below(text.length);
  const mixed = text
    .slice(from, from + 600)
    .replace(/\r\n|\r|\n/g, () =>
      random.pick(['\n', '\r\n', '\r', '\n\r', '\r\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f']),
    );
  return splice(text, from, 600, mixed);
};

/** Characters that are not seen, turn the direction of writing or look like others; halves of characters among them. */
const invisible: readonly [string, ...string[]] = [
  '\u200f',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u061c',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u00a0',
  '\u3000',
  '\u0301',
  '\u034f',
  '\ufe0f',
  '\0',
  '\u001b[31m',
  '\u0007',
  '\u0008',
  '\u007f',
  '\u009b',
  '\ufffd',
  '\uffff',
  '\ud83d',
  '\ude00',
  '\udc00\ud800',
  '\u{1f600}',
  '\u{e0041}',
  'İ',
  'ß',
  'ﬁ',
  '\u0130\u0131',
  'Ⅳ',
  '٣',
  '３',
  '²',
  'Α',
  'а',
];

const sprinkle: Mutate = (text, random) => {
  let sprinkled = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const many = random.pick([1, 1, 1, 2, 30]);
    sprinkled = splice(sprinkled, random.below(sprinkled.length + 1), 0, random.pick(invisible).repeat(many));
  }
  return sprinkled;
};

/** What opens and does not close, again and again, or goes on without an end. */
const nests: readonly [string, ...string[]] = [
  '(',
  ')',
  '“',
  '”',
  '"',
  '[',
  '(a)',
  '(a) (i) (A) (1) ',
  '(i)\n',
  '1.',
  '1.1.',
  '> ',
  '- ',
  '<!-- ',
  '--> ',
  '*',
  '__',
  '|',
  '| - ',
  '(the "X") ',
  '"X" means "X" ',
  'Section 1(a)',
  'Sections 1, ',
  'of Section 1 of Article 1 ',
  'as follows:\n"',
  '<PAGE>\n',
  'Exhibit A to Exhibit A ',
  '    1. ',
  '# ',
  '. ',
  ', and ',
  '$1,',
  '1,000,',
  'one hundred ',
  'M',
  '\t',
  ' ',
];

const nest: Mutate = (text, random) =>
  splice(
    text,
    random.below(text.length + 1),
    random.below(3),
    random.pick(nests).repeat(2 + random.below(random.pick([5, 40, 200]))),
  );

const joinAllLines: Mutate = (text, random) => {
  const from = random.below(text.length);
  const length = random.pick([300, 2_000, text.length]);
  return splice(
    text,
    from,
    length,
    text.slice(from, from + length).replace(/[\r\n]+/g, random.pick([' ', '', '\t'])),
  );
};

/** Words and numbers that a careless program takes for its own. */
const traps: readonly [string, ...string[]] = [
  '"constructor" means "__proto__".',
  '“__proto__” has the meaning set forth in Section constructor.',
  'Section toString. hasOwnProperty',
  'Article 99999999999999999999. (Overflow)',
  'Section 1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1',
  'Article MMMMMMMMMMMMMMMMMMMMMMMMMM. (Thousands)',
  '(zzzzzzzzzzzzzzzz) the last item;',
  'Article -1. (Below zero)',
  'Article 0. (Zero)',
  'Article 1e308. (Infinity)',
  'Article NaN. (None)',
  'Sections 1 through 99999999',
  'Sections 5 to 1 inclusive',
  'Articles I-MMMCMXCIX',
  'one hundred million billion trillion dollars ($1)',
  '$0.00.00,00',
  '(“A”), (“A”), (“A”) and (the “A”)',
  '“A” means B. “B” means A.',
  '"A" means "A".',
  '“” means nothing.',
  '"   " means blanks',
  '(the "")',
  'Table of Contents',
  '[proviso ignore]',
  '<!-- proviso-ignore -->',
  '<!-- proviso-ignore no-such-rule broken-reference -->',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> theirs',
  '---\ntitle: [\n---',
  '[x](command:workbench.action.quit)',
  '<img src=x onerror=alert(1)>',
  '![x](http://example.invalid/x.png)',
  '\u001b]8;;http://example.invalid\u0007link\u001b]8;;\u0007',
  '::error file=x::y%0A',
  ']]>&amp;<![CDATA[',
  `\${jndi:ldap://example.invalid}`,
  '%s %d %n {0}',
];

const setTrap: Mutate = (text, random) =>
  splice(
    text,
    random.pick([random.below(text.length + 1), text.lastIndexOf('\n', random.below(text.length + 1)) + 1]),
    0,
    `${random.pick(traps)}${random.pick(['', ' ', '\n', '\n\n'])}`,
  );

const shuffleWords: Mutate = (text, random) => {
  const from = random.below(text.length);
  const words = text.slice(from, from + 200).split(' ');
  for (let at = words.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  }
  return splice(text, from, 200, words.join(' '));
};

const changeCase: Mutate = (text, random) => {
  const from = random.below(text.length);
  const length = 1 + random.below(300);
  const part = text.slice(from, from + length);
  return splice(text, from, length, random.below(2) === 0 ? part.toUpperCase() : part.toLowerCase());
};

const mutations: readonly [readonly [string, Mutate], ...(readonly [string, Mutate])[]] = [
  ['edited', edit],
  ['edited', edit],
  ['edited', edit],
  ['edited', edit],
  ['edited', edit],
  ['cut', cut],
  ['doubled', double],
  ['spliced', spliceDonor],
  ['spliced', spliceDonor],
  ['bytes flipped', flipBytes],
  ['line ends mixed', mixLineEnds],
  ['sprinkled', sprinkle],
  ['sprinkled', sprinkle],
  ['nested', nest],
  ['lines joined', joinAllLines],
  ['trap set', setTrap],
  ['trap set', setTrap],
  ['words shuffled', shuffleWords],
  ['case changed', changeCase],
];

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}
