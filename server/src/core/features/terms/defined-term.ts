import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import type { Provision } from '../../model/provision.ts';
import type { ReferenceTarget } from '../../model/reference.ts';
import { type TermUse, termAt, termsOf } from '../../resolve/terms.ts';
import { contains, type TextRange, touches } from '../../text/range.ts';
import { targetsOf } from '../citations/cited-targets.ts';
import { referenceIndexOf } from '../citations/reference-index.ts';
import { namedAround, type Place, placeOf } from '../provisions/places.ts';

/** A defined term with a cursor on it. */
export interface PointedTerm {
  /** The definition under the cursor, or the one that counts for the use under it. */
  readonly definition: Definition;
  /** Null where the cursor is where the term is defined. */
  readonly use: TermUse | null;
  /** What of the term stands on the cursor's line. */
  readonly piece: TextRange;
}

/** The term at a cursor, which may also stand right behind it. Of a citation only what follows its numbers can be one. */
export function termUnder(analysis: Analysis, offset: number): PointedTerm | null {
  const found = termAt(analysis, offset);
  const piece = found?.pieces.find((candidate) => touches(candidate, offset));
  if (!found || !piece) return null;
  if (!('definition' in found)) return { definition: found, use: null, piece };
  const cited = referenceIndexOf(analysis).at(offset)?.reference.members.at(-1);
  // "Articles" may be a term; in "Article 5 of the Credit Agreement" the agreement alone is one.
  if (cited && found.range.start < cited.range.end) return null;
  return { definition: found.definition, use: found, piece };
}

/** Definitions that are one term to a reader: those of the same words in the same scope, and those that point there. */
export interface DefinedTerm {
  /** The one that gives the meaning; one that points where it is not found in the document. */
  readonly home: Definition;
  /** All of them, in the order of the text. */
  readonly definitions: readonly Definition[];
}

export function definedTermOf(analysis: Analysis, definition: Definition): DefinedTerm {
  const all = termsOf(analysis).definitionsOfTerm(definition.term);
  if (definition.quoted || all.length > mostTogether) return { home: definition, definitions: [definition] };
  const home = homeOf(analysis, definition);
  const definitions = all.filter(
    (other) =>
      !other.quoted &&
      haveSameWords(other, home) &&
      (other.scope === home.scope || (other.pointer !== null && homeOf(analysis, other) === home)),
  );
  return { home, definitions };
}

/** More definitions of the same words are each a term of its own: nobody tells so many apart. */
const mostTogether = 40;

/** Where the meaning of a term stands: the definition itself, or that to which it points. */
function homeOf(analysis: Analysis, definition: Definition): Definition {
  if (definition.pointer === null || definition.quoted) return definition;
  const others = termsOf(analysis)
    .definitionsOfTerm(definition.term)
    .filter(({ pointer, quoted }) => pointer === null && !quoted);
  const targets = pointedTargets(analysis, definition);
  const there = others.filter(({ range }) => targets.some((target) => contains(target.range, range)));
  const near = there.length > 0 ? there : others.filter(({ scope }) => scope === definition.scope);
  return near.find((other) => haveSameWords(other, definition)) ?? near[0] ?? definition;
}

function haveSameWords(one: Definition, other: Definition): boolean {
  return one.term.toLowerCase() === other.term.toLowerCase();
}

/** The provisions that a definition names for its meaning; none where it names another document. */
export function pointedTargets(analysis: Analysis, { pointer }: Definition): readonly ReferenceTarget[] {
  if (!pointer) return [];
  return referenceIndexOf(analysis)
    .touching(pointer.range)
    .flatMap((reference) => targetsOf(reference, null));
}

/**
 * The innermost provision that a reader would name for the place of a definition. What opens a paragraph behind the last
 * item of a list is the next definition, and no part of the item.
 */
export function definedIn({ snapshot }: Analysis, { source, listed, range }: Definition): Provision | null {
  let around = source;
  const line = snapshot.lineAt(range.start);
  while (listed && around?.parent && isItem(around) && snapshot.lineAt(around.heading.start) < line)
    around = around.parent;
  return namedAround(around);
}

function isItem({ kind }: Provision): boolean {
  return kind === 'item' || kind === 'subitem';
}

/** Where the meaning stands, with the words before which it is looked for: the term, or the meaning that is named behind it. */
export function meaningPlace({ range, meaning }: Definition): Place {
  if (!meaning) return { range, selection: range };
  const whole = { start: Math.min(range.start, meaning.start), end: Math.max(range.end, meaning.end) };
  return { range: whole, selection: meaning.start < range.start ? meaning : range };
}

/** The places where a reader finds what a term means: of one that only points, the provisions to which it does. */
export function meaningPlaces(analysis: Analysis, { home }: DefinedTerm): readonly Place[] {
  const targets = home.meaning ? [] : pointedTargets(analysis, home);
  return targets.length > 0 ? targets.map(placeOf) : [meaningPlace(home)];
}

/**
 * Whether a term is shown as one among other words. Definitions of "to", "including" and "herein" say how to read the
 * document; with each such word marked, nobody would see the terms.
 */
export function standsOut({ term }: Pick<Definition, 'term'>): boolean {
  return !wordsOfGrammar.has(term.toLowerCase());
}

const wordsOfGrammar: ReadonlySet<string> = new Set(
  (
    'a all an and any by each either every from he her herein hereafter hereby hereinafter hereof hereto hereunder ' +
    'herewith him his if in include included includes including it its may must no not of on or shall she should such ' +
    'that the their them thereafter thereby therein thereof thereto thereunder they this through till to until we ' +
    'which who whom will with within without you your'
  ).split(' '),
);
