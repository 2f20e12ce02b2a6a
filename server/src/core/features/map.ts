import type { Analysis } from '../analysis.ts';
import { isRootKind, type Provision, walkProvisions } from '../model/provision.ts';
import { termsOf } from '../resolve/terms.ts';
import type { Finding } from '../rules/rule.ts';
import type { TextRange } from '../text/range.ts';
import { brokenCitations } from './citations/cross-references.ts';
import { referenceIndexOf } from './citations/reference-index.ts';
import { nameOf } from './provisions/outline.ts';
import { cutBehind, gistOf } from './provisions/passage.ts';
import { titleOf } from './provisions/places.ts';
import { definedTermOf, meaningPlace, standsOut } from './terms/defined-term.ts';
import { builtFrom } from './terms/term-hierarchy.ts';
import { gistOfMeaning } from './terms/term-meaning.ts';
import { definitionAnchor, provisionAnchor } from './typeset/anchors.ts';

/** What stands where in a document and leads to what: a map to be drawn. */
export interface DocumentMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

export interface MapNode {
  readonly id: string;
  /** "Section 4.2", "Purchase Price". */
  readonly name: string;
  /** A caption, the beginning of a meaning, or why a citation is broken. */
  readonly detail: string;
  readonly kind: 'provision' | 'term' | 'missing';
  /** The node of what it stands in; null on the highest level. */
  readonly parent: string | null;
  readonly range: TextRange;
}

/** That one cites another, or is defined by it. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** How often. */
  readonly count: number;
}

/** Which provisions cite which, and what is cited and missing. Items and paragraphs count as the provision that they are part of. */
export function citationMap(analysis: Analysis, findings: readonly Finding[]): DocumentMap {
  const nodes = new Map<string, MapNode>();
  for (const provision of walkProvisions(analysis.outline))
    if (isUnit(provision)) nodes.set(provisionAnchor(provision), provisionNode(analysis, provision));
  const edges = new Edges();
  for (const { source, members } of referenceIndexOf(analysis).all) {
    const from = unitAround(source);
    if (!from) continue;
    for (const { targets } of members)
      for (const { provision } of targets.slice(0, mostOfRange)) {
        const to = unitAround(provision);
        if (to && !isAround(to, from) && !isAround(from, to))
          edges.add(provisionAnchor(from), provisionAnchor(to));
      }
  }
  for (const { finding, source } of brokenCitations(analysis, findings)) {
    const from = unitAround(source);
    if (!from || !rulesOfMissing.has(finding.rule)) continue;
    const name = analysis.snapshot.slice(finding.range).replace(/\s+/g, ' ');
    const id = `m${name}`;
    if (!nodes.has(id)) {
      const { message, range } = finding;
      nodes.set(id, { id, name, detail: message, kind: 'missing', parent: null, range });
    }
    edges.add(provisionAnchor(from), id);
  }
  return { nodes: [...nodes.values()], edges: edges.all() };
}

/** Which terms are defined by which. */
export function termMap(analysis: Analysis): DocumentMap {
  const nodes = new Map<string, MapNode>();
  const edges = new Edges();
  for (const definition of termsOf(analysis).definitions) {
    if (definition.quoted || !standsOut(definition)) continue;
    const { home } = definedTermOf(analysis, definition);
    const id = definitionAnchor(analysis, home);
    if (nodes.has(id)) continue;
    const detail = cutBehind(gistOfMeaning(analysis, home), longestDetail);
    const range = meaningPlace(home).selection;
    nodes.set(id, { id, name: home.term, detail, kind: 'term', parent: null, range });
    for (const named of builtFrom(analysis, home)) edges.add(id, definitionAnchor(analysis, named));
  }
  return { nodes: [...nodes.values()], edges: edges.all().filter(({ to }) => nodes.has(to)) };
}

const rulesOfMissing: ReadonlySet<string> = new Set(['broken-reference', 'missing-attachment']);

/** Of a long range the first provisions: an arrow to each would hide all others. */
const mostOfRange = 12;
const longestDetail = 60;

class Edges {
  readonly #counts = new Map<string, Map<string, number>>();

  add(from: string, to: string): void {
    const counts = this.#counts.get(from) ?? new Map<string, number>();
    this.#counts.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
  }

  all(): readonly MapEdge[] {
    return [...this.#counts].flatMap(([from, counts]) =>
      [...counts].map(([to, count]) => ({ from, to, count })),
    );
  }
}

function provisionNode(analysis: Analysis, provision: Provision): MapNode {
  const { designation, heading, parent } = provision;
  const above = unitAround(parent);
  const printed = designation
    ? analysis.snapshot
        .slice(designation)
        .replace(/[\s*_\\]+/g, ' ')
        .trim()
    : '';
  // "(ii)" says nothing away from what it stands in.
  const own = isPart(provision) ? titleOf(analysis, provision) : printed.replace(/[.:]$/, '');
  return {
    id: provisionAnchor(provision),
    name: own || nameOf(analysis, provision),
    detail: printed === '' ? '' : cutBehind(gistOf(analysis, provision), longestDetail),
    kind: 'provision',
    parent: above && provisionAnchor(above),
    range: heading,
  };
}

/** What has a place of its own on the map: no part of a sentence, unless the document is not divided otherwise. */
function isUnit(provision: Provision): boolean {
  const { kind, implied, inline, parent } = provision;
  if (implied || inline || kind === 'signature') return false;
  return !isPart(provision) || parent === null || isRootKind(parent.kind);
}

function isPart({ kind }: Provision): boolean {
  return kind === 'item' || kind === 'subitem' || kind === 'paragraph';
}

function unitAround(provision: Provision | null): Provision | null {
  let at = provision;
  while (at && !isUnit(at)) at = at.parent;
  return at;
}

function isAround(outer: Provision, inner: Provision): boolean {
  let at: Provision | null = inner;
  while (at && at !== outer) at = at.parent;
  return at === outer;
}
