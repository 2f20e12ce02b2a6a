import type { Analysis } from '../../analysis.ts';
import { finish, type Steps } from '../../text/steps.ts';
import { nameOf } from '../provisions/outline.ts';
import { typeset } from './typeset.ts';
import { blockHtml, escapeHtml } from './typeset-html.ts';
import { fileStyle, typesetStyle } from './typeset-style.ts';

/**
 * A document as one file of HTML that needs nothing else: it can be read without a network, sent and printed. What was found in the
 * document is not in it. Made block by block.
 */
export function* htmlPage(analysis: Analysis): Steps<string> {
  const blocks: string[] = [];
  for (const block of typeset(analysis, [])) {
    blocks.push(blockHtml(analysis, block, { tellsLines: false }));
    yield;
  }
  const [root] = analysis.outline;
  const title = root ? nameOf(analysis, root) : 'Document';
  // A page that may load nothing cannot be made to, whatever stands in the document.
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    // What holds for a file, on paper above all, comes last and so counts.
    `<style>${typesetStyle}${fileStyle}</style>`,
    '</head>',
    '<body>',
    '<main class="document">',
    ...blocks,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The same in one go. */
export function wholeHtmlPage(analysis: Analysis): string {
  return finish(htmlPage(analysis));
}
