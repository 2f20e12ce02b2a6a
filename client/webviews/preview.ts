import type { TypesetResult } from '../../server/src/lsp/protocol/protocol.ts';
import type { FromPreview, ToPreview } from '../src/preview/messages.ts';
import { Cards } from './cards.ts';
import { connectHost, elementOf, useStyles } from './host.ts';
import { stackInMargin } from './margin.ts';
import style from './preview.css';
import { ScrollMap } from './scroll-map.ts';

const page = elementOf('.document');
const { tell } = connectHost<FromPreview, ToPreview>(hear);
const cards = new Cards(elementOf('#card'), (anchor) => tell({ kind: 'card', anchor }));
let map = new ScrollMap([], []);
/** What scrolls because the editor did is not told back. */
let scrolledByEditor = 0;
const echoMilliseconds = 250;

function hear(message: ToPreview): void {
  switch (message.kind) {
    case 'typeset':
      show(message.typeset);
      return;
    case 'scroll':
      scrolledByEditor = Date.now();
      window.scrollTo({ top: map.topOf(message.line) });
      return;
    case 'card':
      cards.show(message.anchor, message.html);
  }
}

/** Puts in what is new and leaves the rest as it is, so that nothing flickers and nobody loses the place. */
function show({ style: blockStyle, edit, lines, isDifference }: TypesetResult): void {
  // How this page shows the blocks comes behind how they look everywhere.
  if (blockStyle !== null) useStyles(blockStyle, style);
  if (!isDifference) page.replaceChildren();
  const { start, deleteCount, blocks } = edit;
  for (let count = 0; count < deleteCount; count += 1) page.children[start]?.remove();
  const template = document.createElement('template');
  template.innerHTML = blocks.join('');
  page.insertBefore(template.content, page.children[start] ?? null);
  map = new ScrollMap([...page.children] as HTMLElement[], lines);
  stack();
}

function stack(): void {
  stackInMargin([...page.querySelectorAll<HTMLElement>('.findings')]);
}

let scrolling: number | undefined;
window.addEventListener('scroll', () => {
  cards.hide();
  if (Date.now() - scrolledByEditor < echoMilliseconds || scrolling !== undefined) return;
  scrolling = requestAnimationFrame(() => {
    scrolling = undefined;
    tell({ kind: 'scrolled', line: map.lineAt(window.scrollY) });
  });
});

document.addEventListener('click', (event) => {
  const clicked = event.target instanceof Element ? event.target : null;
  const block = clicked?.closest<HTMLElement>('.block');
  if (!clicked || !block) return;
  const first = map.firstLineOf(block);
  const finding = clicked.closest<HTMLElement>('.finding');
  if (finding) {
    const { line = '0', column = '0' } = finding.dataset;
    tell({ kind: 'goTo', line: first + Number(line), column: Number(column), focus: true });
    return;
  }
  const link = clicked.closest<HTMLAnchorElement>('a[href^="#"]');
  if (link) {
    event.preventDefault();
    reach(link.hash.slice(1));
    return;
  }
  // Who marks words wants to copy them.
  if (String(window.getSelection()) !== '') return;
  const row = clicked.closest<HTMLElement>('[data-line]');
  tell({ kind: 'goTo', line: first + Number(row?.dataset.line ?? 0), column: 0, focus: false });
});

/** Goes to what a link leads to, in the preview and in the text. */
function reach(anchor: string): void {
  const target = document.getElementById(anchor);
  const block = target?.closest<HTMLElement>('.block');
  if (!target || !block) return;
  cards.hide();
  for (const before of page.querySelectorAll('.reached')) before.classList.remove('reached');
  target.classList.add('reached');
  scrolledByEditor = Date.now();
  target.scrollIntoView({ block: 'center' });
  tell({ kind: 'goTo', line: map.firstLineOf(block), column: 0, focus: false });
}

window.addEventListener('resize', stack);
useStyles(style);
tell({ kind: 'ready' });
