import type { Analysis } from '../analysis.ts';
import { redactedProvision } from '../inline/redaction.ts';
import { formatNumeral } from '../model/numerals.ts';
import type { Provision } from '../model/provision.ts';
import { siblingsAbove } from '../model/siblings.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { mayBeHeading } from '../syntax/readings.ts';
import { Role } from '../syntax/roles.ts';
import { countLeading } from '../text/ascending.ts';

/** An amendment quotes and inserts provisions that are numbered as in another document. */
const amendment =
  /\b(?:is|are|shall be)(?: hereby)?(?: further)? (?:amended|deleted|replaced|revised)\b(?=[^.]{0,90}(?:\bto\b|\bby\b|\bas follows|entirety|:))/;

/** A converter left a list mark where a number was. */
const bullet = /[\n\r][ \t]*[-*•·][ \t]/g;

/** Two lines that end in a page number behind a gap: one of the two headings is an entry of contents. */
const pageNumbers = /[A-Za-z)][ \t\u00a0]{2,40}\d{1,3}[ \t]{0,9}(?=[\n\r])/g;

/** Longer stretches are not searched: a list that runs over so much text is judged by its members alone. */
const longestSearch = 200_000;

/**
 * So many times the text of a document is searched in all. Siblings that follow each other have it between them once; a document
 * whose numbers lie so crosswise counts in a way that is not understood, and the rest of them is not judged.
 */
const mostSearched = 100;

const searchesOf = perAnalysis(() => ({ characters: 0 }));

/**
 * Whether the text between two siblings leaves it open what their numbers say: a number that seems to be missing may
 * stand there in a form that was not recognised, or another list may have been taken for this one. What is doubtful is
 * not reported. Costs the text between the two.
 */
export function isDoubtful(
  analysis: Analysis,
  before: Provision,
  after: Provision,
  missing: ReadonlyArray<readonly number[]>,
): boolean {
  const from = Math.min(before.heading.end, after.heading.start);
  const until = Math.max(before.heading.end, after.heading.start);
  if (until - from > longestSearch) return isKeyless(after);
  const searched = searchesOf(analysis);
  searched.characters += until - from;
  if (searched.characters > mostSearched * analysis.snapshot.text.length) return true;
  const between = analysis.snapshot.text.slice(from, until);
  const keyless = isKeyless(after);
  return (
    [before, after].some(
      (provision) => standsInTable(analysis, provision) || (!keyless && isBare(provision)),
    ) ||
    redactedProvision.test(between) ||
    (between.match(pageNumbers)?.length ?? 0) > 1 ||
    (keyless && amendment.test(between) && !amends(analysis, before, after)) ||
    (keyless && mayBeBulleted(analysis, between, missing.length, before)) ||
    missing.some((path) => mayStandIn(between, after, path)) ||
    rejectedBetween(analysis, before, after, missing)
  );
}

/** "(a)" or "1." alone, which any list may carry; "Section 4" and "4.2" say what they belong to. */
function isKeyless(provision: Provision): boolean {
  const family = provision.numbering?.family ?? '';
  return family.startsWith('(') || family === '#)' || family === '#.';
}

/** A heading without text below it, as lists of contents, of schedules and of equipment have them. */
function isBare(provision: Provision): boolean {
  return (
    provision.children.length === 0 &&
    provision.range.end <= provision.heading.end + 2 &&
    !/reserved|omitted|deleted/i.test(provision.caption ?? '')
  );
}

/** A row of several cells. */
function standsInTable(analysis: Analysis, provision: Provision): boolean {
  const line = analysis.snapshot.lineAt(provision.heading.start);
  if (analysis.roles[line] === Role.table) return true;
  return /^\s*\|[^|]*\|[^|]*[^|\s]/.test(analysis.snapshot.lineText(line));
}

/**
 * As many list marks as numbers are missing: a conversion may have put the one for the other. More are a list. Where
 * none is missing, marks are doubtful unless a list with numbers led to them.
 */
function mayBeBulleted(analysis: Analysis, between: string, missing: number, before: Provision): boolean {
  const bullets = between.match(bullet)?.length ?? 0;
  if (bullets === 0) return false;
  return missing > 0 ? bullets <= missing : !hasNeighbourAbove(analysis, before);
}

