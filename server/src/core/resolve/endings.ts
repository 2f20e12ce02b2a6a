import type { Analysis } from '../analysis.ts';
import type { Provision } from '../model/provision.ts';
import { StretchMemo } from '../text/memo.ts';
import { perDocument } from './per-document.ts';

/** How the own text of a provision ends, before its first child. */
export interface Ending {
  /** The sign at its end; empty where a word or a closing bracket ends it. */
  readonly mark: '.' | ';' | ',' | ':' | '-' | '';
  /** "and" or "or" that leads to the next item. */
  readonly conjunction: string | null;
  /** Where the sign stands, or would stand. */
  readonly at: number;
  /** Behind the last character, the conjunction included. */
  readonly end: number;
  /** A word in small letters ends it, no figure, name, address or signature. */
  readonly plainWord: boolean;
  /** A full stop inside the text, as far as it is looked at: it is more than one sentence. */
  readonly sentences: boolean;
  readonly words: number;
}

/** So much of a text is looked at, from its end. */
const longestTail = 600;

/**
 * How a provision ends, or its text up to `limit`. Null where it has no text of its own, or ends in what looks like the
 * foot of a page.
 */
export function endingOf(analysis: Analysis, provision: Provision, limit?: number): Ending | null {
  const until = endOfOwnText(provision, limit);
  const begin = beginOfTail(provision, until);
  const ending = readAt(analysis, begin, until);
  return ending && new EndingInPlace(ending, begin);
}

/** The sign alone, where no more is asked of most: costs less. */
export function endingMarkOf(analysis: Analysis, provision: Provision): Ending['mark'] | null {
  const until = endOfOwnText(provision);
  return readAt(analysis, beginOfTail(provision, until), until)?.mark ?? null;
}

function endOfOwnText({ children, range }: Provision, limit?: number): number {
  const child = children[0];
  const whole = child && !child.inline ? child.range.start : range.end;
  return limit === undefined ? whole : Math.min(whole, limit);
}

function beginOfTail({ designation, heading }: Provision, until: number): number {
  // What was taken for a caption may be all the text there is.
  return Math.max(designation?.end ?? heading.end, until - longestTail);
}

function readAt(analysis: Analysis, begin: number, until: number): Ending | null {
  return until > begin ? endingsKept(analysis).of(analysis.snapshot, begin, until) : null;
}

/** An ending whose places count from where its text begins; thousands are asked for, and hardly one is told of. */
class EndingInPlace implements Ending {
  readonly #ending: Ending;
  readonly #begin: number;

  constructor(ending: Ending, begin: number) {
    this.#ending = ending;
    this.#begin = begin;
  }

  get mark(): Ending['mark'] {
    return this.#ending.mark;
  }

  get conjunction(): string | null {
    return this.#ending.conjunction;
  }

  get at(): number {
    return this.#begin + this.#ending.at;
  }

  get end(): number {
    return this.#begin + this.#ending.end;
  }

  get plainWord(): boolean {
    return this.#ending.plainWord;
  }

  get sentences(): boolean {
    return this.#ending.sentences;
  }

  get words(): number {
    return this.#ending.words;
  }
}

/** Most provisions end after an edit as they did before. */
const endingsKept = perDocument(() => new StretchMemo(readEnding));

/** How a text ends that is cut to its last words; places count from its start. */
function readEnding(own: string): Ending | null {
  let end = own.length;
  while (end > 0 && /[\s*|\u00a0\u200b]/.test(own[end - 1] ?? '')) end -= 1;
  // Emphasis ends with one, a blank to fill in with several.
  if (own[end - 1] === '_' && /[^\s_]/.test(own[end - 2] ?? ' ')) end -= 1;
  const written = end;
  const tail = own.slice(Math.max(0, end - 90), end);
  if (isFooter(own.slice(0, end))) return null;
  const joint = /[;,.:)\]”"’'\w](?:\s{1,70}|\s{0,9}-\s{0,9})(and\/or|and|or|but|then|plus)[”"]?$/i.exec(tail);
  if (joint) end = written - tail.length + joint.index + 1;
  while (end > 0 && /[\s”"’'*\u00a0]/.test(own[end - 1] ?? '')) end -= 1;
  if (end === 0) return null;
  const last = own[end - 1] ?? '';
  // "(as defined below.)": the sign stands inside the bracket.
  const inside = /[)\]]/.test(last) ? (own[end - 2] ?? '') : '';
  const sign = /[.;,:]/.test(inside) ? inside : last;
  const mark =
    sign === '.' || sign === ';' || sign === ',' || sign === ':'
      ? sign
      : /[-–—]/.test(sign)
        ? '-'
        : /[?!…]/.test(sign)
          ? '.'
          : '';
  return {
    mark,
    conjunction: joint ? (joint[1] ?? '').toLowerCase() : null,
    at: mark === '' ? end : own.lastIndexOf(sign, end - 1),
    end: written,
    plainWord:
      /[a-z]{2}[)\]”"]?$/.test(own.slice(Math.max(0, end - 4), end)) &&
      !/@|https?:|\]\(/.test(own.slice(-80)),
    sentences: /[a-z)”"]\.\s{1,3}["“(]?[A-Z]/.test(own.slice(0, end)),
    words: own.split(/\s+/).length,
  };
}

/** Capitalised words behind the end of the last sentence: the foot of a page, "Very truly yours". */
function isFooter(own: string): boolean {
  const tail = own.slice(-120);
  if (pageFoot.test(tail)) return true;
  const words = (/^(?:[\s\S]{0,118}[.;:!?\]])?[,"”)*]{0,4}\s+(\S[^.;:!?]*)$/.exec(tail)?.[1] ?? '').split(
    /\s+/,
  );
  if (words[0] === '' || words.join(' ').length >= tail.length - 1 || words.length > 12) return false;
  if (words.length < 6 && closing.test(words.join(' '))) return true;
  const small = words.filter((word) => /^[a-z]/.test(word)).length;
  return small * 3 <= words.length && /^[A-Z*\d]/.test(words[0] ?? '');
}

/** "and   Commercial in Confidence   Page 23   May 2004": set off from the text, with nothing but capitalised words behind. */
const pageFoot = /\s{2,9}Page\s{1,3}\d{1,4}(?:\s{1,9}(?:[A-Z\d][\w-]{0,30}|of|and|the|in)){0,12}$/;

/** The end of a letter. */
const closing = /\b(?:yours|sincerely|regards|respectfully|faithfully)\b/i;
