import type { Analysis } from '../analysis.ts';
import { Role } from '../syntax/roles.ts';
import { instrumentsOf } from './instruments.ts';
import { perAnalysis } from './per-analysis.ts';
import { readCitedNumber } from './provision-index.ts';

/**
 * Whether an attachment that was not found may be there all the same: a line is headed by its name, the whole is there of
 * which it is a part (Annex I for I-A) or a part of it (A-1 for A), or the document says that attachments were left out.
 */
export function mayBeAttached(analysis: Analysis, word: string, number: string): boolean {
  const known = attachmentsIn(analysis);
  const base = baseOf(number.toLowerCase());
  return (
    known.omitted ||
    known.printed.has(`${word} ${key(number)}`) ||
    known.bases.has(key(number)) ||
    (base !== number.toLowerCase() && known.numbers.has(key(base))) ||
    // "Schedules 50" among Schedules A to E is a page number.
    (/^\d/.test(number) && known.lettered.has(word) && !known.numbered.has(word))
  );
}

interface KnownAttachments {
  /** The attachments by whose names lines are headed: `schedule a`. */
  readonly printed: ReadonlySet<string>;
  /** The numbers of all that were recognised. */
  readonly numbers: ReadonlySet<string>;
  /** Their numbers without the last part: `a` of A-1. */
  readonly bases: ReadonlySet<string>;
  /** The words that head attachments with letters, and those that head some with figures. */
  readonly lettered: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  /** The document says that some were left out. */
  readonly omitted: boolean;
}

const attachmentsIn = perAnalysis((analysis): KnownAttachments => {
  const printed = new Set<string>();
  for (const [line, { designation }] of analysis.lines.entries()) {
    if (!designation?.keyword || designation.number === '' || analysis.roles[line] === Role.contents)
      continue;
    printed.add(`${designation.keyword} ${key(designation.number)}`);
  }
  const { text } = analysis.snapshot;
  for (const pattern of [labelAtLineStart, labelInCapitals]) {
    for (const { 1: word = '', 2: number = '', index } of text.matchAll(pattern))
      if (pattern === labelAtLineStart || !leadsUp.test(text.slice(Math.max(0, index - 20), index)))
        printed.add(`${word.toLowerCase()} ${key(number.replace(/[.-]{1,9}$/, ''))}`);
  }
  const numbers = new Set<string>();
  const lettered = new Set<string>();
  const numbered = new Set<string>();
  for (const { index } of instrumentsOf(analysis).values())
    for (const { number, numbering, kind } of index.allAttachments) {
      if (number === null) continue;
      numbers.add(key(number));
      const family = numbering?.family ?? '';
      (/^\d/.test(number) ? numbered : lettered).add(/^[a-z]/.test(family) ? family : kind);
    }
  return {
    printed,
    numbers,
    bases: new Set([...numbers].map(baseOf)),
    lettered,
    numbered,
    omitted: saysOmitted.test(analysis.snapshot.text),
  };
});

/** "Exhibit 4.2(a)" at the start of a line, with a title or nothing behind it. */
const labelAtLineStart =
  /[\n\r][ \t\u00a0*_#|]{0,60}(Exhibit|Schedule|Annex|Appendix|Attachment|Addendum)[ \u00a0]{1,3}["“]?([A-Z\d][\w.-]{0,12})(?=(?:\([a-z]\))?["”]?[ \t]{0,9}(?:[\n\r:–—-]|[A-Z]))/gi;

/** "SCHEDULE 4" run on at the end of a line. */
const labelInCapitals =
  /\b(EXHIBIT|SCHEDULE|ANNEX|APPENDIX|ATTACHMENT|ADDENDUM)[ \u00a0]{1,3}["“]?([A-Z\d][\w.-]{0,12})/g;

/** Capitals behind one of these words are a citation in capitals. */
const leadsUp =
  /\b(?:in|on|of|to|with|under|and|or|the|see|as|by|this|per|from|at|into|including|attached)[\s\u00a0"“(]{1,6}$/i;

const saysOmitted =
  /\b(?:schedules|exhibits|attachments|annexes|appendices)\b[^.]{0,80}\b(?:have|has|been|are|were|is)[^.]{0,30}\bomitted\b|\bomitted\b[^.]{0,60}\b(?:schedules|exhibits|attachments|annexes|appendices)\b/i;

/** Schedule I and Schedule 1 are the same to a reader. */
function key(number: string): string {
  const reading = readCitedNumber(number);
  return reading?.numeral.startsWith('roman') && reading.path.length === 1
    ? String(reading.path[0])
    : number.toLowerCase();
}

/** `a` of a-1, `4.2` of 4.2(a); what has no parts is its own. */
function baseOf(number: string): string {
  return /^(.{1,12}?)(?:-[a-z\d]{1,4}|\([a-z\d]{1,4}\))$/.exec(number)?.[1] ?? number;
}
