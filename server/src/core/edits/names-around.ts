import { readCompanyNames } from '../inline/company-names.ts';
import { phraseOpeners, properNames } from '../inline/name-words.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import type { TermMatch } from '../inline/term-matches.ts';
import { isInCapitals } from './term-wording.ts';

/** A term found in a paragraph, at its place among all that were found there. */
export interface FoundTerm {
  readonly paragraph: Paragraph;
  readonly matches: readonly TermMatch[];
  readonly match: TermMatch;
  readonly at: number;
}

/** A name of a company, a mark, a law or a place that has the term's words in it: "Securities Exchange Act", "Bank of Japan". */
export function nameAround(found: FoundTerm): string | null {
  const { paragraph, match } = found;
  const { before, behind } = neighboursOf(found);
  const name = `${before}${paragraph.text.slice(match.start, match.end)}${behind}`;
  if (/^[”"’']?[®™]/.test(paragraph.text.slice(match.end, match.end + 3))) return `${name}®`;
  if (publicThing.test(behind) || isFullNameOfLaw(paragraph.text, match)) return name;
  const [, place = ''] = /^ of (?:the )?([A-Z]\w*)/.exec(behind) ?? [];
  if (place !== '' && properNames.has(place.toLowerCase())) return name;
  const company = paragraph.content.ask(readCompanyNames).find(
    ({ start, end, written }) =>
      // "Affiliate of the Company" is none.
      start < match.end && match.start < end && !/ the /.test(written),
  );
  return company && (company.start < match.start || company.end > match.end) ? company.written : null;
}

/** "The Initial" before a term is "Initial". */
function withoutOpener(words: string): string {
  const [first = '', ...rest] = words.split(/(?<= )/);
  return rest.length > 0 && phraseOpeners.test(first.trim()) ? rest.join('') : words;
}

/** "Exchange Act" in "the Securities Exchange Act of 1934": the short name stands inside the full one. */
function isFullNameOfLaw(text: string, { start, end }: TermMatch): boolean {
  if (!publicThing.test(text.slice(start, end))) return false;
  return /^ of (?:17|18|19|20)\d\d\b/.test(text.slice(end, end + 12));
}

/** The last words of names of laws, courts and other things of the public. */
const publicThing =
  /\b(?:Act|Code|Law|Statute|Treaty|Commission|Court|Ministry|Exchange|University|College|Street|Avenue|Road|Boulevard)$/;

/** Words with capitals that stand beside a match and belong to no other term; empty where there are none. */
export function neighboursOf({ paragraph, matches, match, at }: FoundTerm): {
  readonly before: string;
  readonly behind: string;
} {
  const { text } = paragraph;
  const { start, end } = match;
  const [behind = ''] =
    /^ (?:of (?:the )?)?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}/.exec(text.slice(end, end + 80)) ?? [];
  const [, before = ''] =
    /(?:^|[^\w.’'-])((?:[A-Z][\w-]* ){1,3})$/.exec(text.slice(Math.max(0, start - 60), start)) ?? [];
  const last = before.trim().split(' ').at(-1) ?? '';
  const opener = isInCapitals(last) ? last.charAt(0) + last.slice(1).toLowerCase() : last;
  const isSentence = phraseOpeners.test(/[A-Z][\w-]+/.exec(behind)?.[0] ?? '');
  const isTermBehind = (matches[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= end + behind.length;
  const isTermBefore = (matches[at - 1]?.end ?? -10) > start - 4;
  return {
    before: isTermBefore || phraseOpeners.test(opener) ? '' : withoutOpener(before),
    behind: isTermBehind || isSentence || isInCapitals(text.slice(start, end)) ? '' : behind,
  };
}
