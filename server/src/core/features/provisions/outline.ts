import type { Analysis } from '../../analysis.ts';
import type { Provision, ProvisionKind } from '../../model/provision.ts';
import { perDocument } from '../../resolve/per-document.ts';
import { StretchMemo } from '../../text/memo.ts';
import { contains, type TextRange } from '../../text/range.ts';
import { say, translated } from '../../text/say.ts';

/** An entry of the outline as an editor shows it. */
export interface OutlineEntry {
  /** The designation and caption: `Article 5 Conditions Precedent`. Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: ProvisionKind;
  readonly range: TextRange;
  /** Lies inside `range`. */
  readonly selectionRange: TextRange;
  readonly children: readonly OutlineEntry[];
}

/** The outline of a document, without implied paragraphs: their subdivisions go to the provision above. Linear. */
export function outline(analysis: Analysis): OutlineEntry[] {
  const result: OutlineEntry[] = [];
  // Said once, and not for each of thousands.
  const inline = say`in the sentence`;
  // What is to be described yet, and where it goes: in two lists, since thousands of pairs would be made.
  const pending: Provision[] = [];
  const targets: OutlineEntry[][] = [];
  const plan = (provisions: readonly Provision[], target: OutlineEntry[]): void => {
    for (let index = provisions.length - 1; index >= 0; index -= 1) {
      const provision = provisions[index];
      if (!provision) continue;
      pending.push(provision);
      targets.push(target);
    }
  };
  plan(analysis.outline, result);
  for (let provision = pending.pop(); provision; provision = pending.pop()) {
    const target = targets.pop() ?? result;
    if (provision.implied) {
      plan(provision.children, target);
      continue;
    }
    if (provision.children.length === 0) {
      target.push(describe(analysis, provision, noEntries, inline));
      continue;
    }
    const children: OutlineEntry[] = [];
    target.push(describe(analysis, provision, children, inline));
    plan(provision.children, children);
  }
  return result;
}

const noEntries: readonly OutlineEntry[] = [];

function describe(
  analysis: Analysis,
  provision: Provision,
  children: readonly OutlineEntry[],
  inline: string,
): OutlineEntry {
  const { heading, range } = provision;
  return {
    name: nameOf(analysis, provision),
    detail: provision.inline ? inline : '',
    kind: provision.kind,
    range: contains(range, heading)
      ? range
      : { start: Math.min(range.start, heading.start), end: Math.max(range.end, heading.end) },
    selectionRange: heading,
    children,
  };
}

function plainName(kind: ProvisionKind): string {
  switch (kind) {
    case 'preamble':
      return say`Preamble`;
    case 'recital':
      return say`Recital`;
    case 'signature':
      return say`Signatures`;
    case 'supplement':
      return say`Supplementary Provision`;
    case 'instrument':
      return say`Document`;
    default:
      return translated(kind);
  }
}

const longestName = 90;

/** The printed designation with the caption, or with the first words where there is none. Never empty. */
export function nameOf(analysis: Analysis, provision: Provision): string {
  const { designation, kind } = provision;
  const caption = provision.caption ?? '';
  if (!designation) return caption === '' ? plainName(kind) : shorten(caption);
  const opens = caption === '' && isListed(provision);
  const end = opens ? endOfOpening(analysis, provision, designation.end) : designation.end;
  const kept = wordsKept(analysis).names.of(analysis.snapshot, designation.start, end);
  const printed = designation.end - designation.start;
  if (kept.name === '' || kept.caption !== caption || kept.printed !== printed || kept.opens !== opens) {
    const number = printedNumber(analysis.snapshot.slice(designation));
    const words = caption || (opens && number !== '' ? opening(analysis, provision) : '');
    Object.assign(kept, { name: shorten(`${number} ${words}`.trim()), caption, printed, opens });
  }
  return kept.name || plainName(kind);
}

/** Without its last dots. */
function printedNumber(designation: string): string {
  return designation
    .replace(/[\s*_\\]+/g, ' ')
    .trim()
    .replace(/[.:]$/, '');
}

/** A name with what it was made of besides the text from the number on. */
interface KeptName {
  name: string;
  caption: string;
  printed: number;
  opens: boolean;
}

/** What names are made of: most of them stay with every edit. */
const wordsKept = perDocument(() => ({
  names: new StretchMemo((): KeptName => ({ name: '', caption: '', printed: 0, opens: false })),
  /** First words of what has no caption. */
  openings: new StretchMemo((text) => text.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim()),
}));

/** Items have no captions; their first words tell them apart, without those of their own items. */
function isListed(provision: Provision): boolean {
  return listed.has(provision.kind);
}

const listed: ReadonlySet<ProvisionKind> = new Set([
  'item',
  'subitem',
  'paragraph',
  'section',
  'subsection',
  'recital',
  'clause',
]);

/** The first words of a provision, without its number and its items. */
export function opening(analysis: Analysis, provision: Provision): string {
  const { start, end } = openingOf(analysis, provision);
  return wordsKept(analysis).openings.of(analysis.snapshot, start, end);
}

function openingOf(analysis: Analysis, provision: Provision): TextRange {
  const start = provision.designation?.end ?? provision.range.start;
  return { start, end: endOfOpening(analysis, provision, start) };
}

function endOfOpening({ snapshot }: Analysis, { range, children }: Provision, start: number): number {
  const own = children[0]?.range.start ?? range.end;
  return Math.max(start, Math.min(own, start + 120, snapshot.text.length));
}

function shorten(text: string): string {
  if (text.length <= longestName) return text;
  const cut = text.slice(0, longestName);
  const blank = cut.lastIndexOf(' ');
  return `${blank > longestName / 2 ? cut.slice(0, blank) : cut}…`;
}
