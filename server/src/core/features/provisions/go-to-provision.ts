import type { Analysis } from '../../analysis.ts';
import { asciiRoman, parseNumberWord } from '../../model/numerals.ts';
import { isRootKind, type Provision, type ProvisionKind, walkProvisions } from '../../model/provision.ts';
import { provisionsAt } from './selection.ts';

/** One step of an address: `Section 16.4` or `(2)`. */
export interface AddressStep {
  /** The kind that was typed, as the document's keywords are called; null where only a number was. */
  readonly word: string | null;
  readonly number: string;
}

/**
 * The provisions that someone may mean who typed `query` with the cursor at `offset`, best first: those an address
 * leads to ("16.4(2)", "Article 7 paragraph 2", "Exhibit 1, Section 3.7"), in the instrument at the cursor before others; then those
 * whose captions hold the words. Everything, in the order of the text, where nothing is typed. Linear.
 */
export function findProvisions(analysis: Analysis, query: string, offset: number): Provision[] {
  const provisions = [...walkProvisions(analysis.outline)].filter(({ implied }) => !implied);
  if (query.trim() === '') return provisions;
  const steps = parseAddress(query);
  const addressed = steps ? followAddress(analysis, steps, offset) : [];
  return [...new Set([...addressed, ...withCaptionWords(provisions, query)])];
}

const wordPattern =
  /^(?:title|part|division|chapter|art(?:icle|\.)?|sec(?:tion|\.)?|§+|subsec(?:tion)?|clause|cl\.|para(?:graph|\.)?|¶|item|subitem|rule|exhibit|exh?\.|schedule|sch\.|annex(?:ure)?|appendix|app\.|attachment|addendum|supplement|recital)s?(?![a-z])/i;

const numberPattern =
  /^(?:\(([a-z\d]{1,7})\)|(\d+[a-z]?(?:[.\-–]\d+[a-z]?)*|[a-z]-?\d+(?:[.-]\d+)*|[ivxlcdm]+(?:[.-]\d+)*|[a-z]|(?:[a-z]{3,11}))[.)]?)(?![a-z\d])/i;

const separatorPattern = /^(?:[\s\u00a0,;.:/>]+|of\b|in\b|the\b|no\.)+/i;

/** Reads an address; null where the text is none. "Section 3.7 of Exhibit 1" is turned round: the outer step first. */
export function parseAddress(query: string): readonly AddressStep[] | null {
  const parts: AddressStep[][] = [[]];
  let rest = asciiRoman(query).trim().slice(0, 200);
  while (rest !== '') {
    const word = wordPattern.exec(rest)?.[0] ?? '';
    let behind = rest.slice(word.length).replace(/^[\s\u00a0]+/, '');
    const number = numberPattern.exec(behind);
    const printed = number?.[1] ?? number?.[2] ?? '';
    if (!number || !isNumber(printed, word !== '')) return null;
    parts.at(-1)?.push({ word: word === '' ? null : fullWord(word), number: printed });
    behind = behind.slice(number[0].length);
    const separator = separatorPattern.exec(behind)?.[0] ?? '';
    if (/\bof\b/i.test(separator)) parts.push([]);
    rest = behind.slice(separator.length);
  }
  const steps = parts.reverse().flat();
  return steps.length > 0 ? steps : null;
}

/** Number words count only behind a keyword; elsewhere "one" is a word of a caption. */
function isNumber(printed: string, keyworded: boolean): boolean {
  if (/^[a-z]{3,}$/i.test(printed) && !/^[ivxlcdm]+$/i.test(printed))
    return keyworded && parseNumberWord(printed) !== null;
  return printed !== '';
}

const fullWords: ReadonlyArray<readonly [RegExp, string]> = [
  [/^art/, 'article'],
  [/^(?:sec|§)/, 'section'],
  [/^subsec/, 'subsection'],
  [/^cl/, 'clause'],
  [/^(?:para|¶)/, 'paragraph'],
  [/^ex/, 'exhibit'],
  [/^sch/, 'schedule'],
  [/^annex/, 'annex'],
  [/^app/, 'appendix'],
];

