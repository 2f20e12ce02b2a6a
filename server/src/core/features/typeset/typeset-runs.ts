import type { Analysis } from '../../analysis.ts';
import type { Paragraph } from '../../inline/paragraph.ts';
import type { Definition } from '../../model/definition.ts';
import type { Reference } from '../../model/reference.ts';
import { termsOf } from '../../resolve/terms.ts';
import type { Finding } from '../../rules/rule.ts';
import { countLeading } from '../../text/ascending.ts';
import type { TextRange } from '../../text/range.ts';
import { tellsOfCitation } from '../citations/broken-citations.ts';
import { referenceIndexOf } from '../citations/reference-index.ts';
import { definedTermOf, standsOut } from '../terms/defined-term.ts';
import { definitionAnchor, provisionAnchor } from './anchors.ts';

/** Words of a paragraph that look and lead alike. */
export interface Run {
  readonly text: string;
  readonly kind: 'plain' | 'citation' | 'term' | 'definition' | 'break';
  readonly bold: boolean;
  readonly italic: boolean;
  /** Where it leads: provisions that are cited, the definition of a term; of a definition its own. */
  readonly anchors: readonly string[];
  /** Of a citation that leads to no provision here: why, or to which law. */
  readonly note: string;
  readonly isBroken: boolean;
}

/** A stretch of a paragraph's text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Mark extends Stretch, Pick<Run, 'kind' | 'anchors' | 'note' | 'isBroken'> {}

/** How a paragraph is set. */
export interface RunOptions {
  /** Its lines are kept apart, as in what is centred. */
  readonly keepsLines: boolean;
  /** In a heading nobody looks up what a term means. */
  readonly isHeading: boolean;
}

/** The runs between two places of a paragraph's text. Linear in the paragraph. */
export function runsOf(
  analysis: Analysis,
  paragraph: Paragraph,
  { start, end }: Stretch,
  findings: readonly Finding[],
  { keepsLines, isHeading }: RunOptions,
): readonly Run[] {
  const { text, pieceStarts } = paragraph.content;
  const marks = marksIn(analysis, paragraph, findings).filter(({ kind }) => !(isHeading && kind === 'term'));
  const style = styleOfParagraph(analysis, paragraph);
  const breaks = keepsLines ? pieceStarts : [];
  const runs: Run[] = [];
  let nextMark = 0;
  let nextBreak = 0;
  for (let from = start; from < end; ) {
    while ((marks[nextMark]?.end ?? from + 1) <= from) nextMark += 1;
    while ((breaks[nextBreak] ?? from + 1) <= from) {
      if (breaks[nextBreak] === from && from > start) runs.push({ ...plain, kind: 'break' });
      nextBreak += 1;
    }
    const mark = marks[nextMark];
    const isInside = mark !== undefined && mark.start <= from;
    const limit = Math.min(end, (isInside ? mark.end : mark?.start) ?? end, breaks[nextBreak] ?? end);
    let until = from + 1;
    while (until < limit && style?.[until] === style?.[from]) until += 1;
    const bits = style?.[from] ?? 0;
    if (!(bits & hiddenBit))
      runs.push({
        ...plain,
        ...(isInside && { kind: mark.kind, anchors: mark.anchors, note: mark.note, isBroken: mark.isBroken }),
        text: text.slice(from, until).replace(/\s+/g, ' '),
        bold: (bits & boldBit) !== 0,
        italic: (bits & italicBit) !== 0,
      });
    from = until;
  }
  return runs;
}

const plain: Run = {
  text: '',
  kind: 'plain',
  bold: false,
  italic: false,
  anchors: [],
  note: '',
  isBroken: false,
};

/** What of a paragraph leads somewhere, in the order of the text and without overlaps: of two the citation, then the definition. */
function marksIn(analysis: Analysis, paragraph: Paragraph, findings: readonly Finding[]): readonly Mark[] {
  const whole = { start: paragraph.start, end: paragraph.end };
  const place = ({ start, end }: TextRange): Stretch => ({
    start: paragraph.toLogical(start),
    end: paragraph.toLogical(end),
  });
  const sound = { note: '', isBroken: false };
  const references = referenceIndexOf(analysis).touching(whole);
  const citations = citationMarks(references, findings.filter(tellsOfCitation)).map(({ range, ...mark }) => ({
    ...place(range),
    ...mark,
  }));
  const definitions = definitionsWithin(analysis, whole)
    .filter(standsOut)
    .map(
      (definition): Mark => ({
        ...place(definition.range),
        ...sound,
        kind: 'definition',
        anchors: [definitionAnchor(analysis, definition)],
      }),
    );
  const uses = termsOf(analysis)
    .usesIn(paragraph)
    .filter(({ definition }) => standsOut(definition))
    .map(
      ({ range, definition }): Mark => ({
        ...place(range),
        ...sound,
        kind: 'term',
        anchors: [definitionAnchor(analysis, definedTermOf(analysis, definition).home)],
      }),
    );
  return joined(joined(citations, definitions), uses);
}

