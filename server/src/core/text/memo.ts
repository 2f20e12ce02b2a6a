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
    const known =
      ofLength(this.#fromStart.get(end), length) ?? ofLength(this.#fromEnd.get(this.#length - start), length);
    if (known) return known.answer;
    const answer = this.#ask(ownCopy(snapshot.text.slice(start, end)));
    keep(this.#fromStart, end, { length, answer, next: null });
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
      this.#fromStart.forEach((first, end) => {
        if (end <= changed.start) return;
        this.#fromStart.delete(end);
        for (let known: KnownStretch<Answer> | null = first; known; ) {
          const next: KnownStretch<Answer> | null = known.next;
          const start = end - known.length;
          if (start >= changed.end) keep(this.#fromEnd, shared.length - start, known);
          known = next;
        }
      });
      this.#fromEnd.forEach((first, distance) => {
        const start = shared.length - distance;
        if (start >= changed.end) return;
        this.#fromEnd.delete(distance);
        for (let known: KnownStretch<Answer> | null = first; known; ) {
          const next: KnownStretch<Answer> | null = known.next;
          const end = start + known.length;
          if (end <= changed.start) keep(this.#fromStart, end, known);
          known = next;
        }
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
  /** Another that begins or ends at the same place: a list ends where its last item does. */
  next: KnownStretch<Answer> | null;
}

function ofLength<Answer>(
  first: KnownStretch<Answer> | undefined,
  length: number,
): KnownStretch<Answer> | undefined {
  for (let known = first; known; known = known.next ?? undefined) if (known.length === length) return known;
  return undefined;
}

/** Of so many that begin or end at one place the others are forgotten: provisions are nested no deeper. */
const mostAtOnePlace = 8;

function keep<Answer>(
  stretches: Map<number, KnownStretch<Answer>>,
  place: number,
  known: KnownStretch<Answer>,
): void {
  known.next = stretches.get(place) ?? null;
  let last = known;
  for (let count = 1; last.next && count < mostAtOnePlace; count += 1) last = last.next;
  last.next = null;
  stretches.set(place, known);
}

/** A stretch cut from a document keeps the whole of it in memory; this is a text of its own. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
