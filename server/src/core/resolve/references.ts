import type { Analysis } from '../analysis.ts';
import type { Citation, CitationUnit } from '../inline/citation.ts';
import { readCitations } from '../inline/citations.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { readPossibleHeadings } from '../inline/possible-headings.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { Role } from '../syntax/roles.ts';
import type { Steps } from '../text/steps.ts';
import { foundIn, readInSteps } from './found.ts';
import { instrumentsOf, readOwnNames } from './instruments.ts';
import { perAnalysis } from './per-analysis.ts';
import { ReadReference } from './read-reference.ts';
import { Resolver } from './resolver.ts';

/**
 * The cross-references of a document, in the order of the text; none overlaps another. Headings and tables of contents
 * are none, nor is the mention of a whole instrument or law. Linear in the text and the provisions.
 */
export const referencesOf = perAnalysis((analysis): readonly Reference[] => {
  const instruments = instrumentsOf(analysis);
  const resolver = new Resolver(analysis, instruments);
  const sources = new SourceFinder(analysis);
  const references: ReadReference[] = [];
  const hasContents = analysis.roles.includes(Role.contents);
  for (const { paragraph, answer: citations } of foundIn(analysis, readCitations)) {
    if (hasContents && standsAmongContents(analysis, paragraph)) continue;
    for (const citation of citations) {
      const offset = paragraph.toDocument(citation.start);
      const end = paragraph.toDocument(citation.end - 1) + 1;
      const first = citation.members[0]?.steps[0];
      const place = sources.at(offset, end, first ? paragraph.toDocument(first.start) : offset);
      if (place.heading || isLabel(analysis, paragraph, citation)) continue;
      const quoted = analysis.quoted[analysis.snapshot.lineAt(offset)] === 1;
      const answer = resolver.resolve(citation, { source: place.source, offset, paragraph, quoted });
      if (answer) references.push(new ReadReference(paragraph, citation, answer, place.source));
    }
  }
  return doubtUnreadNumbering(references);
});

/** Reads the citations of each paragraph, and what is to be known of them. */
export function* readReferences(analysis: Analysis): Steps<void> {
  yield* readInSteps(analysis, readCitations);
  yield* readInSteps(analysis, readOwnNames);
  yield* readInSteps(analysis, readPossibleHeadings);
}

/**
 * Few citations of a document are broken. Where many different numbers are missing, its numbers were not read: a
 * conversion has lost them, or they stand in a form that is not known yet. Then nothing is said of any.
 */
function doubtUnreadNumbering(references: readonly ReadReference[]): readonly Reference[] {
  if (!references.some(isMissing)) return references;
  const missing = new Set<string>();
  const unread = new Set<string>();
  const present = new Set<string>();
  for (const { members, confidence } of references) {
    for (const { steps, status, failure } of members) {
      const first = steps[0]?.number;
      // Attachments are often kept elsewhere.
      if (first === undefined || isAttachmentUnit((steps[0]?.unit ?? null) as CitationUnit | null)) continue;
      if (status === 'resolved') present.add(first);
      else if (failure?.reason === 'missing') {
        unread.add(first);
        if (confidence >= 0.6) missing.add(first);
      }
    }
  }
  const fewMissing = missing.size < 4 || missing.size * 8 < present.size;
  const fewUnread = unread.size < 6 || unread.size * 6 < present.size;
  if (fewMissing && fewUnread) return references;
  return references.map((reference) =>
    reference.members.some(
      ({ failure, steps }) =>
        failure !== null &&
        failure.reason !== 'several' &&
        !isAttachmentUnit((steps[0]?.unit ?? null) as CitationUnit | null),
    )
      ? reference.doubted(0.4)
      : reference,
  );
}

function isMissing({ members }: Reference): boolean {
  return members.some(({ failure }) => failure?.reason === 'missing');
}

/**
 * A paragraph of nothing else is a label: "Exhibit A" at the head of a page. So is the name of an attachment alone on its
 * line, where the line before does not lead up to it.
 */
