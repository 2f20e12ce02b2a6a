import type { Analysis } from '../analysis.ts';
import { referenceIndexOf } from '../features/citations/reference-index.ts';
import { gistOf } from '../features/provisions/passage.ts';
import { titleOf } from '../features/provisions/places.ts';
import { readAuthorisedShares } from '../inline/authorised-shares.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { stemOf } from '../inline/inflection.ts';
import { readStatedFigures } from '../inline/stated-figures.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import { nextWord, wordEnd } from '../inline/words.ts';
import type { Definition } from '../model/definition.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import {
  type AttachmentSummary,
  attachmentName,
  type DefinitionSummary,
  type FigureSummary,
  type FileSummary,
  type OutsideCitation,
  type ProvisionSummary,
  simplifyMeaning,
  simplifyName,
} from '../model/summary.ts';
import { definitionsOf, readDefinitionsInSteps } from '../resolve/definitions.ts';
import { foundIn } from '../resolve/found.ts';
import { termSourcesOf } from '../resolve/imported-terms.ts';
import { instrumentsOf } from '../resolve/instruments.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { readReferences, referencesOf } from '../resolve/references.ts';
import { finish, type Steps } from '../text/steps.ts';
import { readImports } from './front-matter.ts';

/** Below this nothing is told to other files. */
const surely = 0.6;

/** What this file tells the others. Made once an analysis, when somebody asks. Linear. */
export function summarize(analysis: Analysis): FileSummary {
  return finish(summarizeInSteps(analysis));
}

/** The same, for who does other things in between. */
export function* summarizeInSteps(analysis: Analysis): Steps<FileSummary> {
  const kept = summaryOf(analysis);
  kept.summary ??= yield* makeSummary(analysis);
  return kept.summary;
}

const summaryOf = perAnalysis((): { summary: FileSummary | null } => ({ summary: null }));

function* makeSummary(analysis: Analysis): Steps<FileSummary> {
  yield* readReferences(analysis);
  yield* readDefinitionsInSteps(analysis);
  const defined = definitionsOf(analysis);
  yield;
  const references = referencesOf(analysis);
  yield;
  const imports = readImports(analysis);
  const termSources = termSourcesOf(analysis).map(simplifyName);
  const figures = figuresOf(analysis);
  yield;
  const attachments: AttachmentSummary[] = [];
  const provisions: ProvisionSummary[] = [];
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.number === null || provision.inline || provision.confidence < surely) continue;
    if (isAttachmentKind(provision.kind)) attachments.push(summarizeAttachment(analysis, provision));
    else provisions.push(summarizeProvision(analysis, provision, provision.number));
    if (provisions.length % manyInAStep === 0) yield;
  }
  const definitions: DefinitionSummary[] = [];
  for (const definition of defined) {
    if (definition.quoted || definition.confidence < surely) continue;
    definitions.push(summarizeDefinition(analysis, definition));
    if (definitions.length % manyInAStep === 0) yield;
  }
  yield;
  return {
    uri: analysis.uri,
    title: analysis.outline.find(({ caption }) => caption !== null)?.caption ?? null,
    names: [...new Set([...instrumentsOf(analysis).values()].flatMap(({ names }) => names))],
    imports,
    termSources,
    attachments,
    provisions,
    definitions,
    figures,
    citations: references.flatMap(citationOfDocument),
    missing: references.flatMap(citationsOfMissing),
    capitals: imports.length + termSources.length > 0 ? stemsOfCapitals(analysis) : [],
    lineStarts: Array.from({ length: analysis.snapshot.lineCount }, (_, line) =>
      analysis.snapshot.lineStart(line),
    ),
  };
}

/** Few enough that somebody who types does not notice. */
const manyInAStep = 64;

