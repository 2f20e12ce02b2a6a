import { commands, Uri, window } from 'vscode';

/**
 * Shows the page of a rule as it came with the extension, or the list of all rules. The pages are read by the editor's
 * own preview, in which one leads to the others; where that is turned off, they are shown as they are written.
 */
export async function showRule(extension: Uri, rule: unknown): Promise<void> {
  // The name comes by a link, which anybody could have written: it must lead to no other file.
  const name = typeof rule === 'string' && /^[a-z]+(?:-[a-z]+)*$/.test(rule) ? rule : 'README';
  const page = Uri.joinPath(extension, 'docs', 'rules', `${name}.md`);
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await window.showTextDocument(page, { preview: true });
  }
}

/** The link behind the name of a rule: a command of the editor, which needs no network. `{rule}` stands for the name. */
export const rulePageLink = 'command:proviso.showRule?%5B%22{rule}%22%5D';
