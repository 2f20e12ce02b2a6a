/**
 * Words set off from a text by quotation marks or by Markdown's emphasis, as terms are where they are defined.
 * Offsets into the text: `start` to `end` are the words, `from` to `until` the words with their marks.
 */
export interface MarkedWords {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly until: number;
  readonly mark: 'quotes' | 'emphasis';
}

/** Longer stretches between two marks are speech, not a term. */
const longestTerm = 130;

/** Finds the marked words of one paragraph, in the order of the text. Expects single blanks. Linear. */
export function findMarkedWords(text: string): readonly MarkedWords[] {
  const found = findQuoted(text);
  const emphasised = text.includes('*') || text.includes('_') ? findEmphasised(text) : [];
  return emphasised.length === 0 ? found : mergeApart(found, emphasised);
}

/** Both lists in the order of the text, without what of the second overlaps the first. Each list is in order. */
export function mergeApart<Place extends { readonly start: number; readonly end: number }>(
  first: readonly Place[],
  second: readonly Place[],
): Place[] {
  const merged: Place[] = [];
  let at = 0;
  for (const place of second) {
    for (let one = first[at]; one && one.end <= place.start; one = first[at]) {
      merged.push(one);
      at += 1;
    }
    if ((first[at]?.start ?? Number.POSITIVE_INFINITY) >= place.end) merged.push(place);
  }
  return [...merged, ...first.slice(at)];
}

/** Any double quotation mark, and what stands for one: two apostrophes, two grave accents. */
const quotationMark = /["“”„«»]|''|``|’’|‘‘/g;

function findQuoted(text: string): MarkedWords[] {
  const found: MarkedWords[] = [];
  let open = -1;
  let inner = 0;
  quotationMark.lastIndex = 0;
  for (let mark = quotationMark.exec(text); mark; mark = quotationMark.exec(text)) {
    const at = mark.index;
    const behind = quotationMark.lastIndex;
    if (opens(text, at, behind, open >= 0)) {
      open = at;
      inner = behind;
    } else if (open >= 0) {
      const words = marked(text, open, inner, at, behind, 'quotes');
      if (words) found.push(words);
      open = -1;
    }
  }
  if (/['‘][A-Z]/.test(text)) found.push(...findSingleQuoted(text));
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a mark opens a quotation: curly ones say so; of straight ones it is told by what stands on both sides. */
function opens(text: string, at: number, behind: number, isOpen: boolean): boolean {
  const mark = text[at] ?? '';
  const before = at === 0 ? ' ' : (text[at - 1] ?? ' ');
  const after = text[behind] ?? ' ';
  if (mark === '“' || mark === '„' || mark === '«' || mark === '‘' || mark === '`') return true;
  const blankBefore = /[\s([{—–\-*_/|:;,]/.test(before);
  if (mark === '”' || mark === '»' || mark === '’') return !isOpen && blankBefore && /[A-Za-z]/.test(after);
  if (!blankBefore) return false;
  // A mark with a blank on both sides closes what is open: the "Closing Date " and so on.
  return /[A-Za-z0-9[$*_]/.test(after) ? true : !isOpen;
}

/** 'Term' between apostrophes: only where it begins with a capital and no apostrophe stands inside. */
const singleQuoted = /(?<![\w'’.,;:)])(?:'|‘)([A-Z][^'‘’"“”()]{1,60})['’](?![\w'’])/g;

function findSingleQuoted(text: string): MarkedWords[] {
  const found: MarkedWords[] = [];
  for (const match of text.matchAll(singleQuoted)) {
    const words = match[1] ?? '';
    const from = match.index;
    const one = marked(text, from, from + 1, from + 1 + words.length, from + match[0].length, 'quotes');
    if (one) found.push(one);
  }
  return found;
}

/** `**Term**`, `*term*`, `_Term_`; at the start of a line the opening mark has been taken for decoration. */
const emphasis = /(^|[\s("“])(\*{1,3}|_{1,2})([^*_\s][^*_]{0,129})\2(?![\w*])/g;
const emphasisAtStart =
  /^(?:\(?[a-z0-9]{1,4}[.)]\s)?([A-Z“"a-z][^*_.:;()]{1,80})(\*{1,3}|_{1,2})(?=[\s:,.)])/;

function findEmphasised(text: string): MarkedWords[] {
  const found: MarkedWords[] = [];
  const first = emphasisAtStart.exec(text);
  if (first) {
    const words = first[1] ?? '';
    const start = first[0].length - (first[2] ?? '').length - words.length;
    const one = marked(text, start, start, start + words.length, first[0].length, 'emphasis');
    if (one) found.push(one);
  }
  for (const match of text.matchAll(emphasis)) {
    const from = match.index + (match[1] ?? '').length;
    const inner = from + (match[2] ?? '').length;
    const end = inner + (match[3] ?? '').length;
    const until = match.index + match[0].length;
    const one = marked(text, from, inner, end, until, 'emphasis');
    if (one && one.start > (found.at(-1)?.start ?? -1)) found.push(one);
  }
  return found;
}

function marked(
  text: string,
  from: number,
  inner: number,
  innerEnd: number,
  until: number,
  mark: MarkedWords['mark'],
): MarkedWords | null {
  let start = inner;
  let end = innerEnd;
  while (start < end && /[\s*_"“”([]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s*_"“”,;:]/.test(text[end - 1] ?? '')) end -= 1;
  if (!/[([]/.test(text.slice(start, end))) while (end > start && /[)\]]/.test(text[end - 1] ?? '')) end -= 1;
  if (
    text[end - 1] === '.' &&
    !/\b(?:[A-Z]\.|Inc\.|Corp\.|Co\.|Ltd\.|L\.P\.|No\.)$/.test(text.slice(start, end))
  )
    end -= 1;
  const words = text.slice(start, end);
  if (words.length > longestTerm || words.length === 0 || !/[A-Za-z$€£¥]/.test(words)) return null;
  // Brackets that are not closed in it are those of the sentence.
  if (/\)/.test(words) !== /\(/.test(words)) return null;
  let outerStart = from;
  let outerEnd = until;
  // Emphasis around quotation marks belongs to the marks: **“Term”**.
  while (outerStart > 0 && /[*_]/.test(text[outerStart - 1] ?? '')) outerStart -= 1;
  while (outerEnd < text.length && /[*_]/.test(text[outerEnd] ?? '')) outerEnd += 1;
  return { words, start, end, from: outerStart, until: outerEnd, mark };
}