function fullWord(word: string): string {
  const small = word.toLowerCase().replace(/s?\.?$/, '');
  return fullWords.find(([pattern]) => pattern.test(small))?.[1] ?? small;
}

function followAddress(analysis: Analysis, steps: readonly AddressStep[], offset: number): Provision[] {
  const scopes = scopesFrom(analysis, offset);
  for (const reading of readingsOf(steps)) {
    const found = new Set(scopes.flatMap((scope) => follow(scope, reading)));
    if (found.size > 0) return [...found];
  }
  return [];
}

/** The instruments of a document as a reader at `offset` looks through them: the one he is in, those around it, the rest. */
function scopesFrom(analysis: Analysis, offset: number): Provision[] {
  const around = provisionsAt(analysis, offset).filter(({ kind }) => isRootKind(kind));
  const all = [...walkProvisions(analysis.outline)].filter(
    (provision) => isRootKind(provision.kind) || provision.parent === null,
  );
  return [...new Set([...around, ...all])];
}

/** "16.4" is a section of that number; where there is none, the fourth part of Article 16. */
function readingsOf(steps: readonly AddressStep[]): ReadonlyArray<readonly AddressStep[]> {
  const split = steps.flatMap((step) =>
    step.number
      .split('.')
      .map((number, index): AddressStep => ({ word: index === 0 ? step.word : null, number })),
  );
  return split.length === steps.length ? [steps] : [steps, split];
}

function follow(scope: Provision, steps: readonly AddressStep[]): readonly Provision[] {
  let holders: readonly Provision[] = [scope];
  for (const step of steps) {
    holders = [...new Set(holders.flatMap((holder) => findStep(holder, step)))];
    if (holders.length === 0) break;
  }
  return holders;
}

/**
 * The nearest provisions below `holder` that the step names: all those of the first level that has any. What stands in
 * an attachment is found with the attachment as holder only.
 */
function findStep(holder: Provision, step: AddressStep): readonly Provision[] {
  for (let level = holder.children; level.length > 0; level = level.flatMap(membersOf)) {
    const exact = level.filter((provision) => isNamed(provision, step, true));
    if (exact.length > 0) return exact;
    const close = level.filter((provision) => isNamed(provision, step, false));
    if (close.length > 0) return close;
  }
  return [];
}

function membersOf(provision: Provision): readonly Provision[] {
  return isRootKind(provision.kind) ? [] : provision.children;
}

function isNamed(provision: Provision, step: AddressStep, exact: boolean): boolean {
  if (provision.ordinal === null) return false;
  if (step.word !== null && !goesBy(provision, step.word)) return false;
  const ordinal = asciiRoman(provision.ordinal);
  if (exact) return ordinal === step.number;
  if (ordinal.toLowerCase() === step.number.toLowerCase()) return true;
  // "Article 5" may be printed as "ARTICLE V" or "Article Five"; a mere 5 does not mean Chapter V.
  const { family = '', path = [] } = provision.numbering ?? {};
  if (!/^[a-z]/.test(family) || (step.word === null && isDivision(provision.kind))) return false;
  return path.length === 1 && String(path[0]) === step.number;
}

function isDivision(kind: ProvisionKind): boolean {
  return kind === 'part' || kind === 'chapter';
}

/** The printed word decides where there is one; else what it is, for which lawyers have several words. */
function goesBy(provision: Provision, word: string): boolean {
  const family = provision.numbering?.family ?? '';
  if (/^[a-z]/.test(family)) return family === word || provision.kind === word;
  if (provision.kind === word) return true;
  return listWords.has(word) && listWords.has(provision.kind);
}

const listWords: ReadonlySet<string> = new Set([
  'section',
  'subsection',
  'clause',
  'paragraph',
  'item',
  'subitem',
]);

/** All typed words begin words of the caption. */
function withCaptionWords(provisions: readonly Provision[], query: string): Provision[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return provisions.filter(({ caption }) => {
    if (caption === null) return false;
    const words = wordsOf(caption);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
