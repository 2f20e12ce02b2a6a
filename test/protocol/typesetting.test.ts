import { expect, it } from 'vitest';
import {
  type CardResult,
  type HtmlPageResult,
  requests,
  type TypesetResult,
} from '../../server/src/lsp/protocol/protocol.ts';
import { ferryHire } from './ferryHire.ts';
import { ServerProcess } from './serverProcess.ts';

const { uri, text } = ferryHire;
const textDocument = { uri };

it('a document is sent block by block, and after an edit what changed of it', async () => {
  await using server = await ServerProcess.initialized();
  await server.open(uri, text);
  const ask = (previous: string | null): Promise<TypesetResult> =>
    server.connection.sendRequest(requests.typeset, { textDocument, previous });
  const first = await ask(null);
  expect(first.isDifference).toBe(false);
  expect(first.style).toContain('.document');
  expect(first.edit.blocks).toHaveLength(first.lines.length);
  const again = await ask(first.resultId);
  expect(again).toMatchObject({ isDifference: true, style: null, lines: first.lines });
  expect(again.edit.blocks).toEqual([]);
  await server.change(uri, 2, [{ text: `\n${text.replace('in coin', 'in shells')}` }]);
  const later = await ask(again.resultId);
  expect(later.isDifference).toBe(true);
  expect(later.edit.deleteCount).toBe(1);
  expect(later.edit.blocks.join('')).toMatch(/^<div class="block">.*in shells/);
  expect(later.lines).toEqual(first.lines.map((line) => line + 1));
  expect(await ask('unknown')).toMatchObject({ isDifference: false });
});

it('a link is told of in a card, until what it leads to is gone', async () => {
  await using server = await ServerProcess.initialized();
  await server.open(uri, text);
  const { edit } = await server.connection.sendRequest<TypesetResult>(requests.typeset, {
    textDocument,
    previous: null,
  });
  const anchor = /data-to="(p\w+)">Section 2\.2</.exec(edit.blocks.join(''))?.[1];
  const ask = (): Promise<CardResult> =>
    server.connection.sendRequest(requests.card, { textDocument, anchor });
  expect((await ask()).html).toMatch(/^<h2>Section 2\.2 — Payment<\/h2>.*Each Hire is paid/);
  await server.change(uri, 2, [{ text: 'Article 1. (Name)\nThe name.\n' }]);
  expect(await ask()).toEqual({ html: null });
});

it('the page stands alone: it loads nothing and runs nothing', async () => {
  await using server = await ServerProcess.initialized();
  await server.open(uri, text.replace('in coin', 'in <script>alert(1)</script> & "coin"'));
  const { html } = await server.connection.sendRequest<HtmlPageResult>(requests.htmlPage, { textDocument });
  expect(html).toContain('in &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;coin&quot;');
  expect(html).not.toMatch(/<script|<link|<img|https?:/);
  expect(html).toContain("default-src 'none'");
  // Rules of one strength count in their order: those for paper must follow those for all.
  expect(html.indexOf('@media print')).toBeGreaterThan(html.indexOf('a.citation {'));
});
