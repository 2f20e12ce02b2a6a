const number =
  /(?:\d{1,3}[A-Z]?|[IVXLC]{1,7})(?: ?\. ?\d{1,3}){0,5}(?=[.)]?[ \u00a0\u200b]{1,6}[A-Z“"(*_|]|\.[ \u00a0])/y;
/** Behind the end of a sentence or a gap a heading may have been run in. */
const opening =
  /^|[.;:)”"\]][ \u00a0\u200b]{1,6}(?=[*_#|SACs§\dIVXL])|[ \u00a0\u200b]{2}(?=[*_#|SACs§\dIVXL])/g;
const lead =
  /[*_#| \u00a0\u200b]{0,8}(?:(?:Section|SECTION|Article|ARTICLE|Clause|CLAUSE|§)[ \u00a0]{0,2})?/y;

/** The numbers of a paragraph that stand where a heading could stand, without blanks. Linear. */
export function readPossibleHeadings(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(opening)) {
    lead.lastIndex = match.index + match[0].length;
    lead.test(text);
    number.lastIndex = lead.lastIndex;
    const printed = number.exec(text)?.[0];
    if (printed) found.push(printed.replace(/ /g, ''));
  }
  return found;
}
