/** A place that is left to fill in, or a note that is left to take out. Offsets count from the start of the text. */
export interface Placeholder {
  readonly kind: 'gap' | 'blank' | 'note';
  readonly start: number;
  readonly end: number;
}

/** What is left to fill in or to take out in a paragraph. Linear: a paragraph without its signs costs one search. */
export function readPlaceholders(text: string): readonly Placeholder[] {
  if (!signs.test(text)) return none;
  const found: Placeholder[] = [];
  const add = (
    pattern: RegExp,
    kind: Placeholder['kind'],
    judge?: (at: number, printed: string) => boolean,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (judge && !judge(start, match[0])) continue;
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end });
    }
  };
  add(note, 'note');
  add(failedField, 'gap');
  add(bullet, 'gap');
  add(instruction, 'gap', (at, printed) => !/^[([]/.test(text.slice(at + printed.length)));
  add(undecided, 'gap');
  add(masked, 'blank', (at, printed) => !isName(text, at, printed));
  add(bracketedBlank, 'blank');
  add(blank, 'blank', (at, printed) => standsInSentence(text, at, printed));
  return found.sort((a, b) => a.start - b.start);
}

const none: readonly Placeholder[] = [];
const signs = /[[_●•⚫■]|\bTB[DAC]\b|X{2}|Error!/;

/** "[Note to Draft: …]": for those who negotiate, not for those who sign. */
const note =
  /\[\s?(?:note(?:s)? to (?:draft|drafter|reader|counsel|buyer|seller|company|file|reviewer|self)|NTD|drafting note|drafter['’]s note|draft note|internal note|editor['’]s note|comment|query|open (?:point|issue))\s?(?::|[-–—]\s)[^[\]]{1,1200}(?:\[[^[\]]{0,80}\][^[\]]{0,400}){0,3}\]/gi;

/** Word prints this where a reference leads nowhere. */
const failedField = /Error! (?:Reference source|Bookmark|Hyperlink reference|No text|Unknown)[^.]{0,60}\./g;

const bullet = /\[\s?[●•⚫■]{1,5}\s?\]/g;

/** "[insert name]", "[NAME OF BUYER]", "[Date]". */
const instruction =
  /[[<]\s?(?:(?:please )?(?:insert|enter|fill in|complete|specify|describe|state|identify|choose|select)\b[^[\]<>]{1,160}|(?:to be|tbd|amount|number) ?(?:inserted|determined|completed|confirmed|agreed|provided|discussed|negotiated|filled in|added|advised)?(?: [^[\]<>]{1,60})?|(?:full |legal |company |party |client |customer |buyer |seller |your )?(?:name|address|date|city|state|country|county|title|email|signature|price|percentage|jurisdiction|street|phone|telephone|number|amount)(?: of [^[\]<>]{1,60})?)\s?[\]>]/gi;

const undecided = /\bTB[DAC]\b|\[\s?tb[dac]\s?\]|\?{3,}/g;

const masked = /[$€£¥]\s?X{2,}(?:,X{3})*|\bX{2,}%|\b(?:19|20)XX\b|\bX{4,}\b(?: X{4,}\b){0,4}/g;

const bracketedBlank =
  /\[[\s_]{0,40}_{2}[\s_]{0,40}\]|[$€£¥]\s?\[\s{0,12}\]|\[\s{1,12}\]\s?(?:%|percent\b|days\b)|\b20\[\s{0,6}\]/g;

const blank = /_{3,}(?:\s{1,3}_{2,}){0,6}/g;

/** "Article XXXX", a stock's number "333-XXXXXX", a file that is masked. */
function isName(text: string, at: number, printed: string): boolean {
  const before = text.slice(Math.max(0, at - 14), at);
  return (
    /(?:article|section|chapter|title|part|schedule|annex|paragraph|no\.|\d-|-|\*)\s?$/i.test(before) ||
    /^-\d/.test(text.slice(at + printed.length))
  );
}

/** A blank to fill in stands among words; a line to sign on stands alone or behind its label. */
function standsInSentence(text: string, at: number, printed: string): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  const behind = text.slice(at + printed.length, at + printed.length + 40);
  if (
    /\b(?:By|Title|Attest|Witness|Name):|\/s\//.test(text.slice(Math.max(0, at - 160), at)) ||
    /^\s{0,40}[(_]/.test(behind)
  )
    return false;
  if (
    /(?::|\b(?:by|name|title|date|its|witness|signed|initials?|print|attest|no|number|tel|fax))\s{0,40}\$?\s?$/i.test(
      before,
    ) &&
    !/^[\s,]{0,3}[a-z]/.test(behind)
  )
    return false;
  if (/(?:by|name|title|date|its|witness|signed|initials?)\s?:\s{0,40}$/i.test(before)) return false;
  return /[a-z]{2}[\s,$"“(]{1,4}$/.test(before) || /^[\s,)"”%]{1,4}[a-z]{2}/.test(behind);
}
