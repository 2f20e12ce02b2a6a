/** While one document is read, so many texts are read at most. */
const mostAhead = 8;

/** Reads texts that are asked for soon, for one question: what it has not asked for in the end is gone with it. */
export class TextsAhead {
  readonly #read: (uri: string) => Promise<string | null>;
  /** The next one at the end. */
  #expected: string[] = [];
  readonly #coming = new Map<string, Promise<string | null>>();

  constructor(read: (uri: string) => Promise<string | null>) {
    this.#read = read;
  }

  /** The texts that are asked for next, in this order. */
  expect(uris: readonly string[]): void {
    this.#expected = [...uris].reverse();
    this.#goOn();
  }

  /** A text that is on its way; undefined where nobody expected that it is asked for. */
  take(uri: string): Promise<string | null> | undefined {
    const coming = this.#coming.get(uri);
    this.#coming.delete(uri);
    if (coming) this.#goOn();
    return coming;
  }

  #goOn(): void {
    while (this.#coming.size < mostAhead) {
      const uri = this.#expected.pop();
      if (uri === undefined) return;
      const text = this.#read(uri);
      // Who takes it is told; should nobody take it, nobody minds.
      text.catch(() => {});
      this.#coming.set(uri, text);
    }
  }
}
