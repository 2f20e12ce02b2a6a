import type { Analysis } from '../analysis.ts';
import { formatNumeral } from '../model/numerals.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { Role } from '../syntax/roles.ts';

/** Text left out under confidential treatment: `[***]`, `[…***…]`, `[* * *]`. The missing provision may be in it. */
export const redaction = /\[[\s….]{0,4}\*[\s*]{0,12}[\s….]{0,4}\]/;

/** An amendment quotes and inserts provisions that are numbered as in another document. */
const amendment = /\b(?:is|are|shall be)(?: hereby)?(?: further)? (?:amended|deleted|replaced|revised)\b/;

/** A converter left a list mark where a number was. */
const bullet = /[\n\r][ \t]*[-*•·][ \t]/;

/** Two lines that end in a page number behind a gap: one of the two headings is an entry of contents. */
const pageNumbers = /[A-Za-z)][ \t\u00a0]{2,40}\d{1,3}[ \t]{0,9}(?=[\n\r])/g;

/** Longer stretches are not searched: a list that runs over so much text is judged by its members alone. */
const longestSearch = 200_000;

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
  const between = analysis.snapshot.text.slice(from, until);
  return (
    [before, after].some((provision) => standsInTable(analysis, provision) || isBare(provision)) ||
    redaction.test(between) ||
    (between.match(pageNumbers)?.length ?? 0) > 1 ||
    (isKeyless(after) && (amendment.test(between) || bullet.test(between))) ||
    (isKeyless(after) && hasListBetween(analysis, before, after)) ||
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

function standsInTable(analysis: Analysis, provision: Provision): boolean {
  const line = analysis.snapshot.lineAt(provision.heading.start);
  return analysis.roles[line] === Role.table || /^\s*\|/.test(analysis.snapshot.lineText(line));
}

/** Another list of the same form between the two, of which one of them may be a member. */
function hasListBetween(analysis: Analysis, before: Provision, after: Provision): boolean {
  const numbering = after.numbering;
  if (!numbering) return false;
  const [first, last] = before.heading.start < after.heading.start ? [before, after] : [after, before];
  for (const provision of walkProvisions(first.parent ? first.parent.children : analysis.outline)) {
    if (provision.heading.start <= first.heading.start) continue;
    if (provision.heading.start >= last.heading.start) break;
    const path = provision.numbering?.path;
    if (provision.parent === after.parent && path?.[path.length - 1] !== 1) continue;
    if (provision.numbering?.family === numbering.family && provision.numbering.numeral === numbering.numeral)
      return true;
  }
  return false;
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
  const core = family.startsWith('(') ? `\\(${label}\\)` : family === '#)' ? `\\(?${label}\\)` : label;
  const keyworded = /^[a-z]/.test(family);
  const lead = keyworded
    ? `(?:${family}|§)s?\\s*`
    : '(?:^|[\\n\\r|.;:,\\u200b-]|\\s\\s)[\\s*_#>|\\\\\\u200b]{0,12}';
  return new RegExp(`${lead}${core}(?![\\d])`, keyworded ? 'i' : '').test(text);
}

function rejectedBetween(
  analysis: Analysis,
  before: Provision,
  after: Provision,
  missing: ReadonlyArray<readonly number[]>,
): boolean {
  const from = analysis.snapshot.lineAt(before.heading.start);
  const until = analysis.snapshot.lineAt(after.heading.start);
  return analysis.decisions.some(
    ({ line, accepted, designation }) =>
      !accepted &&
      line >= from &&
      line <= until &&
      missing.some(
        (path) =>
          path.length === designation.path.length &&
          path.every((value, at) => designation.path[at] === value),
      ),
  );
}
