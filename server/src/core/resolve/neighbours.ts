import type { Analysis } from '../analysis.ts';
import type { Citation, CitationUnit } from '../inline/citation.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { paragraphsWithin } from '../inline/paragraphs.ts';
import { isRootKind, type Provision, type ProvisionKind } from '../model/provision.ts';
import type { ReferenceTarget } from '../model/reference.ts';
import { countLeading } from '../text/ascending.ts';
import { chainOf, type Standpoint } from './follow.ts';
import { perAnalysis } from './per-analysis.ts';

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
  const position = own ? lastBefore(series, own.range.start + 1) : 0;
  if (position > 0) {
    const count = Math.min(citation.count ?? (citation.plural ? mostNeighbours : 1), mostNeighbours);
    return series.slice(Math.max(0, position - count), position);
  }
  const last = lastListBefore(citation, from);
  if (citation.plural) return last;
  return last.slice(-1);
}

function behind(citation: Citation, own: Provision | null, from: Standpoint): readonly Provision[] {
  const below = listBelow(from);
  if (citation.plural && below.length > 0) return below;
  const series = own ? from.instrument.index.seriesOf(own) : [];
  const next = own ? lastBefore(series, own.range.start + 1) + 1 : series.length;
  if (next < series.length) {
    const count = Math.min(citation.count ?? (citation.plural ? mostNeighbours : 1), mostNeighbours);
    return series.slice(next, next + count);
  }
  return citation.plural ? below : below.slice(0, 1);
}

/** "The preceding Articles" of a document that has more of them are the nearest ones: nobody follows all. */
const mostNeighbours = 400;

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
      if (list) return membersBefore(list, from.offset).filter(isMember);
    }
    if (isRootKind(holder.kind)) break;
  }
  return [];
}

/** The position of the last provision that begins before `offset`; -1 where there is none. */
function lastBefore(provisions: readonly Provision[], offset: number): number {
  return countLeading(provisions, ({ range }) => range.start < offset) - 1;
}

function membersBefore(list: readonly Provision[], offset: number): readonly Provision[] {
  const end = lastBefore(list, offset) + 1;
  return list.slice(Math.max(0, end - mostNeighbours), end);
}

/** The list that the citation announces: the members of its own provision behind it. */
function listBelow(from: Standpoint): readonly Provision[] {
  const children = from.source?.children ?? [];
  const first = lastBefore(children, from.offset + 1) + 1;
  return children
    .slice(first, first + mostNeighbours)
    .filter(({ ordinal, kind }) => ordinal !== null && !isRootKind(kind));
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
  const { list, texts } = orderOf(analysis).of(base);
  if (list.length > 0) {
    return ordinals.flatMap((ordinal) => {
      const provision = list.at(ordinal > 0 ? ordinal - 1 : ordinal);
      return provision ? [{ provision, range: provision.range }] : [];
    });
  }
  return ordinals.flatMap((ordinal) => {
    const text = texts.at(ordinal > 0 ? ordinal - 1 : ordinal);
    return text
      ? [{ provision: base, range: { start: Math.max(text.start, base.range.start), end: text.end } }]
      : [];
  });
}

/** What can be counted in a provision: its numbered members, or the paragraphs of its text. */
interface Order {
  readonly list: readonly Provision[];
  readonly texts: readonly Paragraph[];
}

/** Made once for each provision: a text may cite the paragraphs of one section again and again. */
class Orders {
  readonly #analysis: Analysis;
  readonly #known = new Map<Provision, Order>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  of(base: Provision): Order {
    let order = this.#known.get(base);
    if (!order) {
      order = this.#find(base);
      this.#known.set(base, order);
    }
    return order;
  }

  #find({ children, range, heading }: Provision): Order {
    const members = children.filter(
      ({ ordinal, kind, inline }) => ordinal !== null && !inline && !isRootKind(kind),
    );
    const [first] = members;
    if (first)
      return {
        list: members.length === 1 && first.children.length > 0 ? first.children : members,
        texts: [],
      };
    const within = paragraphsWithin(this.#analysis.paragraphs, range);
    return { list: [], texts: within.filter(({ end }) => end > heading.end) };
  }
}

const orderOf = perAnalysis((analysis) => new Orders(analysis));
