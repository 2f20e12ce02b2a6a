import { formatNumeral } from './numerals.ts';
import { isAttachmentKind, type Provision } from './provision.ts';

/** How a provision is called in a message: `Article 5`, `Section 3.10`, `item (b)`, `paragraph 2`. */
export function nameProvision(provision: Provision): string {
  const number = provision.ordinal;
  if (number === null) return provision.caption ? `${provision.kind} “${provision.caption}”` : provision.kind;
  return join(provision, number);
}

/** The same at the start of a sentence: `Item (b)`. */
export function nameAtSentenceStart(provision: Provision): string {
  return capitalise(nameProvision(provision));
}

/** How the sibling with another number would be called, written in the provision's own way: `Section 1.08` beside 1.09. */
export function nameSibling(provision: Provision, path: readonly number[]): string {
  return join(provision, writeLike(provision, path));
}

function writeLike(provision: Provision, path: readonly number[]): string {
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

function join(provision: Provision, number: string): string {
  const family = provision.numbering?.family ?? '';
  const shown = family.startsWith('(') ? `(${number})` : family === '#)' ? `${number})` : number;
  const keyworded = /^[a-z]/.test(family);
  const word = keyworded ? family : provision.kind;
  const named =
    keyworded || isAttachmentKind(provision.kind) || /^(?:section|subsection|article)$/.test(word);
  return `${named ? capitalise(word === 'subsection' ? 'section' : word) : word} ${shown}`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
