import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, positionOf, screenshot, waitFor } from './workbench.ts';

const inProject = 'Turn off duplicate-number in this project (proviso.json)';

describe('the settings of a project', () => {
  let lease: vscode.Uri;
  let file: vscode.Uri;

  before(async () => {
    lease = (await openDocument('boat-lease.agreement')).document.uri;
    file = vscode.Uri.joinPath(lease, '..', 'proviso.json');
    await findings(lease, 1);
  });

  after(async () => {
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(file);
    await openDocument('boat-lease.agreement');
    await findings(lease, 1);
  });

  it('are made by a quick fix on a finding, behind the ways to silence it alone', async () => {
    const [finding] = await findings(lease, 1);
    assert.ok(finding);
    const actions = await waitFor(
      'quick fixes',
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          lease,
          finding.range,
        ),
      (answer) => answer.some(({ title }) => title === inProject),
    );
    const ways = actions.map(({ title }) => title).filter((title) => title.includes('duplicate-number'));
    assert.deepEqual(ways, [
      'Ignore duplicate-number here',
      'This duplicate-number is no defect (proviso.json)',
      'Ignore duplicate-number in this file',
      inProject,
    ]);
    const edit = actions.find(({ title }) => title === inProject)?.edit;
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    await findings(lease, 0);
  });

  it('count as they are on the screen, and have what is wrong in them underlined', async () => {
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.languageId, 'jsonc');
    const editor = await vscode.window.showTextDocument(document);
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const wrong = '{\n  // for now\n  "rules": { "duplicate-numbers": "off" }\n}\n';
    assert.ok(await editor.edit((edit) => edit.replace(everything, wrong)));
    await findings(lease, 1);
    // The editor finds it by the schema, and the server does not say so a second time.
    const [problem, ...others] = await waitFor(
      'a problem',
      () => vscode.languages.getDiagnostics(file),
      (answer) => answer.length > 0,
    );
    assert.ok(problem);
    assert.equal(document.getText(problem.range), '"duplicate-numbers"');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.deepEqual(others, []);
    assert.equal(vscode.languages.getDiagnostics(file).length, 1);
    assert.equal(await document.save(), true);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await openDocument('boat-lease.agreement');
    const [told] = await findings(file, 1);
    assert.match(told?.message ?? '', /did you mean "duplicate-number"\?$/);
    await vscode.window.showTextDocument(file);
    await findings(file, 0);
    await screenshot('configuration-problem', '.monaco-editor .squiggly-warning');
  });

  it('are completed and explained while they are written', async () => {
    const editor = await vscode.window.showTextDocument(file);
    const { document } = editor;
    const write = async (text: string): Promise<void> => {
      const everything = new vscode.Range(0, 0, document.lineCount, 0);
      assert.ok(await editor.edit((edit) => edit.replace(everything, text)));
    };
    await write('{\n  "rules": {\n    "duplicate-number": "off",\n    ""\n  }\n}\n');
    const ids = await offeredAt(document, positionOf(document, '""', 1));
    assert.ok(ids.includes('"numbering-gap"'), ids.join(' '));
    assert.ok(!ids.includes('"duplicate-number"'), 'what is there is not offered again');

    await write('{\n  "rules": {\n    "duplicate-number": ""\n  }\n}\n');
    const severities = await offeredAt(document, positionOf(document, '""', 1));
    assert.deepEqual(severities.sort(), ['"error"', '"hint"', '"information"', '"off"', '"warning"']);

    const place = positionOf(document, 'duplicate-number', 3);
    const said = await waitFor(
      'an explanation',
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', file, place),
      (hovers) => hovers.length > 0,
    );
    const words = said.flatMap(({ contents }) =>
      contents.map((content) => (typeof content === 'string' ? content : content.value)),
    );
    assert.match(words.join('\n'), /Without this key: warning/);

    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot('configuration-hover', '.monaco-hover .hover-contents');
    const value = positionOf(document, '""', 1);
    editor.selection = new vscode.Selection(value, value);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await screenshot('configuration-completion', '.suggest-widget.visible .monaco-list-row');
    await vscode.commands.executeCommand('hideSuggestWidget');
  });
});

it('the setting of the editor decides where no project does', async () => {
  const { document } = await openDocument('boat-lease.agreement');
  await findings(document.uri, 1);
  const settings = vscode.workspace.getConfiguration('proviso', document.uri);
  const target = vscode.ConfigurationTarget.Global;
  await settings.update('rules', { 'duplicate-number': 'off' }, target);
  await findings(document.uri, 0);
  await settings.update('rules', undefined, target);
  await findings(document.uri, 1);
});

/** What the extension says of a file, once it is so many things. */
function findings(uri: vscode.Uri, count: number): Promise<vscode.Diagnostic[]> {
  return waitFor(
    `${count} findings`,
    () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'proviso'),
    (answer) => answer.length === count,
  );
}

/** What the editor offers at a place of the settings, once it offers anything. */
async function offeredAt(document: vscode.TextDocument, place: vscode.Position): Promise<string[]> {
  const { items } = await waitFor(
    'completions',
    () =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place,
      ),
    (answer) => answer.items.length > 0,
  );
  return items.map(
    ({ label, filterText }) => filterText ?? (typeof label === 'string' ? label : label.label),
  );
}
