import type { Analysis } from '../analysis.ts';
import { referenceIndexOf } from '../features/citations/reference-index.ts';
import type { Citation, CitedNumber } from '../inline/citation.ts';
import { readCitations } from '../inline/citations.ts';
import { readUnitWord, unitWordAlternatives } from '../inline/unit-words.ts';
import { innermostProvision } from '../model/locate.ts';
import { nameProvision } from '../model/naming.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import { Role } from '../syntax/roles.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { CitationChanges } from './citation-edits.ts';
import type { Decision, PlannedEdit } from './edit-plan.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { carrying } from './touched-numbers.ts';
import { isSamePath } from './written-number.ts';

/**
 * Numbers that are printed like citations and are none: the names of attachments at the head of their pages and in lists,
 * captions that cite, furniture, entries that announce attachments. What is surely meant is edited, the rest is listed.
 */
export function mentionChanges(analysis: Analysis, numbers: NewNumbers): CitationChanges {
  const edits: PlannedEdit[] = [];
  const decisions: Decision[] = [];
  for (const { step, unit, range, whole } of mentionsIn(analysis)) {
    const source = innermostProvision(analysis.outline, range.start);
    if (source && (numbers.isDeleted(source) || isOwnNumber(source, range))) continue;
    // Contents may stand before the instrument whose headings they list.
    const isEntry = analysis.roles[analysis.snapshot.lineAt(range.start)] === Role.contents;
    const provision = carrying({ ...step, unit }, { source: isEntry ? null : source }, numbers);
    if (!provision) continue;
    const name = nameProvision(provision);
    const edit = isAttachmentKind(provision.kind) ? editOf(provision, step, range, numbers) : null;
    if (edit && !numbers.isDeleted(provision)) edits.push(edit);
    else decisions.push({ ...whole, why: whyOpen(name) });
  }
  decisions.push(...namesakes(analysis, numbers));
  decisions.push(...unreadDecisions(analysis, numbers, [...edits, ...decisions]));
  return { edits, decisions };
}

/** Attachments that may be named after a provision whose number changes: Exhibit 3-7 after Section 3.7. */
function namesakes({ outline }: Analysis, numbers: NewNumbers): Decision[] {
  const decisions: Decision[] = [];
  for (const { kind, numbering, designation } of walkProvisions(outline)) {
    if (!isAttachmentKind(kind) || !numbering || numbering.path.length < 2) continue;
    const provision = numbers.carrying(numbering.path).find((one) => !isAttachmentKind(one.kind));
    const why = say`It may be named after ${provision ? nameProvision(provision) : ''}, whose number changes.`;
    if (provision && designation && isSamePath(provision.numbering?.path ?? [], numbering.path))
      decisions.push({ ...designation, why });
  }
  return decisions;
}

/** What is left: a word and a number that nobody has read. `known` are the places that were dealt with. */
function unreadDecisions(analysis: Analysis, numbers: NewNumbers, known: readonly TextRange[]): Decision[] {
  const index = referenceIndexOf(analysis);
  const entries = new Set(analysis.contents.map(({ range }) => range.start));
  const places = new Set(known.map(({ start }) => start));
  const decisions: Decision[] = [];
  for (const { step, unit, range, whole } of [...unreadIn(analysis), ...furtherIn(analysis)]) {
    if (places.has(range.start) || places.has(whole.start) || entries.has(whole.start)) continue;
    if (index.touching(range).length > 0) continue;
    const source = innermostProvision(analysis.outline, range.start);
    if (source && (numbers.isDeleted(source) || isOwnNumber(source, range))) continue;
    const provision = carrying({ ...step, unit }, { source }, numbers);
    if (provision) decisions.push({ ...whole, why: whyOpen(nameProvision(provision)) });
  }
  return decisions;
}

function whyOpen(name: string): string {
  return say`This names ${name}, whose number changes, and is not read as a citation of it.`;
}

interface Mention {
  readonly step: CitedNumber;
  readonly unit: string | null;
  /** Of the number. */
  readonly range: TextRange;
  readonly whole: TextRange;
}

