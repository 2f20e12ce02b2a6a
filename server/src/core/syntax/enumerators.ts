import type { Designation } from './designation.ts';
import { type Draft, joinRun, newDraft } from './draft.ts';
import { citationNouns, lineBefore, quantityWords } from './flow.ts';
import { LineStarts } from './line-starts.ts';
import type { LineFacts } from './lines.ts';
import type { InlineMark } from './marks.ts';
import type { ParseInput } from './parse.ts';
import { familyOf, type Placement, place } from './placement.ts';
import { Role } from './roles.ts';

const noDrafts: ReadonlyMap<string, Draft> = new Map();

/** Lines longer than this hold whole paragraphs, and provisions may begin in the middle of them. */
const unwrappedLine = 200;

/** Further along in one line no enumerator is looked for: a line may hold a whole book, and each mark would search it. */
const furthestMark = 200;

/** A citation and the next member of its list stand no further apart than ", and/or ". */
const citationReach = 12;

/**
 * Reads the enumerators inside running text, "(i) …; (ii) …", and, in unwrapped text, provisions that begin inside a
 * line. An enumerator that cites a provision ("clauses (i) and (ii)") or repeats a quantity ("three (3)") opens none.
 */
export class EnumeratorReader {
  readonly #input: ParseInput;
  /** The look ahead: kept here, as the tree asks for it too. */
  readonly lineStarts: LineStarts;

  constructor(input: ParseInput) {
    this.#input = input;
    this.lineStarts = new LineStarts(input);
  }

  /**
   * Reads one line and yields each provision found, already given its parent; the reader is to open it before it goes
   * on. `fromStart` reads the designation at the start of the line too: it came there because the sentence wrapped.
   * `textStart` is where a heading's text begins on this line: an enumerator there opens a list, not a sentence's items.
   */
  *read(
    index: number,
    fromStart: boolean,
    block: number,
    openStack: () => readonly Draft[],
    textStart: number | null = null,
  ): Generator<Draft> {
    const line = this.#input.lines[index];
    if (!line || (line.enumerators.length === 0 && !fromStart)) return;
    const marks =
      fromStart && line.designation?.shape === '(#)'
        ? [this.#markAtStart(index, line), ...line.enumerators]
        : line.enumerators;
    let citedUntil = -1;
    for (let position = 0; position < marks.length; position += 1) {
      const mark = marks[position];
      if (!mark) continue;
      const { designation } = mark;
      const chained =
        citedUntil >= 0 &&
        designation.start - citedUntil <= citationReach &&
        /^(?:|and|or|to|through)$/.test(mark.wordBefore);
      if (chained || isCitation(mark)) {
        citedUntil = designation.end;
        continue;
      }
      if (designation.numeral === 'arabic' && quantityWords.has(mark.wordBefore)) continue;
      const draft = this.#accept(
        index,
        mark,
        this.#lookahead(index, marks, position),
        block,
        openStack(),
        textStart,
      );
      if (draft) yield draft;
    }
  }

  /** Nothing but punctuation between the heading and the enumerator: "2.07 Interest. (a) The Borrower …". */
  #opensText(index: number, designation: Designation, textStart: number | null): boolean {
    if (textStart === null || designation.start < textStart) return false;
    return !/[A-Za-z\d]/.test(this.#input.lineText(index).slice(textStart, designation.start));
  }

  /** The number of the next line of the same brackets, to tell "(i)" the letter from "(i)" the numeral. */
  nextAtLineStart(index: number, designation: Designation): string | null {
    if (designation.keyword !== null || designation.otherReading === null) return null;
    // What comes next may be a deeper list; the first few lines of the same brackets settle it.
    const small = designation.number.toLowerCase();
    const letterNext = nextLetter(small);
    const settling = this.lineStarts.find(index, designation, 12, (other) => {
      const number = other.number.toLowerCase();
      return number === letterNext || number === `${small}i` || number === small;
    });
    const number = settling?.number.toLowerCase() ?? small;
    return number === small ? null : number;
  }

