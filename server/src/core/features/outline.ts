import type { Analysis } from '../analysis.ts';
import type { Provision, ProvisionKind } from '../model/provision.ts';
import { perDocument } from '../resolve/per-document.ts';
import { StretchMemo, TextMemo } from '../text/memo.ts';
import { contains, type TextRange } from '../text/range.ts';

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
  const pending: Array<{ provision: Provision; target: OutlineEntry[] }> = [];
  const plan = (provisions: readonly Provision[], target: OutlineEntry[]): void => {
    for (let index = provisions.length - 1; index >= 0; index -= 1) {
      const provision = provisions[index];
      if (provision) pending.push({ provision, target });
    }
  };
  plan(analysis.outline, result);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { provision, target } = next;
    if (provision.implied) {
      plan(provision.children, target);
      continue;
    }
    const children: OutlineEntry[] = [];
    target.push(describe(analysis, provision, children));
    if (provision.children.length > 0) plan(provision.children, children);
  }
  return result;
}

function describe(analysis: Analysis, provision: Provision, children: readonly OutlineEntry[]): OutlineEntry {
  const { heading, range } = provision;
  return {
    name: nameOf(analysis, provision),
    detail: provision.inline ? 'in the sentence' : '',
    kind: provision.kind,
    range: contains(range, heading)
      ? range
      : { start: Math.min(range.start, heading.start), end: Math.max(range.end, heading.end) },
    selectionRange: heading,
    children,
  };
}

const plainNames: Partial<Record<ProvisionKind, string>> = {
  preamble: 'Preamble',
  recital: 'Recital',
  signature: 'Signatures',
  supplement: 'Supplementary Provision',
  instrument: 'Document',
};

const longestName = 90;

/** The printed designation with the caption, or with the first words where there is none. Never empty. */
export function nameOf(analysis: Analysis, provision: Provision): string {
  const printed = provision.designation
    ? wordsKept(analysis).designations.of(analysis.snapshot.slice(provision.designation))
    : '';
  const caption = provision.caption ?? '';
  if (printed !== '') {
    const words = caption || (isListed(provision) ? opening(analysis, provision) : '');
    return shorten(`${printed} ${words}`.trim());
  }
  if (caption !== '') return shorten(caption);
  return plainNames[provision.kind] ?? provision.kind;
}

/** What names are made of: most of them stay with every edit. */
const wordsKept = perDocument(() => ({
  /** Printed designations, without their last dots. */
  designations: new TextMemo((printed) =>
    printed
      .replace(/[\s*_\\]+/g, ' ')
      .trim()
      .replace(/[.:]$/, ''),
  ),
  /** First words of what has no caption. */
  openings: new StretchMemo((text) => text.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim()),
}));

/** Items have no captions; their first words tell them apart, without those of their own items. */
function isListed(provision: Provision): boolean {
  return ['item', 'subitem', 'paragraph', 'section', 'subsection', 'recital', 'clause'].includes(
    provision.kind,
  );
}

/** The first words of a provision, without its number and its items. */
export function opening(analysis: Analysis, provision: Provision): string {
  const from = provision.designation?.end ?? provision.range.start;
  const own = provision.children[0]?.range.start ?? provision.range.end;
  const end = Math.max(from, Math.min(own, from + 120, analysis.snapshot.text.length));
  return wordsKept(analysis).openings.of(analysis.snapshot, from, end);
}

function shorten(text: string): string {
  if (text.length <= longestName) return text;
  const cut = text.slice(0, longestName);
  const blank = cut.lastIndexOf(' ');
  return `${blank > longestName / 2 ? cut.slice(0, blank) : cut}…`;
}
