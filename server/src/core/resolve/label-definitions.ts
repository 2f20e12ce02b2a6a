import type { Analysis } from '../analysis.ts';
import { readCapitalisedPhrases } from '../inline/capitalised.ts';
import type { Definition } from '../model/definition.ts';
import { innermostProvision } from '../model/locate.ts';
import { foundIn } from './found.ts';
import { scopeOf } from './scopes.ts';

/**
 * Label rows that define: "Escrow Bank:   The First Bank". A row is a definition where its label is used as a term
 * elsewhere or is defined by pointing to where the row stands; most rows of forms and tables are neither.
 */
export function readLabelDefinitions(
  analysis: Analysis,
  defined: readonly Definition[],
): readonly Definition[] {
  if (analysis.labelRows.length === 0) return [];
  const pointers = new Set(
    defined.filter(({ form }) => form === 'pointer').map(({ term }) => term.toLowerCase()),
  );
  const used = phrasesInText(analysis);
  return analysis.labelRows
    .filter(({ label }) => isName(label) && (pointers.has(label.toLowerCase()) || (used.get(label) ?? 0) > 0))
    .map((row): Definition => {
      const source = innermostProvision(analysis.outline, row.labelRange.start);
      const range = { start: row.labelRange.start, end: row.labelRange.start + row.label.length };
      return {
        term: row.label,
        range,
        pieces: [range],
        form: 'label',
        mark: 'none',
        listed: true,
        meaning: row.valueRange,
        pointer: null,
        scope: scopeOf(source, null),
        source,
        quoted: false,
        confidence: 0.7,
      };
    });
}

/** Two to six words, all that count with capitals: "Closing Date", "Date of Delivery". */
function isName(label: string): boolean {
  const words = label.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((word) => /^[A-Z0-9]/.test(word) || /^(?:of|the|and|in|for|to|or|on|by)$/.test(word)) &&
    !/^(?:The|An?|This|Any|Each)$/.test(words[0] ?? '')
  );
}

/** How often each phrase with capitals stands in running text, label rows left out. */
function phrasesInText(analysis: Analysis): ReadonlyMap<string, number> {
  const rows = new Set(analysis.labelRows.map(({ line }) => line));
  const counts = new Map<string, number>();
  for (const { paragraph, answer } of foundIn(analysis, readCapitalisedPhrases)) {
    if (rows.has(paragraph.firstLine)) continue;
    for (const { words } of answer) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}
