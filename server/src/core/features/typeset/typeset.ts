import type { Analysis } from '../../analysis.ts';
import type { Paragraph } from '../../inline/paragraph.ts';
import { innermostProvision } from '../../model/locate.ts';
import { isRootKind, type Provision, walkProvisions } from '../../model/provision.ts';
import type { Finding } from '../../rules/rule.ts';
import { Role } from '../../syntax/roles.ts';
import type { TextRange } from '../../text/range.ts';
import { definitionAnchor, provisionAnchor } from './anchors.ts';
import { bulletOf, SourceLayout } from './source-layout.ts';
import { columnsOf, type SetRow } from './typeset-columns.ts';
import {
  behindHeading,
  headingOfPage,
  isAllOf,
  isHigh,
  isMarked,
  numberText,
  type Piece,
  piecesOf,
  place,
  withoutStop,
  withoutUnderline,
} from './typeset-headings.ts';
import { definitionsWithin, linkedToOnce, type Run, runsOf, unused } from './typeset-runs.ts';
import { contentsOf, joinedTable, lastOfRole, tableOf } from './typeset-tables.ts';

/** A part of a document as it is set: what stands below each other. */
export interface TypesetBlock {
  readonly kind: 'heading' | 'text' | 'hung' | 'run-in' | 'lines' | 'table' | 'contents' | 'note';
  readonly range: TextRange;
  /** How far it is set in. */
  readonly level: number;
  /** Of a heading: 1 for the title of the document. */
  readonly rank: number;
  readonly isCentred: boolean;
  /** The printed number of what begins here: "(a)", "Section 4.2"; empty where none does. */
  readonly number: string;
  readonly caption: readonly Run[];
  readonly runs: readonly Run[];
  /** Of tables the cells, row by row; of what is set line by line the lines. */
  readonly rows: readonly SetRow[];
  /** By which it is linked to. */
  readonly anchors: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * The document as a printer would set it: numbers hung, captions, definitions and citations marked, page furniture, comments
 * and rules left out. In the order of the text, block by block, so that a caller may stop in between. Linear.
 */
export function* typeset(analysis: Analysis, findings: readonly Finding[]): Generator<TypesetBlock> {
  const places = [...findings].sort((one, other) => one.range.start - other.range.start);
  let next = 0;
  const used = new Set<string>();
  const found = (block: Block, until: number): TypesetBlock => {
    const first = next;
    while ((places[next]?.range.start ?? until) < until) next += 1;
    return {
      ...block,
      anchors: unused(block.anchors, used),
      caption: linkedToOnce(block.caption, used),
      runs: linkedToOnce(block.runs, used),
      findings: places.slice(first, next),
    };
  };
  let pending: Block | null = null;
  for (const block of blocksOf(analysis, places)) {
    const joined: Block | null = pending && joinedTable(pending, block);
    if (pending && !joined) yield found(pending, block.range.start);
    pending = joined ?? block;
  }
  if (pending) yield found(pending, Number.POSITIVE_INFINITY);
}

type Block = Omit<TypesetBlock, 'findings'>;

const empty = {
  level: 0,
  rank: 0,
  isCentred: false,
  number: '',
  caption: [],
  runs: [],
  rows: [],
  anchors: [],
} as const;

function* blocksOf(analysis: Analysis, findings: readonly Finding[]): Generator<Block> {
  const setter = new Setter(analysis, findings);
  const { paragraphs, roles, lines } = analysis;
  let line = 0;
  let done = -1;
  const apart = function* (until: number): Generator<Block> {
    for (; line <= until; line += 1) {
      const role = roles[line];
      if (role !== Role.contents && role !== Role.table) continue;
      yield* setter.end();
      done = lastOfRole(analysis, line, role);
      yield {
        ...empty,
        ...(role === Role.table ? tableOf(analysis, line, done) : contentsOf(analysis, line, done)),
      };
      line = done;
    }
  };
  for (const paragraph of paragraphs) {
    yield* apart(paragraph.firstLine);
    if (paragraph.firstLine > done) yield* setter.set(paragraph);
  }
  yield* apart(lines.length - 1);
  yield* setter.end();
}

/** How what stands in a provision is set in. */
interface Setting {
  readonly isHeading: boolean;
  /** Its paragraphs without numbers. */
  readonly text: number;
  /** What it is divided into. */
  readonly inner: number;
}

const furthestIn = 9;
const deepestHeading = 6;

/** Sets paragraphs in the order of the text. */
class Setter {
  readonly #analysis: Analysis;
  readonly #findings: readonly Finding[];
  readonly #pieces: readonly Piece[];
  /** What begins in the middle of a paragraph or without a number of its own. */
  readonly #unmarked: readonly Provision[];
  #nextPiece = 0;
  #nextUnmarked = 0;
  #nextFinding = 0;
  readonly #layout: SourceLayout;
  readonly #settings = new Map<Provision, Setting>();
  #signature: { range: TextRange; rows: SetRow[]; anchors: string[]; lastLine: number } | null = null;

