import type { Analysis } from '../analysis.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import { mentionKey } from '../syntax/marks.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';

/** A mention of an attachment that stands in the same document. */
export interface AttachmentLink {
  readonly range: TextRange;
  readonly target: Provision;
}

/**
 * The mentions of attachments that the document holds ("Exhibit 3-1", "Schedules A and B"), in the order of the text;
 * headings of attachments are none. Looks only at paragraphs with such a word; linear in these.
 */
export function attachmentLinks(analysis: Analysis): AttachmentLink[] {
  const headings = new Set<number>();
  const attachments = attachmentsByName(analysis, headings);
  if (attachments.size === 0) return [];
  const links: AttachmentLink[] = [];
  const add = (mention: Mention, range: TextRange): void => {
    const target = attachments.get(mentionKey(mention.keyword, mention.number));
    if (target && !headings.has(range.start)) links.push({ range, target });
  };
  for (const paragraph of analysis.paragraphs) {
    if (!speaksOfAttachments(analysis, paragraph.lines)) continue;
    for (const mention of readMentions(paragraph.text))
      add(mention, paragraph.rangeOf(mention.start, mention.end));
  }
  for (let line = 0; line < analysis.lines.length; line += 1) {
    if (analysis.roles[line] !== Role.contents || !speaksOfAttachments(analysis, [line])) continue;
    const start = analysis.snapshot.lineStart(line);
    for (const mention of readMentions(analysis.snapshot.lineText(line)))
      add(mention, { start: start + mention.start, end: start + mention.end });
  }
  return links.sort((a, b) => a.range.start - b.range.start);
}

/**
 * Of several attachments with one name the first is meant: the later ones are its continued pages or other copies.
 * Notes where every one of them is headed.
 */
function attachmentsByName(analysis: Analysis, headings: Set<number>): Map<string, Provision> {
  const attachments = new Map<string, Provision>();
  for (const provision of walkProvisions(analysis.outline)) {
    if (!isAttachmentKind(provision.kind) || !provision.designation || provision.number === null) continue;
    const word = /[A-Za-z]+/.exec(analysis.snapshot.slice(provision.designation))?.[0];
    if (!word) continue;
    headings.add(provision.designation.start);
    const key = mentionKey(word, provision.number);
    if (!attachments.has(key)) attachments.set(key, provision);
  }
  return attachments;
}

const keywords: ReadonlySet<string> = new Set(
  ['exhibit', 'schedule', 'annex', 'annexure', 'appendix', 'attachment', 'addendum'].flatMap((word) => [
    word,
    `${word}s`,
    word.replace(/x$/, 'ces'),
  ]),
);

/** A line holds a mention, or ends in a word whose number wrapped to the next line. */
function speaksOfAttachments(analysis: Analysis, lines: readonly number[]): boolean {
  for (const line of lines) {
    const facts = analysis.lines[line];
    if (!facts) continue;
    if (facts.attachmentMentions.length > 0 || keywords.has(facts.lastWord)) return true;
  }
  return false;
}

interface Mention {
  readonly keyword: string;
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

const mentionStart =
  /\b(Exhibit|EXHIBIT|Schedule|SCHEDULE|Annex|ANNEX|Annexure|ANNEXURE|Appendix|APPENDIX|Attachment|ATTACHMENT|Addendum|ADDENDUM|Appendices|Annexes)(?:e?s|E?S)?[ \u00a0]{1,3}/g;

const mentionNumber = /[A-Z\d](?:[\w-]|\.(?=\w)){0,8}/y;

/** Between the numbers of one enumeration: "Schedules 1, 2 and 3". */
const enumerationGap = /[ \u00a0]?(?:,|,? ?(?:and|or|to|through|&))[ \u00a0]/y;

/** What is attached to another document: "Exhibit 10.1 to the Company's Annual Report". */
const ofAnotherDocument =
  /^[,\s]{0,2}(?:to|of) (?:the |its |our |such )?(?:Company|Registrant|Issuer|Registration|Form |Annual|Quarterly|Current|Report)/;

/** The mentions in a stretch of text, in order. Linear: each enumeration is read once. */
function* readMentions(text: string): Generator<Mention> {
  mentionStart.lastIndex = 0;
  for (let found = mentionStart.exec(text); found; found = mentionStart.exec(text)) {
    const keyword = (found[1] ?? '').replace(/ices$/i, 'ix').replace(/xes$/i, 'x');
    const plural = /s$/i.test(found[0].trimEnd());
    const mentions: Mention[] = [];
    let start = found.index;
    let position = mentionStart.lastIndex;
    for (;;) {
      mentionNumber.lastIndex = position;
      const number = mentionNumber.exec(text)?.[0].replace(/-{1,8}$/, '');
      if (!number || (mentions.length > 0 && !/^(?:\d|[A-Z]$|[A-Z][-\d]|[IVX]+$)/.test(number))) break;
      const end = position + number.length;
      mentions.push({ keyword, number, start, end });
      enumerationGap.lastIndex = end;
      if (!plural || !enumerationGap.test(text)) break;
      start = enumerationGap.lastIndex;
      position = start;
    }
    const last = mentions.at(-1);
    if (!last) continue;
    mentionStart.lastIndex = last.end;
    if (!ofAnotherDocument.test(text.slice(last.end, last.end + 40))) yield* mentions;
  }
}
