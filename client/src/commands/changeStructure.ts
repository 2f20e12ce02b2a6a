import { commands } from 'vscode';
import { activeLegalEditor } from '../legalEditor.ts';

/**
 * Does what the server offers at the cursor by this kind, as if it were chosen from the editor's list: the editor shows a
 * preview where something is to be decided, and says so where nothing is offered.
 */
export async function changeStructure(kind: string): Promise<void> {
  if (!activeLegalEditor()) return;
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'ifSingle' });
}
