import type { Analysis } from '../analysis.ts';
import { stemOf } from '../inline/inflection.ts';
import { legalForms, linkingWord } from '../inline/name-words.ts';
import { startsSentence } from '../inline/term-matches.ts';
import { termHeads, termModifiers } from '../inline/term-words.ts';
import { readWords } from '../inline/words.ts';
import { innermostProvision } from '../model/locate.ts';

/** What stands behind the words says that their meaning is given or sought elsewhere. */
export function isDefinedElsewhere(behind: string): boolean {
  return /^[,]? ?\(?(?:(?:each|all|both) )?as (?:(?:such|that|those) terms? (?:is|are) |it is |so )?(?:used and )?defined(?! (?:below|above|herein|hereinafter|hereafter|in this [A-Z]))|^ ?\(to be defined|^\]\(/i.test(
    behind,
  );
}

/** It says in which other document the thing is to be found, as may be done for one of many. */
export function isOfAnotherDocument(behind: string): boolean {
  return /^ under (?:the|that|such) (?:\w+ ){1,3}(?:Act|Agreement|Indenture)\b|^ (?:or [a-z]+ )?(?:described|specified|provided for|referred to|set forth) in (?:the|that|such) [A-Z]/i.test(
    behind,
  );
}

/** It says in which part of this document the thing is told of: "the Delivery Dates set forth in Exhibit B". */
export function isToldOf(behind: string): boolean {
  return /^,? (?:(?:as )?(?:more fully )?(?:described|specified|provided(?: for)?|referred to|set (?:forth|out)|listed|identified|contained|stated) (?:in|on|under)|under|pursuant to|of) (?:the )?(?:attached )?(?:Exhibits?|Schedules?|Annex|Appendix|Attachments?|Sections?|Articles?|Clauses?|Paragraphs?) [“"A-Z\d]/.test(
    behind,
  );
}

/** What stands behind the words shows that they are a name, or that they get another one. */
export function isName(behind: string): boolean {
  return (
    /^\s?\((?:the |this |each,? an? |collectively,? )?["“]/.test(behind) ||
    /^,? (?:dated|made as of|(?:by and )?(?:between|among)|entered into|No\. ?\d|\([A-Z]\w+\) Act)\b/.test(
      behind,
    ) ||
    legalForms.test(/^,? ([\w.]+)/.exec(behind)?.[1] ?? '') ||
    isTrademark(behind)
  );
}

export function isTrademark(behind: string): boolean {
  return /^ ?(?:®|™|\(TM\)|\/TM\/|\(R\))/.test(behind);
}

/** "The following terms are used herein as defined in the UCC: Accounts, Chattel Paper …" */
export function listsBorrowedTerms(text: string): boolean {
  return (
    text.includes(' terms') &&
    /\b(?:following|these) terms\b[^:.]{0,120}\b(?:defined|meanings?)\b[^:.]{0,120}:/.test(text)
  );
}

/**
 * Whether a sentence that begins with the words says what they are: "Average Assets shall be the sum of …", "The Escrow
 * Agent for the Source Code shall be …". Of one who acts it may say much else: only who it is counts.
 */
export function isSaid(text: string, start: number, end: number, isRole: boolean): boolean {
  const article = /(?:^|[^\w])(?:The|An?|Each|Any|All|the)\s{1,3}$/.exec(
    text.slice(Math.max(0, start - 8), start),
  );
  const from = article ? start - article[0].replace(/^\W/, '').length : start;
  if (!startsSentence(text, from)) return false;
  const behind = text.slice(end, end + longestSubject).replace(/\s+/g, ' ');
  const verb =
    /^(?: (?:for|of|under|in|with respect to) [^.;:]{1,150}?)? (?:shall be|will be|is|are)(?= )/.exec(behind);
  const meaning = /^(?: [\w’']{1,15}){0,5}? (?:shall mean|means?)\b/.test(behind);
  if (isRole) return meaning || (verb !== null && /^ [A-Z]/.test(behind.slice(verb[0].length)));
  if (meaning || /^ (?:shall |will )?(?:consists?|includes?) /.test(behind)) return true;
  return verb !== null && complement.test(behind.slice(verb[0].length));
}

/** Whether a sentence says so anywhere in the document, be it about a part of a longer name: "The Escrow Agent for the Source Code". */
export function isSaidAnywhere(
  { snapshot: { text } }: Analysis,
  written: readonly string[],
  isRole: boolean,
): boolean {
  return written.some((words) => anyPlace(text, words, (start, end) => isSaid(text, start, end, isRole)));
}

/** A noun behind "is": with a word before it that shows one, or with another noun or what it is told by behind it. */
const complement =
  /^ (?:substantially )?in (?:substantially )?the form (?:of|attached|set)\b|^ (?:an?|those|any|one|each|equal|defined|either|[A-Z$€£¥\d“"]|the (?!(?:sole |exclusive |only )?(?:property|responsibility|obligation)\b))|^ (?!(?:not|subject|due|free|in|on|to|of|at|also|only|then)\b)[a-z]+(?<!ed|en|ble|ing|ive|al|ent|ant|ful|ous|id) (?:(?:or|and) [a-z]+(?<!ed|en|ble|ing)(?![a-z])|that |which |about |relating |concerning )/;

const longestSubject = 260;

/** Headings and lines of forms have capitals throughout, or no stop at their end. */
export function isSentence(text: string, at: number): boolean {
  if (text.length < 60) return false;
  const words = text.slice(Math.max(0, at - 200), at + 200).match(/\b[A-Za-z]{4,}/g) ?? [];
  const capitals = words.filter((word) => /^[A-Z]/.test(word)).length;
  return capitals * 3 < words.length * 2;
}

/**
 * Whether the words are set off anywhere in the document, by quotation marks, emphasis or brackets, or stand before a
 * colon: then they may be given their meaning there, in a way that is not known.
 */
export function isMarkedAnywhere(analysis: Analysis, written: readonly string[]): boolean {
  const { text } = analysis.snapshot;
  return written.some((words) =>
    [words, words.toUpperCase()].some((form) =>
      anyPlace(text, form, (start, end) => {
        const after = text.slice(end, end + 14);
        if (
          /["“‘'*_<>|[(]$|["“] $/.test(text.slice(Math.max(0, start - 2), start)) &&
          !titleOfPart.test(text.slice(Math.max(0, start - 24), start)) &&
          /^s?[ .,;]{0,2}(?!['’]s)["”’'*_<>|\])]/.test(after)
        )
          return true;
        // "Seller:" or "Seller" alone at the beginning of a line is a label, but for the one of a signature.
        return (
          /^s?(?: \([A-Z]{1,6}\))?[ \t]?[:\t]|^s?[ \t]*[\r\n]/.test(after) &&
          /(?:^|[^a-z, \t][ \t]*[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 40), start)) &&
          innermostProvision(analysis.outline, start)?.kind !== 'signature'
        );
      }),
    ),
  );
}

/** "Schedule B (Licensed Software)" tells what the schedule is headed by. */
const titleOfPart = /\b(?:Exhibit|Schedule|Annex|Appendix|Attachment|Section|Article) [\w.-]{1,6} ?\($/i;

/** How often the words stand in small letters, in any number. */
export function smallLettersOf({ snapshot: { text } }: Analysis, written: readonly string[]): number {
  let count = 0;
  const first = (written[0] ?? '')
    .toLowerCase()
    .replace(/(?:ies|s)$/, '')
    .replace(/y$/, '');
  anyPlace(text, first, (_, end) => {
    if (/^(?:y|ies|s)?(?![A-Za-z])/.test(text.slice(end, end + 4))) count += 1;
    return count > most;
  });
  return count;
}

const most = 200;

/** Whether all words are ordinary ones and not those of a name: they are known from terms, or stand in small letters too. */
export function areOrdinary({ snapshot: { text } }: Analysis, words: string): boolean {
  return readWords(words).every(({ start, end }) => {
    const word = words.slice(start, end).toLowerCase();
    return (
      linkingWord.test(word) ||
      derived.test(word) ||
      termHeads.has(stemOf(word)) ||
      termModifiers.has(word) ||
      anyPlace(
        text,
        word,
        (from, until) =>
          !/[.@/_-]/.test(text[from - 1] ?? '') &&
          /^(?:s|d|r|ed|er|es|ing)?(?![A-Za-z@/_-]|\.\w)/.test(text.slice(until, until + 5)),
      )
    );
  });
}

/** Endings of words that are made from others; names hardly have them. */
const derived =
  /[a-z]{2}(?:ed|ing|al|ive|able|ible|ary|ory|ous|ful|less|tion|sion|ment|ity|ance|ence|ency|ancy|ness|ship|ized|ised|ent|ant|ory|ly)s?$/;

/** Whether a test holds at any place where the characters stand and no letter before them. */
function anyPlace(text: string, words: string, test: (start: number, end: number) => boolean): boolean {
  if (words === '') return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    if (!/[A-Za-z]/.test(text[at - 1] ?? '') && test(at, at + words.length)) return true;
  return false;
}
