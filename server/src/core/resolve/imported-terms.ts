import type { Analysis } from '../analysis.ts';
import { importedTerms } from '../inline/definition-words.ts';
import { innermostProvision } from '../model/locate.ts';
import type { Provision } from '../model/provision.ts';
import { rootOf } from './instruments.ts';
import { perAnalysis } from './per-analysis.ts';

/**
 * Where words with capitals may have the meaning they have in another document: "capitalized terms used and not defined
 * herein have the meanings given to them in the Credit Agreement". Said in an attachment, it holds there alone; null is
 * the whole document.
 */
export const importingParts = perAnalysis((analysis: Analysis): ReadonlySet<Provision | null> => {
  const found = new Set<Provision | null>();
  for (const { content, start } of analysis.paragraphs) {
    if (!content.ask(readImport)) continue;
    const provision = innermostProvision(analysis.outline, start);
    const root = provision && rootOf(provision);
    found.add(root?.parent ? root : null);
  }
  return found;
});

function readImport(text: string): boolean {
  if (!/\bdefine|\bmeaning/.test(text)) return false;
  const plain = text.replace(/\s+/g, ' ');
  return importedTerms.some((pattern) => {
    const found = pattern.exec(plain);
    return found !== null && !leadsHere.test(plain.slice(found.index, found.index + found[0].length + 120));
  });
}

/** The meanings stand in this document itself, or in no document at all. */
const leadsHere =
  /\b(?:following meanings?|meanings? (?:set forth|assigned|ascribed|given|specified|provided|attributed)(?: [a-z]+){0,4} (?:below|in this (?:section|article|agreement|paragraph|clause))|defined in (?:exhibit|schedule|annex|appendix) \w+ (?:to this|hereto)|(?:by|under|with) generally accepted|commonly ascribed)\b/i;
