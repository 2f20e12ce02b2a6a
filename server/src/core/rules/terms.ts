import type { Analysis } from '../analysis.ts';
import type { Configuration } from '../config/model.ts';
import { singular } from '../inline/inflection.ts';
import type { Definition } from '../model/definition.ts';
import { mayBePutIntoAnother } from '../resolve/amended-definitions.ts';

/**
 * Whether a definition is judged at all: it is sure, it defines something here, and it names a thing. Words in small
 * letters explain themselves ("including", "herein"), and what the provisions of an amendment define belongs to the
 * amended document.
 */
export function judges(analysis: Analysis, definition: Definition): boolean {
  const { term, quoted, confidence, form } = definition;
  if (quoted || confidence < 0.7 || !/^[A-Z][^/{<>]+$/.test(term)) return false;
  if (/^(?:Exhibit|Schedule|Annex|Appendix|Section|Article) /.test(term) || isTorn(term)) return false;
  if (form === 'abbreviation' || form === 'includes' || form === 'label' || form === 'being') return false;
  return !mayBePutIntoAnother(analysis, definition);
}

/** A conversion has put a blank into a word of the term: "Effective Dat e", "I ntralinks". */
export function isTorn(term: string): boolean {
  return /(?:^| )[B-HJ-Z] [a-z]|^I [a-z]|[a-z] [b-hj-z]$/.test(term);
}

/** Whether the project says that these words are no term. */
export function isIgnored({ ignoredTerms }: Configuration, words: string): boolean {
  const key = keyOf(words);
  return ignoredTerms.some((ignored) => keyOf(ignored) === key);
}

function keyOf(words: string): string {
  return words.toLowerCase().split(/\s+/).map(singular).join(' ');
}
