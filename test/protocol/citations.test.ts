import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, Hover } from 'vscode-languageserver';
import { escapeMarkdown } from '../../server/src/lsp/protocol/markup.ts';
import { parseDocument } from '../fixture.ts';
import { plainClient, pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///lease.agreement';

/** A client with all that an editor of today can show. */
const capableClient: ClientCapabilities = {
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

const lease = (cited: string) =>
  parseDocument(`
    LEASE AGREEMENT

    1. Rent. The rent of *one* pound is due:

      (a) in March; and

      (b) in June.

    2. Delay. Whoever is late under ${cited} pays.
  `);

/** Asks about the cursor of a fixture. */
async function ask(
  method: string,
  cited: string,
  client: ClientCapabilities = capableClient,
  more: object = {},
): Promise<unknown> {
  const { text, cursor } = lease(cited);
  const before = text.slice(0, cursor ?? 0).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  await using server = await ServerProcess.initialized(client);
  await server.open(uri, text);
  return await server.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
}

const span = (line: number, start: number, end: number, lastLine = line) => ({
  start: { line, character: start },
  end: { line: lastLine, character: end },
});

describe('going to what is cited', () => {
  it('is a link from the citation to the heading', async () => {
    expect(await ask('textDocument/definition', 'Section 1(a$0)')).toEqual([
      {
        originSelectionRange: span(8, 32, 44),
        targetUri: uri,
        targetRange: span(4, 2, 19),
        targetSelectionRange: span(4, 2, 5),
      },
    ]);
  });

  it('is a place for a client that knows no links', async () => {
    expect(await ask('textDocument/definition', 'Section 1(a$0)', plainClient)).toEqual([
      { uri, range: span(4, 2, 5) },
    ]);
  });

  it('leads nowhere from prose', async () => {
    expect(await ask('textDocument/definition', 'a$0ll')).toBeNull();
  });
});

it('the citations of a provision come with its heading if that is asked for', async () => {
  const asked = (includeDeclaration: boolean) =>
    ask('textDocument/references', 'Section 1$0 or Sections 1 to 2,', capableClient, {
      context: { includeDeclaration },
    });
  const uses = [
    { uri, range: span(8, 32, 41) },
    { uri, range: span(8, 45, 60) },
  ];
  expect(await asked(false)).toEqual(uses);
  expect(await asked(true)).toEqual([{ uri, range: span(2, 0, 2) }, ...uses]);
});

it('highlights tell the heading from the citations', async () => {
  expect(await ask('textDocument/documentHighlight', 'Section 1(b$0)')).toEqual([
    { range: span(6, 2, 5), kind: 3 },
    { range: span(8, 32, 44), kind: 2 },
  ]);
  expect(await ask('textDocument/documentHighlight', 'a$0ll')).toBeNull();
});

describe('what is cited, on hovering,', () => {
  const hover = async (cited: string, client?: ClientCapabilities) =>
    (await ask('textDocument/hover', cited, client)) as Hover | null;

  it('is told in Markdown, in which the text stays what it is', async () => {
    expect(await hover('Section 1$0')).toEqual({
      contents: {
        kind: 'markdown',
        value: [
          '**Section 1** — Rent',
          'The rent of \\*one\\* pound is due:',
          '&emsp;(a) in March; and',
          '&emsp;(b) in June.',
        ].join('\n\n'),
      },
      range: span(8, 32, 41),
    });
  });

  it('is told in plain text where nothing else is known', async () => {
    expect((await hover('Sections 1(a) and $0(c)', plainClient))?.contents).toEqual({
      kind: 'plaintext',
      value:
        'Section 1 has no (c): it has items (a) and (b). Is item (b) meant?\n\nSection 1(b)\n1 Rent\n\nin June.',
    });
    expect((await hover('Section 1(a$0)', plainClient))?.contents).toEqual({
      kind: 'plaintext',
      value: 'Section 1(a)\n1 Rent\n\nin March; and',
    });
  });

  it('is left to the finding where one says that it is broken', async () => {
    const { text } = lease('Section 4 or Section 1');
    await using server = await ServerProcess.initialized(capableClient);
    await server.open(uri, `${text}\n3. Notice. Notices are written.\n`);
    const params = { textDocument: { uri }, position: { line: 8, character: 40 } };
    const shown: Hover | null = await server.connection.sendRequest('textDocument/hover', params);
    const [finding] = (await server.diagnostics(uri)).filter(({ code }) => code === 'broken-reference');
    expect(finding?.message).toContain('There is no Section 4');
    expect(JSON.stringify(shown)).not.toContain('There is no');
  });

  it('is nothing where nothing is cited', async () => {
    expect(await hover('a$0ll')).toBeNull();
  });
});

it('nothing in a text is taken for Markdown', () => {
  expect(escapeMarkdown('1. *a* _b_ [c](d) <e> #f `g` A&B | ~h~')).toBe(
    '1\\. \\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\#f \\`g\\` A&amp;B \\| \\~h\\~',
  );
  expect(escapeMarkdown('- a')).toBe('\\- a');
});
