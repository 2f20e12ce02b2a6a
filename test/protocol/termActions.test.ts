import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver';
import { CancellationToken } from 'vscode-languageserver';
import { analyze } from '../../server/src/core/analysis.ts';
import { readConfiguration } from '../../server/src/core/config/configuration.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { runSliced } from '../../server/src/lsp/documents/schedule.ts';
import { codeActions } from '../../server/src/lsp/editing/codeActions.ts';
import { toRange } from '../../server/src/lsp/protocol/convert.ts';
import { sessionAbout } from './session.ts';
import { undecided } from './undecided.ts';

const uri = 'file:///deal/lease.agreement';
const projectUri = 'file:///deal/proviso.json';
const client: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

const lease = `LEASE AGREEMENT

1. Definitions

"Berth" means a place at the quay.

"Boat" means the boat of the Lessee.

"Lessee" means the person who pays the rent for a Berth.

2. Rent

The Lessee pays on the first Business Day of each month, and never on another Business Day.

3. End

The Boat leaves the Berth at the end of the last Business Day of the year, and the Lessee pays no more for it.
`;

async function actionsAt(
  text: string,
  words: string,
  length = 0,
  only?: string[],
): Promise<readonly CodeAction[]> {
  const analysis = analyze(text, uri);
  const settings = '{\n  "ignoredTerms": ["Quay Office"]\n}\n';
  const session = sessionAbout(analysis, runRules(analysis), {
    client,
    configurations: {
      ...undecided,
      projectFile: async () => ({
        uri: projectUri,
        file: { uri: projectUri, text: settings, version: 3, ...readConfiguration(settings) },
      }),
    },
  });
  const start = text.indexOf(words);
  const range = toRange(analysis.snapshot, { start, end: start + length });
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...(only && { only }) } };
  return (await runSliced(codeActions(analysis, params, session), CancellationToken.None)) ?? [];
}

describe('a term that is used and defined nowhere', () => {
  it('is defined in the list, or ignored in the project', async () => {
    const actions = await actionsAt(lease, 'Business Day');
    expect(actions.map(({ title }) => title)).toEqual([
      'Define “Business Day” in Section 1',
      'Ignore undefined-term here',
      'This undefined-term is no defect (proviso.json)',
      'Ignore the term “Business Day” in this project (proviso.json)',
      'Ignore undefined-term in this file',
      'Turn off undefined-term in this project (proviso.json)',
    ]);
    const [define, , , ignore] = actions;
    expect(define?.edit?.documentChanges).toMatchObject([
      {
        textDocument: { uri, version: 0 },
        edits: [{ range: { start: { line: 8, character: 0 } }, newText: '"Business Day" means [●].\n\n' }],
      },
    ]);
    expect(define?.diagnostics).toMatchObject([{ code: 'undefined-term' }]);
    expect(ignore?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri: projectUri, version: 3 }, edits: [{ newText: ', "Business Day"' }] },
    ]);
  });
});

describe('a definition out of alphabetical order', () => {
  it('is moved to its place', async () => {
    const entry = (term: string): string => `"${term}" means a thing.\n\n`;
    const terms = ['Anchor', 'Berth', 'Oar', 'Crew', 'Deck', 'Hull', 'Keel', 'Mast', 'Rope', 'Sail'];
    const text = `1. Definitions\n\n${terms.map(entry).join('')}2. Rent\n\nThe rent is due.\n`;
    const [move] = await actionsAt(text, 'Oar"');
    expect(move).toMatchObject({ title: 'Move “Oar” before “Rope”', kind: 'quickfix' });
    expect(move?.edit?.documentChanges).toMatchObject([
      { edits: [{ newText: '' }, { newText: '"Oar" means a thing.\n\n' }] },
    ]);
  });
});

describe('words that are selected', () => {
  it('are made a term, what follows them shown to be confirmed', async () => {
    const text = lease.replace('no more for it', 'no more for the evening tide; the evening tide is free');
    const actions = await actionsAt(text, 'evening tide;', 'evening tide'.length);
    expect(actions.map(({ title, kind }) => `${kind}: ${title}`)).toEqual([
      'refactor.extract: Define “Evening Tide” in brackets here',
      'refactor.extract: Define “Evening Tide” in Section 1',
    ]);
    const [brackets] = actions;
    expect(brackets?.edit?.documentChanges).toMatchObject([
      { edits: [{ newText: ' (the "Evening Tide")' }, { newText: 'Evening Tide' }] },
    ]);
    expect(Object.values(brackets?.edit?.changeAnnotations ?? {})).toEqual([
      { label: 'Definitions', needsConfirmation: false },
      {
        label: 'Uses of the term',
        needsConfirmation: true,
        description: '“Evening Tide” may be meant here.',
      },
    ]);
  });

  it('are left alone where another kind is asked for', async () => {
    const actions = await actionsAt(lease, 'month', 'month'.length, ['source.organizeImports']);
    expect(actions).toEqual([]);
    const [inline, ...others] = await actionsAt(lease, 'Boat" means', 0, ['refactor.inline']);
    expect(inline?.title).toBe('Write the meaning of “Boat” where it is used');
    expect(others).toEqual([]);
  });
});
