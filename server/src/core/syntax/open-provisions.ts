import { isAttachmentKind } from '../model/provision.ts';
import { ownCopy } from '../text/memo.ts';
import { type Draft, joinRun, newDraft } from './draft.ts';
import type { ParseInput } from './parse.ts';
import { familyKey } from './placement.ts';
import {
  type DocumentLabel,
  goesOn,
  type LineReading,
  type Opening,
  type OpenState,
  plainSteps,
  type Seed,
  type Step,
  startsParagraph,
} from './readings.ts';
import { TextBlocks } from './text-blocks.ts';

/**
 * The provisions that are open while a document is read, and the paragraphs read so far. Whatever is done to them can be
 * noted, and done again in the next reading.
 */
export class OpenProvisions {
  readonly root: Draft = newDraft({ kind: 'instrument', line: 0, start: 0 });
  readonly blocks: TextBlocks;
  readonly #input: ParseInput;
  #stack: Draft[] = [this.root];
  #weakBefore: readonly Draft[] = [];
  #lastOfFamily = new Map<string, Draft>();
  #steps: Step[] = [];
  #notes = true;
  #substitutes: ReadonlyMap<Opening, Opening> | null = null;

  constructor(input: ParseInput, root: Opening | null) {
    this.#input = input;
    this.blocks = new TextBlocks(input.lines.length);
    this.root.opening = root ?? openingOf(this.root, this.root, 0);
    this.root.opening.draft = this.root;
    this.root.opening.name = null;
  }

  /** Outermost first; the root is always there. */
  get stack(): readonly Draft[] {
    return this.#stack;
  }

  get top(): Draft {
    return this.#stack[this.#stack.length - 1] ?? this.root;
  }

  /** The instrument or attachment that is open. */
  get instrument(): Draft {
    const second = this.#stack[1];
    return second && isAttachmentKind(second.kind) ? second : this.root;
  }

  /** The enumerators of the running sentence, or of the one before: "(b)" on its own line may go on from a run-in "(a)". */
  get sentence(): readonly Draft[] {
    const weak = this.#stack.filter((draft) => draft.weak);
    return weak.length > 0 ? weak : this.#weakBefore;
  }

  /** The enumerators of the sentence before, while no provision has been opened since. */
  get weakBefore(): readonly Draft[] {
    return this.#weakBefore;
  }

  /** The last provision of each family in this instrument, open or not. */
  get lastOfFamily(): ReadonlyMap<string, Draft> {
    return this.#lastOfFamily;
  }

  /** Puts a provision under its parent, which must be open and innermost, and opens it. */
  open(draft: Draft): void {
    const opening = openingOf(draft, this.#baseOf(draft.line), this.blocks.length);
    draft.opening = opening;
    this.#note({ does: 'open', opening });
    this.#enter(draft);
  }

  #enter(draft: Draft): void {
    draft.parent?.children.push(draft);
    this.#stack.push(draft);
    if (draft.weak) return;
    this.#weakBefore = [];
    if (isAttachmentKind(draft.kind)) this.#lastOfFamily = new Map();
    else if (draft.family !== '') this.#lastOfFamily.set(familyKey(draft.family, draft.numeral), draft);
  }

  /** Closes what is open below `parent`; opens it again if it was closed before, as where a run-in list goes on. */
  closeTo(parent: Draft): void {
    if (parent.opening) this.#note({ does: 'close', to: parent.opening });
    while (this.#stack.length > 1 && this.top !== parent) {
      const closed = this.#stack.pop();
      if (closed) this.top.end = Math.max(this.top.end, closed.end);
    }
    if (this.top === parent) return;
    const ancestors: Draft[] = [];
    for (let draft: Draft | null = parent; draft && draft !== this.root; draft = draft.parent)
      ancestors.push(draft);
    this.#stack = [this.root, ...ancestors.reverse()];
  }

  /** A heading without a number ends the lists above it, and the headings that are not wider than it. */
  closeBelowHeading(level: number): void {
    let holder = this.top;
    while (holder.parent && !isAttachmentKind(holder.kind)) {
      if (holder.keyword !== null && holder.headingLevel === 0) break;
      if (holder.headingLevel > 0 && holder.headingLevel < level) break;
      holder = holder.parent;
    }
    this.closeTo(holder);
  }

  /** Begins a paragraph with this line, or adds the line to the current one. A paragraph's end ends its enumerations. */
  startBlock(index: number, breaks: boolean): void {
    this.#note(breaks ? plainSteps.beginParagraph : plainSteps.goOn);
    if (!breaks && this.blocks.length > 0) {
      this.blocks.goOn(index);
      return;
    }
    this.blocks.begin(index);
    const firstWeak = this.#stack.findIndex((draft) => draft.weak);
    if (firstWeak < 0) return;
    this.#weakBefore = this.#stack.slice(firstWeak);
    this.#stack.length = firstWeak;
  }

