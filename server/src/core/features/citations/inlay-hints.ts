import type { Analysis } from '../../analysis.ts';
import type { Provision } from '../../model/provision.ts';
import type { Reference } from '../../model/reference.ts';
import type { TextRange } from '../../text/range.ts';
import { sayAround } from '../../text/say.ts';
import { titleOf } from '../provisions/places.ts';
import { targetsOf } from './cited-targets.ts';
import { referenceIndexOf } from './reference-index.ts';

/** Words that an editor shows behind a place of the text and that are not in it. */
export interface InlayHint {
  readonly offset: number;
  readonly parts: readonly InlayHintPart[];
}

export interface InlayHintPart {
  readonly text: string;
  /** What the part names and leads to; null for words between. */
  readonly provision: Provision | null;
}

type HintProvider = (analysis: Analysis, range: TextRange) => readonly InlayHint[];

/** The hints for what is on the screen, in the order of the text. */
export function inlayHints(analysis: Analysis, range: TextRange): readonly InlayHint[] {
  return providers
    .flatMap((provider) => provider(analysis, range))
    .filter(({ offset }) => offset >= range.start && offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

const providers: readonly HintProvider[] = [meaningsOfCitations];

/** What citations mean that name no number: "the prior Article" is Article 6. */
function meaningsOfCitations(analysis: Analysis, range: TextRange): readonly InlayHint[] {
  return referenceIndexOf(analysis)
    .touching(range)
    .flatMap((reference) => {
      if (!needsMeaning(analysis, reference)) return [];
      const provisions = [...new Set(targetsOf(reference, null).map(({ provision }) => provision))];
      // "this Section" tells nobody more by its number, which stands above.
      if (provisions.some((provision) => isAround(provision, reference))) return [];
      const parts = [{ text: '= ', provision: null }, ...nameAll(analysis, provisions)];
      return [{ offset: reference.range.end, parts }];
    });
}

const leastConfidence = 0.6;

function needsMeaning(
  { snapshot }: Analysis,
  { form, status, confidence, text, members }: Reference,
): boolean {
  if (status !== 'resolved' || confidence < leastConfidence) return false;
  if (form === 'relative' || form === 'anaphoric') return true;
  // "the second paragraph of Article 6" says it all, unless what it counts has a number of its own.
  if (form === 'ordinal') return members.every(isWhole) && !/\bof\b/.test(text);
  // "Section 4.2 above" is complete by itself, "clause (iii) above" is not.
  const [step] = members[0]?.steps ?? [];
  return /\b(?:above|below)$/.test(text) && step !== undefined && snapshot.slice(step.range).startsWith('(');
}

function isWhole({ targets }: Reference['members'][number]): boolean {
  return targets.every(({ provision, range }) => range === provision.range);
}

function isAround(provision: Provision, { source }: Reference): boolean {
  for (let at = source; at; at = at.parent) if (at === provision) return true;
  return false;
}

const mostNames = 3;

/** "Article 5 and Article 6"; of more than a few the first and the last. */
function nameAll(analysis: Analysis, provisions: readonly Provision[]): readonly InlayHintPart[] {
  const names = provisions.map((provision): Parts => [{ text: titleOf(analysis, provision), provision }]);
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last) return [];
  if (names.length > mostNames) return sayParts`${first} to ${last}`;
  return names.reduce((before, name) =>
    name === last ? sayParts`${before} and ${name}` : sayParts`${before}, ${name}`,
  );
}

type Parts = readonly InlayHintPart[];

/** Names with the words between them. */
function sayParts(parts: TemplateStringsArray, ...names: readonly Parts[]): Parts {
  return sayAround(parts, ...names).flatMap((piece) =>
    typeof piece === 'string' ? { text: piece, provision: null } : piece,
  );
}
