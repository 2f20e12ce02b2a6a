import { describe, expect, it } from 'vitest';
import type {
  Hover,
  Location,
  LocationLink,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { analyze } from '../../server/src/core/analysis.ts';
import { toPosition } from '../../server/src/lsp/protocol/convert.ts';
import { parseDocument } from '../fixture.ts';
import { eventually, Folder, folderClient, serverOn } from './folders.ts';
import type { ServerProcess } from './serverProcess.ts';

const credit = `
  CREDIT AGREEMENT

  Section 1. Terms. "Quay" means the quay at Berth 4.

  Section 2. Loan. The Bank lends $100 as follows:

    (a) half of it now; and

    (b) half of it later.
`;

describe('a citation of another document leads into its file', () => {
  it('with all that it cites, whether that is open or not', async () => {
    const { server, jump } = await opened({
      'credit.legal': credit,
      'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Debt. This secures what Section 2(b)$0 of the Credit Agreement says.
`,
    });
    await using _ = server;
    expect(await jump()).toEqual(['credit.legal:9 (b)']);
  });

  it('member by member', async () => {
    const { server, jump } = await opened({
      'credit.legal': credit,
      'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Debt. This secures what Sections 2(a) and 1$0 of the Credit Agreement say.
`,
    });
    await using _ = server;
    expect(await jump()).toEqual(['credit.legal:3 Section 1. Terms']);
  });

  it('that the project names', async () => {
    const { server, jump } = await opened({
      'proviso.json': `
      {"documents": {"Loan Note": "deep/credit.legal"}}
`,
      'deep/credit.legal': credit,
      'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Debt. This secures what Sect$0ion 2 of the Loan Note says.
`,
    });
    await using _ = server;
    expect(await jump()).toEqual(['deep/credit.legal:5 Section 2. Loan']);
  });

  it('that is its attachment', async () => {
    const { server, jump, hover } = await opened({
      'exhibits/b.legal': `
      EXHIBIT B

      FORM OF REPORT

      The quay is in good order.
`,
      'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Reports. Each report follows $0Exhibit B.
`,
    });
    await using _ = server;
    expect(await jump()).toEqual(['exhibits/b.legal:1 EXHIBIT B']);
    expect(await hover()).toContain('The quay is in good order.');
  });

  it('and shows there what it says, or that it is not there', async () => {
    const { server, hover } = await opened({
      'credit.legal': credit,
      'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Debt. This secures what Sect$0ion 2(a) of the Credit Agreement says.
`,
    });
    await using _ = server;
    expect(await hover()).toBe('In credit.legal.\n\nSection 2(a)\nSection 2 Loan\n\nhalf of it now; and');
  });

  it('but nowhere where two documents may be meant', async () => {
    const { server, jump } = await opened(
      {
        'one/credit.legal': credit,
        'two/credit.legal': credit,
        'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Debt. This secures what Sect$0ion 2 of the Credit Agreement says.
`,
      },
      () => true,
    );
    await using _ = server;
    expect(await jump()).toEqual([]);
  });
});

describe('a term of another document', () => {
  it('leads to its meaning where the document says that it uses the terms of the other', async () => {
    const { server, jump, hover } = await opened({
      'credit.legal': credit,
      'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Terms. Capitalized terms used but not defined herein have the meanings given to them in the Credit Agreement.

      Section 2. Pledge. The $0Quay secures the debt.
`,
    });
    await using _ = server;
    expect(await jump()).toEqual(['credit.legal:3 Quay']);
    expect(await hover()).toMatch(/^Defined in credit\.legal\.\n\nQuay\n\nthe quay at Berth 4\./);
  });

  it('leads there where the front matter imports the other', async () => {
    const { server, jump } = await opened({
      'credit.legal': credit,
      'pledge.legal': `
      ---
      imports: credit.legal
      ---
      PLEDGE AGREEMENT

      Section 2. Pledge. The $0Quay secures the debt.
`,
    });
    await using _ = server;
    expect(await jump()).toEqual(['credit.legal:3 Quay']);
  });

  it('leads past the words that only point to the other', async () => {
    const { server, jump } = await opened({
      'credit.legal': credit,
      'pledge.legal': `
      PLEDGE AGREEMENT

      Section 1. Terms. "Quay" has the meaning set forth in the Credit Agreement.

      Section 2. Pledge. The $0Quay secures the debt.
`,
    });
    await using _ = server;
    expect(await jump()).toEqual(['credit.legal:3 Quay']);
  });
});

describe('the references of something', () => {
  const pledge = `
    PLEDGE AGREEMENT

    Section 1. Terms. Capitalized terms used but not defined herein have the meanings given to them in the Credit Agreement.

    Section 2. Pledge. The Quay secures what Section 2 of the Credit Agreement says. Section 2(a) of the Credit
    Agreement and Sections 1 and 2 of the Credit Agreement are not altered.

    Section 3. Quays. All Quays are meant.
  `;
  const lease = `
    ---
    imports: credit.legal
    ---
    HARBOUR LEASE

    Section 1. Berth. The Quay is let. "Boat" means a boat.
  `;
  const files = { 'credit.legal': credit, 'lease.legal': lease };

  it('are the citations in all files, from its own heading and from each of them', async () => {
    const expected = [
      'credit.legal:5 Section 2.',
      'pledge.legal:5 Section 2 of the Credit Agreement',
      'pledge.legal:6 Sections 1 and 2 of the Credit Agreement',
    ];
    const fromPledge = await opened({
      ...files,
      'pledge.legal': pledge.replace('Section 2 of', 'Sect$0ion 2 of'),
    });
    await using _ = fromPledge.server;
    expect(await fromPledge.mentions()).toEqual(expected);
    const fromHeading = await opened({
      'lease.legal': lease,
      'pledge.legal': pledge,
      'credit.legal': credit.replace('Loan', 'Lo$0an'),
    });
    await using __ = fromHeading.server;
    expect(await fromHeading.mentions()).toEqual(expected);
  });

  it('are the uses of a term in the files that have it from there', async () => {
    const expected = [
      'credit.legal:3 Quay',
      'lease.legal:6 Quay',
      'pledge.legal:5 Quay',
      'pledge.legal:8 Quays',
      'pledge.legal:8 Quays',
    ];
    const fromUse = await opened({ ...files, 'pledge.legal': pledge.replace('The Quay', 'The Qu$0ay') });
    await using _ = fromUse.server;
    expect(await fromUse.mentions()).toEqual(expected);
    const fromMeaning = await opened({
      'lease.legal': lease,
      'pledge.legal': pledge,
      'credit.legal': credit.replace('"Quay"', '"Qu$0ay"'),
    });
    await using __ = fromMeaning.server;
    expect(await fromMeaning.mentions()).toEqual(expected);
  });
});

describe('renaming a term of another document', () => {
  const pledge = `
    ---
    imports: credit.legal
    ---
    PLEDGE AGREEMENT

    Section 1. Pledge. The Qu$0ay is pledged.
  `;
  const rename = (newName: string, params: object, server: ServerProcess) =>
    server.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...params, newName });

  it('edits all files that have it, those that are not open without a version', async () => {
    const { server, params, folder } = await opened({ 'credit.legal': credit, 'pledge.legal': pledge });
    await using _ = server;
    const { documentChanges } = await rename('Pier', params, server);
    expect(
      documentChanges?.map((change) =>
        'edits' in change
          ? [folder.nameOf(change.textDocument.uri), change.textDocument.version, change.edits.length]
          : [],
      ),
    ).toEqual([
      ['credit.legal', null, 1],
      ['pledge.legal', 1, 1],
    ]);
  });

  it('is refused where it would have to be confirmed and cannot be', async () => {
    const { server, params } = await opened({
      'credit.legal': credit,
      'pledge.legal': pledge
        .replace(/---[\s\S]*?---/, '')
        .replace(
          'PLEDGE AGREEMENT',
          'PLEDGE AGREEMENT\n\n    Capitalized terms not defined herein have the meanings in the Credit Agreement.',
        ),
    });
    await using _ = server;
    await expect(rename('Pier', params, server)).rejects.toThrow(
      'pledge.legal has to be changed too, and that is not sure: Whether credit.legal is the document that is meant here',
    );
  });
});

/** Opens the file with the cursor on a server that has read all of them. */
async function opened(
  written: Record<string, string>,
  isRead: (links: readonly string[]) => boolean = leadsAway,
) {
  const files = Object.entries(written).map(([name, source]) => ({ ...parseDocument(source), name }));
  const folder = new Folder(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  const server = await serverOn([folder], linkingClient);
  const file = files.find(({ cursor }) => cursor !== null);
  if (!file) throw new Error('The fixture has no cursor.');
  const uri = folder.uri(file.name);
  await server.open(uri, file.text);
  const credits = files.filter(
    ({ name }) => name.includes('credit') || name.includes('lease') || name.includes('pledge'),
  ).length;
  const read = async (): Promise<number> => {
    const found: SymbolInformation[] = await server.connection.sendRequest('workspace/symbol', { query: '' });
    return new Set(found.map(({ location }) => location.uri).filter((one) => /credit|lease|pledge/.test(one)))
      .size;
  };
  await eventually(read, (count) => count === credits);
  const position = toPosition(analyze(file.text).snapshot, file.cursor ?? 0);
  const params = { textDocument: { uri }, position };
  const shown = ({ uri: target, range }: Location): string => {
    const name = folder.nameOf(target);
    const text = files.find((one) => one.name === name)?.text ?? '';
    return `${name}:${range.start.line + 1} ${textIn(text, range)}`;
  };
  const ask = async (): Promise<string[]> => {
    const links: LocationLink[] | null = await server.connection.sendRequest(
      'textDocument/definition',
      params,
    );
    return (links ?? []).map(({ targetUri, targetSelectionRange }) =>
      shown({ uri: targetUri, range: targetSelectionRange }),
    );
  };
  return {
    server,
    folder,
    params,
    jump: () => eventually(ask, isRead),
    mentions: async () => {
      const found: Location[] | null = await server.connection.sendRequest('textDocument/references', {
        ...params,
        context: { includeDeclaration: true },
      });
      return (found ?? []).map(shown);
    },
    hover: async () => {
      await eventually(ask, isRead);
      const hover: Hover | null = await server.connection.sendRequest('textDocument/hover', params);
      return (hover?.contents as { value: string } | undefined)?.value ?? '';
    },
  };
}

/** Nothing leads out of the first file before the others are read. */
function leadsAway(links: readonly string[]): boolean {
  return links.some((link) => !link.startsWith('pledge.legal'));
}

const linkingClient = {
  ...folderClient,
  textDocument: { ...folderClient.textDocument, definition: { linkSupport: true } },
};

function textIn(text: string, { start, end }: LocationLink['targetRange']): string {
  const { snapshot } = analyze(text);
  return text.slice(
    snapshot.offsetAt(start.line, start.character),
    snapshot.offsetAt(end.line, end.character),
  );
}
