import type { DefinitionForm } from '../model/definition.ts';
import type { DefinitionDraft } from './definition-draft.ts';
import { matchAt, readVerb } from './definition-verbs.ts';
import { mergeApart } from './marked-words.ts';

/** Adds to the definitions already found those whose term carries no marks. Expects single blanks. */
export function readUnmarkedDefinitions(
  text: string,
  marked: readonly DefinitionDraft[],
): readonly DefinitionDraft[] {
  const opening = readOpening(text);
  const found = [...(opening ? [opening] : []), ...readNamed(text), ...readAbbreviations(text)];
  return mergeApart(
    marked,
    found.sort((a, b) => a.start - b.start),
  );
}

/** One word of a term: "Business", "Break-In", "401(k)", "U.S.", or a small word between two of these. */
const phrase =
  /(?:[A-Z][\w’'&/-]*(?:\.[A-Z](?![a-z])){0,5}\.?)(?:,? (?:(?:of|the|in|and|or|for|to|on|with|by|at|from|under|upon|per|an?|de|as) ){0,3}[A-Z0-9(][\w’'&/()-]*){0,9}/y;

const enumerator =
  /(?:[([]?[A-Za-z0-9]{1,5}(?:\.\d{1,3}){0,3}(?:[.)\]]{1,2}| )[ :–-]{0,3}|[-•·o] )?(?:The term |The terms )?/y;

/** `Business Day means …`, `Change in Control: means …`, `Sale: the sale of …` at the start of a paragraph. */
function readOpening(text: string): DefinitionDraft | null {
  const behindEnumerator = Math.max(0, matchAt(enumerator, text, 0));
  for (const from of new Set([0, behindEnumerator])) {
    const start = Math.max(from, matchAt(/(?:The|An?) /y, text, from));
    const end = matchAt(phrase, text, start);
    if (end <= start) continue;
    const term = text.slice(start, end);
    if (sentenceOpeners.test(term)) continue;
    const direct = matchAt(
      /,? ?:? ?(?:shall |will )?(?:means?|have the meaning|has the meaning|have the same meaning|has the same meaning)\b/y,
      text,
      end,
    );
    const closed = matchAt(/ ?: (?=[A-Za-z“"(\d])/y, text, end);
    if (direct < 0 && closed < 0) continue;
    const verb = readVerb(text, end, text.startsWith(':', end) || text.startsWith(' :', end));
    if (!verb) continue;
    const sure = verb.form !== 'colon';
    return {
      term,
      start,
      end,
      form: verb.form,
      mark: 'none',
      behindVerb: verb.end,
      bracket: -1,
      listed: true,
      needsCompany: !sure,
      confidence: sure ? 0.8 : 0.6,
    };
  }
  return null;
}

/** Words that begin sentences, not terms: "This means that". */
const sentenceOpeners =
  /^(?:This|That|These|Those|It|He|She|They|We|You|Which|What|In|If|For|Any|All|Each|No|Such|There|As|The|By|Where|When|An?|Note|Attention|Re|To|From|cc|By|Its|Name|Title|Date|Address|Facsimile|Fax|Telephone|Phone|Email|Attn)$/;

/** `hereinafter called the Lessor`, `also referred to as Austin DSA, ATXDSA, or the …`. */
const named =
  /\b(?:(?:hereinafter|hereafter|herein) (?:(?:sometimes|collectively|individually|jointly|also|either) )?(?:(?:referred to|called|designated|known|defined|termed)(?: herein| collectively| individually| jointly)?(?: as)? )?|also (?:referred to|known) as |(?:is|are) (?:collectively |together |also |sometimes )?(?:referred to (?:herein|hereinafter|in this [A-Z][a-z]+)|herein (?:called|referred to)) as )(?:the |an? |each an? )?(?=[A-Z])/g;

function readNamed(text: string): DefinitionDraft[] {
  if (!/called|referred|herein|hereafter|also known/.test(text)) return [];
  const found: DefinitionDraft[] = [];
  for (const match of text.matchAll(named)) {
    let start = match.index + match[0].length;
    for (let name = 0; name < 4; name += 1) {
      const end = matchAt(phrase, text, start);
      if (end <= start) break;
      const cut = cutAtConjunction(text, start, end);
      if (!/^[’'”")]{0,2}(?:[.,;:)\]]|$| (?:and|or)\b)/.test(text.slice(cut, cut + 8))) break;
      found.push(namedBehind(text, start, cut, 'hereinafter', match.index));
      const next = matchAt(/,? (?:(?:or|and) )?(?:the |as )?(?=[A-Z])/y, text, cut);
      const list = /also/.test(match[0]) && next > cut;
      if (!list) break;
      start = next;
    }
  }
  return found;
}

/** "LESSOR and ACME Corp": the name ends where the sentence goes on to another party. */
function cutAtConjunction(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const at = words.search(/, | and (?:the )?[A-Z]| or (?:the )?[A-Z]/);
  return at > 0 ? start + at : end;
}

/** `Democratic Socialists of America (DSA)`: the letters are the initials of the words before the bracket. */
const abbreviation = /\(([A-Z][A-Z&]{1,7}s?)\)/g;

function readAbbreviations(text: string): DefinitionDraft[] {
  if (!/\([A-Z]{2}/.test(text)) return [];
  const found: DefinitionDraft[] = [];
  for (const match of text.matchAll(abbreviation)) {
    const term = match[1] ?? '';
    const start = match.index + 1;
    if (!initialsPrecede(text.slice(Math.max(0, match.index - 120), match.index), term)) continue;
    found.push(namedBehind(text, start, start + term.length, 'abbreviation', match.index));
  }
  return found;
}

/** A name behind what it means, where `bracket` parts the two. */
function namedBehind(
  text: string,
  start: number,
  end: number,
  form: DefinitionForm,
  bracket: number,
): DefinitionDraft {
  return {
    term: text.slice(start, end),
    start,
    end,
    form,
    mark: 'none',
    behindVerb: -1,
    bracket,
    listed: false,
    needsCompany: false,
    confidence: 0.75,
  };
}

function initialsPrecede(before: string, abbreviation: string): boolean {
  const letters = abbreviation.replace(/s$|&/g, '').toUpperCase();
  if (letters.length < 2) return false;
  const words = before.trimEnd().split(/[\s/-]+/);
  let letter = letters.length - 1;
  for (let at = words.length - 1; at >= 0 && letter >= 0; at -= 1) {
    const word = words[at] ?? '';
    const initial = word.replace(/^["“(]/, '').charAt(0);
    if (/^[A-Z]/.test(initial) && initial === letters[letter]) letter -= 1;
    else if (!/^(?:of|the|and|for|in|on|to|&)$/i.test(word)) return false;
  }
  return letter < 0;
}
