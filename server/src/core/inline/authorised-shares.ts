/** How many shares a company may issue, as a sentence states it. Offsets count from the start of the text. */
export interface AuthorisedShares {
  readonly count: number;
  /** `preferred`, `class a`; empty for common shares and where none is named. */
  readonly kind: string;
  /** Who may issue them, where a name stands before the verb: "IIJ"; empty for "the Company". */
  readonly issuer: string;
  readonly start: number;
  readonly end: number;
}

const statement =
  /\b(?:shares? (?:which|that) (?:the )?\w{1,30} (?:is|shall be) authori[sz]ed to issue|authori[sz]ed to (?:be issued|issue)|authority to issue)\b/gi;

/** Behind the words that state it, in the same sentence. */
const longestReach = 220;

/** "seventy five thousand five hundred and twenty (75,520) shares", "10,000,000 shares of common stock" */
const counted =
  /(?<![\d.,$¥€£])(\d{1,3}(?:,\d{3}){1,5}|\d{2,12})\)?[ \u00a0]{1,3}(?:(?:registered |ordinary |common )?shares\b)([^.;,]{0,60})/i;

/** Every such statement of a paragraph. Linear. */
export function readAuthorisedShares(text: string): readonly AuthorisedShares[] {
  if (!/\bauthori/i.test(text)) return [];
  const found: AuthorisedShares[] = [];
  for (const { index, 0: words } of text.matchAll(statement)) {
    const from = index + words.length;
    const sentence = (/^[^.;]*/.exec(text.slice(from, from + longestReach)) ?? [''])[0];
    const number = counted.exec(sentence);
    if (!number?.[1]) continue;
    const start = from + number.index;
    found.push({
      count: Number(number[1].replaceAll(',', '')),
      kind: kindOf(`${number[0]} ${number[2] ?? ''}`),
      issuer: issuerBefore(text.slice(Math.max(0, index - 80), index)),
      start,
      end: start + number[1].length,
    });
  }
  return found;
}

function kindOf(words: string): string {
  const named =
    /\b(?:preferred|preference|class [a-z]\b|series [a-z]\b)/i.exec(words)?.[0].toLowerCase() ?? '';
  return named === 'preference' ? 'preferred' : named;
}

/** "IIJ is", "the Company shall be": the name before the verb, where it is one. */
function issuerBefore(before: string): string {
  const name = issuer.exec(before)?.[1]?.trim() ?? '';
  return /^(?:The )?(?:Company|Corporation|Issuer)$/i.test(name) ? '' : name.toLowerCase();
}

const nameWord = '(?:[A-Z](?:\\.[A-Z]){1,4}\\.|Inc\\.|Ltd\\.|Co\\.|Corp\\.|[A-Z][\\w&-]{0,30}),?';
const issuer = new RegExp(
  `(?<![\\w.])((?:${nameWord} ){1,5})(?:is|shall be|was|has|shall have)[ \u00a0]{1,3}(?:the )?$`,
);
