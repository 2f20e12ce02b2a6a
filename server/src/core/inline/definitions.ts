import type { DefinitionForm } from '../model/definition.ts';
import type { DefinitionDraft } from './definition-draft.ts';
import { matchAt, readVerb, type Verb } from './definition-verbs.ts';
import {
  beingLead,
  betweenNames,
  bracketDenied,
  bracketLeads,
  calledLead,
  chainLead,
  isThing,
  labelWords,
  meansElsewhere,
  namingWord,
} from './definition-words.ts';
import { FoldedText } from './folded.ts';
import { findMarkedWords, type MarkedWords } from './marked-words.ts';
import { meaningOf, readPointer, readScopeUnit } from './meanings.ts';
import { readUnmarkedDefinitions } from './unmarked-definitions.ts';

/** A definition as one paragraph shows it. Offsets count from the start of the paragraph's text. */
export interface DefinitionReading {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly form: DefinitionForm;
  readonly mark: 'quotes' | 'emphasis' | 'none';
  /** The meaning as far as it stands in this paragraph; both -1 where it does not. */
  readonly meaningStart: number;
  readonly meaningEnd: number;
  readonly pointer: { readonly text: string; readonly start: number; readonly end: number } | null;
  /** "section" in "for the purpose of this Section". */
  readonly scopeUnit: string | null;
  /** The term opens its paragraph, as in a list of definitions. */
  readonly listed: boolean;
  /** Defines only among other definitions of a list: "Sale: the sale of all shares". */
  readonly needsCompany: boolean;
  readonly confidence: number;
}

/** Finds the definitions in the text of one paragraph, in the order of the text. Pure; linear in the text. */
export function readDefinitions(original: string): readonly DefinitionReading[] {
  if (!mayDefine(original)) return none;
  const folded = new FoldedText(original);
  const text = folded.text;
  const marked = findMarkedWords(text);
  const found = readUnmarkedDefinitions(text, marked.length > 0 ? new MarkedReader(text, marked).read() : []);
  return found.map((draft, index) => finish(folded, draft, found[index + 1] ?? null));
}

const none: readonly DefinitionReading[] = [];

