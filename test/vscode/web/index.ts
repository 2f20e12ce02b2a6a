import * as vscode from 'vscode';

/** What a browser's extension host runs: a worker without Node, and so without mocha. Throws where anything is amiss. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('proviso.proviso');
  expect(/^https?$/.test(extension?.extensionUri.scheme ?? ''), 'the extension comes from the web');
  const content = 'Article 1. (Oars)\nThe oars stay.\n\nArticle 1. (Lantern)\nThe lantern goes.\n';
  const document = await vscode.workspace.openTextDocument({ language: 'legal', content });
  await vscode.window.showTextDocument(document);
  const symbols = await until('an outline', async () => {
    const answer = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return answer?.length ? answer : undefined;
  });
  const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
  expect(names.filter((name) => name.startsWith('Article 1')).length === 2, 'both articles are seen');
  await until('a finding', async () => vscode.languages.getDiagnostics(document.uri)[0]);
  await vscode.commands.executeCommand('proviso.goToProvision', 'Article 1');
  expect(vscode.window.activeTextEditor?.document === document, 'the commands are there');
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