function isLabel(analysis: Analysis, paragraph: Paragraph, citation: Citation): boolean {
  const { start, end, unit } = citation;
  if (citation.qualifier || citation.outer) return false;
  const { text } = paragraph;
  if (isAttachmentUnit(unit) && standsInRow(text, start, end)) return true;
  const piece = paragraph.pieceBeginningAt(start);
  if (piece < 0) return false;
  // An entry of contents whose page number stands on the next line.
  if (nearestRole(analysis.roles, paragraph.lineOfPiece(piece), 1) === Role.contents) return true;
  const next = paragraph.content.pieceStarts[piece + 1];
  const rest = text.slice(end, next === undefined ? text.length : next - 1);
  const below = next === undefined ? '' : text.slice(next, paragraph.content.pieceStarts[piece + 2]);
  // "ARTICLE I DEFINITIONS": an entry of contents that was not known for one, with a page number or the next entry's below it.
  if (
    titleAlone.test(rest) &&
    (next === undefined ? start === 0 : /^\d{1,4}(?:\.\d{1,3})?\s{0,4}$/.test(below))
  )
    return true;
  // "Section 4.3  Investment of Participant": the first line of an entry that ends some lines below.
  if (/^[ \u00a0]{2,20}[A-Z]/.test(rest) && endsAmongContents(analysis, paragraph.lineOfPiece(piece)))
    return true;
  // "Appendix 5 – Form of Notice"
  if (start === 0 && isAttachmentUnit(unit) && /^[ \u00a0]{0,3}(?:[-–—:]|[A-Z])/.test(rest)) return true;
  if (/[A-Za-z\d]/.test(rest)) return false;
  if (start === 0 && next === undefined && !rest.includes('.')) return true;
  if (!isAttachmentUnit(unit) || /[.,;:)]/.test(rest)) return false;
  const before = piece > 0 ? analysis.lines[paragraph.lineOfPiece(piece - 1)] : undefined;
  return (
    piece === 0 || !/^(?:the|as|in|to|of|and|or|with|by|on|see|under|from)$/.test(before?.lastWord ?? '')
  );
}

/** Words with capitals and small words between them, up to the end. */
const titleAlone =
  /^[ \u00a0:–—-]{1,6}[A-Z][\w'’&/-]{0,30}(?:[ \u00a0,]{1,3}(?:[A-Z(“"][\w'’&/)”"-]{0,30}|of|and|or|the|to|in|for|on|by|with|a|an)){0,12}[ \u00a0]{0,4}$/;

/** "Exhibit A    List of Products    Exhibit B    The Territory": a list that was run together. */
function standsInRow(text: string, start: number, end: number): boolean {
  return (
    (start === 0 || /[ \u00a0]{3}$/.test(text.slice(start - 3, start))) &&
    /^[ \u00a0]{3,40}[A-Z]/.test(text.slice(end, end + 44))
  );
}

/** The first line of an entry that goes on below, with its page number there. */
function standsAmongContents({ roles }: Analysis, { firstLine, lastLine }: Paragraph): boolean {
  if (lastLine - firstLine > 2) return false;
  return (
    nearestRole(roles, lastLine, 1) === Role.contents && nearestRole(roles, firstLine, -1) === Role.contents
  );
}

/** An entry of contents is broken over so many lines at most. */
const longestEntry = 4;

function endsAmongContents({ roles }: Analysis, line: number): boolean {
  for (let next = line + 1; next <= line + longestEntry; next += 1) {
    if (roles[next] === Role.contents) return true;
    if (roles[next] === Role.blank) return false;
  }
  return false;
}

/** The role of the next line up or down that is not blank, six lines off at most. */
function nearestRole(roles: Uint8Array, line: number, step: 1 | -1): number | undefined {
  for (let distance = 1; distance <= 6; distance += 1) {
    const role = roles[line + step * distance];
    if (role !== Role.blank) return role;
  }
  return undefined;
}

/** Tells for places in ascending order in which provision they stand, and whether in its heading. */
class SourceFinder {
  readonly #provisions: readonly Provision[];
  readonly #open: Provision[] = [];
  #next = 0;

  constructor(analysis: Analysis) {
    this.#provisions = walkProvisions(analysis.outline);
  }

  /** `number`: where its first number stands. */
  at(offset: number, end: number, number: number): { source: Provision | null; heading: boolean } {
    let opened = false;
    for (; this.#next < this.#provisions.length; this.#next += 1) {
      const next = this.#provisions[this.#next];
      if (!next || next.range.start >= end) break;
      // Its own number was read as a citation.
      const { designation } = next;
      opened ||= designation !== null && designation.start >= offset && designation.start <= number;
      this.#close(next.range.start);
      this.#open.push(next);
    }
    this.#close(offset);
    const source = this.#open.at(-1) ?? null;
    return { source, heading: opened || this.#open.some((provision) => isHeading(provision, offset)) };
  }

  /** Lets go of the provisions that end before `offset`, but for the outermost. */
  #close(offset: number): void {
    while (this.#open.length > 1 && (this.#open.at(-1)?.range.end ?? 0) <= offset) this.#open.pop();
  }
}

/** A sentence that was read as a caption: "“Benefits” is defined in Section 4.05". */
function isSentence(caption: string): boolean {
  return /\b(?:is|are|means|shall|will|has|have)\b/.test(caption);
}

function isHeading({ designation, captionRange, caption }: Provision, offset: number): boolean {
  return (
    (designation !== null && designation.start <= offset && offset < designation.end) ||
    (captionRange !== null &&
      captionRange.start <= offset &&
      offset < captionRange.end &&
      !isSentence(caption ?? ''))
  );
}
