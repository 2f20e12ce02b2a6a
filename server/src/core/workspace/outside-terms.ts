import type { Analysis } from '../analysis.ts';
import { referenceIndexOf } from '../features/citations/reference-index.ts';
import { definedTermOf, termUnder } from '../features/terms/defined-term.ts';
import { readCitations } from '../inline/citations.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import { stemsOf, TermIndex } from '../inline/term-index.ts';
import { findTerms, type TermMatch } from '../inline/term-matches.ts';
import type { Definition } from '../model/definition.ts';
import { type FileSummary, simplifyName } from '../model/summary.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import { termsOf } from '../resolve/terms.ts';
import type { TextRange } from '../text/range.ts';
import { documentPointedTo } from './summarize.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

/** A term with a cursor on it whose meaning stands in another file. */
export interface OutsideTerm {
  /** As it is written where it is defined. */
  readonly term: string;
  /** The file that defines it. */
  readonly address: string;
  /** What of it stands on the cursor's line. */
  readonly origin: TextRange;
}

/**
 * The term at a place if another file gives its meaning: where this document says of the term that it does, or uses the
 * terms of that file and defines none of these words itself.
 */
export function outsideTermAt(
  analysis: Analysis,
  offset: number,
  index: WorkspaceIndex,
  address: string,
): OutsideTerm | null {
  const pointed = termUnder(analysis, offset);
  if (!pointed) return importedTermAt(analysis, offset, index, address);
  const { home } = definedTermOf(analysis, pointed.definition);
  const name = documentPointedTo(analysis, home);
  const source = name === null ? null : index.documentCalled(name, address);
  const defined = source === null ? undefined : definitionIn(index, source, home.term);
  return source === null || !defined ? null : { term: defined, address: source, origin: pointed.piece };
}

function importedTermAt(
  analysis: Analysis,
  offset: number,
  index: WorkspaceIndex,
  address: string,
): OutsideTerm | null {
  const sources = index.termSourcesOf(address);
  const paragraph = sources.length > 0 ? paragraphAt(analysis.paragraphs, offset) : null;
  if (!paragraph || referenceIndexOf(analysis).at(offset)) return null;
  const imported = importedTerms(analysis, index, sources);
  const place = paragraph.toLogical(offset);
  const match = findTerms(paragraph.text, termIndexOf(analysis, imported)).find(
    ({ start, end }) => start <= place && place <= end,
  );
  const found = match && isUse(match) ? imported.get(keyOf(match.term.written)) : undefined;
  const origin = match && paragraph.pieces(match.start, match.end).find(({ end }) => offset <= end);
  return found && origin ? { ...found, origin } : null;
}

/** The uses of a term of another file in a document that uses the terms of that file, piece by piece. */
export function usesOfImported(analysis: Analysis, term: string): ReadonlyArray<readonly TextRange[]> {
  return importedMatches(analysis, term).map(({ paragraph, match: { start, end } }) =>
    paragraph.pieces(start, end),
  );
}

/**
 * Where the words of a term of another file stand that this one does not define itself. Asked of many documents one after the
 * other, it reads no more of each than it needs.
 */
export function importedMatches(
  analysis: Analysis,
  term: string,
): ReadonlyArray<{ readonly paragraph: Paragraph; readonly match: TermMatch }> {
  const own = definitionsOf(analysis).map((definition) => definition.term);
  if (own.some((one) => keyOf(one) === keyOf(term))) return [];
  const index = new TermIndex([...own, term]);
  const wanted = index.find(term);
  return analysis.paragraphs.flatMap((paragraph) => {
    const found = findTerms(paragraph.text, index).filter((match) => match.term === wanted && isUse(match));
    if (found.length === 0) return [];
    const citations = readCitations(paragraph.text);
    return found
      .filter(({ start }) => !citations.some((citation) => citation.start <= start && start < citation.end))
      .map((match) => ({ paragraph, match }));
  });
}

/** The definition by which a document gives a term its meaning for others. */
export function definedAs(document: Analysis, term: string): Definition | null {
  const all = termsOf(document)
    .definitionsOfTerm(term)
    .filter(({ quoted }) => !quoted);
  const definition = all.find(({ scope }) => scope === null) ?? all[0];
  return definition ? definedTermOf(document, definition).home : null;
}

/** Whether a file may use a term of another, by the words in it; told by its summary alone. */
export function mayUseImported({ capitals, definitions }: FileSummary, term: string): boolean {
  const wanted = keyOf(term);
  if (definitions.some((own) => keyOf(own.term) === wanted)) return false;
  const known = new Set(capitals);
  return stemsOf(term).some((stem) => known.has(stem));
}

/** The terms of other files that this one uses, by their simplified words: those that it does not define itself. */
function importedTerms(
  analysis: Analysis,
  index: WorkspaceIndex,
  sources: readonly string[],
): ReadonlyMap<string, { readonly term: string; readonly address: string }> {
  const own = termsOf(analysis);
  const found = new Map<string, { term: string; address: string }>();
  for (const address of sources)
    for (const { term } of index.get(address)?.definitions ?? []) {
      const key = keyOf(term);
      if (found.has(key) || own.definitionsOfTerm(term).length > 0) continue;
      found.set(key, { term, address });
    }
  return found;
}

function termIndexOf(
  analysis: Analysis,
  imported: ReadonlyMap<string, { readonly term: string }>,
): TermIndex {
  return new TermIndex([...ownTerms(analysis), ...[...imported.values()].map(({ term }) => term)]);
}

function ownTerms(analysis: Analysis): readonly string[] {
  return termsOf(analysis).definitions.map(({ term }) => term);
}

/** A term is known by its words, without the article before them. */
function keyOf(term: string): string {
  return simplifyName(term).replace(/^(?:the|an?) /, '');
}

/** As in one document: what is in small letters may mean something else, and the end of a longer name does. */
function isUse({ spelling, within, term }: TermMatch): boolean {
  return spelling !== 'lower' && !(within && term.stems.length === 1);
}

function definitionIn(index: WorkspaceIndex, address: string, term: string): string | undefined {
  const wanted = keyOf(term);
  return index.get(address)?.definitions.find((one) => keyOf(one.term) === wanted)?.term;
}
