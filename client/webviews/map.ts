import type { FromMap, MapSubject, MapTexts, ToMap } from '../src/map/messages.ts';
import { connectHost, elementOf, useStyles } from './host.ts';
import style from './map.css';
import { draw, element, fill, sizeOf, svgFile } from './map-drawing.ts';
import { type PlacedMap, placeInFrame } from './map-layout.ts';
import { MapModel, type ShownMap } from './map-model.ts';
import { MapView } from './map-view.ts';

const root = elementOf('#map');
const texts: MapTexts = JSON.parse(root.dataset.texts ?? '{}');
const { tell, kept, keep } = connectHost<FromMap, ToMap, { of: MapSubject; filter: string }>(hear);
useStyles(style);

const bar = document.createElement('header');
const subject = document.createElement('select');
const filter = document.createElement('input');
const main = document.createElement('main');
const status = document.createElement('p');
const frame = element('svg', { class: 'frame', role: 'group', 'aria-label': texts.show });
const view = new MapView(frame);
let model: MapModel | null = null;
let placed: PlacedMap | null = null;
let shown: ShownMap | null = null;

build();
tell(kept.of ? { kind: 'ask', of: kept.of } : { kind: 'ready' });

function build(): void {
  subject.setAttribute('aria-label', texts.show);
  subject.append(new Option(texts.citations, 'citations'), new Option(texts.terms, 'terms'));
  subject.addEventListener('change', () => tell({ kind: 'ask', of: subject.value as MapSubject }));
  filter.type = 'search';
  filter.placeholder = texts.filter;
  filter.value = kept.filter ?? '';
  filter.setAttribute('aria-label', texts.filter);
  filter.addEventListener('input', () => {
    model?.filter(filter.value);
    keep({ filter: filter.value });
    redraw();
  });
  bar.append(
    subject,
    filter,
    button('−', texts.zoomOut, () => view.zoom(1 / 1.3)),
    button('+', texts.zoomIn, () => view.zoom(1.3)),
    button('⤢', texts.fit, () => view.fit()),
    button('', texts.collapseAll, () => change((map) => map.openSome())),
    button('', texts.expandAll, () => change((map) => map.openAll())),
    button('', texts.exportSvg, () => {
      const drawing = frame.querySelector<SVGGElement>('g');
      if (drawing && placed) tell({ kind: 'export', svg: svgFile(drawing, placed) });
    }),
  );
  status.setAttribute('role', 'status');
  main.append(frame, status);
  const heading = document.createElement('h1');
  heading.textContent = document.title;
  bar.prepend(heading);
  root.append(bar, main);
}

/** A button whose sign alone would not say what it does is named; one without a sign shows its name. */
function button(sign: string, name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = sign || name;
  made.title = name;
  if (sign !== '') made.setAttribute('aria-label', name);
  made.addEventListener('click', act);
  return made;
}

function hear({ of, map }: ToMap): void {
  subject.value = of;
  keep({ of });
  model = new MapModel(map);
  model.filter(filter.value);
  redraw();
}

function change(alter: (map: MapModel) => void): void {
  if (model) alter(model);
  redraw();
}

/** What had the focus has it again where it is still drawn. */
function redraw(): void {
  if (!model) return;
  const focused = document.activeElement?.getAttribute('data-id');
  shown = model.shown();
  // What is said takes its room first: the map is fitted to what is left.
  describe(shown);
  const size = { width: frame.clientWidth, height: frame.clientHeight };
  placed = placeInFrame(shown, (node) => sizeOf(node, texts.missing), size);
  view.show(draw(placed, texts), placed);
  if (focused) focus(focused);
}

function describe({ nodes, all, alone, lesser }: ShownMap): void {
  const counts = [
    fill(texts.shown, nodes.length, all),
    ...(lesser > 0 ? [fill(texts.lesser, lesser)] : []),
    ...(alone > 0 ? [fill(texts.hidden, alone)] : []),
  ];
  status.textContent = nodes.length === 0 ? whyNothing() : `${counts.join(', ')}. ${texts.keys}.`;
  main.classList.toggle('empty', nodes.length === 0);
}

function whyNothing(): string {
  if (filter.value.trim() !== '') return fill(texts.noMatch, filter.value.trim());
  return subject.value === 'terms' ? texts.noTerms : texts.noCitations;
}

function nodeOf(target: EventTarget | null): SVGGElement | null {
  return target instanceof Element ? target.closest<SVGGElement>('.node') : null;
}

function find(id: string): SVGGElement | null {
  return frame.querySelector<SVGGElement>(`.node[data-id="${CSS.escape(id)}"]`);
}

function focus(id: string): void {
  const node = find(id);
  if (!node) return;
  for (const other of frame.querySelectorAll('.node')) other.setAttribute('tabindex', '-1');
  node.setAttribute('tabindex', '0');
  node.focus();
  view.reveal(node);
}

function go(node: SVGGElement, withFocus: boolean): void {
  const entry = shown?.nodes.find(({ id }) => id === node.dataset.id);
  if (!entry) return;
  const { line, character } = entry.range.start;
  tell({ kind: 'goTo', line, column: character, focus: withFocus });
}

frame.addEventListener('click', ({ target }) => {
  const node = nodeOf(target);
  if (!node?.dataset.id) return;
  focus(node.dataset.id);
  go(node, false);
});

frame.addEventListener('dblclick', ({ target }) => {
  const id = nodeOf(target)?.dataset.id;
  if (id) change((map) => map.toggle(id));
});

/** Arrow keys go along the order of the nodes, and along their arrows. */
frame.addEventListener('keydown', (event) => {
  const node = nodeOf(event.target);
  const id = node?.dataset.id;
  if (!node || !id || !placed) return;
  const order = placed.nodes.map((one) => one.node.id);
  const at = order.indexOf(id);
  const reached: Readonly<Record<string, string | undefined>> = {
    ArrowDown: order[at + 1],
    ArrowUp: order[at - 1],
    ArrowRight: placed.arrows.find(({ from }) => from === id)?.to,
    ArrowLeft: placed.arrows.find(({ to }) => to === id)?.from,
    Home: order[0],
    End: order.at(-1),
  };
  if (event.key in reached) {
    const next = reached[event.key];
    if (next) focus(next);
  } else if (event.key === 'Enter') go(node, true);
  else if (event.key === ' ') change((map) => map.toggle(id));
  else if (event.key === '+') view.zoom(1.3);
  else if (event.key === '-') view.zoom(1 / 1.3);
  else return;
  event.preventDefault();
});

/** What is pointed at shows its arrows stronger than the others. */
function light(target: EventTarget | null): void {
  const id = nodeOf(target)?.dataset.id;
  for (const arrow of frame.querySelectorAll<SVGPathElement>('.arrow')) {
    const { from, to } = arrow.dataset;
    arrow.classList.toggle('lit', id !== undefined && (from === id || to === id));
  }
}

frame.addEventListener('mouseover', ({ target }) => light(target));
frame.addEventListener('focusin', ({ target }) => light(target));
window.addEventListener('resize', () => view.fit());
