import { say, translated } from '../text/say.ts';
import { formatNumeral } from './numerals.ts';
import { isAttachmentKind, type Provision } from './provision.ts';

/** How a provision is called in a message: `Article 5`, `Section 3.10`, `item (b)`, `paragraph 2`. */
export function nameProvision(provision: Provision): string {
  const number = provision.ordinal;
  if (number !== null) return join(wordFor(provision), bracketed(provision, number));
  const kind = translated(provision.kind);
  return provision.caption ? say`${kind} “${provision.caption}”` : kind;
}

/** The same at the start of a sentence: `Item (b)`. */
export function nameAtSentenceStart(provision: Provision): string {
  return capitalise(nameProvision(provision));
}

/** How the sibling with another number would be called, written in the provision's own way: `Section 1.08` beside 1.09. */
export function nameSibling(provision: Provision, path: readonly number[]): string {
  return join(wordFor(provision), bracketed(provision, numberBeside(provision, path)));
}

/** What `path` would be as the number of a sibling. */
export function numberBeside(provision: Provision, path: readonly number[]): string {
  const numbering = provision.numbering;
  if (!numbering || numbering.numeral === 'word') return path.join('.');
  if (path.length === 1) return formatNumeral(path[0] ?? 0, numbering.numeral);
  const parts = (provision.number ?? '').split(/([.\-–])/);
  if (parts.length !== path.length * 2 - 1) return path.join('.');
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const value = String(path[index / 2] ?? 0);
      return part.startsWith('0') ? value.padStart(part.length, '0') : value;
    })
    .join('');
}

/** The number with its brackets: `(b)`. */
export function bracketed({ numbering }: Provision, number: string): string {
  const family = numbering?.family ?? '';
  return family.startsWith('(') ? `(${number})` : family === '#)' ? `${number})` : number;
}

/** What stands before its number: the word by which it is cited, with a capital, or that for its kind, in small letters. */
export function wordFor({ kind, numbering }: Provision): string {
  const family = numbering?.family ?? '';
  const keyworded = /^[a-z]/.test(family);
  const word = keyworded ? family : kind;
  const named = keyworded || isAttachmentKind(kind) || /^(?:section|subsection|article)$/.test(word);
  return named ? capitalise(word === 'subsection' ? 'section' : word) : word;
}

/** The words of the document stay as they are; a word for a kind of provisions is one of ours. */
function join(word: string, number: string): string {
  switch (word) {
    case 'part':
      return say`part ${number}`;
    case 'chapter':
      return say`chapter ${number}`;
    case 'clause':
      return say`clause ${number}`;
    case 'paragraph':
      return say`paragraph ${number}`;
    case 'item':
      return say`item ${number}`;
    case 'subitem':
      return say`subitem ${number}`;
    case 'recital':
      return say`recital ${number}`;
    default:
      return `${word} ${number}`;
  }
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