/** Whether a text is nothing but a quoted term: a conversion may have put what it means into the next paragraph. */
export function readLoneTerm(
  original: string,
): { readonly term: string; readonly start: number; readonly end: number } | null {
  if (original.length > 120 || !/^["“]/.test(original)) return null;
  const folded = new FoldedText(original);
  const [only, second] = findMarkedWords(folded.text);
  if (!only || second || only.from > 0 || only.until < folded.text.length || !/^[A-Z]/.test(only.words))
    return null;
  return { term: only.words, start: folded.toOriginal(only.start), end: folded.endInOriginal(only.end) };
}

/** Whether a text begins with the verb of a definition: "means the day on which …". */
export function opensWithVerb(text: string): boolean {
  return /^(?:(?:shall )?means?|has the meaning|shall have the meaning)\b/.test(text);
}

/** Most paragraphs define nothing, and these few characters and words tell so at once. */
const hint =
  /["“”„«*_]|''|``|’’|‘|(?:^|[\s(])'[A-Z]|mean|herein|hereafter|called|referred|also known|^[^:]{2,80}:|\([A-Z]{2}/;

function mayDefine(text: string): boolean {
  return hint.test(text);
}

/** Words before a term in an opening paragraph: an enumerator, "The term", "The words". */
const opening =
  /^(?:[([]?[A-Za-z0-9]{1,5}(?:\.\d{1,3}){0,3}[.)\]]{0,2}[ :–-]{0,3}|[-•·o] )?(?:[*_]{0,3})(?:(?:as used (?:herein|in this [a-z]{2,20}),? )?(?:the |each of the |all )?(?:term|word|expression|phrase|name)s?,? ?)?$/i;

class MarkedReader {
  readonly #text: string;
  readonly #marked: readonly MarkedWords[];
  readonly #brackets: readonly number[];
  readonly #found: DefinitionDraft[] = [];
  readonly #defined = new Set<number>();
  #chainEnd = -1;

  constructor(text: string, marked: readonly MarkedWords[]) {
    this.#text = text;
    this.#marked = marked;
    this.#brackets = openBrackets(text, marked);
  }

  read(): DefinitionDraft[] {
    for (let index = 0; index < this.#marked.length; index += 1) {
      if (this.#defined.has(index)) continue;
      const names = this.#chainFrom(index);
      if (this.#readVerb(index, names)) continue;
      if (this.#readBracket(index) || this.#readNaming(index) || this.#readChain(index)) continue;
    }
    return this.#found;
  }

  /** How far `"X", "Y" or "Z"` goes on from here. */
  #chainFrom(index: number): number {
    // The members of a chain have one end: it is sought once.
    if (index <= this.#chainEnd) return this.#chainEnd;
    let last = index;
    for (let next = index + 1; next < this.#marked.length; next += 1) {
      const from = this.#marked[last]?.until ?? 0;
      const until = this.#marked[next]?.from ?? 0;
      if (until < from || until - from > 60 || !betweenNames.test(this.#text.slice(from, until))) break;
      last = next;
    }
    this.#chainEnd = last;
    return last;
  }

  #readVerb(index: number, last: number): boolean {
    const first = this.#marked[index];
    const end = this.#marked[last];
    if (!first || !end) return false;
    const listed = opening.test(this.#text.slice(0, Math.min(first.from, 80))) && first.from < 80;
    const announced = /\b(?:terms?|words?|expressions?|phrases?) $/i.test(
      this.#text.slice(Math.max(0, first.from - 14), first.from),
    );
    const plain = readVerb(this.#text, end.until, listed);
    const verb = plain && !plain.weak ? plain : (this.#readThing(index, end) ?? plain);
    if (!verb) return false;
    const weak = first.mark === 'emphasis' && (verb.form === 'colon' || verb.form === 'includes');
    if (weak && !listed) return false;
    // "X" in the middle of a sentence that is told to include something is spoken of.
    if (verb.form === 'includes' && !listed && !announced && !startsSentence(this.#text, first.from))
      return false;
    for (let at = index; at <= last; at += 1) {
      const words = this.#marked[at];
      if (!words) continue;
      this.#add(at, words, {
        form: verb.form,
        behindVerb: verb.end,
        bracket: -1,
        listed,
        needsCompany: verb.weak || (weak && verb.form === 'colon'),
        confidence: verb.weak ? 0.6 : weak ? 0.7 : 0.95,
      });
    }
    return true;
  }

  /** `A "Milestone" is an event that …` at the start of a sentence. */
  #readThing(index: number, words: MarkedWords): Verb | null {
    const first = this.#marked[index];
    if (!first || first !== words || words.mark === 'emphasis' || !/^[A-Z]/.test(words.words)) return null;
    const before = this.#text.slice(Math.max(0, first.from - 70), first.from);
    if (
      !/(?:^|[.;:] |\b[Pp]urposes? of [\w ]{3,40}, )(?:[\w().]{1,8} )?(?:The |An? |the |an? )?$/.test(before)
    )
      return null;
    const end = matchAt(isThing, this.#text, words.until);
    return end < 0 ? null : { form: 'means', end, weak: false };
  }

  #readBracket(index: number): boolean {
    const words = this.#marked[index];
    const bracket = this.#brackets[index] ?? -1;
    if (!words || bracket < 0) return false;
    const inside = this.#text.slice(bracket + 1, words.from);
    const lead = inside.slice(-90);
    // Emphasis alone may stress a word: only an article before it and the end of the brackets behind it make it a name.
    if (words.mark === 'emphasis' && !/^(?:the|an?|each an?|collectively,? the) $/i.test(lead)) return false;
    if (meansElsewhere.test(this.#text.slice(words.until, words.until + 60))) return false;
    // "Sections 3.10 ("Record Keeping") and 7" tells what they are captioned.
    if (
      inside === '' &&
      citedNumber.test(this.#text.slice(Math.max(0, bracket - 40), bracket)) &&
      !/^(?:Section|Article)/.test(words.words)
    )
      return false;
    if (
      !bracketLeads.some((pattern) => pattern.test(lead)) ||
      bracketDenied.test(lead) ||
      labelWords.test(lead)
    )
      return false;
    // "purchase cards" or "P-cards": the second is as little a definition as the first.
    if (index > 0 && /["”]\)?,? (?:and|or) $/.test(lead) && !this.#defined.has(index - 1)) return false;
    if (!followsDefinition(this.#text, words.until)) return false;
    this.#add(index, words, {
      form: calledLead.test(lead) && namingWord.test(lead) ? 'hereinafter' : 'parenthesis',
      behindVerb: -1,
      bracket,
      listed: false,
      needsCompany: false,
      confidence: 0.95,
    });
    return true;
  }

  /** `hereinafter called "X"`, `such date being the "X"`. */
  #readNaming(index: number): boolean {
    const words = this.#marked[index];
    if (!words || words.mark === 'emphasis') return false;
    const before = this.#text.slice(Math.max(0, words.from - 150), words.from);
    const after = this.#text.slice(words.until, words.until + 60);
    if (meansElsewhere.test(after)) return false;
    const called = calledLead.exec(before);
    const naming = called && namingWord.test(called[0]) ? called : null;
    const lead = naming ?? beingLead.exec(before);
    if (!lead) return false;
    const form = naming ? 'hereinafter' : 'being';
    if (
      form === 'being' &&
      (!/^[A-Z]/.test(words.words) ||
        !/^["”'’ ]{0,2}(?:[.,;:)]|$| (?:and|or|for|of|under|hereunder)\b)/.test(after))
    )
      return false;
    this.#add(index, words, {
      form,
      behindVerb: -1,
      bracket: words.from - lead[0].length,
      listed: false,
      needsCompany: false,
      confidence: form === 'being' ? 0.75 : 0.9,
    });
    return true;
  }

  /** `… and each individually as a "Party"` behind a name that was just given. */
  #readChain(index: number): boolean {
    const words = this.#marked[index];
    const before = this.#marked[index - 1];
    if (!words || !before || !this.#defined.has(index - 1) || words.mark === 'emphasis') return false;
    const earlier = this.#found[this.#found.length - 1];
    if (
      !earlier ||
      (earlier.form !== 'parenthesis' && earlier.form !== 'hereinafter' && earlier.form !== 'being')
    )
      return false;
    const glue = this.#text.slice(before.until, words.from);
    if (glue.length > 90 || !chainLead.test(glue)) return false;
    if (!followsDefinition(this.#text, words.until)) return false;
    this.#add(index, words, { ...earlier, needsCompany: false, confidence: 0.85 });
    return true;
  }

  #add(
    index: number,
    words: MarkedWords,
    rest: Pick<DefinitionDraft, 'form' | 'behindVerb' | 'bracket' | 'listed' | 'needsCompany' | 'confidence'>,
  ): void {
    this.#defined.add(index);
    this.#found.push({
      term: words.words,
      start: words.start,
      end: words.end,
      mark: words.mark,
      form: rest.form,
      behindVerb: rest.behindVerb,
      bracket: rest.bracket,
      listed: rest.listed,
      needsCompany: rest.needsCompany,
      confidence: rest.confidence,
    });
  }
}

/** Where the bracket opens in which each of the marked words stands; -1 where it stands in none. */
function openBrackets(text: string, marked: readonly MarkedWords[]): readonly number[] {
  const found: number[] = [];
  const open: number[] = [];
  let at = 0;
  for (const { from } of marked) {
    for (; at < from; at += 1) {
      const character = text[at];
      if (character === '(' || character === '[') open.push(at);
      else if (character === ')' || character === ']') open.pop();
    }
    const bracket = open[open.length - 1] ?? -1;
    // A bracket that was opened long ago was not closed where it should have been.
    found.push(bracket >= 0 && from - bracket < 1200 ? bracket : -1);
  }
  return found;
}

/** What stands behind a name in brackets: their end, another name, or words that qualify it. */
function followsDefinition(text: string, until: number): boolean {
  return /^["”'’*_]{0,3} ?(?:[)\],.;:]|$|(?:and|or|which|as|where|with|but|such|for|of|in|to|under|hereunder|herein|respectively|collectively|together|being|whose|when|unless|including|provided|means|shall|is|are|both|from|the|a)\b|["“(])/i.test(
    text.slice(until, until + 24),
  );
}

const citedNumber =
  /\b(?:Sections?|Articles?|Clauses?|Paragraphs?) \d[\w.]{0,12}(?:(?:,| and| or) \d[\w.]{0,12}){0,3} $/;

function startsSentence(text: string, from: number): boolean {
  return (
    from === 0 ||
    /(?:[.;:] ?|^)(?:\d[\d.]{0,7} |\(\w{1,4}\) )?(?:and |the (?:term|word|terms|words) )?$/i.test(
      text.slice(Math.max(0, from - 20), from),
    )
  );
}

function finish(folded: FoldedText, draft: DefinitionDraft, next: DefinitionDraft | null): DefinitionReading {
  const { text } = folded;
  const { start: meaningStart, end: meaningEnd } = meaningOf(text, draft, next);
  const pointer = draft.behindVerb >= 0 ? readPointer(text, draft.behindVerb) : null;
  const hasMeaning = pointer?.instead !== true && /\w/.test(text.slice(meaningStart, meaningEnd));
  const scope = readScopeUnit(text, draft.start);
  return {
    term: draft.term,
    start: folded.toOriginal(draft.start),
    end: folded.endInOriginal(draft.end),
    form: pointer && draft.form !== 'includes' ? 'pointer' : draft.form,
    mark: draft.mark,
    meaningStart: hasMeaning ? folded.toOriginal(meaningStart) : -1,
    meaningEnd: hasMeaning ? folded.endInOriginal(meaningEnd) : -1,
    pointer: pointer && {
      text: pointer.text,
      start: folded.toOriginal(pointer.start),
      end: folded.endInOriginal(pointer.end),
    },
    scopeUnit: scope,
    listed: draft.listed,
    needsCompany: draft.needsCompany,
    confidence: draft.confidence,
  };
}
