import type { Analysis } from '../analysis.ts';
import type { Citation, CitationUnit } from '../inline/citation.ts';
import { paragraphsWithin } from '../inline/paragraphs.ts';
import { isRootKind, type Provision, type ProvisionKind } from '../model/provision.ts';
import type { ReferenceTarget } from '../model/reference.ts';
import { chainOf, type Standpoint } from './follow.ts';

/**
 * What a citation without a number means: "this Section", "the preceding two Articles", "the above subparagraph", "each of
 * the preceding items", "the following paragraphs". Empty where nothing stands there.
 */
export function findNeighbours(citation: Citation, from: Standpoint): readonly Provision[] {
  const { unit } = citation;
  if (unit === null) return [];
  const own = enclosing(from.source, unit);
  switch (citation.place) {
    case 'this':
      return own ? [own] : [];
    case 'preceding':
    case 'above':
      return before(citation, own, from);
    case 'following':
    case 'below':
      return behind(citation, own, from);
    default:
      return [];
  }
}

/**
 * The kinds a word may mean, the likeliest first; those of one row are equal: the nearest is meant. Sources: the usage of
 * the corpus; Japanese articles have paragraphs and these items.
 */
const kindsByUnit: Readonly<Partial<Record<CitationUnit, ReadonlyArray<readonly ProvisionKind[]>>>> = {
  title: [['part']],
  part: [['part']],
  division: [['part']],
  chapter: [['chapter']],
  article: [['article'], ['section']],
  section: [['section', 'subsection'], ['clause'], ['article'], ['paragraph']],
  subsection: [['subsection', 'item', 'paragraph'], ['section']],
  clause: [['clause', 'subsection', 'item', 'subitem'], ['section'], ['paragraph']],
  paragraph: [['paragraph'], ['item', 'subitem', 'subsection'], ['section'], ['clause']],
  subparagraph: [['subitem', 'item'], ['paragraph']],
  item: [['item', 'subitem'], ['paragraph']],
  subitem: [['subitem'], ['item']],
};

/** The provision around the citation that the word means. */
function enclosing(source: Provision | null, unit: CitationUnit): Provision | null {
  const chain = chainOf(source).filter(({ inline, ordinal }) => ordinal !== null || !inline);
  const worded = chain.find(({ numbering }) => numbering?.family === unit);
  for (const kinds of kindsByUnit[unit] ?? []) {
    const nearest = chain.find(({ kind, ordinal }) => kinds.includes(kind) && ordinal !== null);
    // A "Section 4" and a bare 4.1 below it are both sections: the nearer is meant; "Article" is what is printed so.
    if (nearest) return worded && unit !== 'section' ? worded : nearest;
  }
  return worded ?? null;
}

function before(citation: Citation, own: Provision | null, from: Standpoint): readonly Provision[] {
  const series = own ? from.instrument.index.seriesOf(own) : [];
  const earlier = own ? series.slice(0, series.indexOf(own)) : [];
  if (earlier.length > 0) {
    const count = citation.count ?? (citation.plural ? earlier.length : 1);
    return earlier.slice(Math.max(0, earlier.length - count));
  }
  const last = lastListBefore(citation, from);
  if (citation.plural) return last;
  return last.slice(-1);
}

function behind(citation: Citation, own: Provision | null, from: Standpoint): readonly Provision[] {
  const below = listBelow(from);
  if (citation.plural && below.length > 0) return below;
  const series = own ? from.instrument.index.seriesOf(own) : [];
  const later = own ? series.slice(series.indexOf(own) + 1) : [];
  if (later.length > 0) return later.slice(0, citation.count ?? (citation.plural ? later.length : 1));
  return citation.plural ? below : below.slice(0, 1);
}

/** How many provisions are looked at, backwards, for the list that is meant. */
const furthestList = 50;

/** The members of the list that ends last before the citation. */
function lastListBefore(citation: Citation, from: Standpoint): readonly Provision[] {
  const kinds = (citation.unit && kindsByUnit[citation.unit]?.flat()) ?? [];
  const isMember = ({ ordinal, kind, range }: Provision): boolean =>
    ordinal !== null && kinds.includes(kind) && range.end <= from.offset;
  for (const holder of chainOf(from.source)) {
    const last = lastBefore(holder.children, from.offset);
    for (let index = last; index >= 0 && index > last - furthestList; index -= 1) {
      const child = holder.children[index];
      if (!child || child.range.end > from.offset) continue;
      const inner = child.children.at(-1);
      const list = inner && isMember(inner) ? child.children : isMember(child) ? holder.children : null;
      if (list) return list.filter(isMember);
    }
    if (isRootKind(holder.kind)) break;
  }
  return [];
}

/** The position of the last provision that begins before `offset`; -1 where there is none. */
function lastBefore(provisions: readonly Provision[], offset: number): number {
  let low = -1;
  let high = provisions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((provisions[middle]?.range.start ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The list that the citation announces: the members of its own provision behind it. */
function listBelow(from: Standpoint): readonly Provision[] {
  return (from.source?.children ?? []).filter(
    ({ ordinal, range, kind }) => ordinal !== null && range.start > from.offset && !isRootKind(kind),
  );
}

/**
 * "the fourth paragraph of Article 6": the fourth member of its list; where it has no numbered ones, the fourth paragraph
 * of its text. The last is -1.
 */
export function findByOrdinal(
  analysis: Analysis,
  ordinals: readonly number[],
  base: Provision,
): readonly ReferenceTarget[] {
  const members = base.children.filter(
    ({ ordinal, kind, inline }) => ordinal !== null && !inline && !isRootKind(kind),
  );
  if (members.length > 0) {
    const list = members[0]?.children.length && members.length === 1 ? members[0].children : members;
    return ordinals.flatMap((ordinal) => {
      const provision = list.at(ordinal > 0 ? ordinal - 1 : ordinal);
      return provision ? [{ provision, range: provision.range }] : [];
    });
  }
  const texts = paragraphsWithin(analysis.paragraphs, base.range).filter(({ end }) => end > base.heading.end);
  return ordinals.flatMap((ordinal) => {
    const text = texts.at(ordinal > 0 ? ordinal - 1 : ordinal);
    return text
      ? [{ provision: base, range: { start: Math.max(text.start, base.range.start), end: text.end } }]
      : [];
  });
}
