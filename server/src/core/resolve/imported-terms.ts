import type { Analysis } from '../analysis.ts';
import { readName } from '../inline/citation-context.ts';
import { importedTerms } from '../inline/definition-words.ts';
import { innermostProvision } from '../model/locate.ts';
import type { Provision } from '../model/provision.ts';
import { foundIn } from './found.ts';
import { rootOf } from './instruments.ts';
import { perAnalysis } from './per-analysis.ts';

/**
 * Where words with capitals may have the meaning they have in another document: "capitalized terms used and not defined
 * herein have the meanings given to them in the Credit Agreement". Said in an attachment, it holds there alone; null is
 * the whole document.
 */
export const importingParts = perAnalysis((analysis: Analysis): ReadonlySet<Provision | null> => {
  const found = new Set<Provision | null>();
  for (const { paragraph } of foundIn(analysis, readImport)) {
    const provision = innermostProvision(analysis.outline, paragraph.start);
    const root = provision && rootOf(provision);
    found.add(root?.parent ? root : null);
  }
  return found;
});

/** The documents that are named there, as they are printed: "Credit Agreement". */
export function termSourcesOf(analysis: Analysis): readonly string[] {
  const named = foundIn(analysis, readImport).flatMap(({ answer }) => answer.source ?? []);
  return [...new Set(named)];
}

interface Import {
  /** The document that has the meanings; null where it is not named. */
  readonly source: string | null;
}

function readImport(text: string): Import | null {
  if (!/\bdefine|\bmeaning/.test(text)) return null;
  const plain = text.replace(/\s+/g, ' ');
  for (const pattern of importedTerms) {
    const found = pattern.exec(plain);
    if (!found || leadsHere.test(plain.slice(found.index, found.index + found[0].length + reach))) continue;
    const behind = plain.slice(found.index, found.index + found[0].length + reach);
    return { source: sourceIn(behind) };
  }
  return null;
}

/** So far behind the words that import stands where from. */
const reach = 120;

/** The first document that is named by "in the …" with a capital. */
function sourceIn(words: string): string | null {
  const lead = /\b(?:in|by|under) (?:the|that certain|such|our) ["“]?(?=[A-Z])/.exec(words);
  return lead && readName(words, lead.index + lead[0].length);
}

/** The meanings stand in this document itself, or in no document at all. */
const leadsHere =
  /\b(?:following meanings?|meanings? (?:set forth|assigned|ascribed|given|specified|provided|attributed)(?: [a-z]+){0,4} (?:below|in this (?:section|article|agreement|paragraph|clause))|defined in (?:exhibit|schedule|annex|appendix) \w+ (?:to this|hereto)|(?:by|under|with) generally accepted|commonly ascribed)\b/i;
