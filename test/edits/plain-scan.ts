/** A number behind a reference word, as the text shows it. */
export interface PlainMention {
  readonly start: number;
  readonly end: number;
  /** Of the number alone. */
  readonly numberStart: number;
  readonly word: string;
  readonly number: string;
}

const referenceWord =
  /\b(articles?|sections?|clauses?|paragraphs?|exhibits?|schedules?|annexe?s?|appendix|appendices|chapters?)(?:\s+|\s*\r?\n\s*)/gi;

const number = /\d{1,3}(?:\.\d{1,3}){0,3}|[IVXL]{1,6}|[A-Z]/y;
const brackets = /(?:\s?\([A-Za-z\d]{1,4}\))*/y;
const joint = /\s*(?:,\s*(?:and|or)?|and|or|to|through|&|-)\s+(?=\d|[IVXLA-Z]\b)/y;

/**
 * Every number that stands behind a reference word or in a list behind one, found by nothing but its look: this knows
 * nothing of how citations are recognised.
 */
export function plainMentions(text: string): PlainMention[] {
  const found: PlainMention[] = [];
  for (const match of text.matchAll(referenceWord)) {
    const word = (match[1] ?? '').toLowerCase().replace(/(?:e?s)$/, '');
    let at = match.index + match[0].length;
    for (;;) {
      number.lastIndex = at;
      // 7-56, III.B and E-1 are numbers of another sort.
      const printed = number.exec(text)?.[0];
      if (
        printed === undefined ||
        /^(?:[A-Za-z\d]|-\d|\.[A-Z])/.test(text.slice(number.lastIndex, number.lastIndex + 2))
      )
        break;
      found.push({ start: match.index, end: number.lastIndex, numberStart: at, word, number: printed });
      brackets.lastIndex = number.lastIndex;
      brackets.test(text);
      joint.lastIndex = brackets.lastIndex;
      if (!joint.test(text)) break;
      at = joint.lastIndex;
    }
  }
  return found;
}
