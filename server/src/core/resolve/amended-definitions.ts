import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { say } from '../text/say.ts';
import { instrumentsOf, rootOf } from './instruments.ts';

/**
 * Whether a definition stands in the provisions of an amendment, which may put it into the amended document. Before its
 * provisions an amendment names its own parties and papers.
 */
export function mayBePutIntoAnother(analysis: Analysis, { source }: Definition): boolean {
  const root = source && rootOf(source);
  if (!root || instrumentsOf(analysis).get(root)?.amends !== true) return false;
  return source !== root && source.kind !== 'preamble' && source.kind !== 'recital';
}

/**
 * What the document is called whose text a definition becomes: an amendment quotes it, or lists it as a definition. Null
 * where it defines something in the amendment itself, as `(the "Amendment Fee")` does.
 */
export function amendedDocumentOf(analysis: Analysis, definition: Definition): string | null {
  if (!mayBePutIntoAnother(analysis, definition) || !(definition.quoted || definition.listed)) return null;
  const title = definition.source && rootOf(definition.source).caption;
  const name = amended
    .exec(title ?? '')?.[1]
    ?.trim()
    .replace(/\s+/g, ' ');
  return name === undefined ? say`document that is amended` : inTitleCase(name);
}

/** Titles stand in capitals where sentences have "Loan Agreement". */
function inTitleCase(name: string): string {
  if (/[a-z]/.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/\b(?!(?:of|and|the|for|in|to|on)\b)[a-z]/g, (letter) => letter.toUpperCase());
}

/** "FIRST AMENDMENT TO LOAN AGREEMENT" amends the LOAN AGREEMENT. */
const amended = /\b(?:amendment|supplement)(?: no\.? ?\w{1,4})? (?:and \w+ )?to (?:the )?([^,;()]{3,80})/i;