  /** Whether the number `steps` after this one opens one of the next lines of the same form. Looks at six at most. */
  numberFollows(index: number, designation: Designation, steps: 1 | -1): boolean {
    const due = designation.path.slice();
    const last = due.length - 1;
    due[last] = (due[last] ?? 0) + steps;
    return this.lineStarts.find(index, designation, 6, ({ path }) => isSamePath(path, due)) !== null;
  }

  #markAtStart(index: number, line: LineFacts): InlineMark {
    const previousIndex = lineBefore(this.#input.flow, index);
    const previous = previousIndex >= 0 ? this.#input.lines[previousIndex] : undefined;
    const designation = line.designation as Designation;
    const after = this.#input
      .lineText(index)
      .slice(designation.end, designation.end + 12)
      .trimStart();
    return {
      designation,
      wordBefore: previous?.lastWord ?? '',
      characterBefore: previous?.lastCharacter ?? '',
      afterCitation: false,
      setOff: false,
      citedBehind: /^(?:above|below|and \(|or \(|through \(|to \()/.test(after),
      followedBy: /^[,;).]/.test(after) ? 'punctuation' : /^[a-z]/.test(after) ? 'lower' : 'upper',
    };
  }

  /** The next enumerator in this line or at the sentence's next line. */
  #lookahead(index: number, marks: readonly InlineMark[], position: number): string | null {
    const mark = marks[position];
    if (!mark || mark.designation.otherReading === null) return null;
    const small = mark.designation.number.toLowerCase();
    const letterNext = nextLetter(small);
    for (let at = index; at < this.#input.lines.length && at < index + 40; at += 1) {
      const line = this.#input.lines[at];
      if (!line || this.#input.roles[at] !== Role.text) continue;
      const from = at === index ? position + 1 : 0;
      const here = at === index ? marks : line.enumerators;
      if (at !== index && line.designation?.shape === '(#)') {
        const number = line.designation.number.toLowerCase();
        if (number === letterNext || number === `${small}i`) return number;
      }
      for (let next = from; next < Math.min(here.length, from + furthestMark); next += 1) {
        const number = here[next]?.designation.number.toLowerCase() ?? '';
        if (number === letterNext || number === `${small}i`) return number;
      }
    }
    return null;
  }

  /** Whether the enumerator after this one stands further on in the paragraph, among the next 200 of the next 40 lines. */
  #successorBehind(index: number, designation: Designation, path: readonly number[]): boolean {
    const due = [...path.slice(0, -1), (path[path.length - 1] ?? 0) + 1];
    const { lines, roles, flow } = this.#input;
    let seen = 0;
    for (let at = index; at < Math.min(lines.length, index + 40) && seen < furthestMark; at += 1) {
      const line = lines[at];
      const lineFlow = flow[at];
      if (!line || roles[at] !== Role.text) continue;
      if (at > index && lineFlow && lineFlow.blanks > 0 && !lineFlow.acrossFurniture) return false;
      if (at > index && line.designation && opensWith(line.designation, designation.shape, due)) return true;
      for (const mark of line.enumerators) {
        if (at === index && mark.designation.start <= designation.start) continue;
        if (opensWith(mark.designation, designation.shape, due)) return true;
        seen += 1;
        if (seen >= furthestMark) break;
      }
    }
    return false;
  }

  #accept(
    index: number,
    mark: InlineMark,
    lookahead: string | null,
    block: number,
    stack: readonly Draft[],
    textStart: number | null,
  ): Draft | null {
    const { designation } = mark;
    const bracketed = designation.shape.endsWith('#)');
    const unwrapped = (this.#input.lines[index]?.length ?? 0) >= unwrappedLine;
    if (!bracketed && !unwrapped && !(mark.setOff && this.#input.wrapWidth === null)) return null;
    const placement = place(stack, designation, {
      lookahead,
      includeWeak: bracketed,
      indent: null,
      headingLevel: 0,
      heading: false,
      lastOfFamily: noDrafts,
    });
    const listed = (): boolean =>
      (placement.sibling?.run.members ?? 0) > 1 || this.#successorBehind(index, designation, placement.path);
    if (!fits(placement, mark, bracketed, block, listed)) return null;
    const start = this.#input.lineStart(index);
    const joined = /^(?:next|gap|duplicate)$/.test(placement.relation) ? placement.sibling : null;
    const joins = joined !== null;
    const run = joinRun(joined, bracketed);
    return newDraft({
      kind: 'item',
      family: familyOf(designation),
      keyword: designation.keyword,
      numeral: placement.numeral,
      path: placement.path,
      number: designation.number,
      line: index,
      start: start + designation.start,
      designationEnd: start + designation.end,
      end: start + (this.#input.lines[index]?.end ?? designation.end),
      inline: true,
      weak: bracketed && joined?.weak !== false && !this.#opensText(index, designation, textStart),
      confidence: joins ? 0.9 : 0.8,
      evidence: [
        joins ? 'the enumerator that is due in the sentence' : 'begins an enumeration in the sentence',
      ],
      parent: placement.parent,
      run,
      joined,
      block,
      firstText: start + designation.end,
      firstTextLine: index,
    });
  }
}

/** `j` after `i`, `jj` after `ii`. */
export function nextLetter(letters: string): string {
  return String.fromCharCode(letters.charCodeAt(0) + 1).repeat(letters.length);
}

/** Whether it is written in this shape and can be read as this number. */
function opensWith(designation: Designation, shape: Designation['shape'], path: readonly number[]): boolean {
  if (designation.shape !== shape) return false;
  const other = designation.otherReading;
  const { path: read } = designation;
  const same = read.length === path.length && read.every((value, at) => path[at] === value);
  return same || (path.length === 1 && other?.value === path[0]);
}

function isSamePath(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((value, at) => right[at] === value);
}

function isCitation(mark: InlineMark): boolean {
  if (mark.afterCitation || mark.citedBehind || mark.followedBy === 'punctuation') return true;
  return citationNouns.has(mark.wordBefore) && !/[.,;:]/.test(mark.characterBefore);
}

/**
 * Inside a sentence only what is plainly due is taken, and, where punctuation or a conjunction sets it off, the one after
 * it or, behind punctuation, the same again: that is how a number slips there. `listed` tells whether other enumerators
 * beside it make a list.
 */
function fits(
  placement: Placement,
  mark: InlineMark,
  bracketed: boolean,
  block: number,
  listed: () => boolean,
): boolean {
  const { relation, sibling, jump } = placement;
  const punctuated = mark.setOff || /[;:,.)”"]/.test(mark.characterBefore);
  const conjunction = /^(?:and|or|but|nor|then|either|plus|minus|less)$/.test(mark.wordBefore);
  const skipped = relation === 'gap' && jump === 2;
  if (bracketed) {
    if (relation === 'next') return sibling?.weak === true || punctuated || conjunction;
    if (relation === 'first') return true;
    const weak = sibling?.weak === true;
    if (relation === 'restart') return weak || punctuated;
    if (sibling?.block !== block) return false;
    // A skipped number stands before the last item as often as not: "(i) …, (ii) … and (iv) …".
    if (skipped) return (punctuated || conjunction) && listed();
    return relation === 'duplicate' && weak && sibling.run.members > 1 && punctuated;
  }
  if (!punctuated || mark.followedBy === 'lower') return false;
  if (relation === 'new-series') {
    return placement.path.length === 1 && placement.path[0] === 1 && mark.designation.keyword !== null;
  }
  if (skipped) return mark.setOff && mark.followedBy === 'upper' && listed();
  return relation === 'next' || (relation === 'first' && placement.path.length > 1);
}
