import type { Analysis } from '../../analysis.ts';
import { isAttachmentKind, isRootKind, type Provision, walkProvisions } from '../../model/provision.ts';
import { perAnalysis } from '../../resolve/per-analysis.ts';
import { touches } from '../../text/range.ts';
import { provisionsAt } from './selection.ts';

/**
 * How a lawyer cites the provision at `offset`, in the words of the document: "Section 16.4(2)", "Article 7,
 * paragraph 2", "Exhibit 1, Section 3.7". Null where nothing that can be cited stands there.
 */
export function citationAt(analysis: Analysis, offset: number): string | null {
  const place = wordsAt(analysis, offset);
  const chain = provisionsAt(analysis, place);
  const provision = chain.find(citable);
  if (provision) return cite(analysis, provision);
  // The label at the top of a document that is an exhibit itself.
  const root = chain.at(-1);
  return root?.designation && isAttachmentKind(root.kind) && touches(root.designation, place)
    ? nameOfAttachment(root)
    : null;
}

/** The citation of a provision that has a number, or is an attachment or a part with a caption. */
export function cite(analysis: Analysis, provision: Provision): string {
  const { attachment, within } = chainOf(provision);
  const parts = attachment ? [nameOfAttachment(attachment)] : [];
  if (within.length > 0) parts.push(citeWithin(analysis, within));
  return parts.join(', ');
}

/** How a provision is cited inside its own instrument or attachment; an attachment by its name. */
export function citeInside(analysis: Analysis, provision: Provision): string {
  const { attachment, within } = chainOf(provision);
  if (within.length > 0) return citeWithin(analysis, within);
  return attachment ? nameOfAttachment(attachment) : '';
}

/** The attachment in which a provision stands, or which it is, and what is cited in it, outermost first. */
function chainOf(provision: Provision): { attachment: Provision | null; within: readonly Provision[] } {
  const within: Provision[] = [];
  for (let at: Provision | null = provision; at?.parent; at = at.parent) {
    if (isRootKind(at.kind)) return { attachment: at, within };
    if (citable(at)) within.unshift(at);
  }
  return { attachment: null, within };
}

function citable(provision: Provision): boolean {
  if (provision.parent === null) return false;
  return provision.ordinal !== null || provision.caption !== null || isAttachmentKind(provision.kind);
}

/** A cursor in the margin or on a heading's marks stands for the words of its line. */
function wordsAt(analysis: Analysis, offset: number): number {
  const line = analysis.snapshot.lineAt(offset);
  const facts = analysis.lines[line];
  if (!facts) return offset;
  const start = analysis.snapshot.lineStart(line);
  const first = facts.designation?.start ?? facts.start;
  return Math.min(Math.max(offset, start + first), Math.max(start + facts.end - 1, start));
}

function nameOfAttachment(provision: Provision): string {
  if (provision.kind === 'supplement') return 'Supplementary Provisions';
  const family = provision.numbering?.family ?? '';
  const word = /^[a-z]/.test(family) ? family : provision.kind;
  return provision.number === null ? capitalised(word) : `${capitalised(word)} ${provision.number}`;
}

/** The citation inside one instrument. `chain` is outermost first. */
function citeWithin(analysis: Analysis, chain: readonly Provision[]): string {
  const base = baseOf(chain);
  const head = chain[base];
  if (!head) return '';
  let text = nameOfBase(analysis, head);
  const style = subdivisionStyle(analysis, head);
  for (const provision of chain.slice(base + 1)) {
    if (provision.ordinal === null) continue;
    const bracketed = provision.numbering?.family.startsWith('(') === true;
    const direct = style === 'brackets' && (bracketed || provision.numbering?.family === '#)');
    if (direct) text += `(${provision.ordinal})`;
    else {
      const number = bracketed ? `(${provision.ordinal})` : provision.ordinal;
      text += `, ${provision.kind} ${number}`;
    }
  }
  if (base === 0) return text;
  // Numbers that begin again in each article or chapter say nothing without it.
  const outer = chain.slice(0, base).filter((provision) => provision.ordinal !== null);
  return outer.length > 0 && isAmbiguous(analysis, head) ? `${citeWithin(analysis, outer)}, ${text}` : text;
}

/**
 * Where the citation begins: the innermost provision with a number that is complete by itself (a keyword's or a
 * compound one), else the outermost one with a number.
 */
function baseOf(chain: readonly Provision[]): number {
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const provision = chain[index];
    if (!provision || provision.ordinal === null || provision.implied) continue;
    const family = provision.numbering?.family ?? '';
    const minor = provision.kind === 'paragraph' || provision.kind === 'item' || provision.kind === 'subitem';
    if (family === '#.#' || provision.kind === 'section' || (/^[a-z]/.test(family) && !minor)) return index;
  }
  const numbered = chain.findIndex((provision) => provision.ordinal !== null);
  return numbered >= 0 ? numbered : chain.length - 1;
}

