import { readWords, type Word } from './words.ts';

/** The name of a company with its legal form, as a paragraph shows it: "Harbour Supply, Inc." */
export interface CompanyName {
  readonly start: number;
  readonly end: number;
  /** With single blanks. */
  readonly written: string;
  /** Equal for all ways to write one name: without commas, stops, case and abbreviations of the form. */
  readonly key: string;
  /** Equal for what counts as written in the same way: a stop may be that of the sentence, capitals those of a heading. */
  readonly spelling: string;
}

/** The names of companies in a paragraph's text. Pure; linear. */
export function readCompanyNames(text: string): readonly CompanyName[] {
  if (!hasForm.test(text)) return none;
  const found: CompanyName[] = [];
  const words = readWords(text);
  for (let at = 1; at < words.length; at += 1) {
    if (!isForm(text, words[at])) continue;
    const first = firstOfName(text, words, at);
    while (isForm(text, words[at + 1]) && joins(text, words[at], words[at + 1])) at += 1;
    const name = toName(text, words, first, at);
    if (name) found.push(name);
  }
  return found;
}

const none: readonly CompanyName[] = [];

/** More words are a list of names or a heading. */
const longestName = 7;

const hasForm =
  /\b(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|LLP|L\.P|LP|plc|PLC|N\.A|GmbH|AG|S\.A|N\.V|B\.V|Limited|Company|Corporation|Incorporated)\b/;
const form =
  /^(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|L\.?L\.?C|L\.?L\.?P|L\.?P|P\.?L\.?C|plc|N\.A|GmbH|AG|S\.A|N\.V|B\.V)$/;

/** Forms that are written with a stop; behind another it is that of the sentence. */
const abbreviated = /^(?:Inc|Corp|Co|Ltd|[A-Z](?:\.[A-Z]){1,2})$/;

/** The forms and their abbreviations. */
const forms: ReadonlyMap<string, string> = new Map([
  ['incorporated', 'inc'],
  ['corporation', 'corp'],
  ['company', 'co'],
  ['limited', 'ltd'],
]);

/** Words that open a sentence or go before a name, and kinds of companies that are no names. */
const noName =
  /^(?:The|This|That|Each|Any|Such|Our|Your|All|If|As|By|To|In|For|Of|And|Or|Parent|Operating|Holding|Trust|Surviving|Target|Insurance|Subsidiary|Private|Public|Said|Between|Among|With|From|Attention|Attn|Re)$/;

function wordOf(text: string, word: Word | undefined): string {
  return word ? text.slice(word.start, word.end) : '';
}

function isForm(text: string, word: Word | undefined): boolean {
  return word !== undefined && form.test(wordOf(text, word));
}

/** Whether two words belong to one name: a blank, a comma or a stop stands between. */
function joins(text: string, before: Word | undefined, after: Word | undefined): boolean {
  if (!before || !after || after.start - before.end > 4) return false;
  const between = text.slice(before.end, after.start);
  // A stop parts sentences, but for initials and the forms themselves.
  if (between.includes('.') && before.end - before.start > 2 && !isForm(text, before)) return false;
  return /^(?:\.?,? {1,2}|-|\. ?)$/.test(between);
}

function firstOfName(text: string, words: readonly Word[], at: number): number {
  let first = at;
  while (first > 0 && at - first < longestName && joins(text, words[first - 1], words[first])) {
    const before = wordOf(text, words[first - 1]);
    const inside = /^(?:of|and|the)$/.test(before);
    if (!(inside || /^[A-Z0-9]/.test(before)) || noName.test(before)) break;
    // A comma parts the form from the name, not the words of the name.
    if (first < at && text.slice(words[first - 1]?.end, words[first]?.start).includes(',')) break;
    first -= 1;
  }
  while (first < at && /^(?:of|and|the)$/.test(wordOf(text, words[first]))) first += 1;
  return first;
}

function toName(text: string, words: readonly Word[], first: number, last: number): CompanyName | null {
  const start = words[first]?.start ?? 0;
  let end = words[last]?.end ?? 0;
  if (text[end] === '.' && abbreviated.test(wordOf(text, words[last]))) end += 1;
  const written = text.slice(start, end).replace(/\s+/g, ' ');
  const parts = written.toLowerCase().replace(/[,.]/g, '').split(/[ -]/);
  if (parts.length < 2 || !/[a-z]/.test(written) || isForm(text, words[first])) return null;
  return {
    start,
    end,
    written,
    key: parts.map((part) => forms.get(part) ?? part).join(' '),
    spelling: written.replace(/\.$/, '').toLowerCase(),
  };
}
