import type { Numbering, Provision } from '../model/provision.ts';
import { ownCopy } from '../text/memo.ts';
import { range, type TextRange } from '../text/range.ts';
import type { Draft } from './draft.ts';
import type { ParseInput } from './parse.ts';

/**
 * Turns drafts into provisions: ids, headings and ranges. The root is published too, as the instrument that holds the
 * rest, unless nothing at all was found in the document.
 */
export function publish(root: Draft, input: ParseInput, untouched: UntouchedText): readonly Provision[] {
  if (root.children.length === 0 && root.caption === null && root.number === null) return [];
  const whole = wholeText(input);
  const top = new Published(publishOne(root, null, input, untouched, whole));
  // What is to be published yet, and below which: in two lists, since thousands of pairs would be made.
  const pending: Draft[] = [];
  const parents: Published[] = [];
  const plan = (draft: Draft, parent: Published): void => {
    for (let index = draft.children.length - 1; index >= 0; index -= 1) {
      const child = draft.children[index];
      if (!child) continue;
      pending.push(child);
      parents.push(parent);
    }
  };
  plan(root, top);
  for (let draft = pending.pop(); draft; draft = pending.pop()) {
    const parent = parents.pop() ?? top;
    const provision = publishOne(draft, parent, input, untouched, null);
    parent.provision.children.push(provision);
    if (draft.children.length > 0) plan(draft, new Published(provision));
  }
  return [top.provision];
}

/** The text that no edit touched since the document was read before: up to the offset `until`, and from `from` on. */
export interface UntouchedText {
  readonly until: number;
  readonly from: number;
}

/** A provision with the ids given to its children so far, which tells equal ones apart. */
class Published {
  readonly provision: MutableProvision;
  /** The names given so far: a few are looked through, many are counted. */
  readonly #names: string[] = [];
  #counts: Map<string, number> | null = null;

  constructor(provision: MutableProvision) {
    this.provision = provision;
  }

  /** How many children have this name, with the one that is given it now. */
  count(name: string): number {
    if (this.#counts === null && this.#names.length < fewNames) {
      let count = 1;
      for (const other of this.#names) if (other === name) count += 1;
      this.#names.push(name);
      return count;
    }
    this.#counts ??= counted(this.#names);
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count;
  }
}

const fewNames = 12;

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

type MutableProvision = { -readonly [K in keyof Provision]: Provision[K] } & { children: Provision[] };

function publishOne(
  draft: Draft,
  parent: Published | null,
  input: ParseInput,
  untouched: UntouchedText,
  whole: TextRange | null,
): MutableProvision {
  const hasDesignation = draft.designationEnd > draft.start;
  const designation = hasDesignation ? range(draft.start, draft.designationEnd) : null;
  const captionRange = draft.captionStart >= 0 ? range(draft.captionStart, draft.captionEnd) : null;
  return {
    id: identify(draft, parent, input, untouched),
    kind: draft.kind,
    number: draft.number,
    ordinal: draft.ordinal,
    numbering: numberingOf(draft),
    caption: draft.caption,
    designation,
    captionRange,
    heading: headingOf(draft, designation, captionRange, input),
    range: whole ?? range(draft.start, Math.max(draft.end, draft.designationEnd)),
    inline: draft.inline,
    block: draft.block,
    implied: draft.implied,
    confidence: draft.confidence,
    parent: parent?.provision ?? null,
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
  if (!draft.parent) {
    // A document without a title is shown by its first line.
    const first = wholeText(input).start;
    const line = input.snapshot.lineAt(first);
    const end = input.lineStart(line) + (input.lines[line]?.end ?? 0);
    if (end > first) return range(first, end);
    // It is nothing but decoration.
    return range(
      first,
      first + input.snapshot.text.slice(first, input.snapshot.lineRange(line).end).trimEnd().length,
    );
  }
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
function identify(
  draft: Draft,
  parent: Published | null,
  input: ParseInput,
  untouched: UntouchedText,
): string {
  const key = keyOf(draft, parent, input, untouched);
  if (!parent) return key;
  // Counted by the short name: the whole id would have to be joined and hashed for each provision.
  const count = parent.count(key);
  const name = draft.opening?.name ?? null;
  const own = count === 1 ? key : `${key}~${count}`;
  if (name === null) return `${parent.provision.id}/${own}`;
  // Below the same parent the same string: mostly it needs not be joined anew.
  if (name.own !== own || name.parent !== parent.provision.id) {
    name.own = own;
    name.parent = parent.provision.id;
    name.id = `${name.parent}/${own}`;
  }
  return name.id;
}

/** Kind and name. Made anew only where the words are others than those that it was made of. */
function keyOf(
  draft: Draft,
  parent: Published | null,
  input: ParseInput,
  { until: before, from: behind }: UntouchedText,
): string {
  const { kind, opening, caption } = draft;
  const known = opening?.name?.kind === kind ? opening.name : null;
  if (caption !== null || !parent) {
    const words = caption ?? '';
    return known?.words === words ? known.key : newKey(draft, words, -1);
  }
  const from = draft.firstText >= 0 ? Math.max(draft.firstText, draft.designationEnd) : draft.designationEnd;
  const until = endOfFirstWords(draft, from);
  const { text } = input.snapshot;
  // Thousands are looked at with each edit. Almost all stand where nothing was touched; the others are compared where they stand.
  if (known && known.words.length === until - from) {
    const stays = known.offset === from - draft.start && (until <= before || draft.start >= behind);
    if (stays || text.startsWith(known.words, from)) {
      known.offset = from - draft.start;
      return known.key;
    }
  }
  return newKey(draft, text.slice(from, until), from - draft.start);
}

function newKey({ kind, opening }: Draft, words: string, offset: number): string {
  const own = ownCopy(words);
  const name = own
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 48);
  const key = `${kind}:${name}`;
  if (opening) opening.name = { words: own, offset, kind, key, own: '', parent: '', id: '' };
  return key;
}

/** The same object as long as the provision's line is not read again. */
function numberingOf(draft: Draft): Numbering | null {
  if (draft.path.length === 0 || (draft.number === null && !draft.implied)) return null;
  const { family, numeral, path, opening } = draft;
  const numbering = opening?.numbering ?? { family, numeral, path };
  if (opening) opening.numbering = numbering;
  return numbering;
}

/** A provision says of its own what stands before its end and before the first provision below it, whose number is none of its words. */
function endOfFirstWords({ children, end }: Draft, from: number): number {
  let until = Math.min(from + 60, end);
  for (const { start } of children) {
    if (start < from) continue;
    until = Math.min(until, start);
    break;
  }
  return Math.max(from, until);
}
