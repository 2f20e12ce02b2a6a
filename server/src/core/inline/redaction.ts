/**
 * Text left out under confidential treatment: `[***]`, `[…***…]`, `[* * *]`. The missing provision may be in it. A note
 * at the foot of a page that says what the mark means is none.
 */
export const redaction =
  /\[[\s….]{0,4}\*[\s*]{0,12}[\s….]{0,4}\](?!\s{0,2}(?:=|[-–—]|[Ii]ndicates|[Dd]enotes|C(?:ertain|ERTAIN|onfidential|ONFIDENTIAL)))/;

/** One that begins where a provision may begin, and may be all of it: behind a line end, a gap or a full stop. */
export const redactedProvision = new RegExp(`(?:^|[\\n\\r.;]|\\s\\s)\\s{0,40}${redaction.source}`);
