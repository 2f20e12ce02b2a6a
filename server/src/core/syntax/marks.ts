import { type Designation, readDesignation } from './designation.ts';

/**
 * An enumerator inside a line, "(i)" or "1.2", with what stands around it in the line. Whether it opens an item or
 * cites one is decided when the sentence is known.
 */
export interface InlineMark {
  readonly designation: Designation;
  /** The word before it on the same line, in small letters; empty at the start of a line. */
  readonly wordBefore: string;
  /** The character before it that is not white space; empty at the start of a line. */
  readonly characterBefore: string;
  /** More than one blank stands before it, as converters leave where a new line was. */
  readonly setOff: boolean;
  /** Goes on a citation that has a number of its own: `Sections 2.1(a), (b)`. */
  readonly afterCitation: boolean;
  /** What follows says that it is cited: "above", "and (c)". */
  readonly citedBehind: boolean;
  readonly followedBy: 'lower' | 'upper' | 'end' | 'punctuation' | 'other';
}

const enumerator =
  /(?<=[:;,.]\s{1,2}|\b(?:and|or)\s)(?:[a-z]|[ivx]{1,4}|\d{1,2})\)(?=\s)|(?<![\w)\]])\((?:\d{1,3}|[A-Za-z]{1,2}|[ivxlc]{3,7}|[IVXLC]{3,7})\)|(?<=[.;:,)”"\]][\s\u200b]{1,3}|[\s\u200b]{2})(?:\d{1,2} ?\. ?\d{1,2}(?: ?\. ?\d{1,2}){0,3}\.?(?=\s{1,4}[A-Z“"([])|\d{1,2}\.(?=\s{1,4}[A-Z“"])|(?:Section|SECTION|Article|ARTICLE|Clause|CLAUSE|Chapter|CHAPTER) (?:[\dIVX]{1,5}(?:\.\d{1,2})?|[A-Z]{3,11})\.?(?=\s{1,4}[A-Z]))/g;

const attachmentMention =
  /\b(Exhibit|EXHIBIT|Schedule|SCHEDULE|Annex|ANNEX|Appendix|APPENDIX|Attachment|ATTACHMENT|Addendum|ADDENDUM)s?[ \u00a0]+([A-Z\d][\w.-]{0,8})/g;

const noMarks: readonly InlineMark[] = [];
const noMentions: readonly string[] = [];

/** A line may hold a whole agreement; one with more of them holds nothing else, and each takes memory. */
const mostMarks = 20_000;

/** The enumerators of a line from `from` on, in order. Linear in the line. */
export function readEnumerators(line: string, from: number): readonly InlineMark[] {
  if (line.length < 120 && line.indexOf(')', from) === -1 && line.indexOf('  ', from) === -1) return noMarks;
  const marks: InlineMark[] = [];
  // "(a)(i) the Seller …": the second opens an item in the first.
  const doubled = line[from] === '(' && line[from - 1] === ')' ? readDesignation(line, from) : null;
  if (doubled) marks.push(describe(line, doubled, from));
  enumerator.lastIndex = doubled ? doubled.end : from;
  let seen = from;
  let curly = 0;
  let straight = 0;
  for (let found = enumerator.exec(line); found && marks.length < mostMarks; found = enumerator.exec(line)) {
    for (; seen < found.index; seen += 1) {
      const code = line.charCodeAt(seen);
      if (code === 0x201c) curly += 1;
      else if (code === 0x201d) curly -= 1;
      else if (code === 34) straight += 1;
    }
    // What a line quotes, an amendment's new text or a term, is not enumerated here.
    if (curly > 0 || straight % 2 === 1) continue;
    const designation = readDesignation(line, found.index);
    if (designation) marks.push(describe(line, designation, from));
  }
  return marks.length > 0 ? marks : noMarks;
}

/** The attachments a line speaks of, as `exhibit 3-1`, once for each mention. Linear in the line. */
export function readAttachmentMentions(line: string): readonly string[] {
  attachmentMention.lastIndex = 0;
  let mentions: string[] | null = null;
  for (let found = attachmentMention.exec(line); found; found = attachmentMention.exec(line)) {
    mentions ??= [];
    mentions.push(mentionKey(found[1] ?? '', found[2] ?? ''));
  }
  return mentions ?? noMentions;
}

/** How an attachment is named when mentions of it are compared. */
export function mentionKey(keyword: string, number: string): string {
  return `${keyword.toLowerCase()} ${number.replace(/[.-]{1,9}$/, '').toLowerCase()}`;
}

function describe(line: string, designation: Designation, from: number): InlineMark {
  let before = designation.start;
  while (before > from && isBlank(line.charCodeAt(before - 1))) before -= 1;
  const near = line.slice(Math.max(from, before - 40), before);
  const after = line.slice(designation.end, designation.end + 14).replace(/^[\s\u00a0]*["“*_]*/, '');
  return {
    designation,
    wordBefore: (/([A-Za-z§]{1,40})[,.;:]?$/.exec(near)?.[1] ?? '').toLowerCase(),
    characterBefore: near.slice(-1),
    setOff: designation.start - before > 1,
    afterCitation: /[\w)]\([A-Za-z\d]{1,4}\)[,;]?(?:\s*(?:and|or|to|through|and\/or))?$/.test(near),
    citedBehind: /^(?:above|below|hereof|hereto|(?:and|or|through|to) \()/.test(after),
    followedBy: followerOf(after),
  };
}

function followerOf(after: string): InlineMark['followedBy'] {
  if (after === '') return 'end';
  if (/^[,;).]/.test(after)) return 'punctuation';
  if (/^[a-z]/.test(after)) return 'lower';
  return /^[A-Z]/.test(after) ? 'upper' : 'other';
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x200b;
}
