import type { Analysis } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { paragraphAt, paragraphsTouching } from '../inline/paragraphs.ts';
import { type IndexedTerm, keyOfTerms, TermIndex } from '../inline/term-index.ts';
import type { TermCase, TermMatch } from '../inline/term-matches.ts';
import { type ParagraphTerms, readParagraphTerms } from '../inline/unknown-phrases.ts';
import type { Definition } from '../model/definition.ts';
import { innermostProvision } from '../model/locate.ts';
import type { Provision } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import type { Steps } from '../text/steps.ts';
import { definitionsOf, readDefinitionsInSteps } from './definitions.ts';
import { type Found, ParagraphAnswers } from './found.ts';
import { perAnalysis } from './per-analysis.ts';
import { perDocument } from './per-document.ts';

/** A place where a defined term is used. Immutable. */
export interface TermUse {
  readonly range: TextRange;
  /** What it covers of the document, line by line. */
  readonly pieces: readonly TextRange[];
  /** As a reader reads it. */
  readonly text: string;
  readonly spelling: TermCase;
  readonly definition: Definition;
}

/** The defined terms of a document and where they are used. What is asked for is found then. */
export interface Terms {
  readonly definitions: readonly Definition[];
  /** Whether the definition is the one that counts anywhere but where it stands. */
  isUsed(definition: Definition): boolean;
  /** Whether its words stand anywhere but where a term is defined, in whatever case, number and scope. */
  isMentioned(definition: Definition): boolean;
  /** In the order of the text. */
  usesOf(definition: Definition): readonly TermUse[];
  /** The uses of definitions of one term, in whatever number, in the order of the text. */
  usesOfAny(definitions: readonly Definition[]): readonly TermUse[];
  /** How many of these there are, which costs less than to know where. */
  countUsesOfAny(definitions: readonly Definition[]): number;
  /** The uses of all terms that begin in a stretch of the document, in the order of the text. */
  usesWithin(range: TextRange): readonly TermUse[];
  usesIn(paragraph: Paragraph): readonly TermUse[];
  /** All definitions of one term in any number: "Party" and "Parties". */
  definitionsOfTerm(written: string): readonly Definition[];
  /** The definition that counts for a term at a place: that of the innermost scope. */
  definitionAt(written: string, offset: number): Definition | null;
  /** The use or the definition at a place of the document. */
  at(offset: number): TermUse | Definition | null;
  /**
   * All that is written like a term, in the order of the text and whatever its case, definitions included; and the words
   * that are written like terms and are none.
   */
  readonly paragraphs: readonly SearchedParagraph[];
  /** The places among them that are wanted, in the order of the text. */
  placesWhere(isWanted: (match: TermMatch) => boolean): readonly TermPlace[];
}

/** What was found of terms in one paragraph. */
export type SearchedParagraph = Found<ParagraphTerms>;

/** The terms of a document. A paragraph is searched again only where it or the list of terms has changed. */
export const termsOf = perAnalysis((analysis): Terms => new DocumentTerms(analysis));

/** Reads the definitions of each paragraph, and searches it for the terms. */
export function* readTerms(analysis: Analysis): Steps<void> {
  yield* readDefinitionsInSteps(analysis);
  yield* searchFor(analysis, definitionsOf(analysis)).found.read(analysis);
}

/** The definition or the use of a term at a place of the document. */
export function termAt(analysis: Analysis, offset: number): TermUse | Definition | null {
  return termsOf(analysis).at(offset);
}

const searchesKept = perDocument((): { last: TermSearch } => ({ last: newSearch([]) }));