function summarizeAttachment(
  { snapshot }: Analysis,
  { kind, number, numbering, heading }: Provision,
): AttachmentSummary {
  const family = numbering?.family ?? '';
  return {
    kind,
    word: /^[a-z]/.test(family) ? family : kind,
    number: number ?? '',
    start: heading.start,
    end: heading.end,
    isWholeFile: heading.start < farthestHeading && !/\w/.test(snapshot.text.slice(0, heading.start)),
  };
}

/** Rules and marks of headings may stand before the first words of a file; nothing that is this long. */
const farthestHeading = 2_000;

function summarizeProvision(analysis: Analysis, provision: Provision, number: string): ProvisionSummary {
  const { id, kind, caption, heading } = provision;
  const name = `${titleOf(analysis, provision)} ${gistOf(analysis, provision)}`.trim();
  return { id, kind, number, caption, name, start: heading.start, end: heading.end };
}

function stemsOfCapitals({ paragraphs }: Analysis): readonly string[] {
  const words = new Set<string>();
  for (const { text } of paragraphs)
    for (let start = nextWord(text, 0); start < text.length; ) {
      const end = wordEnd(text, start);
      const first = text.charCodeAt(start);
      if (first >= 65 && first <= 90) words.add(text.slice(start, end));
      start = nextWord(text, end);
    }
  return [...new Set([...words].map(stemOf))].sort();
}

/** "The meaning set forth in the Credit Agreement": the document; what is cited of this one is none. */
export function documentPointedTo(analysis: Analysis, { pointer, meaning }: Definition): string | null {
  if (!pointer || meaning) return null;
  const cited = referenceIndexOf(analysis).touching(pointer.range);
  const outside = cited.find(({ external }) => external !== null)?.external;
  if (cited.length > 0 && !outside) return null;
  return simplifyName(outside ?? pointer.text).replace(/^the /, '') || null;
}

/** More of a meaning is not compared. */
const longestMeaning = 600;

function summarizeDefinition(analysis: Analysis, definition: Definition): DefinitionSummary {
  const { snapshot } = analysis;
  const { term, range, meaning } = definition;
  const words = meaning
    ? snapshot.text.slice(meaning.start, Math.min(meaning.end, meaning.start + longestMeaning))
    : '';
  const pointsTo = documentPointedTo(analysis, definition);
  return { term, meaning: simplifyMeaning(words), pointsTo, start: range.start, end: range.end };
}

function figuresOf(analysis: Analysis): readonly FigureSummary[] {
  return foundIn(analysis, readFigures).flatMap(({ paragraph, answer }) =>
    analysis.quoted[paragraph.firstLine] === 1
      ? []
      : answer.map(({ start, end, ...figure }) => ({ ...figure, ...paragraph.rangeOf(start, end) })),
  );
}

function readFigures(text: string): readonly FigureSummary[] {
  const shares = readAuthorisedShares(text).map(({ count, kind, issuer, start, end }) => ({
    subject: `authorised shares ${kind}`.trim(),
    unit: '',
    holder: issuer,
    value: count,
    start,
    end,
  }));
  return [...shares, ...readStatedFigures(text).map((figure) => ({ ...figure, holder: '' }))];
}

function citationOfDocument({ status, external, text, range, confidence }: Reference): OutsideCitation[] {
  if (status !== 'external' || external === null || confidence < surely) return [];
  const name = simplifyName(external);
  return name === '' ? [] : [{ name, text, start: range.start, end: range.end }];
}

function citationsOfMissing(reference: Reference): OutsideCitation[] {
  const { text, range } = reference;
  return attachmentsMissedBy(reference).map((name) => ({ name, text, start: range.start, end: range.end }));
}

/** "Exhibit B", of which there is none here; the letter behind a number may belong to the part that is cited. */
export function attachmentsMissedBy({ status, members }: Reference): readonly string[] {
  if (status !== 'unresolved') return [];
  return members.flatMap(({ failure, steps: [step] }) => {
    const unit = (step?.unit ?? null) as CitationUnit | null;
    if (!failure || failure.reached || !step || unit === null || !isAttachmentUnit(unit)) return [];
    return [attachmentName(unit, step.number)];
  });
}
