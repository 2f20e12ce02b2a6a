import type { Analysis } from '../../analysis.ts';
import type { Finding } from '../../rules/rule.ts';
import { say } from '../../text/say.ts';
import type { LinkedText } from '../terms/term-meaning.ts';
import type { TypesetBlock } from './typeset.ts';
import type { SetRow } from './typeset-columns.ts';
import type { Run } from './typeset-runs.ts';

/**
 * A block as HTML: whatever the document says is text in it, and nothing of it is obeyed. Rows tell their lines, counted from the
 * first of the block, where somebody may want to go to them.
 */
export function blockHtml(
  analysis: Analysis,
  block: TypesetBlock,
  { tellsLines }: { readonly tellsLines: boolean },
): string {
  const first = analysis.snapshot.lineAt(block.range.start);
  const placeOf: PlaceOf = ({ line }) => (tellsLines ? ` data-line="${line - first}"` : '');
  return `<div class="block">${bodyHtml(block, placeOf)}${findingsHtml(analysis, block)}</div>`;
}

/** The attribute that tells where a row stands. */
type PlaceOf = (row: SetRow) => string;

function bodyHtml(block: TypesetBlock, placeOf: PlaceOf): string {
  const { kind, rank, anchors } = block;
  const [own, ...others] = anchors;
  const id = own === undefined ? '' : ` id="${escapeHtml(own)}"`;
  const further = others.map((anchor) => `<span id="${escapeHtml(anchor)}"></span>`).join('');
  switch (kind) {
    case 'heading':
      return `<h${rank}${id} class="${classOf(block)}">${further}${numberHtml(block)}${captionHtml(block)}</h${rank}>`;
    case 'lines':
      return `<pre${id} class="lines" tabindex="0">${further}${block.rows.map((row) => lineHtml(row, placeOf)).join('\n')}</pre>`;
    case 'table':
      return `<div${id}>${further}<table>${block.rows.map((row) => rowHtml(row, placeOf)).join('')}</table></div>`;
    case 'contents':
      return `<ul${id} class="contents">${block.rows.map((row) => `<li${placeOf(row)}>${escapeHtml(row.cells.join(''))}</li>`).join('')}</ul>`;
    case 'hung':
      return `<div${id} class="${classOf(block)}">${further}${numberHtml(block)}<p>${captionHtml(block)}${runsHtml(block.runs)}</p></div>`;
    case 'run-in':
      return `<p${id} class="${classOf(block)}">${further}${numberHtml(block)}${captionHtml(block)}${runsHtml(block.runs)}</p>`;
    case 'text':
    case 'note':
      return `<p${id} class="${classOf(block)}">${further}${runsHtml(block.runs)}</p>`;
  }
}

function classOf({ kind, level, isCentred }: TypesetBlock): string {
  return [kind, `level-${level}`, ...(isCentred ? ['centred'] : [])].join(' ');
}

function rowHtml(row: SetRow, placeOf: PlaceOf): string {
  return `<tr${placeOf(row)}>${row.cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}

function lineHtml(row: SetRow, placeOf: PlaceOf): string {
  const [words, place] = [escapeHtml(row.cells.join('')), placeOf(row)];
  return place === '' ? words : `<span${place}>${words}</span>`;
}

function numberHtml({ number }: TypesetBlock): string {
  return number === '' ? '' : `<span class="number">${escapeHtml(number)}</span> `;
}

/** A caption in front of text ends in a stop. */
function captionHtml({ kind, caption }: TypesetBlock): string {
  if (caption.length === 0) return '';
  const words = runsHtml(caption);
  const stop = kind === 'heading' || /[.:?!]$/.test(caption.at(-1)?.text ?? '') ? '' : '.';
  return `<span class="caption">${words}${stop}</span>${kind === 'heading' ? '' : ' '}`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function runHtml(run: Run): string {
  if (run.kind === 'break') return '<br>';
  let words = escapeHtml(run.text);
  if (run.italic) words = `<em>${words}</em>`;
  if (run.bold) words = `<strong>${words}</strong>`;
  const [first] = run.anchors;
  const anchors = escapeHtml(run.anchors.join(' '));
  switch (run.kind) {
    case 'definition':
      return first === undefined ? `<dfn>${words}</dfn>` : `<dfn id="${anchors}">${words}</dfn>`;
    case 'term':
      return `<a class="term" href="#${anchors}" data-to="${anchors}">${words}</a>`;
    case 'citation':
      return first === undefined
        ? unlinkedHtml(run, words)
        : `<a class="citation" href="#${escapeHtml(first)}" data-to="${anchors}">${words}</a>`;
    default:
      return words;
  }
}

/** What leads nowhere here says why: broken ones by a sign and in words, not by colour alone. */
function unlinkedHtml({ note, isBroken }: Run, words: string): string {
  const title = note === '' ? '' : ` title="${escapeHtml(note)}"`;
  if (!isBroken) return `<span class="external"${title}>${words}</span>`;
  return `<span class="broken"${title}>${words}<span class="sign" role="img" aria-label="${escapeHtml(note)}">⚠</span></span>`;
}

/** Findings stand in the margin, each with its place counted from the first line of the block. */
function findingsHtml(analysis: Analysis, { findings, range }: TypesetBlock): string {
  if (findings.length === 0) return '';
  const first = analysis.snapshot.lineAt(range.start);
  const items = findings.map((finding) => {
    const { line, column } = analysis.snapshot.positionAt(finding.range.start);
    const place = `data-line="${line - first}" data-column="${column}"`;
    return `<li><button type="button" class="finding ${finding.severity}" ${place}><span class="sign" aria-hidden="true">${signs[finding.severity]}</span> <span class="severity">${nameOfSeverity(finding.severity)}:</span> ${escapeHtml(finding.message)}</button></li>`;
  });
  return `<ul class="findings">${items.join('')}</ul>`;
}

const signs: Readonly<Record<Finding['severity'], string>> = {
  error: '✖',
  warning: '⚠',
  information: 'ℹ',
  hint: '✎',
};

function nameOfSeverity(severity: Finding['severity']): string {
  switch (severity) {
    case 'error':
      return say`Error`;
    case 'warning':
      return say`Warning`;
    case 'information':
      return say`Information`;
    case 'hint':
      return say`Hint`;
  }
}

/** Words with their links, as cards show them. */
export function linkedHtml(words: readonly LinkedText[]): string {
  return words.map(({ text, target }) => (target ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text))).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, which HTML does not have, become blanks. */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (one) => escapes[one] ?? one)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
  );
}
