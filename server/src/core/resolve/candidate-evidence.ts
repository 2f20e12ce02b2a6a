import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import type { Definition } from '../model/definition.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { definitionsOf } from './definitions.ts';
import { chainOf } from './follow.ts';
import type { Instrument } from './instruments.ts';
import { perAnalysis } from './per-analysis.ts';

/**
 * The provision that the words around a broken citation point to: the one with the caption that it quotes, the one that
 * defines the term of which it says the meaning stands there, or the only one of `near` whose caption shares a word with
 * what is said before it. Null where the words say nothing, or too much.
 */
export function meantByWords(
  analysis: Analysis,
  reference: Reference,
  near: readonly Provision[],
  instrument: Instrument,
): Provision | null {
  return (
    withCaption(reference, instrument) ??
    definingTerm(analysis, reference) ??
    sharingWords(analysis, reference, near)
  );
}

function withCaption({ caption, members }: Reference, { index }: Instrument): Provision | null {
  const unit = (members[0]?.steps[0]?.unit ?? null) as CitationUnit | null;
  if (!caption || unit === null || members.length > 1) return null;
  const series = isAttachmentUnit(unit) ? index.allAttachments : index.headedBy(unit);
  const wanted = simplified(caption.text);
  return single(series.filter((provision) => simplified(provision.caption ?? '') === wanted));
}

function simplified(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}

/** “Award” has the meaning set forth in Section 4.6, and Section 4.5 defines it. */
function definingTerm(analysis: Analysis, { range, members }: Reference): Provision | null {
  const pointing = pointers(analysis).find(
    ({ pointer }) => pointer && pointer.range.start <= range.start && range.end <= pointer.range.end + 1,
  );
  if (!pointing || members.length > 1) return null;
  const term = pointing.term.toLowerCase();
  const given = definitionsOf(analysis).filter(
    (other) => other.pointer === null && !other.quoted && other.term.toLowerCase() === term,
  );
  const depth = members[0]?.steps[0]?.number.split('.').length ?? 1;
  const headed = chainOf(single(given)?.source ?? null).find(
    ({ numbering, designation }) =>
      designation !== null &&
      numbering !== null &&
      !numbering.family.startsWith('(') &&
      numbering.path.length === depth,
  );
  return headed ?? null;
}

const pointers = perAnalysis((analysis): readonly Definition[] =>
  definitionsOf(analysis).filter(({ pointer }) => pointer !== null),
);

/** So much before a citation speaks of what it cites. */
const wordsBefore = 160;

function sharingWords(
  { snapshot }: Analysis,
  { range }: Reference,
  near: readonly Provision[],
): Provision | null {
  const said = new Set(longWords(snapshot.text.slice(Math.max(0, range.start - wordsBefore), range.start)));
  return single(near.filter(({ caption }) => longWords(caption ?? '').some((word) => said.has(word))));
}

/** The first letters of the words that say something. */
function longWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{6,30}/g) ?? [])
    .filter((word) => !commonWords.has(word))
    .map((word) => word.slice(0, 6));
}

/** Words of any contract. */
const commonWords: ReadonlySet<string> = new Set([
  ...[
    'agreement',
    'section',
    'article',
    'pursuant',
    'accordance',
    'provisions',
    'provided',
    'forth',
    'hereof',
  ],
  ...['herein', 'hereunder', 'subject', 'described', 'referred', 'meaning', 'company', 'parties', 'general'],
  ...[
    'certain',
    'respect',
    'without',
    'between',
    'including',
    'required',
    'otherwise',
    'thereof',
    'schedule',
  ],
]);

function single<Item>(items: readonly Item[]): Item | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}
