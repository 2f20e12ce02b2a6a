import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, outlineOf, positionOf, screenshot, waitFor } from './workbench.ts';

describe('the structure of a legal document', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    document = (await openDocument('tea-house.legal')).document;
  });

  it('is its outline', async () => {
    const outline = await outlineOf(document);
    assert.deepEqual(render(outline), [
      'ARTICLES OF INCORPORATION',
      '  CHAPTER I GENERAL PROVISIONS',
      '    Article 1 Trade Name',
      '    Article 2 Purpose',
      '      (1) the sale of tea and of things made from tea;',
      '      (2) the running of tea houses on the quay; and',
      '      (3) all business incidental to the foregoing.',
      '  CHAPTER II SHARES',
      '    Article 3 Total Number of Shares',
      '    Article 4 Record Date',
      '      1 The register of shareholders is read at the end of March.',
      '      2 The Board of Directors may set another day by public notice.',
      '  CHAPTER III MEETINGS OF SHAREHOLDERS',
      '    Article 5 Convocation',
    ]);
    await vscode.commands.executeCommand('outline.focus');
    // The files make room, so that the whole of the outline is seen.
    const files = '.explorer-viewlet .pane-header:has-text("workspace")';
    await screenshot('outline', '.outline-pane .monaco-list-row:has-text("Article 5")', { click: files });
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });

  it('folds by chapter and article', async () => {
    await outlineOf(document);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const first = (text: string) => positionOf(document, text).line;
    for (const [from, to] of [
      // The chapter's caption stands below its number and stays visible.
      ['SHARES', 'CHAPTER III'],
      ['Article 2.', 'CHAPTER II'],
    ] as const) {
      const fold = folds.find((range) => range.start === first(from));
      assert.ok(fold, `${from} folds`);
      assert.equal(lastTextLine(document, first(to) - 1), fold.end, `${from} folds up to ${to}`);
    }
    const editor = await openDocument('tea-house.legal');
    await vscode.commands.executeCommand('editor.foldLevel2');
    await waitFor(
      'folded text',
      () => editor.visibleRanges,
      (ranges) => ranges.length > 1,
    );
    await screenshot('folded', '.monaco-editor .inline-folded');
    await vscode.commands.executeCommand('editor.unfoldAll');
  });

  it('is what a selection grows by', async () => {
    await outlineOf(document);
    const word = positionOf(document, 'quay; and', 1);
    const answers = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [word],
    );
    const steps: string[] = [];
    for (let step = answers[0]; step; step = step.parent as vscode.SelectionRange) {
      const lines = document.getText(step.range).trim().split('\n');
      const text = lines.length === 1 ? `${lines[0]}` : `${lines[0]} ... ${lines.at(-1)}`;
      // A sentence that is all of its item makes two steps of the same text.
      if (text !== steps.at(-1)) steps.push(text);
    }
    assert.deepEqual(steps, [
      'quay',
      '(2) the running of tea houses on the quay; and',
      'Article 2. (Purpose) ... (3) all business incidental to the foregoing.',
      'CHAPTER I ... (3) all business incidental to the foregoing.',
      'ARTICLES OF INCORPORATION ... The annual meeting shall be held in June of each year, in the house on the quay.',
    ]);
  });
});

function render(symbols: readonly vscode.DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap((symbol) => [`${indent}${symbol.name}`, ...render(symbol.children, `${indent}  `)]);
}

/** The last line at or above `line` that is not blank. */
function lastTextLine(document: vscode.TextDocument, line: number): number {
  let last = line;
  while (document.lineAt(last).isEmptyOrWhitespace) last -= 1;
  return last;
}
