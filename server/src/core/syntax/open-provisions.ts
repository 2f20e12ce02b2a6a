import { isAttachmentKind } from '../model/provision.ts';
import { type Draft, newDraft } from './draft.ts';
import type { ParseInput } from './parse.ts';
import { familyKey } from './placement.ts';

/** A paragraph: text lines that belong together, over page furniture. Lines are inclusive. */
export interface Block {
  readonly firstLine: number;
  lastLine: number;
}

/** The provisions that are open while a document is read, and the paragraphs read so far. */
export class OpenProvisions {
  readonly root: Draft = newDraft({ kind: 'instrument', line: 0, start: 0 });
  readonly blocks: Block[] = [];
  readonly #input: ParseInput;
  #stack: Draft[] = [this.root];
  #weakBefore: readonly Draft[] = [];
  #lastOfFamily = new Map<string, Draft>();

  constructor(input: ParseInput) {
    this.#input = input;
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

  /** The last provision of each family in this instrument, open or not. */
  get lastOfFamily(): ReadonlyMap<string, Draft> {
    return this.#lastOfFamily;
  }

  /** Puts a provision under its parent, which must be open and innermost, and opens it. */
  open(draft: Draft): void {
    draft.parent?.children.push(draft);
    this.#stack.push(draft);
    if (draft.weak) return;
    this.#weakBefore = [];
    if (isAttachmentKind(draft.kind)) this.#lastOfFamily = new Map();
    else if (draft.family !== '') this.#lastOfFamily.set(familyKey(draft.family, draft.numeral), draft);
  }

  /** Closes what is open below `parent`; opens it again if it was closed before, as where a run-in list goes on. */
  closeTo(parent: Draft): void {
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
    const current = this.blocks[this.blocks.length - 1];
    if (!breaks && current) {
      current.lastLine = index;
      return;
    }
    this.blocks.push({ firstLine: index, lastLine: index });
    const firstWeak = this.#stack.findIndex((draft) => draft.weak);
    if (firstWeak < 0) return;
    this.#weakBefore = this.#stack.slice(firstWeak);
    this.#stack.length = firstWeak;
  }

  /** Gives the line's text to the innermost provision. */
  extend(index: number, isCaption: boolean): void {
    const line = this.#input.lines[index];
    const end = this.#input.lineStart(index) + (line?.end ?? 0);
    this.top.end = Math.max(this.top.end, end);
    if (!isCaption) this.noteText(this.#input.lineStart(index) + (line?.start ?? 0), index);
  }

  /** Marks where the innermost provision's own text begins, if it has not begun. */
  noteText(offset: number, index: number): void {
    if (this.top.firstText >= 0) return;
    this.top.firstText = offset;
    this.top.firstTextLine = index;
  }
}
