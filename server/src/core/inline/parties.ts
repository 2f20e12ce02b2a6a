import { readCompanyNames } from './company-names.ts';

/** A company that a preamble names as a party, with its short name. Offsets count from the start of the text. */
export interface NamedParty {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** As in `(the "Seller")`. */
  readonly shortName: string;
}

/** The parties of a preamble: at least two companies behind "between" or "among", each with its short name in brackets. */
export function readParties(text: string): readonly NamedParty[] {
  const opening = betweenParties.exec(text.slice(0, longestOpening));
  if (!opening) return none;
  const names = readCompanyNames(text).filter(({ start }) => start > opening.index);
  const parties: NamedParty[] = [];
  for (const [index, { written, start, end }] of names.entries()) {
    const until = Math.min(names[index + 1]?.start ?? text.length, end + longestDescription);
    const given = shortName.exec(text.slice(end, until));
    if (given) parties.push({ name: written, start, end, shortName: given[1] ?? '' });
  }
  return parties.length > 1 ? parties : none;
}

const none: readonly NamedParty[] = [];

/** So far into its paragraph a preamble names the first party. */
const longestOpening = 600;
/** "a Delaware corporation with offices at …". */
const longestDescription = 400;

const betweenParties =
  /\b(?:agreement|amendment|contract|lease|deed|plan|note|guaranty)\b.{0,300}?\b(?:between|among)\b/i;
const shortName = /\([^()]{0,60}["“][ *_]{0,3}([A-Z][^"”“*_]{1,40}?)[ *_]{0,3}["”][^()]{0,120}\)/;
