import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  accessibilityFaults,
  openDocument,
  outlineOf,
  positionOf,
  screenshot,
  takesPictures,
  waitFor,
} from './workbench.ts';

const themes = [
  'Default Light Modern',
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];
const colours = () => vscode.workspace.getConfiguration('workbench');

/** What a webview shows is seen in a workbench in a browser alone. */
(takesPictures ? describe : describe.skip)('the map', () => {
  let editor: vscode.TextEditor;
  const shows = (name: string, selector: string, handling = {}) =>
    screenshot(name, selector, { webview: 'yes', ...handling });
  const node = (words: string) => `.node:has-text("${words}")`;

  before(async () => {
    editor = await openDocument('ferry-hire.agreement');
    await outlineOf(editor.document);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('proviso.showMap');
    await shows('map', node('Section 2.1'));
  });

  after(async () => {
    await colours().update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('shows who cites whom, and what is cited and not there', async () => {
    await shows('map-arrow', '.arrow', { state: 'attached' });
    await shows('map-missing', '.node.missing:has-text("Section 2.7"):has-text("not there")');
  });

  it('leads to the text by mouse and by keyboard', async () => {
    await shows('map-go', node('Section 3.1'), { click: node('Section 3.1') });
    const heading = positionOf(editor.document, 'Section 3.1');
    const cursor = () =>
      vscode.window.visibleTextEditors.find(({ document }) => document === editor.document)?.selection.active;
    await waitFor('the cursor at the provision', cursor, (place) => place.line === heading.line);
    // The first arrow of Section 3.1 leads to Section 2.1.
    await shows('map-keys', '.node:focus:has-text("Section 2.1")', {
      focus: node('Section 3.1'),
      press: 'ArrowRight',
    });
    await shows('map-enter', node('Section 2.1'), { focus: node('Section 2.1'), press: 'Enter' });
    const cited = positionOf(editor.document, 'Section 2.1 Hire');
    await waitFor('the cursor at what is cited', cursor, (place) => place.line === cited.line);
  });

  it('shows how terms build on each other', async () => {
    await shows('map-terms', node('Crossing'), { focus: 'select', type: 'T' });
    await shows('map-filtered', node('Landings'), { focus: 'input', type: 'Landings' });
  });

  it('can be read in every theme, and by those who hear it', async () => {
    for (const theme of themes) {
      await colours().update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      const name = `map-${theme.replace(/Default | /g, '').toLowerCase()}`;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      assert.deepEqual(await accessibilityFaults(name, '.node'), [], theme);
    }
  });
});
