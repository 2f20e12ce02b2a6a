import type { MapTexts } from '../src/map/messages.ts';
import { type PlacedArrow, type PlacedMap, type PlacedNode, pathThrough } from './map-layout.ts';
import type { ShownNode } from './map-model.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const paddingX = 10;
const lineHeight = 16;
const longestDetail = 34;

/** How large a node is with its two lines of words. */
export function sizeOf(node: ShownNode, missing: string): { width: number; height: number } {
  const lines = linesOf(node, missing);
  const width = Math.max(...lines.map((line, at) => widthOf(line, at === 0)));
  return { width: Math.ceil(width) + 2 * paddingX, height: lines.length * lineHeight + 10 };
}

const canvas = document.createElement('canvas').getContext('2d');

function widthOf(words: string, isName: boolean): number {
  if (!canvas) return words.length * 8;
  canvas.font = isName ? '600 13px sans-serif' : '12px sans-serif';
  return canvas.measureText(words).width;
}

/** What is missing says so in words and by a sign: its colour and its line alone would not be seen by all. */
function linesOf({ name, detail, kind, inside }: ShownNode, missing: string): readonly string[] {
  const first = `${kind === 'missing' ? '⚠ ' : ''}${name}${inside > 0 ? ` (+${inside})` : ''}`;
  const second = kind === 'missing' ? missing : detail;
  if (second === '') return [first];
  return [first, second.length > longestDetail ? `${second.slice(0, longestDetail)}…` : second];
}

/** Draws a map. Every node is a button that is reached by the keyboard; one of them is in the order of tabs. */
export function draw(map: PlacedMap, texts: MapTexts): SVGGElement {
  const drawing = element('g', {});
  drawing.append(arrowHead());
  for (const arrow of map.arrows) drawing.append(drawArrow(arrow));
  for (const [at, placed] of map.nodes.entries()) {
    const drawn = drawNode(placed, map, texts);
    drawn.setAttribute('tabindex', at === 0 ? '0' : '-1');
    drawing.append(drawn);
  }
  return drawing;
}

function arrowHead(): SVGElement {
  const marker = element('marker', {
    id: 'arrow-head',
    viewBox: '0 0 8 8',
    refX: '7',
    refY: '4',
    markerWidth: '9',
    markerHeight: '9',
    orient: 'auto-start-reverse',
    markerUnits: 'userSpaceOnUse',
  });
  marker.append(element('path', { d: 'M0 0 8 4 0 8Z', class: 'head' }));
  const definitions = element('defs', {});
  definitions.append(marker);
  return definitions;
}

function drawArrow({ from, to, count, points }: PlacedArrow): SVGElement {
  const arrow = element('path', {
    d: pathThrough(points),
    class: `arrow ${count > 2 ? 'often' : ''}`.trim(),
    'marker-end': 'url(#arrow-head)',
    'data-from': from,
    'data-to': to,
    'aria-hidden': 'true',
  });
  return arrow;
}

function drawNode({ node, x, y, width, height }: PlacedNode, map: PlacedMap, texts: MapTexts): SVGElement {
  const out = map.arrows.filter(({ from }) => from === node.id).length;
  const into = map.arrows.filter(({ to }) => to === node.id).length;
  const lines = linesOf(node, texts.missing);
  const inside = node.inside > 0 ? [fill(texts.contains, node.inside)] : [];
  const detail = lines.includes(node.detail) ? [] : [node.detail];
  // What is seen comes first and to the letter: who speaks to the computer says what is seen.
  const label = [lines.join(' '), ...detail, ...inside, fill(texts.leads, out, into)].filter(
    (part) => part !== '',
  );
  const drawn = element('g', {
    class: `node ${node.kind}${node.inside > 0 ? ' closed' : ''}`,
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    role: 'button',
    'data-id': node.id,
    'aria-label': label.join(', '),
  });
  drawn.append(
    element('rect', { width: `${width}`, height: `${height}`, rx: node.kind === 'term' ? '12' : '3' }),
  );
  for (const [at, line] of lines.entries()) {
    const words = element('text', {
      x: `${paddingX}`,
      y: `${(at + 1) * lineHeight + 1}`,
      class: at === 0 ? 'name' : 'detail',
    });
    words.textContent = line;
    drawn.append(words, ' ');
  }
  // Shown under the mouse; who hears the page is told the same by the label.
  const title = element('title', { 'aria-hidden': 'true' });
  title.textContent = label.join('\n');
  drawn.append(title);
  return drawn;
}

export function fill(text: string, ...values: ReadonlyArray<number | string>): string {
  return values.reduce<string>((filled, value, at) => filled.replace(`{${at}}`, () => String(value)), text);
}

export function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** The map as a file: in black on white, as it is printed, without what only serves the screen. */
export function svgFile(drawing: SVGElement, { width, height }: PlacedMap): string {
  const file = element('svg', {
    xmlns: svgNamespace,
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    width: `${Math.ceil(width)}`,
    height: `${Math.ceil(height)}`,
  });
  const style = element('style', {});
  style.textContent = fileStyle;
  const copy = drawing.cloneNode(true) as SVGElement;
  copy.removeAttribute('transform');
  for (const node of copy.querySelectorAll('.node'))
    for (const name of ['tabindex', 'role']) node.removeAttribute(name);
  for (const lit of copy.querySelectorAll('.lit')) lit.classList.remove('lit');
  file.append(style, element('rect', { width: '100%', height: '100%', fill: '#fff' }), copy);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

const fileStyle = [
  'text{font:12px sans-serif;fill:#111}.name{font-size:13px;font-weight:600}',
  '.node rect{fill:#fff;stroke:#333}.node.closed rect{stroke-width:2.5}',
  '.node.missing rect{stroke:#a1260d;stroke-dasharray:5 3;stroke-width:2}',
  '.arrow{fill:none;stroke:#666}.arrow.often{stroke-width:2.5}.head{fill:#666}',
].join('');