/** Its sibling above carries a number next to its own. */
function hasNeighbourAbove(analysis: Analysis, provision: Provision): boolean {
  const above = siblingsAbove(analysis.outline).get(provision)?.numbering;
  const own = provision.numbering;
  if (!above || !own || above.family !== own.family) return false;
  return Math.abs((own.path[0] ?? 0) - (above.path[0] ?? 0)) <= 2;
}

/** The two amend something themselves, and are no words that an amendment puts in. */
function amends(analysis: Analysis, before: Provision, after: Provision): boolean {
  return [before, after].every(({ heading }) =>
    amendment.test(analysis.snapshot.text.slice(heading.start, heading.start + 400)),
  );
}

/** The missing number, printed where a heading could stand: behind a line end, a gap, a bar or a full stop. */
function mayStandIn(text: string, like: Provision, path: readonly number[]): boolean {
  const numeral = like.numbering?.numeral;
  if (numeral === 'word') return new RegExp(`${like.numbering?.family ?? ''}\\s+[A-Z]{3}`, 'i').test(text);
  const last = path[path.length - 1] ?? 0;
  const figures = path.length > 1 || numeral === 'arabic' || numeral === undefined;
  const label = figures
    ? path.map((part) => `0?${part}`).join('\\s?[.\\-–]\\s?')
    : formatNumeral(last, numeral);
  const family = like.numbering?.family ?? '';
  const marks = '[\\s*_#>|\\\\\\u200b-]{0,12}';
  if (family.startsWith('(') || family === '#)') {
    const bracketed = family === '#)' ? `\\(?${label}\\)` : `\\(${label}\\)`;
    return new RegExp(`(?:^|[\\n\\r|.;:,\\u200b-]|\\s\\s)${marks}${bracketed}`).test(text);
  }
  // "Article IV" between Articles 3 and 5 is the fourth, whatever else is wrong with it.
  const roman = path.length === 1 ? `(?:${label}|${last}|${formatNumeral(last, 'roman-upper')})` : label;
  const named = /^[a-z]/.test(family) ? `(?:${anyCase(family)}|§)[sS]?\\s{0,3}${roman}` : label;
  // "7.2 hereof" where a line begins is a citation; behind a full stop or a gap it is not.
  const atLineStart = `(?:^|[\\n\\r])${marks}${named}(?![\\dA-Za-z]|\\s{1,2}[a-z])`;
  const setOff = `(?:[|\\u200b]\\s{0,3}|[.;:]\\s{1,3}|\\s\\s)[*_]{0,3}${named}(?![\\dA-Za-z])`;
  if (!/^[a-z]/.test(family)) return new RegExp(`${atLineStart}|${setOff}`).test(text);
  // A heading "ARTICLE" that lost its number may be the one; and the text may say what became of it.
  const bare = `[\\n\\r]${marks}${anyCase(family)}[ \\t]{0,9}(?=[\\n\\r])`;
  const told = `${named}(?!\\d)[^.]{0,60}\\b(?:struck|deleted|omitted|reserved|removed|repealed|cancelled)\\b`;
  return new RegExp(`${atLineStart}|${setOff}|${bare}|${told}`).test(text);
}

/** A word in small letters as a pattern that takes capitals too. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function rejectedBetween(
  analysis: Analysis,
  before: Provision,
  after: Provision,
  missing: ReadonlyArray<readonly number[]>,
): boolean {
  const from = analysis.snapshot.lineAt(before.heading.start);
  const until = analysis.snapshot.lineAt(after.heading.start);
  if (missing.length === 0) return false;
  const { decisions } = analysis;
  // They are in the order of the lines.
  for (let at = countLeading(decisions, ({ line }) => line < from); at < decisions.length; at += 1) {
    const decision = decisions[at];
    if (!decision || decision.line > until) return false;
    const { path } = decision.designation;
    const isMissing = (other: readonly number[]): boolean =>
      other.length === path.length && other.every((value, part) => path[part] === value);
    if (mayBeHeading(decision) && missing.some(isMissing)) return true;
  }
  return false;
}
