import { isTitleCase } from './captions.ts';
import type { LineFacts } from './lines.ts';

/** Openings of parts of a document that carry no number. The patterns are read at the first word of a line. */

/** A part that words alone head, wherever they stand in a document. */
export type HeadedPart = 'signatures' | 'supplement' | 'contents';

/** The part that the words from `start` to `end` of a line head. No line heads two of them. */
export function headedPart(text: string, start: number, end: number): HeadedPart | null {
  if (opensSignatures(text.slice(start, start + 80))) return 'signatures';
  if (end - start > 60) return null;
  const words = text.slice(start, end);
  if (opensSupplement(words)) return 'supplement';
  return headsContents(words) ? 'contents' : null;
}

/** Where the parties sign: the testimonium, a heading, or the first signature line. */
function opensSignatures(words: string): boolean {
  return (
    /^IN WITNESS WHEREOF\b|^In Witness Whereof\b/.test(words) ||
    /^\[?(?:SIGNATURES?|Signatures?|SIGNATURE PAGES?|Signature Page)(?: (?:FOLLOWS?|to follow|follows?|TO FOLLOW))?[\].:]*\s*$/.test(
      words,
    ) ||
    /^(?:By|BY|Signed|SIGNED):?\s*(?:\/s\/|_{4,})/.test(words) ||
    /^\/s\/\s+\S/i.test(words)
  );
}

/** Provisions put behind the last article of Japanese articles and regulations, with numbers of their own. */
function opensSupplement(words: string): boolean {
  if (words.length > 50) return false;
  return /^(?:supplementary (?:provisions?|rules?)|additional rules?|supplemental provisions?|transitional provisions?)$/i.test(
    words.replace(/[()*_#.:]/g, '').trim(),
  );
}

/** A clause of the recitals. */
export function opensRecital(text: string, line: LineFacts): boolean {
  return /^(?:WHEREAS|Whereas)\b[,:]?/.test(text.slice(line.start, line.start + 12));
}

/** The heading above the recitals; spaced capitals are read as one word. */
export function headsRecitals(text: string, line: LineFacts): boolean {
  const words = text
    .slice(line.start, line.end)
    .replace(/[*_#:.]/g, '')
    .trim();
  if (words.length > 40) return false;
  const joined = /^(?:\S\s)+\S$/.test(words) ? words.replace(/\s/g, '') : words;
  return /^(?:RECITALS?|WITNESSETH(?: THAT)?|BACKGROUND|PREAMBLE|Recitals?|Witnesseth|Background|PRELIMINARY STATEMENTS?|Preliminary Statements?)$/.test(
    joined,
  );
}

/** Where the recitals are over: the words of agreement. */
export function closesRecitals(text: string, line: LineFacts): boolean {
  return (
    /^(?:NOW,? THEREFORE|Now,? Therefore|NOW,? therefore|IT IS (?:HEREBY )?AGREED|THE PARTIES (?:HEREBY )?AGREE|AGREEMENTS?:?\s*$|The parties agree|For good and valuable consideration)/.test(
      text.slice(line.start, line.start + 60),
    ) || /\bagree(?:s|d)? as follows:?\s*$|\bNOW,? THEREFORE\b/.test(text.slice(-400))
  );
}

/** The sentence that names the instrument and its parties. */
export function opensPreamble(text: string, line: LineFacts): boolean {
  return /^(?:THIS|This)\s+(?:[A-Z][\w&,.'’()-]*\s+|(?:of|and|to|for|the|on|No\.|in)\s+){1,14}(?:\(|is\b|made\b|entered\b|dated\b|by\b|between\b|among\b|effective\b|shall\b|\d)/.test(
    text.slice(line.start, line.start + 240).replace(/\s+/g, ' '),
  );
}

const contentsWords =
  /^(?:TABLE OF CONTENTS?|CONTENTS|Table of Contents?|Contents|INDEX|EXHIBIT INDEX|Exhibit Index|INDEX OF EXHIBITS|LIST OF (?:EXHIBITS|SCHEDULES)(?: AND (?:EXHIBITS|SCHEDULES))?|List of Exhibits|SCHEDULES? AND EXHIBITS?|EXHIBITS|SCHEDULES|Exhibits|Schedules)[:.]?$/;

/** The heading of a table of contents or of a list of attachments. */
function headsContents(words: string): boolean {
  return contentsWords.test(words.replace(/[*_#()]/g, '').trim());
}

/**
 * Schedules that are forms of the Securities and Exchange Commission (17 C.F.R. § 240.13d-101 and following): a
 * document headed so is that statement, not an attachment.
 */
export function isStatementForm(keyword: string | null, number: string): boolean {
  return (
    keyword === 'schedule' && /^(?:13[DEG](?:-\d)?|13E-3|14[ACDFN](?:-\d+)?|14D-9|TO)(?:\/A)?$/i.test(number)
  );
}

const instrumentNouns =
  /\b(?:AGREEMENT|CONTRACT|ARTICLES|BY-?LAWS|PLAN|AMENDMENT|CONSTITUTION|CHARTER|TERMS|POLICY|LEASE|NOTE|INDENTURE|DEED|REGULATIONS|STATUTES|CERTIFICATE|WARRANT|GUARANTY|GUARANTEE|ORDER|LICENSE|LICENCE|ADDENDUM|MEMORANDUM|STATEMENT|RULES|CODE|LETTER|NOTICE|CONSENT|ASSIGNMENT|BOND|MORTGAGE|PROSPECTUS)\b/i;

/** Whether a line reads like the title of an instrument. */
export function looksLikeTitle(text: string, line: LineFacts): boolean {
  const words = text.slice(line.start, line.end);
  if (words.length < 4 || words.length > 160 || /[.;,:][*_]{0,3}$/.test(words)) return false;
  // A title is in capitals or title case: "If the filing person has filed a statement" is a sentence.
  if (!instrumentNouns.test(words) || /^[a-z(]/.test(words) || !isTitleCase(words)) return false;
  return line.capitals || line.indent >= 12 || line.headingLevel > 0 || line.emphasised || words.length <= 90;
}
