import type { SharedText, TextSnapshot } from './snapshot.ts';

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
 */
export class StretchMemo<Answer> {
  readonly #ask: (text: string) => Answer;
  #mark: object | null = null;
  #length = 0;
  /** By the ends of the stretches: those of this text, and those of the one before. */
  #known = new Map<number, KnownStretch<Answer>>();
  #before: ReadonlyMap<number, KnownStretch<Answer>> = this.#known;
  #shared: SharedText = { start: 0, end: 0, length: 0 };

  constructor(ask: (text: string) => Answer) {
    this.#ask = ask;
  }

  of(snapshot: TextSnapshot, start: number, end: number): Answer {
    if (snapshot.mark !== this.#mark) this.#follow(snapshot);
    const known = this.#known.get(end);
    if (known?.length === end - start) return known.answer;
    const kept = this.#keptAt(start, end);
    if (kept) {
      this.#known.set(end, kept);
      return kept.answer;
    }
    const answer = this.#ask(ownCopy(snapshot.text.slice(start, end)));
    this.#known.set(end, { length: end - start, answer });
    return answer;
  }

  #keptAt(start: number, end: number): KnownStretch<Answer> | null {
    const shift = this.#length - this.#shared.length;
    const before =
      end <= this.#shared.start ? end : start >= this.#length - this.#shared.end ? end - shift : -1;
    const kept = this.#before.get(before);
    return kept?.length === end - start ? kept : null;
  }

  #follow(snapshot: TextSnapshot): void {
    const shared = this.#mark && snapshot.sharedWith(this.#mark);
    this.#before = shared ? this.#known : new Map();
    this.#shared = shared ?? { start: 0, end: 0, length: 0 };
    this.#known = new Map();
    this.#mark = snapshot.mark;
    this.#length = snapshot.text.length;
  }
}

interface KnownStretch<Answer> {
  readonly length: number;
  readonly answer: Answer;
}

/** A stretch cut from a document keeps the whole of it in memory; this is a text of its own. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
