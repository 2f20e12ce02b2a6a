import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit, isListUnit, readUnitWord } from '../inline/unit-words.ts';
import { isRootKind, type Provision, walkProvisions } from '../model/provision.ts';
import { rootOf } from '../resolve/instruments.ts';
import { wordFit } from '../resolve/provision-index.ts';
import type { CompletionEntry, CompletionProvider, Completions } from './answers.ts';
import { type BegunCitation, readBegunCitation } from './citations/begun-citation.ts';
import { citeInside } from './provisions/citation.ts';
import { gistOf } from './provisions/passage.ts';
import { containersOf, titleOf } from './provisions/places.ts';
import { provisionsAt } from './provisions/selection.ts';

/** The numbers that may stand behind "Section ", and the provisions behind "paragraph 2 of ". */
export const citationCompletions: CompletionProvider = {
  begins: (before) => readBegunCitation(before) !== null,
  complete,
};

/** A list that is longer is not read through; typing more makes it shorter. */
const mostEntries = 100;

function complete(analysis: Analysis, offset: number, before: string): Completions | null {
  const begun = readBegunCitation(before);
  if (!begun) return null;
  // The blank that was typed last stands behind all that is read as text.
  const place = offset - (before.length - before.trimEnd().length);
  const source = provisionsAt(analysis, place)[0] ?? analysis.outline[0];
  if (!source) return null;
  const entries: CompletionEntry[] = [];
  let isCut = false;
  const offered = new Set<Provision>();
  for (const { provision, text: words } of candidates(analysis, begun, source)) {
    if (offered.has(provision) || !words.toLowerCase().startsWith(begun.typed.toLowerCase())) continue;
    if (entries.length === mostEntries) {
      isCut = true;
      break;
    }
    offered.add(provision);
    entries.push(toEntry(analysis, provision, words));
  }
  if (entries.length === 0) return null;
  return { range: typedRange(analysis.snapshot.text, offset, begun.typed), entries, isCut };
}

/** An editor closes brackets by itself: the closing one behind the cursor is typed too. */
function typedRange(text: string, offset: number, typed: string): { start: number; end: number } {
  const isOpen = typed.lastIndexOf('(') > typed.lastIndexOf(')');
  return { start: offset - typed.length, end: isOpen && text[offset] === ')' ? offset + 1 : offset };
}

interface Candidate {
  readonly provision: Provision;
  readonly text: string;
}

function* candidates(analysis: Analysis, begun: BegunCitation, source: Provision): Generator<Candidate> {
  const { unit, typed } = begun;
  if (unit === null) yield* wholeCitations(analysis, begun, source);
  else if (typed.includes('(') && !typed.startsWith('(')) yield* subdivisions(analysis, unit, typed, source);
  else {
    if (isListUnit(unit)) yield* listMembers(begun, unit, source);
    if (begun.outer === null) yield* numbered(analysis, unit, typed, source);
  }
}

/** Those that the word fits and whose numbers begin as typed, as the document prints them, in the order of the text. */
function* numbered(
  analysis: Analysis,
  unit: CitationUnit,
  typed: string,
  source: Provision,
): Generator<Candidate> {
  const inside = isAttachmentUnit(unit) ? allAttachments(analysis) : headedIn(rootOf(source));
  const toCandidate = (provision: Provision): Candidate => ({
    provision,
    text: numberBehind(analysis, unit, provision),
  });
  let hasSame = false;
  const kindred: Provision[] = [];
  for (const provision of inside) {
    const fit = wordFit(unit, provision);
    hasSame ||= fit === 'same';
    if (fit === 'other' || !provision.ordinal?.toLowerCase().startsWith(typed.toLowerCase())) continue;
    if (fit === 'same') yield toCandidate(provision);
    else kindred.push(provision);
  }
  // "clause" means a list's member, unless the document calls its sections so.
  const isMeant = !isListUnit(unit) || kindred.slice(0, 1).some((each) => isCalled(analysis, each, unit));
  if (!hasSame && isMeant) for (const provision of kindred) yield toCandidate(provision);
}

function isCalled(analysis: Analysis, provision: Provision, unit: CitationUnit): boolean {
  return readUnitWord(citeInside(analysis, provision).split(' ')[0] ?? '')?.unit === unit;
}

/** The provisions of an instrument that have numbers by themselves: no items, and none of its attachments. */
function* headedIn(root: Provision): Generator<Provision> {
  const pending = [...root.children].reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (isRootKind(next.kind)) continue;
    const family = next.numbering?.family ?? '(';
    if (next.ordinal !== null && !next.inline && !next.implied && !isBracketed(family)) yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child) pending.push(child);
    }
  }
}

