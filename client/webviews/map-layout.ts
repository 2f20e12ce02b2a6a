import { Graph, layout } from '@dagrejs/dagre';
import { mostReadable, type ShownMap, type ShownNode } from './map-model.ts';

/** A map with a place for everything. */
export interface PlacedMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly arrows: readonly PlacedArrow[];
}

export interface PlacedNode {
  readonly node: ShownNode;
  /** Its left upper corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedArrow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How large something is when it is drawn. */
export type Measure = (node: ShownNode) => { readonly width: number; readonly height: number };

const margin = 16;

/** The map placed from left to right or downwards, whichever is seen larger in its frame. Of very many nodes one way is tried. */
export function placeInFrame(shown: ShownMap, measure: Measure, frame: Extent): PlacedMap {
  const across = placeMap(shown, measure, 'LR');
  if (shown.nodes.length > mostReadable) return across;
  const down = placeMap(shown, measure, 'TB');
  return scaleIn(down, frame) > scaleIn(across, frame) ? down : across;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

function scaleIn({ width, height }: Extent, frame: Extent): number {
  return Math.min(1, frame.width / width, frame.height / height);
}

/** Places a map in layers: what leads somewhere stands left of where it leads, or above. */
export function placeMap(
  { nodes, arrows }: ShownMap,
  measure: Measure,
  rankdir: 'LR' | 'TB' = 'LR',
): PlacedMap {
  const graph = new Graph();
  const apart = rankdir === 'LR' ? { nodesep: 14, ranksep: 70 } : { nodesep: 18, ranksep: 40 };
  graph.setGraph({ rankdir, ...apart, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { ...measure(node) });
  for (const { from, to } of arrows) graph.setEdge(from, to, {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.max(width, 2 * margin),
    height: Math.max(height, 2 * margin),
    nodes: nodes.map((node) => {
      const placed = graph.node(node.id);
      const size = measure(node);
      return { node, x: (placed.x ?? 0) - size.width / 2, y: (placed.y ?? 0) - size.height / 2, ...size };
    }),
    arrows: arrows.map(({ from, to, count }) => ({
      from,
      to,
      count,
      points: (graph.edge(from, to).points ?? []).map(({ x, y }: Point) => ({ x, y })),
    })),
  };
}

/** The middle of what has the most arrows: where a map that is too large for its frame is looked at first. */
export function middleOf({ nodes, arrows }: PlacedMap): Point {
  const degrees = new Map<string, number>();
  for (const { from, to } of arrows) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const degreeOf = ({ node }: PlacedNode) => degrees.get(node.id) ?? 0;
  const [busiest] = [...nodes].sort((one, other) => degreeOf(other) - degreeOf(one));
  if (!busiest) return { x: 0, y: 0 };
  return { x: busiest.x + busiest.width / 2, y: busiest.y + busiest.height / 2 };
}

/** How far something is moved so that all of it is in the middle of a frame, or a point of it where it is longer than the frame. */
export function shift(frame: number, length: number, point: number): number {
  if (length <= frame) return (frame - length) / 2;
  return Math.min(0, Math.max(frame - length, frame / 2 - point));
}

/** A line through points that turns softly at each. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (!first || !last) return '';
  const parts = [`M${round(first)}`];
  for (const [at, point] of others.slice(0, -1).entries()) {
    const next = others[at + 1] ?? last;
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    parts.push(`Q${round(point)} ${round(at === others.length - 2 ? next : middle)}`);
  }
  parts.push(`L${round(last)}`);
  return parts.join('');
}

function round({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
