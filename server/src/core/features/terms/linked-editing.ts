import type { Analysis } from '../../analysis.ts';
import { paragraphAt } from '../../inline/paragraphs.ts';
import { termsOf } from '../../resolve/terms.ts';
import type { TextRange } from '../../text/range.ts';
import { definedTermOf, termUnder } from './defined-term.ts';

/**
 * What is edited together with a term where it is defined: the same words, letter by letter, in the paragraph of its
 * definition, as in a caption before it ("2.1 Closing Date. "Closing Date" means …"). All of that is in sight and means
 * nothing but this term. Uses elsewhere and in other numbers are for a renaming, which shows what it changes; and a use is
 * not linked to its definition: who writes another term in its place does not mean to change what is defined.
 */
export function linkedTermAt(analysis: Analysis, offset: number): readonly TextRange[] | null {
  const pointed = termUnder(analysis, offset);
  if (!pointed || pointed.use || pointed.definition.quoted) return null;
  const { definition } = pointed;
  const paragraph = paragraphAt(analysis.paragraphs, definition.range.start);
  if (!paragraph) return null;
  const { definitions } = definedTermOf(analysis, definition);
  const written = analysis.snapshot.slice(definition.range);
  const uses = termsOf(analysis)
    .usesIn(paragraph)
    .filter((use) => definitions.includes(use.definition))
    .map(({ range }) => range);
  const linked = [definition.range, ...uses].filter((range) => analysis.snapshot.slice(range) === written);
  const isOneLine = !/[\r\n]/.test(written);
  return isOneLine && linked.length > 1 ? linked.sort((a, b) => a.start - b.start) : null;
}

/** What a term may be edited to: a quote or a line end is the end of it. */
export const linkedTermPattern = '[^"“”\\r\\n]+';