function* allAttachments(analysis: Analysis): Generator<Provision> {
  for (const provision of walkProvisions(analysis.outline))
    if (provision.number !== null && isAttachmentUnit(readUnitWord(provision.kind)?.unit ?? null))
      yield provision;
}

/** Behind "Article 7, paragraph" the members of Article 7, else those of the lists around the cursor. */
function* listMembers({ outer }: BegunCitation, unit: CitationUnit, source: Provision): Generator<Candidate> {
  const holders = outer === null ? holdersAround(source) : withOrdinal(rootOf(source), outer);
  for (const holder of holders) {
    for (const provision of membersOf(holder)) {
      const family = provision.numbering?.family ?? '';
      const fits = isBracketed(family) || provision.kind === unit || provision.implied;
      if (fits) yield { provision, text: ownNumber(provision) };
    }
  }
}

/** What holds the lists in which a provision stands, innermost first. */
function holdersAround(source: Provision): Provision[] {
  const holders: Provision[] = [];
  for (let at: Provision | null = source; at && !isRootKind(at.kind); at = at.parent) holders.push(at);
  return holders;
}

function withOrdinal(root: Provision, number: string): Provision[] {
  return [...headedIn(root)].filter(({ ordinal }) => ordinal?.toLowerCase() === number.toLowerCase());
}

/** "4.2(" is followed by the items of Section 4.2, "4.2(a)(" by those of its (a). */
function* subdivisions(
  analysis: Analysis,
  unit: CitationUnit,
  typed: string,
  source: Provision,
): Generator<Candidate> {
  const open = typed.lastIndexOf('(');
  const [base = '', ...groups] = typed
    .slice(0, open)
    .split(/[()]+/)
    .filter((part) => part !== '');
  for (const { provision, text } of numbered(analysis, unit, base, source)) {
    if (text.toLowerCase() !== base.toLowerCase()) continue;
    let holders = [provision];
    for (const group of groups)
      holders = holders.flatMap((holder) => membersOf(holder).filter(({ ordinal }) => ordinal === group));
    const prefix = text + groups.map((group) => `(${group})`).join('');
    for (const member of holders.flatMap(membersOf))
      if (isBracketed(member.numbering?.family ?? ''))
        yield { provision: member, text: `${prefix}(${member.ordinal})` };
  }
}

/** Behind "paragraph 2 of": the provisions that have one, with their words. */
function* wholeCitations(
  analysis: Analysis,
  { inner }: BegunCitation,
  source: Provision,
): Generator<Candidate> {
  for (const provision of headedIn(rootOf(source))) {
    const members = membersOf(provision);
    const has = inner === null ? members.length > 1 : members.some(({ ordinal }) => ordinal === inner);
    if (has) yield { provision, text: citeInside(analysis, provision) };
  }
}

/** The subdivisions, those of an unnumbered one among them. */
function membersOf(holder: Provision): readonly Provision[] {
  return holder.children.flatMap((child) => {
    if (isRootKind(child.kind)) return [];
    return child.ordinal === null ? child.children : [child];
  });
}

/** What is typed behind the word: "4.2"; "4 of Article II" where each article begins its sections anew. */
function numberBehind(analysis: Analysis, unit: CitationUnit, provision: Provision): string {
  const citation = citeInside(analysis, provision);
  const comma = citation.lastIndexOf(', ');
  const last = comma < 0 ? citation : citation.slice(comma + 2);
  const blank = last.indexOf(' ');
  const isWorded = blank > 0 && readUnitWord(last.slice(0, blank)) !== null;
  const number = isWorded ? last.slice(blank + 1) : (provision.ordinal ?? last);
  const isAlone = comma < 0 || isAttachmentUnit(unit);
  return isAlone ? number : `${number} of ${citation.slice(0, comma)}`;
}

function ownNumber({ ordinal, numbering }: Provision): string {
  return isBracketed(numbering?.family ?? '') ? `(${ordinal})` : `${ordinal}`;
}

function isBracketed(family: string): boolean {
  return family.startsWith('(');
}

function toEntry(analysis: Analysis, provision: Provision, text: string): CompletionEntry {
  const container = containersOf(provision).at(-1);
  return {
    text,
    gist: gistOf(analysis, provision),
    container: container ? titleOf(analysis, container) : '',
    subject: { kind: 'provision', provision },
  };
}
