import type { Analysis } from '../analysis.ts';
import type { Mentions } from '../features/answers.ts';
import { mentionsOf, provisionsMeantAt } from '../features/references.ts';
import { mentionsOfDefined } from '../features/term-references.ts';
import { type DefinedTerm, definedTermOf, termUnder } from '../features/terms/defined-term.ts';
import type { Provision } from '../model/provision.ts';
import type { FileSummary } from '../model/summary.ts';
import type { TextRange } from '../text/range.ts';
import { followCitation } from './follow-citation.ts';
import { outsidePlaceAt } from './outside-place.ts';
import { mayUseImported, usesOfImported } from './outside-terms.ts';
import type { DocumentReader, Reading } from './reading.ts';

/** A provision or a term of one document. */
export interface Subject {
  readonly document: Analysis;
  /** Empty for a term. */
  readonly provisions: readonly Provision[];
  readonly term: DefinedTerm | null;
}

/** The mentions of something in the files that are not the one that holds it. */
export interface MentionsInFile {
  readonly file: FileSummary;
  /** Each in pieces, as it stands in its lines; in the order of the text. */
  readonly uses: ReadonlyArray<readonly TextRange[]>;
}

/** What is cited, headed, defined or used at a place, in this document or another; null where that is nothing. */
export function* subjectAt<Wait>(
  analysis: Analysis,
  offset: number,
  reader: DocumentReader<Wait>,
): Reading<Wait, Subject | null> {
  const outside = yield* outsidePlaceAt(analysis, offset, reader);
  if (outside) {
    const { document, targets, term } = outside;
    const provisions = targets.map(({ provision }) => provision);
    return term || provisions.length > 0 ? { document, provisions, term } : null;
  }
  const pointed = termUnder(analysis, offset);
  if (pointed)
    return { document: analysis, provisions: [], term: definedTermOf(analysis, pointed.definition) };
  const provisions = provisionsMeantAt(analysis, offset);
  return provisions.length > 0 ? { document: analysis, provisions, term: null } : null;
}

/** Where it is declared and mentioned in its own document. */
export function mentionsInside({ document, provisions, term }: Subject): Mentions {
  return term ? mentionsOfDefined(document, term) : mentionsOf(document, provisions);
}

/** Where other files cite it, or use it as their own term. Only files that use the term are read again. */
export function* mentionsElsewhere<Wait>(
  subject: Subject,
  reader: DocumentReader<Wait>,
): Reading<Wait, MentionsInFile[]> {
  return subject.term
    ? yield* usesElsewhere(subject.document, subject.term, reader)
    : citationsElsewhere(subject, reader);
}

function citationsElsewhere<Wait>(
  { document, provisions }: Subject,
  { index, addressOf }: DocumentReader<Wait>,
): MentionsInFile[] {
  const address = addressOf(document);
  const wanted = new Set(provisions);
  const found: MentionsInFile[] = [];
  for (const [uri, { cited, missed }] of citingFiles(index.citersOf(address), index.missing(address))) {
    const file = index.get(uri);
    if (!file) continue;
    const citing = [
      ...file.citations.filter(({ name }) => cited.has(name)),
      ...file.missing.filter(({ name }) => missed.has(name)),
    ].filter((citation) =>
      followCitation(document, citation).targets.some(({ provision }) => wanted.has(provision)),
    );
    if (citing.length > 0) found.push({ file, uses: citing.map(({ start, end }) => [{ start, end }]) });
  }
  return found.sort((a, b) => (a.file.uri < b.file.uri ? -1 : 1));
}

type Names = ReadonlySet<string>;

/** The files that cite a document, each with the names by which it does, and the attachments that it misses and this is. */
function citingFiles(
  cited: ReadonlyMap<string, Names>,
  missed: ReadonlyMap<string, Names>,
): Map<string, { cited: Names; missed: Names }> {
  const none: Names = new Set();
  const files = new Map<string, { cited: Names; missed: Names }>();
  for (const [uri, names] of cited) files.set(uri, { cited: names, missed: missed.get(uri) ?? none });
  for (const [uri, names] of missed) if (!cited.has(uri)) files.set(uri, { cited: none, missed: names });
  return files;
}

function* usesElsewhere<Wait>(
  document: Analysis,
  { home }: DefinedTerm,
  reader: DocumentReader<Wait>,
): Reading<Wait, MentionsInFile[]> {
  const found: MentionsInFile[] = [];
  const address = reader.addressOf(document);
  const files: FileSummary[] = [];
  for (const uri of reader.index.namersOf(address)) {
    const file = reader.index.get(uri);
    if (!file || !mayUseImported(file, home.term)) continue;
    if (reader.index.sourceOfTerm(uri, home.term) === address) files.push(file);
  }
  reader.expect?.(files.filter((file) => !usesKept.get(file)?.has(home.term)).map(({ uri }) => uri));
  for (const file of files) {
    const uses = yield* usesIn(file, home.term, reader);
    if (uses.length > 0) found.push({ file, uses });
  }
  return found;
}

/** Kept for as long as the file stays as it is. */
const usesKept = new WeakMap<FileSummary, Map<string, ReadonlyArray<readonly TextRange[]>>>();

function* usesIn<Wait>(
  file: FileSummary,
  term: string,
  reader: DocumentReader<Wait>,
): Reading<Wait, ReadonlyArray<readonly TextRange[]>> {
  const kept = usesKept.get(file) ?? new Map();
  usesKept.set(file, kept);
  const known = kept.get(term);
  if (known) return known;
  const analysis = yield* reader.analysis(file.uri);
  const uses = analysis ? usesOfImported(analysis, term) : [];
  kept.set(term, uses);
  return uses;
}
