import { formatNumeral } from './numerals.ts';
import type { Numbering, Provision } from './provision.ts';

/** How a provision is called in a message: `Article 5`, `Section 3.10`, `item (b)`, `paragraph 2`. */
export function nameProvision(provision: Provision): string {
  const number = provision.ordinal;
  if (number === null) return provision.caption ? `${provision.kind} “${provision.caption}”` : provision.kind;
  return join(provision, number);
}

/** How the sibling with another number would be called; `path` replaces the provision's own. */
export function nameSibling(provision: Provision, path: readonly number[]): string {
  return join(provision, provision.numbering ? formatPath(provision.numbering, path) : path.join('.'));
}

function formatPath(numbering: Numbering, path: readonly number[]): string {
  // "Clause Third" is answered with figures: words would have to guess between "Three" and "Third".
  if (numbering.numeral === 'word') return String(path[0] ?? 0);
  if (path.length === 1) return formatNumeral(path[0] ?? 0, numbering.numeral);
  return path.join('.');
}

function join(provision: Provision, number: string): string {
  const family = provision.numbering?.family ?? '';
  const shown = family.startsWith('(') ? `(${number})` : number;
  const keyworded = /^[a-z]/.test(family);
  const word = keyworded ? family : provision.kind;
  const named = keyworded || word === 'section' || word === 'subsection' || word === 'article';
  return `${named ? capitalise(word === 'subsection' ? 'section' : word) : word} ${shown}`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