function nameOfBase(analysis: Analysis, provision: Provision): string {
  if (provision.ordinal === null) return `“${provision.caption ?? ''}”`;
  const family = provision.numbering?.family ?? '';
  if (/^[a-z]/.test(family)) return `${capitalised(family)} ${provision.ordinal}`;
  if (family.startsWith('(') || family === '#)') return `${provision.kind} (${provision.ordinal})`;
  if (provision.kind === 'section' || provision.kind === 'subsection')
    return `${wordFor(analysis, provision)} ${provision.ordinal}`;
  return `${capitalised(provision.kind)} ${provision.ordinal}`;
}

/** What the document calls its sections where they are numbered without a word: most often what it cites them by. */
function wordFor(analysis: Analysis, provision: Provision): string {
  return capitalised(waysOf(analysis).words.get(provision.numbering?.path.length ?? 1) ?? 'section');
}

/**
 * "Section 7(2)" and, where the document cites so, "Article 7(2)"; else each subdivision of an article by its name, as
 * Japanese and civil law documents do.
 */
function subdivisionStyle(analysis: Analysis, head: Provision): 'brackets' | 'names' {
  return head.numbering?.family !== 'article' || waysOf(analysis).brackets ? 'brackets' : 'names';
}

/** How a document cites, read off its text once. */
interface WaysOfCiting {
  /** The word most often put before bare numbers, by how many numbers they are made of: 2 for 4.1. */
  readonly words: ReadonlyMap<number, string>;
  /** It writes "Article 7(2)". */
  readonly brackets: boolean;
}

const waysOf = perAnalysis(({ paragraphs }): WaysOfCiting => {
  const counts = new Map<number, Map<string, number>>([[1, new Map()]]);
  const count = (depth: number, word: string): void => {
    const words = counts.get(depth) ?? new Map<string, number>();
    counts.set(depth, words.set(word, (words.get(word) ?? 0) + 1));
  };
  let brackets = false;
  for (const { content } of paragraphs) {
    for (const { word, depth, bracketed } of content.ask(readNumbersCited)) {
      brackets ||= bracketed;
      if (!word) continue;
      count(depth, word);
      // What is said before a longer number tells of bare ones too.
      if (depth > 1) count(1, word);
    }
  }
  const words = new Map([...counts].map(([depth, found]) => [depth, mostFrequent(found)]));
  return { words, brackets };
});

interface NumberCited {
  /** The word before it, in the singular; null before roman numerals. */
  readonly word: string | null;
  readonly depth: number;
  readonly bracketed: boolean;
}

const numbersCited =
  /\b(section|clause|paragraph|article)s?[ \u00a0]{1,3}(?:(\d+(?:\.\d+)*)|[IVX]+(?![a-z]))(\([a-z\d]{1,4}\))?/gi;

function readNumbersCited(text: string): readonly NumberCited[] {
  return [...text.matchAll(numbersCited)].map(([, word = '', number, subdivision]) => ({
    word: number === undefined ? null : word.toLowerCase(),
    depth: number?.split('.').length ?? 1,
    bracketed: subdivision !== undefined && word.toLowerCase() !== 'paragraph',
  }));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = 'section';
  for (const [word, count] of counts) if (count > (counts.get(best) ?? 0)) best = word;
  return best;
}

/** Another provision of the instrument carries the same number in the same way. */
function isAmbiguous(analysis: Analysis, provision: Provision): boolean {
  return (namesakesOf(analysis).get(instrumentOf(provision))?.get(nameKey(provision)) ?? 0) > 1;
}

/** How often each number occurs in each instrument. */
const namesakesOf = perAnalysis(({ outline }) => {
  const counts = new Map<Provision | null, Map<string, number>>();
  for (const provision of walkProvisions(outline)) {
    if (provision.ordinal === null) continue;
    const instrument = instrumentOf(provision);
    const names = counts.get(instrument) ?? new Map<string, number>();
    counts.set(instrument, names);
    const key = nameKey(provision);
    names.set(key, (names.get(key) ?? 0) + 1);
  }
  return counts;
});

function nameKey({ kind, ordinal, numbering }: Provision): string {
  return `${kind} ${numbering?.family ?? ''} ${ordinal ?? ''}`;
}

function instrumentOf(provision: Provision): Provision | null {
  let at: Provision | null = provision.parent;
  while (at && !isRootKind(at.kind) && at.parent) at = at.parent;
  return at;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
