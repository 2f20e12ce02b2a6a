import type { Analysis } from '../analysis.ts';
import { paragraphsTouching } from '../inline/paragraphs.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { termsOf } from '../resolve/terms.ts';
import { Role } from '../syntax/roles.ts';
import { range, type TextRange } from '../text/range.ts';
import { standsOut } from './terms/defined-term.ts';

/**
 * What a stretch of text is for the reader's eye. Editors are told of the types by their place in this list, so new
 * ones go to its end; package.json gives each a colour by `semanticTokenTypes` and `semanticTokenScopes`.
 */
export const semanticTokenTypes = [
  /** The printed number of a heading, with its word: "Article 5.", "3.10". */
  'designation',
  'caption',
  /** Page headers and footers, page numbers and marks. */
  'furniture',
  /** Entries of a table of contents: they repeat what stands elsewhere. */
  'contents',
  /** Comments and front matter: not part of the document that is signed. */
  'comment',
  /** The number or letter of an item: "(a)", "1." */
  'enumerator',
  /** A term where it is defined. */
  'termDefinition',
  /** A term where it is used. */
  'term',
] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];

/** A stretch of one line. Lines and columns count from 0, columns in UTF-16 code units. */
export interface SemanticToken {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly type: SemanticTokenType;
}

/** Lines of a document, both inclusive. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The tokens of a document or of some of its lines, in the order of the text; no two overlap and none crosses a line
 * end. Linear; made one at a time, with null where some work was done without one, so that a caller may stop between any
 * two.
 */
export function* semanticTokens(analysis: Analysis, lines?: LineSpan): Generator<SemanticToken | null> {
  const first = Math.max(0, lines?.first ?? 0);
  const last = Math.min(analysis.snapshot.lineCount - 1, lines?.last ?? Number.POSITIVE_INFINITY);
  const from = analysis.snapshot.lineStart(first);
  const until = analysis.snapshot.lineRange(last).end;
  const terms = yield* termStretches(analysis, from, until);
  // A caption is one thing to the eye, whatever terms it is made of.
  const stretches = [...headingStretches(analysis, from, until), ...terms].sort((a, b) => a.start - b.start);
  let next = 0;
  for (let line = first; line <= last; line += 1) {
    const whole = typeOfRole(analysis.roles[line]);
    const { start, end } = writtenPart(analysis, line);
    let free = start;
    while (next < stretches.length) {
      const stretch = stretches[next];
      if (!stretch || stretch.start >= end) break;
      const left = Math.max(stretch.start, free);
      const right = Math.min(stretch.end, end);
      // A caption may run over a page's end: its words are marked, what the page prints between them is not.
      if (!whole && right > left) {
        yield { ...placeOf(analysis, line, left), length: right - left, type: stretch.type };
        free = right;
      }
      if (stretch.end > end) break;
      next += 1;
    }
    if (whole && end > start) yield { ...placeOf(analysis, line, start), length: end - start, type: whole };
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly type: SemanticTokenType;
}

/** Designations and captions between two offsets. */
function headingStretches(analysis: Analysis, from: number, until: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const add = (range: Provision['captionRange'], type: SemanticTokenType): void => {
    if (range && range.end > from && range.start < until) stretches.push({ ...range, type });
  };
  for (const provision of walkProvisions(analysis.outline)) {
    add(provision.designation, isHeading(provision) ? 'designation' : 'enumerator');
    add(withBrackets(provision.captionRange, analysis), 'caption');
  }
  return stretches;
}

/** How many paragraphs are searched at once: some tenths of a millisecond. */
const paragraphsAtOnce = 100;

/** Terms between two offsets, where they are defined and where they are used, line by line. */
function* termStretches(
  analysis: Analysis,
  from: number,
  until: number,
): Generator<null, readonly Stretch[]> {
  const terms = termsOf(analysis);
  const stretches: Stretch[] = [];
  const add = (pieces: readonly TextRange[], type: SemanticTokenType): void => {
    for (const { start, end } of pieces)
      if (end > from && start < until) stretches.push({ start, end, type });
  };
  for (const definition of terms.definitions)
    if (standsOut(definition)) add(definition.pieces, 'termDefinition');
  let searched = 0;
  for (const paragraph of paragraphsTouching(analysis.paragraphs, { start: from, end: until })) {
    for (const { pieces, definition } of terms.usesIn(paragraph))
      if (standsOut(definition)) add(pieces, 'term');
    searched += 1;
    if (searched % paragraphsAtOnce === 0) yield null;
  }
  return stretches;
}

/** A caption in brackets looks torn where its brackets have another colour. */
function withBrackets(caption: TextRange | null, { snapshot }: Analysis): TextRange | null {
  if (!caption || snapshot.text[caption.start - 1] !== '(' || snapshot.text[caption.end] !== ')')
    return caption;
  return range(caption.start - 1, caption.end + 1);
}

function isHeading({ numbering, captionRange }: Provision): boolean {
  return captionRange !== null || numbering === null || /^[a-z]|^#\.#$/.test(numbering.family);
}

function typeOfRole(role: number | undefined): SemanticTokenType | null {
  switch (role) {
    case Role.furniture:
      return 'furniture';
    case Role.contents:
      return 'contents';
    case Role.comment:
    case Role.frontMatter:
      return 'comment';
    default:
      return null;
  }
}

/** The line without white space around it, as offsets into the document. */
function writtenPart(analysis: Analysis, line: number): { start: number; end: number } {
  const { start, end } = analysis.snapshot.lineRange(line);
  const text = analysis.snapshot.text.slice(start, end);
  return { start: end - text.trimStart().length, end: start + text.trimEnd().length };
}

function placeOf(analysis: Analysis, line: number, offset: number): { line: number; column: number } {
  return { line, column: offset - analysis.snapshot.lineStart(line) };
}