/** Both in one order, without those of the second that overlap one of the first. */
function joined(first: readonly Mark[], second: readonly Mark[]): readonly Mark[] {
  const all: Mark[] = [];
  let at = 0;
  let done = 0;
  for (const mark of second) {
    for (let one = first[at]; one && one.start < mark.end; one = first[at]) {
      all.push(one);
      done = Math.max(done, one.end);
      at += 1;
    }
    if (mark.start < done || mark.end <= mark.start) continue;
    all.push(mark);
    done = mark.end;
  }
  return [...all, ...first.slice(at)].filter(({ start, end }) => end > start);
}

/** A place is linked to once: where a term is parted by its emphasis, by its first part. */
export function linkedToOnce(runs: readonly Run[], used: Set<string>): readonly Run[] {
  return runs.map((run) =>
    run.kind === 'definition' ? { ...run, anchors: unused(run.anchors, used) } : run,
  );
}

/** Those that were not seen before, which are seen now. */
export function unused(anchors: readonly string[], used: Set<string>): readonly string[] {
  return anchors.filter((anchor) => !used.has(anchor) && used.add(anchor));
}

/** The definitions whose terms begin in a stretch of the document. Costs a binary search and what it returns. */
export function definitionsWithin(analysis: Analysis, { start, end }: TextRange): readonly Definition[] {
  const { definitions } = termsOf(analysis);
  const first = countLeading(definitions, ({ range }) => range.start < start);
  let last = first;
  while ((definitions[last]?.range.start ?? end) < end) last += 1;
  return definitions.slice(first, last);
}

/** More provisions than these are not told one by one. */
const mostAnchors = 6;

interface CitationMark extends Pick<Mark, 'kind' | 'anchors' | 'note' | 'isBroken'> {
  readonly range: TextRange;
}

/** What is not reported as broken is not shown as broken: the rules know what they are not sure of. */
function citationMarks(references: readonly Reference[], findings: readonly Finding[]): CitationMark[] {
  const marks: CitationMark[] = [];
  let next = 0;
  for (const reference of references) {
    for (const [at, member] of reference.members.entries()) {
      const isOnly = reference.members.length === 1;
      const start = at === 0 ? reference.range.start : member.range.start;
      const range = isOnly ? reference.range : { start, end: member.range.end };
      while ((findings[next]?.range.end ?? range.start + 1) <= range.start) next += 1;
      const finding = findings[next];
      const found = finding && finding.range.start < range.end ? finding : null;
      const isExternal = reference.status === 'external';
      const leads = member.targets.length > 0 || found !== null || isExternal;
      marks.push({
        range,
        kind: leads ? 'citation' : 'plain',
        anchors: member.targets.slice(0, mostAnchors).map(({ provision }) => provisionAnchor(provision)),
        note: found?.message ?? (isExternal ? (reference.external ?? '') : ''),
        isBroken: found !== null && member.targets.length === 0,
      });
    }
  }
  return marks;
}

const boldBit = 1;
const italicBit = 2;
const hiddenBit = 4;

/** Marks that open or close a line are not part of its paragraph, but what they mark is. */
function styleOfParagraph({ snapshot }: Analysis, paragraph: Paragraph): Uint8Array | null {
  const { text, start, end, firstLine, lastLine } = paragraph;
  const before = snapshot.slice({ start: snapshot.lineStart(firstLine), end: start });
  const after = snapshot.slice({ start: end, end: snapshot.lineRange(lastLine).end });
  const opening = /[*_]{0,3}$/.exec(before)?.[0] ?? '';
  const closing = /^[*_]{0,3}/.exec(after)?.[0] ?? '';
  const style = styleOf(`${opening}${text}${closing}`);
  return style?.subarray(opening.length, opening.length + text.length) ?? null;
}

/**
 * Of each character whether emphasis as Markdown writes it makes it bold or italic, and whether it is a mark that is not shown.
 * Stars alone may stand for what is left out. Null where nothing is marked.
 */
function styleOf(text: string): Uint8Array | null {
  if (!/[*_\\]/.test(text)) return null;
  const style = new Uint8Array(text.length);
  const set = (start: number, end: number, bit: number): void => {
    for (let at = start; at < end; at += 1) style[at] = (style[at] ?? 0) | bit;
  };
  for (const [bit, width, pattern] of emphasis) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if ((style[index] ?? 0) & hiddenBit) continue;
      const end = index + found.length;
      set(index, end, bit);
      set(index, index + width, hiddenBit);
      set(end - width, end, hiddenBit);
    }
  }
  for (const { index } of text.matchAll(/\\[.)(*_#+[\]-]/g)) set(index, index + 1, hiddenBit);
  return style;
}

const emphasis: ReadonlyArray<readonly [number, number, RegExp]> = [
  [boldBit, 2, /\*\*(?![\s*])[^*]{1,400}\*\*/g],
  [boldBit, 2, /(?<![\w_])__(?![\s_])[^_]{1,400}(?<![\s_])__(?![\w_])/g],
  [italicBit, 1, /(?<![\w*])\*(?![\s*])[^*]{1,400}(?<![\s*])\*(?![\w*])/g],
  [italicBit, 1, /(?<![\w_])_(?![\s_])[^_]{1,400}(?<![\s_])_(?![\w_])/g],
];
