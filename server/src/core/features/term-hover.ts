import type { Analysis } from '../analysis.ts';
import type { Hover, HoverPart } from './answers.ts';
import { passageOf } from './provisions/passage.ts';
import { definedTermOf, pointedTargets, termUnder } from './terms/defined-term.ts';
import { termCardOf } from './terms/term-card.ts';

/** About what fits on a screen beside the text. */
const longestMeaning = 1_600;
/** Of a provision that was pointed to and in which no definition was recognised. */
const longestPassage = 600;

/** What the term at the cursor means, where it is defined and holds, and how often it is used. */
export function hoverOfTerm(analysis: Analysis, offset: number): Hover | null {
  const pointed = termUnder(analysis, offset);
  if (!pointed) return null;
  const defined = definedTermOf(analysis, pointed.definition);
  const card = termCardOf(analysis, defined, longestMeaning);
  const targets = card.meaning.length === 0 ? pointedTargets(analysis, defined.home).slice(0, 1) : [];
  const passages = targets.map(
    (target): HoverPart => ({ kind: 'passage', passage: passageOf(analysis, target, longestPassage) }),
  );
  return { range: pointed.piece, parts: [{ kind: 'term', card }, ...passages] };
}
