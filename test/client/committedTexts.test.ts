import { describe, expect, it, vi } from 'vitest';

const documents: { uri: { fsPath: string; toString(): string }; languageId: string }[] = [];
const opened: ((document: (typeof documents)[number]) => void)[] = [];

let extension: unknown;

vi.mock('vscode', () => ({
  Disposable: class {
    readonly dispose: () => void;
    constructor(dispose: () => void) {
      this.dispose = dispose;
    }
  },
  extensions: { getExtension: () => extension },
  workspace: {
    textDocuments: documents,
    onDidOpenTextDocument: (listener: (typeof opened)[number]) => {
      opened.push(listener);
      return { dispose: () => opened.splice(0) };
    },
  },
}));

const { followCommits, followRepositories } = await import('../../client/src/committedTexts.ts');

const file = (path: string, languageId = 'legal') => ({
  uri: { fsPath: path, toString: () => `file://${path}` },
  languageId,
});

describe('the texts of the last commit', () => {
  it('are told for legal documents, again after a commit, and as missing where it has none', async () => {
    documents.push(file('/deal/lease.legal'), file('/deal/notes.txt', 'plaintext'), file('/deal/new.legal'));
    let listener = (): void => {};
    const repository = {
      rootUri: 'file:///deal',
      state: {
        HEAD: { commit: 'a' },
        onDidChange: (told: () => void) => {
          listener = told;
          return { dispose: () => {} };
        },
      },
      show: async (ref: string, path: string) => {
        if (path.endsWith('new.legal')) throw new Error('not there');
        return `${path} at ${ref} of ${repository.state.HEAD.commit}`;
      },
    };
    const told: unknown[] = [];
    const following = followRepositories({ notify: (method, params) => void told.push([method, params]) }, {
      repositories: [repository],
      // As the Git extension does: another object each time.
      getRepository: () => ({ ...repository }),
      onDidOpenRepository: () => ({ dispose: () => {} }),
    } as never);
    const lease = (commit: string) => [
      'proviso/committedText',
      {
        textDocument: { uri: 'file:///deal/lease.legal' },
        text: `/deal/lease.legal at HEAD of ${commit}`,
      },
    ];
    const fresh = ['proviso/committedText', { textDocument: { uri: 'file:///deal/new.legal' }, text: null }];
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(told).toEqual(expect.arrayContaining([lease('a'), fresh]));
    listener();
    repository.state.HEAD = { commit: 'b' };
    listener();
    await vi.waitFor(() => expect(told).toHaveLength(4));
    expect(told.slice(2)).toEqual(expect.arrayContaining([lease('b'), fresh]));
    following.dispose();
    expect(opened).toEqual([]);
  });

  it('are told once Git is switched on', async () => {
    let isReady = false;
    let fire = (): void => {};
    const git = {
      enabled: false,
      onDidChangeEnablement: (listener: () => void) => {
        fire = listener;
        return { dispose: () => {} };
      },
      getAPI: () => {
        if (!isReady) throw new Error('Git model not found');
        return {
          repositories: [],
          getRepository: () => ({ rootUri: 'file:///deal', show: async () => 'as committed' }),
          onDidOpenRepository: () => ({ dispose: () => {} }),
        };
      },
    };
    extension = { activate: async () => git };
    const told: string[] = [];
    const following = await followCommits({ notify: (method) => void told.push(method) });
    git.enabled = true;
    fire();
    isReady = true;
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    for (const listener of opened) listener(file('/deal/lease.legal'));
    await vi.waitFor(() => expect(told).toEqual(['proviso/committedText']));
    following.dispose();
    extension = undefined;
  });

  it('are not told without the Git extension', async () => {
    const told: unknown[] = [];
    (await followCommits({ notify: (method) => void told.push(method) })).dispose();
    expect(told).toEqual([]);
  });
});
