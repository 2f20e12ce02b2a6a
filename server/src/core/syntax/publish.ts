import type { Provision } from '../model/provision.ts';
import { range, type TextRange } from '../text/range.ts';
import type { Draft } from './draft.ts';
import type { ParseInput } from './parse.ts';

/**
 * Turns drafts into provisions: ids, headings and ranges. The root is published too, as the instrument that holds the
 * rest, unless nothing at all was found in the document.
 */
export function publish(root: Draft, input: ParseInput): readonly Provision[] {
  if (root.children.length === 0 && root.caption === null && root.number === null) return [];
  const whole = wholeText(input);
  const published = new Map<Draft, MutableProvision>();
  const pending: Draft[] = [root];
  let top: MutableProvision | null = null;
  for (let draft = pending.pop(); draft; draft = pending.pop()) {
    const parent = draft.parent ? (published.get(draft.parent) ?? null) : null;
    const provision = publishOne(draft, parent, input, draft === root ? whole : null);
    published.set(draft, provision);
    if (parent) parent.children.push(provision);
    else top = provision;
    for (let index = draft.children.length - 1; index >= 0; index -= 1) {
      const child = draft.children[index];
      if (child) pending.push(child);
    }
  }
  return top ? [top] : [];
}

type MutableProvision = { -readonly [K in keyof Provision]: Provision[K] } & { children: Provision[] };

function publishOne(
  draft: Draft,
  parent: MutableProvision | null,
  input: ParseInput,
  whole: TextRange | null,
): MutableProvision {
  const hasDesignation = draft.designationEnd > draft.start;
  const designation = hasDesignation ? range(draft.start, draft.designationEnd) : null;
  const captionRange = draft.captionStart >= 0 ? range(draft.captionStart, draft.captionEnd) : null;
  return {
    id: identify(draft, parent, input),
    kind: draft.kind,
    number: draft.number,
    ordinal: draft.ordinal,
    numbering:
      draft.path.length > 0 && (draft.number !== null || draft.implied)
        ? { family: draft.family, numeral: draft.numeral, path: draft.path }
        : null,
    caption: draft.caption,
    designation,
    captionRange,
    heading: headingOf(draft, designation, captionRange, input),
    range: whole ?? range(draft.start, Math.max(draft.end, draft.designationEnd)),
    inline: draft.inline,
    implied: draft.implied,
    confidence: draft.confidence,
    parent,
    children: [],
  };
}

function headingOf(
  draft: Draft,
  designation: TextRange | null,
  caption: TextRange | null,
  input: ParseInput,
): TextRange {
  if (designation && caption && caption.start >= designation.start && draft.parent) {
    return range(designation.start, caption.end);
  }
  if (designation) return designation;
  if (caption) return caption;
  const line = input.snapshot.lineAt(draft.start);
  const facts = input.lines[line];
  const end = facts ? input.lineStart(line) + facts.end : draft.end;
  return range(draft.start, Math.max(draft.start, Math.min(end, Math.max(draft.end, draft.start))));
}

/** From the first written character of the document to the last. */
function wholeText(input: ParseInput): TextRange {
  const text = input.snapshot.text;
  let end = text.length;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1;
  let start = 0;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  return range(start, end);
}

/**
 * An id made of what a provision says, not of its number: kind, caption or first words, below its parent's id; equal
 * ones are told apart by their order. Renumbering leaves it alone.
 */
function identify(draft: Draft, parent: MutableProvision | null, input: ParseInput): string {
  const words = draft.caption ?? firstWords(draft, input);
  const name = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48);
  const base = `${parent ? `${parent.id}/` : ''}${draft.kind}:${name}`;
  if (!parent) return base;
  const counts = idCounts(parent);
  const count = (counts.get(base) ?? 0) + 1;
  counts.set(base, count);
  return count === 1 ? base : `${base}~${count}`;
}

const countsByParent = new WeakMap<MutableProvision, Map<string, number>>();

function idCounts(parent: MutableProvision): Map<string, number> {
  const known = countsByParent.get(parent);
  if (known) return known;
  const fresh = new Map<string, number>();
  countsByParent.set(parent, fresh);
  return fresh;
}

function firstWords(draft: Draft, input: ParseInput): string {
  const from = draft.firstText >= 0 ? Math.max(draft.firstText, draft.designationEnd) : draft.designationEnd;
  return input.snapshot.text.slice(from, from + 60);
}