function* mentionsIn(analysis: Analysis): Generator<Mention> {
  const index = referenceIndexOf(analysis);
  const entries = new Set(analysis.contents.map(({ range }) => range.start));
  for (const paragraph of analysis.paragraphs) {
    for (const citation of paragraph.content.ask(readCitations)) {
      const whole = paragraph.rangeOf(citation.start, citation.end);
      if (citation.members.length === 0 || citation.lawBefore !== null || index.touching(whole).length > 0)
        continue;
      if (entries.has(whole.start)) continue;
      for (const { step, unit } of headsOf(citation))
        yield { step, unit, range: paragraph.rangeOf(step.start, step.end), whole };
    }
  }
  for (let line = 0; line < analysis.lines.length; line += 1) {
    const role = analysis.roles[line];
    if (role !== Role.contents && role !== Role.furniture) continue;
    const start = analysis.snapshot.lineStart(line);
    for (const citation of readCitations(analysis.snapshot.lineText(line))) {
      // The entry's own number is changed with the contents.
      if (entries.has(start + citation.start)) continue;
      const whole = { start: start + citation.start, end: start + citation.end };
      for (const { step, unit } of headsOf(citation))
        yield { step, unit, range: { start: start + step.start, end: start + step.end }, whole };
    }
  }
}

const wordAndNumber = new RegExp(
  `(?<![A-Za-z])(${unitWordAlternatives})(\\s{1,40}\\(?)(\\d{1,4}(?:[.,-]\\d{1,4}){0,3}[A-Z]?|[IVXLC]{1,7}|[A-Z])(?![A-Za-z\\d])`,
  'gi',
);

const furtherNumber =
  /^\s{0,3}(?:,\s{0,3}(?:(?:and|or|and\/or)\s{1,3})?|(?:and|or|and\/or|to|through)\s{1,3})(\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,7}|[A-Z])(?![A-Za-z\d])/;

/** A number behind a citation that may belong to its list and was not read as a member of it. */
function* furtherIn(analysis: Analysis): Generator<Mention> {
  for (const { range, members, status } of referenceIndexOf(analysis).all) {
    if (status === 'external') continue;
    const found = furtherNumber.exec(analysis.snapshot.text.slice(range.end, range.end + 40));
    const number = found?.[1];
    const unit = members[0]?.steps[0]?.unit ?? null;
    if (!found || number === undefined || unit === null) continue;
    const end = range.end + found[0].length;
    const own = { start: end - number.length, end };
    const step = { unit: null, number, bracketed: false, shared: false, ...own };
    // What was read of the list is not to be changed without its end.
    yield { step, unit, range: own, whole: { start: range.start, end } };
  }
}

/** A word and a number behind it that no reader of paragraphs took for anything: over the end of a page, in a comment. */
function* unreadIn(analysis: Analysis): Generator<Mention> {
  const { text } = analysis.snapshot;
  for (const match of text.matchAll(wordAndNumber)) {
    const [whole, word = '', gap = '', number = ''] = match;
    const start = match.index + word.length + gap.length;
    const range = { start, end: start + number.length };
    const unit = readUnitWord(word)?.unit ?? null;
    // A scan may have read "4,5" for 4.5.
    const read = number.replaceAll(',', '.');
    const step = { unit, number: read, bracketed: gap.endsWith('('), shared: false, ...range };
    yield { step, unit, range, whole: { start: match.index, end: match.index + whole.length } };
  }
}

/** The outermost number of each member. */
function* headsOf({ members, unit }: Citation): Generator<{ step: CitedNumber; unit: string | null }> {
  for (const { steps, until } of members) {
    for (const step of [steps[0], until[0]])
      if (step && !step.shared) yield { step, unit: step.unit ?? unit };
  }
}

function isOwnNumber({ designation }: Provision, { start, end }: TextRange): boolean {
  return designation !== null && designation.start <= start && end <= designation.end;
}

function editOf(
  provision: Provision,
  { number }: CitedNumber,
  range: TextRange,
  numbers: NewNumbers,
): PlannedEdit | null {
  const { numbering } = provision;
  if (!numbering) return null;
  const newText = numbers.write(number, numbering.path, provision);
  if (newText === null || newText === number) return null;
  const explanation = say`This names ${nameProvision(provision)}.`;
  return { ...range, newText, reason: 'attachment', needsConfirmation: false, explanation };
}
