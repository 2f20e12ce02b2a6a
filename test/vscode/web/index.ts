import * as vscode from 'vscode';

/**
 * What a browser's extension host runs: a worker without Node, and so without mocha. The documents lie in a virtual workspace, as
 * they do where a repository is read over the web. Says what holds, line by line, and throws where anything is amiss.
 */
export async function run(): Promise<void> {
  vscode.workspace.registerFileSystemProvider('memory', new MemoryFiles(), { isCaseSensitive: true });
  for (const [what, check] of checks) {
    await check();
    console.info(`✔ ${what}`);
  }
}

const text = `LEASE AGREEMENT

Article 1. (Oars)
"Oars" means the oars of the boat that lies at the pier.

Article 1. (Lantern)

The lantern hangs over the Oars by day and by night, and whoever comes from  the pier
sees it from afar, as the lantern of a pier is seen by those who row there in the dark.
`;
const lease = vscode.Uri.parse('memory:/deal/lease.agreement');

const checks: readonly [string, () => Promise<void>][] = [
  [
    'the extension comes from the web, and its documents from a virtual workspace',
    async () => {
      const extension = vscode.extensions.getExtension('proviso.proviso');
      expect(/^https?$/.test(extension?.extensionUri.scheme ?? ''), 'the extension comes from the web');
      const document = await open();
      expect(document.languageId === 'legal', 'the file is known by its ending');
    },
  ],
  [
    'the outline and the findings are there',
    async () => {
      const { uri } = await open();
      const symbols = await answer<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
      const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
      expect(names.filter((name) => name.startsWith('Article 1')).length === 2, 'both articles are seen');
      const findings = await until('findings', async () => {
        const found = vscode.languages.getDiagnostics(uri);
        return found.length > 0 ? found : undefined;
      });
      const rules = findings.map(({ code }) => (typeof code === 'object' ? code.value : code));
      expect(rules.includes('duplicate-number'), `the number used twice is among ${rules.join(', ')}`);
    },
  ],
  [
    'a term leads to its meaning, and is renamed',
    async () => {
      const { uri } = await open();
      const use = new vscode.Position(7, 28);
      const places = await answer<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        uri,
        use,
      );
      const [place] = places.map((one) => ('range' in one ? one.range : one.targetRange));
      expect(place?.start.line === 3, 'the definition is found');
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        uri,
        use,
        'Sculls',
      );
      expect(edit.get(uri).length >= 2, 'definition and use are renamed');
    },
  ],
  [
    'the preview and the map are opened',
    async () => {
      await open();
      await showsBeside('proviso.showPreview', 'proviso.preview');
      await open();
      await showsBeside('proviso.showMap', 'proviso.map');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  ],
  [
    'the layout is mended',
    async () => {
      const { uri } = await open();
      const options = { tabSize: 4, insertSpaces: true };
      const edits = await answer<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', uri, options);
      const [edit] = edits;
      expect(
        edits.length === 1 && edit?.range.start.line === 7 && !/\S/.test(edit.newText),
        'two blanks become one',
      );
    },
  ],
  [
    'the commands are there, and what they read of the extension',
    async () => {
      const document = await open();
      await vscode.commands.executeCommand('proviso.goToProvision', 'Article 1');
      expect(vscode.window.activeTextEditor?.document === document, 'the document stays on the screen');
      const { extensionUri } = vscode.extensions.getExtension('proviso.proviso') ?? {};
      expect(extensionUri !== undefined, 'the extension is there');
      if (!extensionUri) return;
      const template = vscode.Uri.joinPath(extensionUri, 'templates', 'bylaws.legal');
      const bytes = await vscode.workspace.fs.readFile(template);
      expect(new TextDecoder().decode(bytes).startsWith('BYLAWS'), 'templates are read over the web');
    },
  ],
];

async function open(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(lease);
  await vscode.window.showTextDocument(document);
  return document;
}

/** What a provider answers, once it answers anything. */
function answer<Answer extends readonly unknown[]>(command: string, ...args: unknown[]): Promise<Answer> {
  return until(command, async () => {
    const given = await vscode.commands.executeCommand<Answer | undefined>(command, ...args);
    return given?.length ? given : undefined;
  });
}

/** Runs a command that opens a page beside the text. */
async function showsBeside(command: string, viewType: string): Promise<void> {
  await vscode.commands.executeCommand(command);
  await until(`a tab of ${viewType}`, async () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType)),
  );
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(`It does not hold that ${what}.`);
}

async function until<Answer>(what: string, ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** One file that nobody writes. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === lease.path) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
    if (lease.path.startsWith(`${uri.path}/`) || uri.path === '/')
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (uri.path !== lease.path) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['lease.agreement', vscode.FileType.File]];
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}
