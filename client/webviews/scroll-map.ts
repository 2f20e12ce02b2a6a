/** Which line of the text stands at which height of the page. */
export class ScrollMap {
  readonly #blocks: readonly Placed[];
  readonly #lines: readonly number[];

  constructor(blocks: readonly Placed[], lines: readonly number[]) {
    this.#blocks = blocks;
    this.#lines = lines;
  }

  firstLineOf(block: Placed): number {
    return this.#lines[this.#blocks.indexOf(block)] ?? 0;
  }

  /** Between the beginnings of two blocks the lines are taken to be equally far from each other. */
  topOf(line: number): number {
    const at = lastAtMost(this.#lines.length, (index) => (this.#lines[index] ?? 0) <= line);
    if (at < 0) return 0;
    const first = this.#lines[at] ?? 0;
    const next = this.#lines[at + 1] ?? first + 1;
    const part = Math.min(1, (line - first) / Math.max(1, next - first));
    return this.#top(at) + part * (this.#top(at + 1) - this.#top(at));
  }

  lineAt(top: number): number {
    const at = lastAtMost(this.#blocks.length, (index) => this.#top(index) <= top);
    if (at < 0) return 0;
    const height = this.#top(at + 1) - this.#top(at);
    const part = height > 0 ? Math.min(1, (top - this.#top(at)) / height) : 0;
    const first = this.#lines[at] ?? 0;
    return first + part * ((this.#lines[at + 1] ?? first) - first);
  }

  #top(index: number): number {
    const block = this.#blocks[index];
    if (block) return block.offsetTop;
    const last = this.#blocks.at(-1);
    return last ? last.offsetTop + last.offsetHeight : 0;
  }
}

/** What a map needs of a block of the page. */
export interface Placed {
  readonly offsetTop: number;
  readonly offsetHeight: number;
}

/** The last index for which something holds that holds for all before it; -1 for none. */
function lastAtMost(count: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
