/** A half-open range of UTF-16 offsets into a document's text: `start` is inside, `end` is the first offset outside. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export function range(start: number, end: number): TextRange {
  return { start, end };
}

/** Whether `offset` lies in `outer` or at its end, as a cursor does that stands behind the last character. */
export function touches(outer: TextRange, offset: number): boolean {
  return outer.start <= offset && offset <= outer.end;
}

export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
