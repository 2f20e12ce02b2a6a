import type { Analysis } from '../../analysis.ts';
import { type PassageParagraph, passageOf } from '../provisions/passage.ts';
import { wholeOf } from '../provisions/places.ts';
import { definedTermOf } from '../terms/defined-term.ts';
import { termCardOf } from '../terms/term-card.ts';
import { anchored } from './anchors.ts';
import { escapeHtml, linkedHtml } from './typeset-html.ts';

/** About what fits into a card beside the text. */
const longest = 700;

/** What a link of a typeset document leads to, as a card of HTML to be shown beside it; null where it is gone. */
export function cardHtml(analysis: Analysis, anchor: string): string | null {
  const found = anchored(analysis, anchor);
  if (!found) return null;
  if (found.definition) {
    const { term, meaning, facts } = termCardOf(analysis, definedTermOf(analysis, found.definition), longest);
    const body = meaning.map(({ text, depth }) => `<p class="level-${depth}">${linkedHtml(text)}</p>`);
    const known = facts.map(linkedHtml).join('<br>');
    return `<h2>${escapeHtml(term)}</h2>${body.join('')}<p class="facts">${known}</p>`;
  }
  const { title, caption, path, text } = passageOf(analysis, wholeOf(found.provision), longest);
  const heading = `<h2>${escapeHtml(caption === null ? title : `${title} — ${caption}`)}</h2>`;
  const around = path.length > 0 ? `<p class="facts">${escapeHtml(path.join(' › '))}</p>` : '';
  return `${heading}${around}${text.map(paragraphHtml).join('')}`;
}

function paragraphHtml({ text, depth }: PassageParagraph): string {
  return `<p class="level-${Math.min(depth, 9)}">${escapeHtml(text)}</p>`;
}
