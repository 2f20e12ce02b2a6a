import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { isRootKind, type Provision, walkProvisions } from '../model/provision.ts';
import type { ContentsEntry } from '../syntax/contents-entries.ts';
import { say } from '../text/say.ts';
import type { Rule, RuleReport } from './rule.ts';

/** Fewer entries than this are no table of contents. */
const fewestEntries = 4;

/** The table of contents and the headings disagree: about a caption, or about what there is. */
export const contentsMismatch: Rule = {
  id: 'contents-mismatch',
  title: 'Contents and headings that disagree',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    for (const { entries, headings } of contentsByInstrument(analysis)) {
      const contents = firstEntries(entries);
      if (contents.length < fewestEntries) continue;
      const pairs = contents.map((entry) => ({ entry, heading: headings.get(keyOfEntry(entry)) ?? null }));
      const found = pairs.filter(({ heading }) => heading !== null).length;
      // Contents of which much leads nowhere belong to another document, or the headings were not recognised.
      if (found * 10 < pairs.length * 8) continue;
      yield* compareCaptions(analysis, pairs);
      yield* findAbsent(analysis, pairs);
    }
  },
};

/** The contents of one instrument or attachment, and its headings by number. */
interface InstrumentContents {
  readonly entries: readonly ContentsEntry[];
  readonly headings: ReadonlyMap<string, Provision | null>;
}

/** An amendment may carry the agreement it amends as an exhibit, with contents of its own. Linear. */
function contentsByInstrument(analysis: Analysis): readonly InstrumentContents[] {
  if (analysis.contents.length < fewestEntries) return [];
  const holders = [...walkProvisions(analysis.outline)].filter(({ kind }) => isRootKind(kind));
  const byHolder = new Map<Provision, ContentsEntry[]>();
  let next = 0;
  const open: Provision[] = [];
  for (const entry of analysis.contents) {
    for (let holder = holders[next]; holder && holder.range.start <= entry.range.start; next += 1) {
      open.push(holder);
      holder = holders[next + 1];
    }
    while (open.length > 1 && (open[open.length - 1]?.range.end ?? 0) <= entry.range.start) open.pop();
    const holder = open[open.length - 1] ?? holders[0];
    if (!holder) continue;
    const entries = byHolder.get(holder);
    if (entries) entries.push(entry);
    else byHolder.set(holder, [entry]);
  }
  return [...byHolder].map(([holder, entries]) => ({ entries, headings: indexHeadings(holder) }));
}

interface Pair {
  readonly entry: ContentsEntry;
  readonly heading: Provision | null;
}

/** A number that comes again belongs to another list, as that of the exhibits; one in brackets is that of a page. */
function firstEntries(entries: readonly ContentsEntry[]): readonly ContentsEntry[] {
  const byNumber = new Map<string, ContentsEntry>();
  for (const entry of entries) {
    const key = keyOfEntry(entry);
    if (entry.designation.shape !== '(#)' && !byNumber.has(key)) byNumber.set(key, entry);
  }
  return [...byNumber.values()];
}

/**
 * Headings of an instrument by number, without those of its attachments. Of two that carry one number the outer counts:
 * the other is one of a list inside a provision. Where neither is further out, the number is left out.
 */
function indexHeadings(holder: Provision): ReadonlyMap<string, Provision | null> {
  const headings = new Map<string, Provision | null>();
  const depths = new Map<string, number>();
  let level: readonly Provision[] = holder.children;
  for (let depth = 0; level.length > 0; depth += 1) {
    for (const provision of level) {
      if (provision.inline || provision.implied || !provision.numbering || isRootKind(provision.kind))
        continue;
      const { family, path } = provision.numbering;
      const key = keyOf(/^[a-z]/.test(family) ? family : null, path);
      const known = depths.get(key);
      if (known !== undefined && known < depth) continue;
      headings.set(key, known === undefined ? provision : null);
      depths.set(key, depth);
    }
    level = level.flatMap((provision) => (isRootKind(provision.kind) ? [] : provision.children));
  }
  return headings;
}

