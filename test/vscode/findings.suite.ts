import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, positionOf, screenshot, takesPictures, waitFor } from './workbench.ts';

describe('a duplicated article number', () => {
  let editor: vscode.TextEditor;
  let finding: vscode.Diagnostic;

  before(async () => {
    editor = await openDocument('boat-lease.agreement');
    const findings = await waitFor(
      'a finding',
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (answer) => answer.length > 0,
    );
    assert.equal(findings.length, 1, JSON.stringify(findings));
    finding = findings[0] as vscode.Diagnostic;
  });

  it('is reported where it stands', () => {
    assert.ok(finding.range.contains(positionOf(editor.document, '2. (Deposit)')));
    assert.match(finding.message, /Article 2/);
    assert.equal(codeOf(finding), 'duplicate-number');
  });

  it('leads to the page of its rule, which is shown without a network', async () => {
    assert.ok(typeof finding.code === 'object');
    assert.equal(finding.code.target.scheme, 'command');
    const [rule] = JSON.parse(finding.code.target.query);
    await vscode.commands.executeCommand(finding.code.target.path, rule);
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await waitFor('the page', labels, (shown) =>
      shown.some((label) => label.includes('duplicate-number.md')),
    );
    await screenshot('rule-page', '.tab:has-text("duplicate-number.md")');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    editor = await vscode.window.showTextDocument(editor.document);
  });

  // Only a picture tells that the hover is seen.
  (takesPictures ? it : it.skip)('is explained by a hover over the squiggle', async () => {
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot(
      'squiggle-with-hover',
      `.monaco-hover:visible:has-text(${JSON.stringify(finding.message)})`,
    );
  });

  it('goes when the number is corrected', async () => {
    const wrong = positionOf(editor.document, '2. (Deposit)');
    await replace(editor, new vscode.Range(wrong, wrong.translate(0, 1)), '3');
    const last = positionOf(editor.document, '3. (Return)');
    await replace(editor, new vscode.Range(last, last.translate(0, 1)), '4');
    await waitFor(
      'no finding',
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (answer) => answer.length === 0,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

it('a number that is typed is judged by itself once typing pauses', async () => {
  const editor = await openDocument('tea-house.legal');
  await outlineOf(editor.document);
  const number = positionOf(editor.document, '5. (Convocation)');
  const typeOver = async (text: string) => {
    editor.selection = new vscode.Selection(number, number.translate(0, 1));
    await vscode.commands.executeCommand('type', { text });
  };
  const codes = () => vscode.languages.getDiagnostics(editor.document.uri).map(codeOf);
  await typeOver('7');
  try {
    await waitFor('the finding', codes, (answer) => answer.includes('numbering-gap'));
  } finally {
    // The editor may have saved the document meanwhile, so that reverting it would change nothing.
    await typeOver('5');
  }
  await waitFor('no finding', codes, (answer) => answer.length === 0);
});

async function replace(editor: vscode.TextEditor, range: vscode.Range, text: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

function codeOf(finding: vscode.Diagnostic): string | number | undefined {
  return typeof finding.code === 'object' ? finding.code.value : finding.code;
}
