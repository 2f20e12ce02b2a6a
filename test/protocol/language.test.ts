import { describe, expect, it } from 'vitest';
import type { CodeAction, DocumentDiagnosticReport, Hover } from 'vscode-languageserver';
import { pullingClient, ServerProcess } from './serverProcess.ts';

const uri = 'file:///lease.legal';
const text = `Section 1. Rent. The tenant pays forty (45) dollars under Section 2(b).

Section 2. Deposit. "Deposit" means the ninety dollars that the tenant leaves with the landlord.

Section 4. Notice. Notices are given to the the landlord as told in Section 4, with the Deposit.
`;

const capabilities = {
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    diagnostic: { relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

async function messagesFor(locale: string | undefined): Promise<string[]> {
  await using server = await started(locale);
  return (await diagnosticsOf(server)).map(({ message }) => String(message));
}

async function started(locale: string | undefined): Promise<ServerProcess> {
  const server = new ServerProcess();
  await server.initialize(capabilities, process.pid, undefined, locale);
  await server.open(uri, text);
  return server;
}

async function diagnosticsOf(server: ServerProcess) {
  const report: DocumentDiagnosticReport = await server.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items : [];
}

/** The words of a hover without their marks. */
function textOf({ contents }: Hover): string {
  return (contents as { value: string }).value.replace(/\\(.)/g, '$1').replace(/\]\([^)]*\)|\[/g, '');
}

const english = [
  '“forty” is 40, but the figure says 45.',
  'Section 2 has no (b): it is not subdivided.',
  'Section 4 follows Section 2: Section 3 is missing.',
  '“the” is written twice in a row.',
  'Section 4 cites itself: write “this Section 4”, or the number of the provision that is meant.',
];

const japanese = [
  '「forty」は 40 ですが、数字は 45 です。',
  'Section 2 に (b) はありません (細分されていません)。',
  'Section 2 の次が Section 4 です。Section 3 がありません。',
  '「the」が続けて二度書かれています。',
  'Section 4 が自らを番号で参照しています。「this Section 4」と書くか、意図した条項の番号を書いてください。',
];

describe('the language of the editor', () => {
  it('is that of the findings, where there are words for it', async () => {
    expect(await messagesFor('ja')).toEqual(japanese);
    expect(await messagesFor('ja-JP')).toEqual(japanese);
  });

  it('is English else', async () => {
    for (const locale of [undefined, 'en', 'de', 'jav'])
      expect(await messagesFor(locale), locale).toEqual(english);
  });

  it('is that of related places and of what mends a finding', async () => {
    await using server = await started('ja');
    const diagnostics = await diagnosticsOf(server);
    const gap = diagnostics.find(({ code }) => code === 'numbering-gap');
    expect(gap?.relatedInformation?.map(({ message }) => message)).toEqual(['Section 2 はここにあります。']);
    const twice = diagnostics.filter(({ code }) => code === 'repeated-word');
    const actions: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: twice[0]?.range,
      context: { diagnostics: twice },
    });
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        '二つ目の「the」を削除',
        'ここでは repeated-word を無視',
        'このファイルでは repeated-word を無視',
      ]),
    );
  });

  it('is that of what moves a provision, and of what is shown of a term', async () => {
    await using server = await started('ja');
    const ask = (method: string, line: number, character: number): Promise<Hover> =>
      server.connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
    const onHeading = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } };
    const actions: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: onHeading,
      context: { diagnostics: [], only: ['refactor'] },
    });
    expect(actions.map(({ title }) => title)).toContain('Section 2 を下へ移動');
    const use = text.split('\n')[4]?.indexOf('Deposit') ?? 0;
    expect(textOf(await ask('textDocument/hover', 4, use))).toContain('定義箇所: Section 2 (3 行目)。');
  });

  it('is that in which a request is refused', async () => {
    await using server = await started('ja');
    const refused = server.connection.sendRequest('textDocument/prepareRename', {
      textDocument: { uri },
      position: { line: 4, character: 30 },
    });
    await expect(refused).rejects.toThrow('ここに定義語はありません。');
  });
});