class DocumentTerms implements Terms {
  readonly definitions: readonly Definition[];
  readonly paragraphs: readonly SearchedParagraph[];
  readonly #analysis: Analysis;
  readonly #index: TermIndex;
  readonly #byTerm = new Map<IndexedTerm, TermDefinitions>();
  readonly #own = new Set<number>();
  #mentioned: Uint8Array | null = null;
  #placesByTerm: ReadonlyArray<readonly TermPlace[]> | null = null;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.definitions = definitionsOf(analysis);
    const search = searchFor(analysis, this.definitions);
    this.#index = search.index;
    for (const definition of this.definitions) {
      this.#own.add(definition.range.start);
      const term = this.#index.find(definition.term);
      if (!term) continue;
      const known: TermDefinitions = this.#byTerm.get(term) ?? { all: [], byScope: new Map() };
      this.#byTerm.set(term, known);
      known.all.push(definition);
      if (definition.quoted) continue;
      const sameScope = known.byScope.get(definition.scope);
      if (sameScope) sameScope.push(definition);
      else known.byScope.set(definition.scope, [definition]);
    }
    this.paragraphs = search.found.in(analysis);
  }

  placesWhere(isWanted: (match: TermMatch) => boolean): readonly TermPlace[] {
    const places: TermPlace[] = [];
    for (const { paragraph, answer } of this.paragraphs)
      for (const match of answer.matches) if (isWanted(match)) places.push({ paragraph, match });
    return places;
  }

  isUsed(definition: Definition): boolean {
    return this.#placesOf(this.#index.find(definition.term)).some((place) =>
      this.#leadsTo(place, definition),
    );
  }

  isMentioned({ term: written }: Definition): boolean {
    const term = this.#index.find(written);
    this.#mentioned ??= this.#findMentioned();
    return term !== null && this.#mentioned[term.id] === 1;
  }

  /** By the numbers of the terms: 1 for those whose words stand anywhere but where a term is defined. */
  #findMentioned(): Uint8Array {
    const mentioned = new Uint8Array(this.#index.terms.length);
    for (const { paragraph, answer } of this.paragraphs) {
      for (const { term, start } of answer.matches) {
        if (mentioned[term.id] === 1 || this.#own.has(paragraph.toDocument(start))) continue;
        mentioned[term.id] = 1;
      }
    }
    return mentioned;
  }

  usesOf(definition: Definition): readonly TermUse[] {
    return this.usesOfAny([definition]);
  }

  usesOfAny(definitions: readonly Definition[]): readonly TermUse[] {
    const wanted = new Set(definitions);
    return this.#placesOf(this.#index.find(definitions[0]?.term ?? '')).flatMap((place) => {
      const definition = this.#definitionUsedAt(place);
      return definition && wanted.has(definition) ? [toUse(place, definition)] : [];
    });
  }

  countUsesOfAny(definitions: readonly Definition[]): number {
    const wanted = new Set<Definition | null>(definitions);
    return this.#placesOf(this.#index.find(definitions[0]?.term ?? '')).filter((place) =>
      wanted.has(this.#definitionUsedAt(place)),
    ).length;
  }

  usesWithin(range: TextRange): readonly TermUse[] {
    return [...paragraphsTouching(this.#analysis.paragraphs, range)].flatMap((paragraph) =>
      this.usesIn(paragraph).filter(({ range: { start } }) => range.start <= start && start < range.end),
    );
  }

  usesIn(paragraph: Paragraph): readonly TermUse[] {
    const { matches } = paragraph.content.askWith(readParagraphTerms, this.#index);
    return matches.flatMap((match) => {
      const definition = this.#definitionUsedAt({ paragraph, match });
      return definition ? [toUse({ paragraph, match }, definition)] : [];
    });
  }

  definitionsOfTerm(written: string): readonly Definition[] {
    const term = this.#index.find(written);
    return term ? (this.#byTerm.get(term)?.all ?? []) : [];
  }

  definitionAt(written: string, offset: number): Definition | null {
    const term = this.#index.find(written);
    return term ? this.#resolve(term, written, offset) : null;
  }

  at(offset: number): TermUse | Definition | null {
    const own = lastBefore(this.definitions, offset);
    if (own && own.range.start <= offset && offset <= own.range.end) return own;
    const paragraph = paragraphAt(this.#analysis.paragraphs, offset);
    if (!paragraph) return null;
    const place = paragraph.toLogical(offset);
    const match = lastStarting(paragraph.content.askWith(readParagraphTerms, this.#index).matches, place);
    if (!match || match.end < place || match.start > place) return null;
    if (!isUse(match)) return null;
    const start = paragraph.toDocument(match.start);
    const definition = this.#resolve(match.term, paragraph.text.slice(match.start, match.end), start);
    return definition && toUse({ paragraph, match }, definition);
  }

  #placesOf(term: IndexedTerm | null): readonly TermPlace[] {
    if (!term) return [];
    this.#placesByTerm ??= this.#groupPlaces();
    return this.#placesByTerm[term.id] ?? [];
  }

  #groupPlaces(): ReadonlyArray<readonly TermPlace[]> {
    const groups = this.#index.terms.map((): TermPlace[] => []);
    for (const { paragraph, answer } of this.paragraphs)
      for (const match of answer.matches) groups[match.term.id]?.push({ paragraph, match });
    return groups;
  }

  #leadsTo(place: TermPlace, definition: Definition): boolean {
    return this.#definitionUsedAt(place) === definition;
  }

  /** What is used at a place; null where the words mean something else, or are where a term is defined. */
  #definitionUsedAt({ paragraph, match }: TermPlace): Definition | null {
    if (!isUse(match)) return null;
    const start = paragraph.toDocument(match.start);
    if (this.#own.has(start)) return null;
    return this.#resolve(match.term, paragraph.text.slice(match.start, match.end), start);
  }

  /** Of the definitions that hold at a place those with the narrowest scope count, and of these the fittest. */
  #resolve(term: IndexedTerm, written: string, offset: number): Definition | null {
    const scopes = this.#byTerm.get(term)?.byScope;
    if (!scopes) return null;
    if (scopes.size > 1 || !scopes.has(null)) {
      let around = innermostProvision(this.#analysis.outline, offset);
      for (; around; around = around.parent) {
        const inside = scopes.get(around);
        if (inside) return fittest(inside, written, offset);
      }
    }
    return fittest(scopes.get(null) ?? [], written, offset);
  }
}

/** The definitions of one term. */
interface TermDefinitions {
  readonly all: Definition[];
  /** Those that define something here, by where they hold; null is the whole document. */
  readonly byScope: Map<Provision | null, Definition[]>;
}

/** Definitions of one term in one scope that are compared with each other; where there are more, the place decides. */
const fewDefinitions = 12;

/**
 * Of definitions in one scope the one in the same number, one that gives the meaning before one that points to it, and
 * the last before the place.
 */
function fittest(definitions: readonly Definition[], written: string, offset: number): Definition | null {
  if (definitions.length > fewDefinitions) return lastBefore(definitions, offset);
  let best: Definition | null = null;
  let bestScore = -1;
  for (const definition of definitions) {
    const before = definition.range.start <= offset;
    const same = definition.term.toLowerCase() === written.toLowerCase();
    const score = (same ? 4 : 0) + (definition.pointer === null ? 2 : 0) + (before ? 1 : 0);
    if (score < bestScore || (score === bestScore && !before)) continue;
    best = definition;
    bestScore = score;
  }
  return best;
}

/** The last match that begins at a place or before it, else the first. */
function lastStarting(matches: readonly TermMatch[], place: number): TermMatch | null {
  let low = 0;
  let high = matches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((matches[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return matches[low] ?? null;
}

/** The last definition that begins at a place or before it, else the first. */
function lastBefore(definitions: readonly Definition[], offset: number): Definition | null {
  let low = 0;
  let high = definitions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((definitions[middle]?.range.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return definitions[low] ?? null;
}

/** Something written like a term, where it stands. */
export interface TermPlace {
  readonly paragraph: Paragraph;
  readonly match: TermMatch;
}

/** What is in small letters may mean something else, and the end of a longer name does. */
function isUse({ spelling, within, term }: TermMatch): boolean {
  return spelling !== 'lower' && !(within && term.stems.length === 1);
}

function toUse({ paragraph, match }: TermPlace, definition: Definition): TermUse {
  return {
    range: paragraph.rangeOf(match.start, match.end),
    pieces: paragraph.pieces(match.start, match.end),
    text: paragraph.text.slice(match.start, match.end).replace(/\s+/g, ' '),
    spelling: match.spelling,
    definition,
  };
}

/** The terms that are looked for, and what was found of them. */
interface TermSearch {
  readonly index: TermIndex;
  readonly found: ParagraphAnswers<ParagraphTerms | null>;
}

function newSearch(written: readonly string[]): TermSearch {
  const index = new TermIndex(written);
  const found = new ParagraphAnswers((text) => {
    const terms = readParagraphTerms(text, index);
    return terms.matches.length > 0 || terms.unknown.length > 0 ? terms : null;
  });
  return { index, found };
}

/** The same search as long as the terms are the same, so that paragraphs need not be searched again. */
function searchFor(analysis: Analysis, definitions: readonly Definition[]): TermSearch {
  const kept = searchesKept(analysis);
  const written = definitions.map(({ term }) => term);
  if (kept.last.index.key !== keyOfTerms(written)) kept.last = newSearch(written);
  return kept.last;
}
