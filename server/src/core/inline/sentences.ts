/** The sentences of a text that are short enough to be read whole. Linear. */
export function* sentencesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  for (const stop of text.matchAll(/[a-z)\d]\.\s{1,3}(?=[A-Z“"(])/g)) {
    const end = stop.index + 2;
    if (end - start < longestSentence) yield { start, end };
    start = end;
  }
  if (text.length - start < longestSentence) yield { start, end: text.length };
}

const longestSentence = 700;