function keyOfEntry(entry: ContentsEntry): string {
  return keyOf(entry.designation.keyword, entry.designation.path);
}

/** "Section 1.01" in the contents is "1.01" in the text as often as not: decimals go by their number alone. */
function keyOf(keyword: string | null, path: readonly number[]): string {
  if (path.length > 1) return path.join('.');
  if (keyword) return `${keyword} ${path[0] ?? ''}`;
  return `${path[0] ?? ''}`;
}

function* compareCaptions(analysis: Analysis, pairs: readonly Pair[]): Generator<RuleReport> {
  for (const { entry, heading } of pairs) {
    if (!heading?.caption || entry.caption === '' || agree(entry.caption, heading.caption)) continue;
    yield {
      range: entry.captionRange,
      message: say`The contents call ${nameProvision(heading)} “${entry.caption}”; its heading says “${heading.caption}”.`,
      related: [{ range: heading.heading, message: say`The heading of ${nameProvision(heading)}.` }],
      fixes: mayWrap(analysis, entry)
        ? []
        : [
            {
              title: say`Write “${heading.caption}” in the contents`,
              edits: [{ range: entry.captionRange, newText: heading.caption }],
            },
          ],
    };
  }
}

/** Nothing follows the caption on its line: the next line may hold the rest of it, which a fix would leave behind. */
function mayWrap(analysis: Analysis, entry: ContentsEntry): boolean {
  const { snapshot } = analysis;
  const line = snapshot.lineText(entry.line);
  const behind = line.slice(entry.captionRange.end - snapshot.lineStart(entry.line));
  return behind.trim() === '' && snapshot.lineText(entry.line + 1).trim() !== '';
}

/** Wrapped entries, capitals, punctuation, "&" for "and", page numbers run into the caption: only the words count. */
function agree(left: string, right: string): boolean {
  const a = lettersOf(left);
  const b = lettersOf(right);
  return a === '' || b === '' || a.startsWith(b) || b.startsWith(a);
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}]/gu, '');
}

function* findAbsent(analysis: Analysis, pairs: readonly Pair[]): Generator<RuleReport> {
  for (let index = 1; index + 1 < pairs.length; index += 1) {
    const { entry, heading } = pairs[index] as Pair;
    const before = pairs[index - 1]?.heading;
    const after = pairs[index + 1]?.heading;
    if (heading || !before || !after || before.parent !== after.parent) continue;
    if (standsSomewhere(analysis, entry, before, after)) continue;
    const number = analysis.snapshot.slice(entry.range).replace(/\s+/g, ' ').replace(/[.:]$/, '');
    const printed = entry.caption ? say`${number} “${entry.caption}”` : number;
    yield {
      range: entry.range,
      message: say`The contents list ${printed}, but there is no such heading between ${nameProvision(before)} and ${nameProvision(after)}.`,
      related: [{ range: before.heading, message: say`${nameAtSentenceStart(before)} is here.` }],
    };
  }
}

/** The number or the caption stands between the two neighbours after all, in a form that was not recognised. */
function standsSomewhere(
  analysis: Analysis,
  entry: ContentsEntry,
  before: Provision,
  after: Provision,
): boolean {
  const text = analysis.snapshot.text.slice(before.heading.end, after.heading.start);
  const { keyword, number } = entry.designation;
  // "Section 4" anywhere, or "4" where a line begins.
  const place = keyword ? `[\\n\\r]|${keyword}|§|sec\\.|art\\.` : '[\\n\\r]';
  const label = number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (new RegExp(`(?:${place})[\\s*_#|(]{0,12}${label}(?!\\w)`, 'i').test(text)) return true;
  return entry.caption.length > 3 && lettersOf(text).includes(lettersOf(entry.caption));
}