  constructor(analysis: Analysis, findings: readonly Finding[]) {
    this.#analysis = analysis;
    this.#findings = findings;
    this.#layout = new SourceLayout(analysis);
    const provisions = walkProvisions(analysis.outline);
    this.#unmarked = provisions.filter((provision) => !isMarked(provision));
    this.#pieces = provisions
      .filter(isMarked)
      .flatMap(piecesOf)
      .sort((one, other) => one.start - other.start);
  }

  *set(paragraph: Paragraph): Generator<Block> {
    const around = innermostProvision(this.#analysis.outline, paragraph.start);
    const pieces = this.#piecesIn(paragraph);
    if (this.#isSigned(paragraph, around)) {
      this.#sign(paragraph, around);
      return;
    }
    yield* this.end();
    const findings = this.#findingsIn(paragraph);
    const [first] = pieces;
    const cut = first ? headingOfPage(paragraph, pieces) : paragraph.text.length;
    const block = first
      ? this.#opening(paragraph, cut, pieces, findings, first.provision)
      : this.#plain(paragraph, around, findings);
    yield { ...block, anchors: [...block.anchors, ...this.#unmarkedIn(paragraph).map(provisionAnchor)] };
    const whole = { start: cut, end: paragraph.text.length };
    if (first && cut < whole.end)
      yield {
        ...empty,
        kind: 'text',
        range: paragraph.rangeOf(whole.start, whole.end),
        level: this.#settings.get(first.provision)?.text ?? 0,
        runs: runsOf(this.#analysis, paragraph, whole, findings, { keepsLines: false, isHeading: false }),
      };
  }

  /** Signatures are set line by line, as they stand: who signs beside whom would be lost otherwise. */
  *end(): Generator<Block> {
    if (!this.#signature) return;
    const { range, rows, anchors } = this.#signature;
    this.#signature = null;
    yield { ...empty, kind: 'lines', range, rows, anchors };
  }

  #isSigned(paragraph: Paragraph, around: Provision | null): boolean {
    if (around?.kind !== 'signature') return false;
    const { text } = paragraph;
    const isSentence = text.length > shortestSentence && /[.;]$/.test(text);
    return (text.length <= longestSignature && !isSentence) || this.#layout.of(paragraph) !== 'flowing';
  }

  #sign(paragraph: Paragraph, around: Provision | null): void {
    const { snapshot } = this.#analysis;
    const before = this.#signature;
    const isFirst = around !== null && around.range.start >= paragraph.start;
    const rows: SetRow[] = before?.rows ?? [];
    if (before && paragraph.firstLine > before.lastLine + 1)
      rows.push({ line: before.lastLine + 1, cells: [''] });
    for (const line of paragraph.lines) rows.push({ line, cells: [snapshot.lineText(line).trimEnd()] });
    this.#signature = {
      range: { start: before?.range.start ?? paragraph.start, end: paragraph.end },
      rows,
      anchors: [...(before?.anchors ?? []), ...(isFirst ? [provisionAnchor(around)] : [])],
      lastLine: paragraph.lastLine,
    };
  }

  #piecesIn({ start, end }: Paragraph): readonly Piece[] {
    while ((this.#pieces[this.#nextPiece]?.start ?? start) < start) this.#nextPiece += 1;
    const first = this.#nextPiece;
    let last = first;
    while ((this.#pieces[last]?.start ?? end) < end) last += 1;
    return this.#pieces.slice(first, last);
  }

  #unmarkedIn({ start, end }: Paragraph): readonly Provision[] {
    const all = this.#unmarked;
    while ((all[this.#nextUnmarked]?.range.start ?? start) < start) this.#nextUnmarked += 1;
    let last = this.#nextUnmarked;
    while ((all[last]?.range.start ?? end) < end) last += 1;
    return all.slice(this.#nextUnmarked, last);
  }

  #findingsIn({ start, end }: Paragraph): readonly Finding[] {
    while ((this.#findings[this.#nextFinding]?.range.start ?? start) < start) this.#nextFinding += 1;
    let last = this.#nextFinding;
    while ((this.#findings[last]?.range.start ?? end) < end) last += 1;
    return this.#findings.slice(this.#nextFinding, last);
  }

  #plain(paragraph: Paragraph, around: Provision | null, findings: readonly Finding[]): Block {
    const { text } = paragraph;
    const range = { start: paragraph.start, end: paragraph.end };
    const columns = columnsOf(this.#analysis, paragraph);
    if (columns) return { ...empty, ...columns, range, anchors: this.#definedIn(range) };
    const bullet = this.#analysis.lines[paragraph.firstLine]?.bullet ?? false;
    const isNote = this.#analysis.roles[paragraph.firstLine] === Role.footnote;
    const layout = bullet || isNote ? 'flowing' : this.#layout.of(paragraph);
    const keepsLines = layout !== 'flowing';
    const starts = around && !around.implied && around.range.start >= paragraph.start ? [around] : [];
    return {
      ...empty,
      kind: isNote ? 'note' : bullet ? 'hung' : 'text',
      range,
      level: layout === 'set in' ? levelOfSetIn : this.#levelOf(paragraph, around),
      isCentred: layout === 'centred',
      number: bullet ? bulletOf(this.#analysis, paragraph) : '',
      runs: runsOf(this.#analysis, paragraph, { start: 0, end: text.length }, findings, {
        keepsLines,
        isHeading: false,
      }),
      anchors: starts.map(provisionAnchor),
    };
  }

  /** What is set cell by cell is linked to as a whole. */
  #definedIn(range: TextRange): readonly string[] {
    return definitionsWithin(this.#analysis, range).map((definition) =>
      definitionAnchor(this.#analysis, definition),
    );
  }

  /** A paragraph that opens with a number or a caption: a heading where nothing else stands in it. */
  #opening(
    paragraph: Paragraph,
    cut: number,
    pieces: readonly Piece[],
    findings: readonly Finding[],
    provision: Provision,
  ): Block {
    const text = paragraph.text.slice(0, cut);
    const own = pieces.filter((piece) => piece.provision === provision);
    const printed = place(
      paragraph,
      own.find(({ kind }) => kind === 'number'),
    );
    const captioned = place(
      paragraph,
      own.find(({ kind }) => kind === 'caption'),
    );
    const first = Math.min(printed?.start ?? text.length, captioned?.start ?? text.length);
    const numberEnd = printed?.end ?? 0;
    const headingEnd = Math.max(numberEnd, captioned?.end ?? 0);
    const rest = headingEnd + behindHeading(text.slice(headingEnd));
    const isHeading =
      paragraph.end <= provision.heading.end + longestEnd ||
      rest >= text.length ||
      (isRootKind(provision.kind) && text.length <= longestTitle);
    const number = printed && first <= longestEnd ? numberText(text.slice(printed.start, numberEnd)) : '';
    const isTitle = isHeading && (isRootKind(provision.kind) || isHigh(provision.kind));
    const isNamed = isHeading && !/^\d/.test(number);
    const isCentred = isTitle || (isNamed && this.#layout.of(paragraph) === 'centred');
    const isRunIn = !isHeading && (number === '' || named.test(number));
    const outer = this.#outerLevel(provision);
    this.#settings.set(provision, {
      isHeading,
      text: isHeading || isRunIn ? outer : outer + 1,
      inner: isHeading ? outer : outer + 1,
    });
    const set = (start: number, end: number, isCaption: boolean): readonly Run[] =>
      runsOf(this.#analysis, paragraph, { start, end }, findings, {
        keepsLines: isHeading && isCentred,
        isHeading: isCaption,
      });
    // A caption may also stand in front of its number.
    const isBelow = captioned !== null && captioned.start >= numberEnd;
    const end = isHeading && isBelow ? text.length : headingEnd;
    const behindNumber = number === '' ? 0 : numberEnd + behindHeading(text.slice(numberEnd));
    const showsCaption =
      captioned !== null && isAllOf(text, { start: isBelow ? behindNumber : 0, end }, captioned);
    return {
      ...empty,
      kind: isHeading ? 'heading' : isRunIn ? 'run-in' : 'hung',
      range:
        cut < paragraph.text.length
          ? paragraph.rangeOf(0, cut - 1)
          : { start: paragraph.start, end: paragraph.end },
      level: isHeading ? 0 : outer,
      rank: isHeading ? this.#rankOf(provision) : 0,
      isCentred,
      number,
      caption: showsCaption
        ? withoutUnderline(set(captioned.start, captioned.end, true))
        : isHeading
          ? withoutStop(withoutUnderline(set(behindNumber, text.length, true)))
          : [],
      runs: isHeading ? [] : set(showsCaption ? rest : behindNumber, text.length, false),
      anchors: [...new Set(pieces.map((piece) => piece.provision))].map(provisionAnchor),
    };
  }

  #rankOf(provision: Provision): number {
    let rank = 1;
    for (let at = provision.parent; at; at = at.parent) if (this.#settings.get(at)?.isHeading) rank += 1;
    return Math.min(deepestHeading, rank);
  }

  #outerLevel(provision: Provision): number {
    if (isRootKind(provision.kind)) return 0;
    for (let at = provision.parent; at; at = at.parent) {
      const setting = this.#settings.get(at);
      if (!setting) continue;
      const isItem = provision.kind === 'item' || provision.kind === 'subitem';
      return Math.min(furthestIn, setting.inner + (setting.isHeading && isItem ? 1 : 0));
    }
    return 0;
  }

  /** What follows a list and stands further to the left speaks of all of it. */
  #levelOf(paragraph: Paragraph, around: Provision | null): number {
    const { snapshot } = this.#analysis;
    const column = snapshot.positionAt(paragraph.start).column;
    for (let at = around; at; at = at.parent) {
      const setting = this.#settings.get(at);
      if (!setting) continue;
      const isInside = setting.isHeading || column >= snapshot.positionAt(at.range.start).column;
      if (isInside || !at.parent) return Math.min(furthestIn, setting.text);
    }
    return 0;
  }
}

/** In a signature block longer paragraphs are sentences. */
const longestSignature = 100;
const shortestSentence = 40;
/** An address beside the margin. */
const levelOfSetIn = 3;
/** The title of an attachment may be longer than what was read as its caption. */
const longestTitle = 200;
/** "Section 4.2" is too wide to be hung; "(iii)" and "VIII." are not. */
const named = /^(?![ivxlcdm]+\b)[A-Za-z]{3}|^.{9}/i;
/** Brackets and stops behind a caption. */
const longestEnd = 3;
