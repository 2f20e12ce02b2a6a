/**
 * Remembers what was found out about short stretches of text, so that an edit does not cost it again for all the text
 * that stays. What is asked must depend on the stretch alone. Keeps as many answers as were used last.
 */
export class TextMemo<Answer> {
  readonly #ask: (text: string) => Answer;
  readonly #most: number;
  #recent = new Map<string, Answer>();
  #older: ReadonlyMap<string, Answer> = new Map();

  constructor(ask: (text: string) => Answer, most = 20_000) {
    this.#ask = ask;
    this.#most = most;
  }

  of(text: string): Answer {
    const recent = this.#recent.get(text);
    if (recent !== undefined) return recent;
    const own = ownCopy(text);
    const answer = this.#older.get(text) ?? this.#ask(own);
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(own, answer);
    return answer;
  }
}

/** A stretch cut from a document keeps the whole of it in memory; this is a text of its own. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
