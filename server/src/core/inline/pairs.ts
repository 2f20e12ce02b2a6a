/** A quotation mark or bracket that has no partner in its paragraph. */
export interface LonelyMark {
  readonly at: number;
  readonly kind: 'quote' | 'round' | 'square';
  readonly opens: boolean;
  /** Set off by blanks, as the brackets beside signatures are: it may have a partner, but need not. */
  readonly setOff: boolean;
  /** Nothing but blanks and marks stands before it in the paragraph, or behind it. */
  readonly first: boolean;
  readonly last: boolean;
  /** Words struck from the text, "<” means …>", hold marks of its kind: which of them count is not certain. */
  readonly struck: boolean;
}

/** What a paragraph leaves open: its marks without a partner, in order. Linear: a stack over the characters. */
export function readLonelyMarks(text: string): readonly LonelyMark[] {
  return interesting.test(text) ? new PairReader(text).read() : none;
}

const none: readonly LonelyMark[] = [];

/** A paragraph with more of them is no prose in which one was forgotten, and to describe each would take all memory there is. */
const mostLonely = 1_000;
/** The ASCII characters at which there is something to do. */
const marked = new Uint8Array(128);
for (const sign of '()[]"`\'<{*_\\') marked[sign.charCodeAt(0)] = 1;
const tag =
  /<\/?[a-z][\w:-]{0,30}(?:\s{1,9}[\w:-]{1,40}\s?=\s?(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'))*\s{0,4}\/?>/iy;
const interesting = /["“”()[\]]|``|''/;

/** What is cited is no label: "(see clause 12)", "(as said in Section 4.2)". */
const citing =
  /(?:\b(?:articles?|sections?|clauses?|paragraphs?|subsections?|schedules?|exhibits?|parts?|rules?|items?)\s{1,2}(?:\d{1,3}\.){0,2}|§\s?(?:\d{1,3}\.){0,2})$/i;

interface OpenMark {
  readonly at: number;
  readonly kind: LonelyMark['kind'];
}

class PairReader {
  readonly #text: string;
  readonly #open: OpenMark[] = [];
  readonly #lonely: OpenMark[] = [];
  readonly #closers: OpenMark[] = [];
  #quotes = 0;
  #rounds = 0;
  /** Brackets that were closed by what may be the number of an item. */
  #borrowed = 0;
  /** Where the last character stands that was read: marks of emphasis and tags are passed over. */
  #before = -1;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly LonelyMark[] {
    const text = this.#text;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 128 ? marked[code] === 0 : code < 0x201c || code > 0x201e) {
        this.#before = at;
        continue;
      }
      switch (code) {
        case 0x28:
          this.#open.push({ at, kind: 'round' });
          this.#rounds += 1;
          break;
        case 0x5b:
          this.#open.push({ at, kind: 'square' });
          break;
        case 0x29:
          this.#closeRound(at);
          break;
        case 0x5d:
          this.#closeBracket(at, 'square');
          break;
        case 0x22:
        case 0x201c:
        case 0x201d:
        case 0x201e:
          this.#quote(at);
          break;
        case 0x60:
          // Two grave accents open a quotation, three a block of code.
          if (text[at + 1] === '`' && text[at + 2] !== '`' && text[at - 1] !== '`') this.#openQuote(at);
          break;
        case 0x27:
          if (text[at + 1] === "'" && text[at - 1] !== "'") this.#doubledApostrophe(at);
          break;
        case 0x3c:
          at = this.#behindTag(at);
          continue;
        case 0x7b:
          at = this.#behindTemplate(at);
          break;
        case 0x2a:
        case 0x5f:
        case 0x5c:
          continue;
      }
      this.#before = at;
    }
    if (this.#lonely.length + this.#open.length + this.#closers.length > mostLonely) return none;
    const all = [
      ...this.#lonely.map((mark) => ({ mark, opens: true })),
      ...this.#open.map((mark) => ({ mark, opens: true })),
      ...this.#closers.map((mark) => ({ mark, opens: false })),
    ].sort((a, b) => a.mark.at - b.mark.at);
    const struck = all.length > 0 ? marksStruck(text) : noneStruck;
    const firstLetter = text.search(/[A-Za-z0-9]/);
    let lastLetter = text.length - 1;
    while (lastLetter >= 0 && !/[A-Za-z0-9]/.test(text[lastLetter] ?? '')) lastLetter -= 1;
    return all.map(({ mark, opens }) => ({
      at: mark.at,
      kind: mark.kind,
      opens,
      setOff:
        mark.kind !== 'quote' &&
        /\s/.test(text[mark.at - 1] ?? ' ') &&
        (!opens || /\s/.test(text[mark.at + 1] ?? ' ')),
      first: mark.at < firstLetter || firstLetter < 0,
      last: mark.at > lastLetter,
      struck: struck[mark.kind],
    }));
  }

  /** ''Employee'' is a way to write a quotation; ''' and an apostrophe behind a closed one are none. */
  #doubledApostrophe(at: number): void {
    const text = this.#text;
    if (text[at + 2] === "'") return;
    if (/[\s(]/.test(text[at - 1] ?? ' ') && /[A-Za-z]/.test(text[at + 2] ?? '')) this.#openQuote(at);
    else if (this.#quotes > 0) this.#closeQuote(at);
  }

  /** The marks inside a tag are its own. Returns the place of its last character, or `at` where none begins. */
  #behindTag(at: number): number {
    tag.lastIndex = at;
    return tag.test(this.#text) ? tag.lastIndex - 1 : at;
  }

  /** A variable of a template: `{{ "/rules/" | prepend }}`. */
  #behindTemplate(at: number): number {
    if (this.#text[at + 1] !== '{') return at;
    const end = this.#text.slice(at, at + 300).indexOf('}}');
    return end > 0 ? at + end + 1 : at;
  }

  /** Whether a label stands before the bracket that may open an item: "a)", "12)", "iv)". */
  #hasLabel(at: number): boolean {
    let start = at;
    while (start > 0 && at - start < 5 && /[A-Za-z0-9]/.test(this.#text[start - 1] ?? '')) start -= 1;
    return (
      /^(?:[A-Za-z]|\d{1,2}|[ivxlc]{1,5}|[IVXLC]{1,5}|([a-z])\1)$/.test(this.#text.slice(start, at)) &&
      /[^A-Za-z0-9()[\]'’]/.test(this.#text[start - 1] ?? ' ') &&
      !citing.test(this.#text.slice(Math.max(0, start - 24), start))
    );
  }

  #closeRound(at: number): void {
    const isOpen = this.#rounds > 0;
    if (this.#hasLabel(at)) {
      // Without a partner it belongs to the number of an item: "a)". With one, the item may stand in brackets.
      if (!isOpen) return;
      this.#borrowed += 1;
    } else if (!isOpen && this.#borrowed > 0) {
      this.#borrowed -= 1;
      return;
    }
    this.#closeBracket(at, 'round');
  }

  #closeBracket(at: number, kind: 'round' | 'square'): void {
    for (let index = this.#open.length - 1, seen = 0; index >= 0 && seen < 8; index -= 1, seen += 1) {
      const mark = this.#open[index];
      if (mark?.kind !== kind) continue;
      this.#closeAt(index);
      return;
    }
    this.#closers.push({ at, kind });
  }

  /** Takes an open mark off the stack. What was opened inside it and is open still has no partner. */
  #closeAt(index: number): void {
    for (const [position, mark] of this.#open.splice(index).entries()) {
      if (mark.kind === 'quote') this.#quotes -= 1;
      if (mark.kind === 'round') this.#rounds -= 1;
      if (position > 0) this.#lonely.push(mark);
    }
  }

  #quote(at: number): void {
    const before = this.#text[this.#before] ?? ' ';
    const behind = this.#behind(at);
    // Inches.
    if (/[\d½¼¾]/.test(before) && this.#quotes === 0 && !/[A-Za-z]/.test(behind)) return;
    const afterWord = !/[\s([{\-–—/“‘=]/.test(before);
    const beforeWord = /[\p{L}\p{N}([$§#&.]/u.test(behind);
    const opens =
      this.#quotes > 0
        ? this.#opensInside(at, afterWord, beforeWord)
        : this.#opensFirst(at, afterWord, beforeWord);
    if (opens) this.#openQuote(at);
    else this.#closeQuote(at);
  }

  /** While a quotation is open, a mark opens another one only where it plainly begins a word. */
  #opensInside(at: number, afterWord: boolean, beforeWord: boolean): boolean {
    const character = this.#text[at];
    if (character === '”') return false;
    if (character === '“' || character === '„') return beforeWord || this.#isClosedNext(at);
    // ""Tax": the first of the two is the one too many.
    if (this.#text[at - 1] === '"' && this.#open[this.#open.length - 1]?.at === at - 1) return beforeWord;
    return !afterWord && beforeWord && !/[-–—]/.test(this.#text[this.#before] ?? ' ');
  }

  /** The next curly mark closes: `the “ Term ”`, not `the “Term “ of`. */
  #isClosedNext(at: number): boolean {
    const next = /[“”]/.exec(this.#text.slice(at + 1, at + 200))?.[0];
    return next === '”';
  }

  #opensFirst(at: number, afterWord: boolean, beforeWord: boolean): boolean {
    const character = this.#text[at];
    if (character === '“' || character === '„') return true;
    if (character === '”') return !afterWord && beforeWord;
    if (afterWord) return beforeWord && /[\d.]/.test(this.#text[this.#before] ?? ' ');
    return /\S/.test(this.#behind(at)) || !/[\s.,;:)\]]/.test(this.#behindBlanks(at));
  }

  #behindBlanks(at: number): string {
    let next = at + 1;
    while (next - at < 4 && /\s/.test(this.#text[next] ?? '')) next += 1;
    return this.#text[next] ?? ' ';
  }

  /** The next character that is read: marks of emphasis and tags are passed over. */
  #behind(at: number): string {
    const text = this.#text;
    let next = at + 1;
    for (let steps = 0; steps < 6; steps += 1) {
      if (/[*_\\]/.test(text[next] ?? '')) next += 1;
      else if (text[next] === '<' && this.#behindTag(next) > next) next = this.#behindTag(next) + 1;
      else break;
    }
    return text[next] ?? ' ';
  }

  #openQuote(at: number): void {
    this.#open.push({ at, kind: 'quote' });
    this.#quotes += 1;
  }

  #closeQuote(at: number): void {
    for (let index = this.#open.length - 1, seen = 0; index >= 0 && seen < 8; index -= 1, seen += 1) {
      if (this.#open[index]?.kind !== 'quote') continue;
      this.#closeAt(index);
      return;
    }
    this.#closers.push({ at, kind: 'quote' });
  }
}

const noneStruck = { quote: false, round: false, square: false };

/** Redlines in plain text set what is struck between angle brackets. Linear: each passage ends at the next of them. */
function marksStruck(text: string): typeof noneStruck {
  const struck = { ...noneStruck };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    tag.lastIndex = at;
    if (tag.test(text)) continue;
    const length = text.slice(at + 1, at + longestStruck).search(/[<>]/);
    if (length < 0 || text[at + 1 + length] !== '>') continue;
    const passage = text.slice(at + 1, at + 1 + length);
    struck.quote ||= /["“”]/.test(passage);
    struck.round ||= /[()]/.test(passage);
    struck.square ||= /[[\]]/.test(passage);
  }
  return struck;
}

const longestStruck = 2000;
