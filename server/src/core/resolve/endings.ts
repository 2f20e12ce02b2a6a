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
  // What was taken for a caption may be all the text there is.
  const from = provision.designation?.end ?? provision.heading.end;
  const child = provision.children[0];
  const whole = child && !child.inline ? child.range.start : provision.range.end;
  const until = Math.min(whole, limit ?? whole);
  if (until <= from) return null;
  const begin = Math.max(from, until - longestTail);
  const ending = endingsKept(analysis).of(analysis.snapshot, begin, until);
  // Written out: thousands are made.
  return (
    ending && {
      mark: ending.mark,
      conjunction: ending.conjunction,
      at: begin + ending.at,
      end: begin + ending.end,
      plainWord: ending.plainWord,
      sentences: ending.sentences,
      words: ending.words,
    }
  );
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
  const words = (/^(?:[\s\S]{0,118}[.;:!?\]])?[,"”)*]{0,4}\s+(\S[^.;:!?]*)$/.exec(tail)?.[1] ?? '').split(
    /\s+/,
  );
  if (words[0] === '' || words.join(' ').length >= tail.length - 1 || words.length > 12) return false;
  if (words.length < 6 && closing.test(words.join(' '))) return true;
  const small = words.filter((word) => /^[a-z]/.test(word)).length;
  return small * 3 <= words.length && /^[A-Z*\d]/.test(words[0] ?? '');
}

/** The end of a letter. */
const closing = /\b(?:yours|sincerely|regards|respectfully|faithfully)\b/i;
