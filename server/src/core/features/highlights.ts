import type { Analysis } from '../analysis.ts';
import type { TextRange } from '../text/range.ts';
import type { Mentions } from './answers.ts';
import { targetsUnder } from './citations/cited-targets.ts';
import { type PointedCitation, piecesOf, referenceIndexOf } from './citations/reference-index.ts';
import { firstAnswer, type Provider } from './provisions/places.ts';
import { mentionsAt } from './references.ts';
import { mentionsOfTerm } from './term-references.ts';

export interface Highlight {
  readonly range: TextRange;
  readonly kind: 'declaration' | 'use';
}

/** The heading and the citations, or the definition and the uses, of what is at the cursor, piece by piece where they run over a line end. */
export function highlightsAt(analysis: Analysis, offset: number): readonly Highlight[] {
  return firstAnswer(providers, analysis, offset) ?? [];
}

const providers: ReadonlyArray<Provider<readonly Highlight[]>> = [ofTerm, ofCitation, ofMentions];

function ofTerm(analysis: Analysis, offset: number): readonly Highlight[] | null {
  const mentions = mentionsOfTerm(analysis, offset);
  return mentions && toHighlights(mentions);
}

/**
 * A citation that means several provisions is highlighted by itself: their headings and citations are not the same thing,
 * but editors keep a highlight as long as the cursor stays on any part of it. So is one that leads nowhere here: editors
 * would highlight its word wherever it stands.
 */
function ofCitation(analysis: Analysis, offset: number): readonly Highlight[] | null {
  const pointed = referenceIndexOf(analysis).at(offset);
  if (!pointed) return null;
  const cited = new Set(targetsUnder(pointed, offset).map(({ provision }) => provision));
  return cited.size !== 1 ? ownPieces(analysis, pointed).map((range) => ({ range, kind: 'use' })) : null;
}

/** The member under the cursor, else the word before the members. */
function ownPieces({ snapshot }: Analysis, { reference, member }: PointedCitation): readonly TextRange[] {
  if (member) return piecesOf({ reference, member });
  const behindWord = reference.members[0]?.range.start ?? 0;
  return reference.pieces.flatMap(({ start, end }) => {
    const words = snapshot.text.slice(start, Math.min(end, behindWord)).trimEnd();
    return words === '' ? [] : [{ start, end: start + words.length }];
  });
}

function ofMentions(analysis: Analysis, offset: number): readonly Highlight[] | null {
  const mentions = mentionsAt(analysis, offset);
  return mentions && toHighlights(mentions);
}

function toHighlights({ declarations, uses }: Mentions): readonly Highlight[] {
  const of = (kind: Highlight['kind'], ranges: ReadonlyArray<readonly TextRange[]>): Highlight[] =>
    ranges.flat().map((range) => ({ range, kind }));
  return [...of('declaration', declarations), ...of('use', uses)].sort(
    (a, b) => a.range.start - b.range.start,
  );
}
