/** Words with capitals that follow each other in a sentence, small words between them included: "Event of Default". */
export interface CapitalisedPhrase {
  /** With single blanks. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const phrase =
  /[A-Z][\w’'&-]*(?:[ \t\u00a0]{1,6}(?:(?:of|the|in|and|or|for|to|on|by)[ \t\u00a0]{1,6}){0,2}[A-Z][\w’'&-]*){0,9}/g;

/** The phrases with capitals in a paragraph's text. Pure. */
export function readCapitalisedPhrases(text: string): readonly CapitalisedPhrase[] {
  const found: CapitalisedPhrase[] = [];
  for (const match of text.matchAll(phrase)) {
    const start = match.index;
    const words = match[0].replace(/['’]s?$/, '');
    found.push({ words: words.replace(/\s+/g, ' '), start, end: start + words.length });
  }
  return found;
}
