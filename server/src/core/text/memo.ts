import type { TextSnapshot } from './snapshot.ts';

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

/**
 * Remembers what was found out about stretches of a document, by their places: where an edit leaves a stretch as it was,
 * its text is not even looked at. What is asked must depend on the stretch's text alone, and the answer on no place.
 *
 * Stretches before the last edit are known by where they end, those behind it by how far from the end of the document they
 * begin: an edit nearby changes neither.
 */
export class StretchMemo<Answer> {
  readonly #ask: (text: string) => Answer;
  #mark: object | null = null;
  #length = 0;
  readonly #fromStart = new Map<number, KnownStretch<Answer>>();
  readonly #fromEnd = new Map<number, KnownStretch<Answer>>();

  constructor(ask: (text: string) => Answer) {
    this.#ask = ask;
  }

  of(snapshot: TextSnapshot, start: number, end: number): Answer {
    if (snapshot.mark !== this.#mark) this.#follow(snapshot);
    const length = end - start;
    const known = this.#fromStart.get(end);
    if (known?.length === length) return known.answer;
    const other = this.#fromEnd.get(this.#length - start);
    if (other?.length === length) return other.answer;
    const answer = this.#ask(ownCopy(snapshot.text.slice(start, end)));
    this.#fromStart.set(end, { length, answer });
    return answer;
  }

  /** Keeps what stands wholly before or wholly behind what was changed since. */
  #follow(snapshot: TextSnapshot): void {
    const shared = this.#mark && snapshot.sharedWith(this.#mark);
    if (!shared || this.#fromStart.size + this.#fromEnd.size > mostStretches) {
      this.#fromStart.clear();
      this.#fromEnd.clear();
    } else {
      const changed = { start: shared.start, end: shared.length - shared.end };
      this.#fromStart.forEach((known, end) => {
        if (end <= changed.start) return;
        this.#fromStart.delete(end);
        const start = end - known.length;
        if (start >= changed.end) this.#fromEnd.set(shared.length - start, known);
      });
      this.#fromEnd.forEach((known, distance) => {
        const start = shared.length - distance;
        if (start >= changed.end) return;
        this.#fromEnd.delete(distance);
        if (start + known.length <= changed.start) this.#fromStart.set(start + known.length, known);
      });
    }
    this.#mark = snapshot.mark;
    this.#length = snapshot.text.length;
  }
}

/** Far more than any document is asked for at a time: what is asked for no more is forgotten then. */
const mostStretches = 200_000;

interface KnownStretch<Answer> {
  readonly length: number;
  readonly answer: Answer;
}

/** A stretch cut from a document keeps the whole of it in memory; this is a text of its own. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