  /** Gives the line's text to the innermost provision. */
  extend(index: number, isCaption: boolean): void {
    this.#note(isCaption ? plainSteps.caption : plainSteps.text);
    const { top } = this;
    const start = this.#input.lineStart(index);
    top.end = Math.max(top.end, start + (this.#input.ends[index] ?? 0));
    if (!isCaption) this.#beginText(start + (this.#input.starts[index] ?? 0), index);
  }

  /** Marks where the text begins that the innermost provision, opened on line `from`, has behind its caption. */
  noteText(offset: number, index: number, from: number): void {
    const step = { offset: offset - this.#input.lineStart(from), line: index - from };
    this.#note({ does: 'text behind caption', ...step });
    this.#beginText(offset, index);
  }

  #beginText(offset: number, index: number): void {
    const { top } = this;
    if (top.firstText >= 0) return;
    top.firstText = offset;
    top.firstTextLine = index;
  }

  /** Gives the instrument or attachment that is open the title on this line, between two offsets of it. */
  nameInstrument(index: number, words: string, start: number, end: number): void {
    this.#note({ does: 'name instrument', words: ownCopy(words), start, end });
    const lineStart = this.#input.lineStart(index);
    Object.assign(this.instrument, {
      caption: words,
      captionStart: lineStart + start,
      captionEnd: lineStart + end,
    });
  }

  /** A label at the very top names the whole document: "Exhibit 10.3" above the title of an agreement. */
  labelDocument(index: number, label: DocumentLabel): void {
    this.#note({ does: 'label document', label });
    const lineStart = this.#input.lineStart(index);
    const end = lineStart + label.designationEnd;
    Object.assign(this.root, label, {
      line: index,
      start: lineStart + label.start,
      designationEnd: end,
      end,
    });
  }

  /** What was done since it was last asked. */
  takeSteps(): readonly Step[] {
    const steps = this.#steps;
    this.#steps = [];
    return steps;
  }

  /** From here on, steps that were noted speak of other openings than they did. */
  substitute(substitutes: ReadonlyMap<Opening, Opening>): void {
    this.#substitutes = substitutes.size > 0 ? substitutes : null;
  }

  bringUpToDate(state: OpenState): void {
    if (this.#substitutes) state.openings = state.openings.map((opening) => this.#standIn(opening));
  }

  /** The opening that stands for one that was noted. */
  #standIn<Noted extends Opening | null>(opening: Noted): Noted {
    return ((opening && this.#substitutes?.get(opening)) as Noted | undefined) ?? opening;
  }

  /** Does again, on this line, what was noted when it was read. */
  repeat(reading: LineReading, index: number): void {
    this.#notes = false;
    // Most lines come to one of these two.
    if (reading === goesOn || reading === startsParagraph) {
      this.startBlock(index, reading === startsParagraph);
      this.extend(index, false);
    } else for (const step of reading.steps) this.#repeatStep(step, index);
    this.#notes = true;
  }

  #repeatStep(step: Step, index: number): void {
    switch (step.does) {
      case 'begin paragraph':
        this.startBlock(index, true);
        break;
      case 'go on':
        this.startBlock(index, false);
        break;
      case 'text':
        this.extend(index, false);
        break;
      case 'caption':
        this.extend(index, true);
        break;
      case 'text behind caption':
        this.#beginText(this.#input.lineStart(index) + step.offset, index + step.line);
        break;
      case 'open':
        this.#enter(this.#openAgain(step.opening, index));
        break;
      case 'close':
        step.to = this.#standIn(step.to);
        this.closeTo(step.to.draft);
        break;
      case 'name instrument':
        this.nameInstrument(index, step.words, step.start, step.end);
        break;
      case 'label document':
        this.labelDocument(index, step.label);
        break;
    }
  }

  /** Makes the draft of an opening again what it was when it was opened, at its place in this document. */
  #openAgain(opening: Opening, index: number): Draft {
    opening.parent = this.#standIn(opening.parent);
    opening.joined = this.#standIn(opening.joined);
    const { draft, seed } = opening;
    const lineStart = this.#input.lineStart(index);
    draft.kind = seed.kind;
    draft.caption = seed.caption;
    draft.captionStart = seed.caption === null ? -1 : seed.captionStart + lineStart;
    draft.captionEnd = seed.caption === null ? -1 : seed.captionEnd + lineStart;
    draft.line = index;
    draft.start = seed.start + lineStart;
    draft.designationEnd = seed.designationEnd + lineStart;
    draft.end = seed.end + lineStart;
    draft.firstText = seed.firstText < 0 ? -1 : seed.firstText + lineStart;
    draft.firstTextLine = seed.firstText < 0 ? -1 : seed.firstTextLine + index;
    draft.block = seed.inBlock ? seed.block + this.blocks.length : -1;
    draft.parent = opening.parent?.draft ?? null;
    draft.run = joinRun(opening.joined?.draft ?? null, seed.needsCompany);
    draft.children = [];
    return draft;
  }

  #note(step: Step): void {
    if (this.#notes) this.#steps.push(step);
  }

  #baseOf(line: number): Pick<Draft, 'line' | 'start'> {
    return { line, start: this.#input.lineStart(line) };
  }
}

/** How a provision that is being opened is kept: with offsets from `base`, its paragraph counted from `block`. */
function openingOf(draft: Draft, base: Pick<Draft, 'line' | 'start'>, block: number): Opening {
  if (draft.caption !== null) draft.caption = ownCopy(draft.caption);
  const seed: Seed = {
    kind: draft.kind,
    caption: draft.caption,
    // Less than nothing where the caption stands above.
    captionStart: draft.captionStart - base.start,
    captionEnd: draft.captionEnd - base.start,
    start: draft.start - base.start,
    designationEnd: draft.designationEnd - base.start,
    end: draft.end - base.start,
    firstText: draft.firstText < 0 ? -1 : draft.firstText - base.start,
    firstTextLine: draft.firstText < 0 ? -1 : draft.firstTextLine - base.line,
    block: draft.block - block,
    inBlock: draft.block >= 0,
    needsCompany: draft.run.needsCompany,
  };
  const joined = draft.joined?.opening ?? null;
  draft.joined = null;
  return { seed, parent: draft.parent?.opening ?? null, joined, draft, name: null, numbering: null };
}
