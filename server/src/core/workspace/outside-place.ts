import type { Analysis } from '../analysis.ts';
import type { HoverPart } from '../features/answers.ts';
import { referenceIndexOf } from '../features/citations/reference-index.ts';
import { fileNameOf } from '../features/file-name.ts';
import { passageOf } from '../features/provisions/passage.ts';
import { type Place, placeOf } from '../features/provisions/places.ts';
import { type DefinedTerm, definedTermOf, meaningPlaces } from '../features/terms/defined-term.ts';
import { termCardOf } from '../features/terms/term-card.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import type { Reference, ReferenceTarget } from '../model/reference.ts';
import { simplifyName } from '../model/summary.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { followCitation } from './follow-citation.ts';
import { definedAs, outsideTermAt } from './outside-terms.ts';
import type { DocumentReader, Reading } from './reading.ts';
import { attachmentsMissedBy } from './summarize.ts';

/** Something at a cursor that leads into another file. */
export interface OutsidePlace {
  /** What is underlined as the link. */
  readonly origin: TextRange;
  /** The document it leads to. */
  readonly document: Analysis;
  /** What is cited there; empty for a term, and where it is not there. */
  readonly targets: readonly ReferenceTarget[];
  /** Whether all that is cited was found. */
  readonly isWhole: boolean;
  /** The words of the citation; null for a term. */
  readonly cited: string | null;
  readonly term: DefinedTerm | null;
}

/** What stands at a place of a document and leads into another file of the workspace: a citation, an attachment, or a term. */
export function* outsidePlaceAt<Wait>(
  analysis: Analysis,
  offset: number,
  reader: DocumentReader<Wait>,
): Reading<Wait, OutsidePlace | null> {
  const from = reader.addressOf(analysis);
  const cited = citationAt(analysis, offset);
  if (cited) {
    const address = documentOf(cited, from, reader);
    const document = address === null ? undefined : yield* reader.analysis(address);
    if (!document) return null;
    const { targets, isWhole } = followCitation(document, cited, cited.at);
    return { origin: cited.origin, document, targets, isWhole, cited: cited.text, term: null };
  }
  const term = outsideTermAt(analysis, offset, reader.index, from);
  const document = term ? yield* reader.analysis(term.address) : undefined;
  const definition = term && document ? definedAs(document, term.term) : null;
  if (!term || !document || !definition) return null;
  const defined = definedTermOf(document, definition);
  return { origin: term.origin, document, targets: [], isWhole: true, cited: null, term: defined };
}

/** Where it leads: what is cited, or what the term means. */
export function placesOf({ document, targets, term }: OutsidePlace): readonly Place[] {
  return term ? meaningPlaces(document, term) : targets.map(placeOf);
}

/** About what fits on a screen beside the text; several provisions share it. */
const longestText = 1_600;
const mostPassages = 6;

/** What is told of it, the file first: the words of the other document with its own links. */
export function hoverPartsOf({
  document,
  targets,
  isWhole,
  cited,
  term,
}: OutsidePlace): readonly HoverPart[] {
  const file = fileNameOf(document.uri);
  const note = (text: string): HoverPart => ({ kind: 'note', text });
  if (term)
    return [note(say`Defined in ${file}.`), { kind: 'term', card: termCardOf(document, term, longestText) }];
  if (targets.length === 0) return [note(say`Taken to be in ${file}, where ${cited ?? ''} was not found.`)];
  const shown = targets.slice(0, mostPassages);
  const share = Math.max(300, Math.floor(longestText / shown.length));
  return [
    note(isWhole ? say`In ${file}.` : say`In ${file}, where not all of ${cited ?? ''} was found.`),
    ...shown.map((target): HoverPart => ({ kind: 'passage', passage: passageOf(document, target, share) })),
  ];
}

interface CitationUnderCursor {
  readonly origin: TextRange;
  readonly name: string;
  readonly text: string;
  /** The cursor's place in the text; null where all of it is meant. */
  readonly at: number | null;
  readonly isAttachment: boolean;
}

function citationAt(analysis: Analysis, offset: number): CitationUnderCursor | null {
  const pointed = referenceIndexOf(analysis).at(offset);
  if (!pointed) return null;
  const { reference, piece } = pointed;
  const missed = attachmentsMissedBy(reference)[0];
  const name = reference.status === 'external' ? simplifyName(reference.external ?? '') : (missed ?? '');
  if (name === '') return null;
  const at = placeIn(analysis, reference, offset);
  return { origin: piece, name, text: reference.text, at, isAttachment: missed !== undefined };
}

function placeIn({ paragraphs }: Analysis, { range }: Reference, offset: number): number | null {
  const paragraph = paragraphAt(paragraphs, offset);
  return paragraph && paragraph.toLogical(offset) - paragraph.toLogical(range.start);
}

function documentOf<Wait>(
  { name, isAttachment }: CitationUnderCursor,
  from: string,
  { index }: DocumentReader<Wait>,
): string | null {
  return isAttachment ? index.attachment(name, from) : index.documentCalled(name, from);
}
