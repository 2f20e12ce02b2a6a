import { expect, it } from 'vitest';
import { middleOf, pathThrough, placeMap, shift } from '../../client/webviews/map-layout.ts';
import { MapModel, mostReadable } from '../../client/webviews/map-model.ts';
import { ScrollMap } from '../../client/webviews/scroll-map.ts';
import type { MapResult } from '../../server/src/lsp/protocol/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** So many articles of ten sections, each of which cites the first section of the next article. */
function documentOf(articles: number): MapResult {
  const entry = (id: string, parent: string | null) => ({
    id,
    name: id,
    detail: '',
    kind: 'provision' as const,
    parent,
    range,
  });
  const numbers = Array.from({ length: articles }, (_, at) => at + 1);
  const sections = numbers.flatMap((article) =>
    Array.from({ length: 10 }, (_, at) => ({ id: `${article}.${at + 1}`, article })),
  );
  return {
    nodes: [
      entry('root', null),
      ...numbers.flatMap((article) => [
        entry(`Article ${article}`, 'root'),
        ...sections
          .filter((section) => section.article === article)
          .map(({ id }) => entry(id, `Article ${article}`)),
      ]),
    ],
    edges: sections
      .filter(({ article }) => article < articles)
      .map(({ id, article }) => ({ from: id, to: `${article + 1}.1`, count: 1 })),
  };
}

const size = () => ({ width: 100, height: 30 });

it('a map of 30 provisions shows each, one of 300 their articles until one is opened', () => {
  const few = new MapModel(documentOf(3)).shown();
  expect(few.nodes.map(({ id }) => id)).toContain('2.7');
  expect(few.nodes.length).toBeLessThanOrEqual(30);
  const model = new MapModel(documentOf(30));
  const many = model.shown();
  expect(many.nodes).toHaveLength(30);
  expect(many.nodes[0]).toMatchObject({ id: 'Article 1', inside: 10 });
  expect(many.arrows[0]).toEqual({ from: 'Article 1', to: 'Article 2', count: 10 });
  model.toggle('Article 2');
  const opened = model.shown();
  expect(opened.nodes.length).toBe(29 + 10);
  expect(opened.arrows).toContainEqual({ from: 'Article 1', to: '2.1', count: 10 });
  model.toggle('2.1');
  expect(model.shown().nodes).toHaveLength(30);
});

it('of very many that hold nothing the best connected are shown, or those that are asked for', () => {
  const flat = documentOf(12);
  const nodes = flat.nodes.map((node) => ({ ...node, parent: null }));
  const model = new MapModel({ ...flat, nodes });
  expect(model.shown().nodes).toHaveLength(mostReadable);
  expect(model.shown().lesser).toBe(111 - mostReadable);
  expect(model.shown().nodes.map(({ id }) => id)).toContain('5.1');
  model.filter('5.1');
  expect(model.shown().nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['5.1', '4.3']));
  expect(model.shown().nodes).toHaveLength(13);
  model.filter('');
  model.openAll();
  expect(model.shown().nodes).toHaveLength(111);
  expect(model.shown()).toMatchObject({ alone: 22, lesser: 0 });
});

it('a map that is too large for its frame is looked at where the most arrows meet', () => {
  const model = new MapModel(documentOf(6));
  const placed = placeMap(model.shown(), size);
  const degreeOf = (id: string) => placed.arrows.filter(({ from, to }) => from === id || to === id).length;
  const middle = middleOf(placed);
  const there = placed.nodes.filter(
    ({ x, y, width, height }) =>
      x <= middle.x && middle.x <= x + width && y <= middle.y && middle.y <= y + height,
  );
  expect(there).toHaveLength(1);
  const most = Math.max(...placed.nodes.map(({ node }) => degreeOf(node.id)));
  expect(degreeOf(there[0]?.node.id ?? '')).toBe(most);
  expect(shift(100, 60, 10)).toBe(20);
  expect(shift(100, 1_000, 500)).toBe(-450);
  expect([shift(100, 1_000, 10), shift(100, 1_000, 990)]).toEqual([0, -900]);
});

it('everything has a place of its own, and arrows begin and end at what they join', () => {
  const shown = new MapModel(documentOf(30)).shown();
  const { nodes, arrows, width, height } = placeMap(shown, size);
  for (const [at, one] of nodes.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width).toBeLessThanOrEqual(width);
    expect(one.y + one.height).toBeLessThanOrEqual(height);
    for (const other of nodes.slice(at + 1))
      expect(
        one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y,
      ).toBe(true);
  }
  const [first] = arrows;
  const from = nodes.find(({ node }) => node.id === first?.from);
  expect(first?.points[0]?.x).toBeCloseTo((from?.x ?? 0) + (from?.width ?? 0), 0);
  expect(pathThrough(first?.points ?? [])).toMatch(/^M[\d. ]+(?:Q[\d. ]+)*L[\d. ]+$/);
});

it('nothing to draw is drawn without a fault', () => {
  const empty = new MapModel({ nodes: [], edges: [] }).shown();
  expect(placeMap(empty, size)).toMatchObject({ nodes: [], arrows: [] });
  expect(pathThrough([])).toBe('');
});

it('a place between two blocks of a preview is found in the text, and the other way', () => {
  const blocks = [0, 100, 300].map((offsetTop, at) => ({ offsetTop, offsetHeight: at === 2 ? 50 : 100 }));
  const map = new ScrollMap(blocks, [0, 4, 14]);
  expect([map.topOf(0), map.topOf(2), map.topOf(4), map.topOf(9), map.topOf(14), map.topOf(90)]).toEqual([
    0, 50, 100, 200, 300, 350,
  ]);
  expect([map.lineAt(0), map.lineAt(50), map.lineAt(200), map.lineAt(1_000)]).toEqual([0, 2, 9, 14]);
  expect(new ScrollMap([], []).topOf(3)).toBe(0);
  expect(map.firstLineOf(blocks[1] ?? { offsetTop: 0, offsetHeight: 0 })).toBe(4);
});
