import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  type Handling,
  openDocument,
  outlineOf,
  pictures,
  positionOf,
  screenshot,
  takesPictures,
  waitFor,
} from './workbench.ts';

/** A page that a command opens beside a document. */
export interface TestedPage {
  /** The name of its pictures. */
  readonly name: string;
  readonly command: string;
  /** What is seen of it once it is there. */
  readonly shown: string;
  /** A document of the workspace. */
  readonly document: string;
}

/** The document beside which the page is, and what is seen in the page. */
export interface OpenPage {
  editor: vscode.TextEditor;
  /** Waits for something in the page, after something was done there. */
  shows(name: string, selector: string, handling?: Handling): Promise<void>;
  /** Waits until the cursor of the document is on the line of some words. */
  leadsTo(words: string): Promise<void>;
}

const themes = [
  'Default Light Modern',
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];

/** A suite about a page. What a webview shows is seen in a workbench in a browser alone. */
export function describePage(title: string, tested: TestedPage, suite: (page: OpenPage) => void): void {
  const { name, command, shown, document } = tested;
  (takesPictures ? describe : describe.skip)(title, () => {
    const page = {
      shows: (what: string, selector: string, handling: Handling = {}) =>
        screenshot(`${name}-${what}`, selector, { webview: 'yes', ...handling }),
      leadsTo: async (words: string) => {
        const text = page.editor.document;
        const wanted = positionOf(text, words).line;
        const shownEditor = () => vscode.window.visibleTextEditors.find((one) => one.document === text);
        await waitFor(
          words,
          () => shownEditor()?.selection.active.line,
          (line) => line === wanted,
        );
      },
    } as OpenPage;

    before(async () => {
      page.editor = await openDocument(document);
      await outlineOf(page.editor.document);
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await vscode.commands.executeCommand(command);
      await page.shows('opened', shown);
    });

    after(async () => {
      await useTheme(undefined);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('workbench.view.explorer');
    });

    suite(page);
  });
}

/** Looks at a page in every theme. */
export function itCanBeRead({ name, shown }: TestedPage): void {
  it('can be read in every theme, and by those who hear it', async () => {
    for (const theme of themes) {
      await useTheme(theme);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const picture = `${name}-${theme.replace(/Default | /g, '').toLowerCase()}`;
      assert.deepEqual(await accessibilityFaults(picture, shown), [], theme);
    }
  });
}

async function useTheme(theme: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('workbench')
    .update('colorTheme', theme, vscode.ConfigurationTarget.Global);
}

/** A fault of a page, as axe-core tells it. */
interface AccessibilityFault {
  readonly id: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical' | null;
  readonly help: string;
  readonly places: readonly string[];
}

/** What is wrong in the webview that is shown, for those who do not see it or have no mouse. */
async function accessibilityFaults(name: string, selector: string): Promise<AccessibilityFault[]> {
  return await askRunner({ name, wait: selector, webview: 'yes', audit: 'yes' });
}

/** What is seen of a file that is opened in a browser without a network. */
export interface OfflineFile {
  readonly root: string;
  readonly isWellFormed: boolean;
  /** What could run, be loaded, or lead out of the file. */
  readonly active: readonly string[];
  /** What it asked for beside itself. */
  readonly asked: readonly string[];
  /** What it said by a script. */
  readonly said: readonly string[];
  readonly text: string;
  /** The colour of the paper on which it is printed, from a dark screen. */
  readonly ground: string;
  readonly pages: number;
}

export async function openedOffline(file: vscode.Uri): Promise<OfflineFile> {
  return await askRunner({ open: file.fsPath });
}

async function askRunner<Answer>(query: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(`${pictures}/?${new URLSearchParams(query)}`);
  assert.ok(response.ok, await response.clone().text());
  return (await response.json()) as Answer;
}

/** Confirms the name that the dialog proposes under which something is saved, and gives the file once it is written. */
export async function savedFile(name: string, proposed: string): Promise<vscode.Uri> {
  const dialog = '.quick-input-widget:visible .quick-input-title';
  await screenshot(`${name}-dialog`, dialog);
  await screenshot(`${name}-saved`, '.quick-input-widget', { press: 'Enter', state: 'hidden' });
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const file = vscode.Uri.joinPath(folder.uri, proposed);
  await waitFor(proposed, async () => {
    const { size } = await vscode.workspace.fs.stat(file).then(undefined, () => ({ size: 0 }));
    return size > 0 || undefined;
  });
  return file;
}
