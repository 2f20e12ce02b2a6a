import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CancellationToken } from 'vscode-languageserver';
import { analyze } from '../../server/src/core/analysis.ts';
import { readConfiguration } from '../../server/src/core/config/configuration.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import { runSliced } from '../../server/src/lsp/documents/schedule.ts';
import { codeActions } from '../../server/src/lsp/editing/codeActions.ts';
import type { Session } from '../../server/src/lsp/session/requests.ts';
import { pullingClient } from './serverProcess.ts';
import { sessionAbout } from './session.ts';
import { undecided } from './undecided.ts';

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
    expect(titles(await ask(at(1, 3)))).toEqual([
      'Change "(3)" to "(2)"',
      'Change all that follow',
      'Ignore duplicate-number here',
      'Ignore duplicate-number in this file',
    ]);
    expect(titles(await ask(at(1, 4)))).toEqual([]);
  });

  it('silence in the file, once for all that is selected, behind the fixes and the comments for the lines', async () => {
    const actions = await ask({ start: { line: 0, character: 0 }, end: { line: 99, character: 0 } });
    expect(titles(actions)).toEqual([
      'Change "(3)" to "(2)"',
      'Change all that follow',
      'Change "(5)" to "(3)"',
      'Ignore duplicate-number here',
      'Ignore duplicate-number here',
      'Ignore duplicate-number in this file',
    ]);
    expect(actions.map(({ diagnostics }) => diagnostics?.length)).toEqual([1, 1, 1, 1, 1, 2]);
    expect(actions.slice(3).every(({ kind, isPreferred }) => kind === 'quickfix' && !isPreferred)).toBe(true);
    const above = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
    const comments = [' duplicate-number', ' duplicate-number', '-file duplicate-number'];
    expect(actions.slice(3).map(({ edit }) => edit?.documentChanges)).toEqual(
      [1, 2, 0].map((line, index) => [
        {
          textDocument: { uri, version: 0 },
          edits: [{ range: above(line), newText: `<!-- proviso-ignore${comments[index]} -->\n` }],
        },
      ]),
    );
  });

  it('carry their finding, their edits and the version they were made for', async () => {
    const [first, second] = await ask(at(1, 0));
    expect(first).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [
        { code: 'duplicate-number', message: 'The number is wrong.', range: { start: { line: 1 } } },
      ],
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

  it('are preferred where their text is certain', async () => {
    const fix = { title: 'Change "(5)" to "(2)"', edits: [replace('5', '2')], certain: true };
    const [action] = await ask(at(2, 0), pullingClient, undecided, [finding('(5)', [fix])]);
    expect(action).toMatchObject({ title: fix.title, isPreferred: true });
  });

  it('are made at once where all is to be fixed, as far as they are certain and apart', async () => {
    const fix = (found: string, newText: string) => ({
      title: `Change "${found}"`,
      edits: [replace(found, newText)],
      certain: true,
    });
    const found = [
      finding('(3)', [fix('3', '2'), { title: 'Leave it', edits: [replace('3', '4')] }]),
      finding('(3) s', [fix('3) s', '2) S')]),
      finding('(5)', [fix('5', '3')]),
    ];
    const askFor = (only: string[]) => ask(at(1, 0), pullingClient, undecided, found, only);
    const [action, ...others] = await askFor(['source.fixAll']);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ title: 'Fix all that is certain', kind: 'source.fixAll.proviso' });
    expect(action?.edit?.documentChanges).toMatchObject([{ edits: [{ newText: '2' }, { newText: '3' }] }]);
    expect(titles(await askFor(['source.fixAll.proviso']))).toEqual(['Fix all that is certain']);
    expect(titles(await askFor(['source.organizeImports']))).toEqual([]);
    expect(titles(await askFor(['quickfix']))).not.toContain('Fix all that is certain');
    expect(titles(await ask(at(1, 0), pullingClient, undecided, findings, ['source']))).toEqual([]);
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

describe('in a project', () => {
  const projectUri = 'file:///deal/proviso.json';
  const project = (text: string | null, version: number | null = null): Session['configurations'] => ({
    ...undecided,
    projectFile: async () => ({
      uri: projectUri,
      file: text === null ? null : { uri: projectUri, text, version, ...readConfiguration(text) },
    }),
  });
  const creating: ClientCapabilities = {
    ...pullingClient,
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  };
  const last = async (configurations: Session['configurations'], client = creating) =>
    (await ask(at(1, 0), client, configurations)).at(-1);

  it('a rule is turned off in the file that there is', async () => {
    const action = await last(project('{\n  "rules": {\n    "numbering-gap": "hint"\n  }\n}\n', 7));
    expect(action).toMatchObject({
      title: 'Turn off duplicate-number in this project (proviso.json)',
      kind: 'quickfix',
      diagnostics: [{ code: 'duplicate-number' }],
    });
    const end = { line: 2, character: 27 };
    expect(action?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: projectUri, version: 7 },
          edits: [{ range: { start: end, end }, newText: ',\n    "duplicate-number": "off"' }],
        },
      ],
    });
  });

  it('a rule is turned off in a new file', async () => {
    const start = { line: 0, character: 0 };
    expect((await last(project(null)))?.edit).toEqual({
      documentChanges: [
        { kind: 'create', uri: projectUri },
        {
          textDocument: { uri: projectUri, version: null },
          edits: [
            {
              range: { start, end: start },
              newText: '{\n  "rules": {\n    "duplicate-number": "off"\n  }\n}\n',
            },
          ],
        },
      ],
    });
  });

  it('none is turned off by a client that makes no files, nor in a file that is broken', async () => {
    expect((await last(project(null), pullingClient))?.title).toBe('Ignore duplicate-number in this file');
    expect((await last(project('{"rules": ')))?.title).toBe('Ignore duplicate-number in this file');
  });
});

async function ask(
  range: CodeActionParams['range'],
  client: ClientCapabilities = pullingClient,
  configurations: Session['configurations'] = undecided,
  found: readonly Finding[] = findings,
  only?: string[],
) {
  const analysis = analyze(text, uri);
  const session = sessionAbout(analysis, found, { client, configurations });
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...(only && { only }) } };
  return (await runSliced(codeActions(analysis, params, session), CancellationToken.None)) ?? [];
}

function finding(found: string, fixes: Finding['fixes']): Finding {
  const message = 'The number is wrong.';
  return { rule: 'duplicate-number', severity: 'warning', range: place(found), message, related: [], fixes };
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
