import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CancellationToken } from 'vscode-languageserver';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import { codeActions } from '../../server/src/lsp/codeActions.ts';
import { DiagnosticReports } from '../../server/src/lsp/diagnostics.ts';
import type { Session } from '../../server/src/lsp/requests.ts';
import { runSliced } from '../../server/src/lsp/schedule.ts';
import { pullingClient } from './serverProcess.ts';

const uri = 'file:///list.legal';
const text = '(1) first;\n(3) second;\n(5) third.\n';

/** Each wrong number is a finding of its own, and may be corrected in one or two ways. */
const findings: readonly Finding[] = [
  finding('(3)', [
    { title: 'Change "(3)" to "(2)"', edits: [{ range: place('3'), newText: '2' }], preferred: true },
    { title: 'Change all that follow', edits: [replace('3', '2'), replace('5', '3')] },
  ]),
  finding('(5)', [{ title: 'Change "(5)" to "(3)"', edits: [replace('5', '3')] }]),
];

describe('quick fixes', () => {
  it('are those of the findings that the selection touches', async () => {
    expect(titles(await ask(at(0, 0)))).toEqual([]);
    expect(titles(await ask(at(1, 3)))).toEqual(['Change "(3)" to "(2)"', 'Change all that follow']);
    expect(titles(await ask(at(1, 4)))).toEqual([]);
    expect(
      titles(await ask({ start: { line: 0, character: 0 }, end: { line: 99, character: 0 } })),
    ).toHaveLength(3);
  });

  it('carry their finding, their edits and the version they were made for', async () => {
    const [first, second] = await ask(at(1, 0));
    expect(first).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'test-rule', message: 'The number is wrong.', range: { start: { line: 1 } } }],
    });
    const line = (number: number) => ({
      start: { line: number, character: 1 },
      end: { line: number, character: 2 },
    });
    expect(second).not.toHaveProperty('isPreferred');
    expect(second?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri, version: 0 },
          edits: [
            { range: line(1), newText: '2' },
            { range: line(2), newText: '3' },
          ],
        },
      ],
    });
  });

  it('carry no version for a client that cannot check it', async () => {
    const { workspace: _, ...client } = pullingClient;
    const [action] = await ask(at(2, 0), client);
    expect(action?.edit).toEqual({
      changes: {
        [uri]: [
          { range: { start: { line: 2, character: 1 }, end: { line: 2, character: 2 } }, newText: '3' },
        ],
      },
    });
  });
});

async function ask(range: CodeActionParams['range'], client: ClientCapabilities = pullingClient) {
  const analysis = analyze(text, uri);
  class Reports extends DiagnosticReports {
    override *findings() {
      yield;
      return findings;
    }
  }
  const session: Session = {
    documents: { analysis: () => analysis },
    reports: new Reports(() => {}),
    client,
    lifecycle: 'running',
    logError: () => {},
  };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  return (await runSliced(codeActions(params, session), CancellationToken.None)) ?? [];
}

function finding(found: string, fixes: Finding['fixes']): Finding {
  const message = 'The number is wrong.';
  return { rule: 'test-rule', severity: 'warning', range: place(found), message, related: [], fixes };
}

function replace(found: string, newText: string) {
  return { range: place(found), newText };
}

function place(found: string): TextRange {
  const start = text.indexOf(found);
  return { start, end: start + found.length };
}

function at(line: number, character: number): CodeActionParams['range'] {
  return { start: { line, character }, end: { line, character } };
}

function titles(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}
