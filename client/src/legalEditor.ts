import { l10n, type TextEditor, window } from 'vscode';

/** The editor with the legal document that is being worked on; tells the user where there is none. */
export function activeLegalEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'legal') return editor;
  void window.showInformationMessage(l10n.t('Open a legal document first.'));
  return undefined;
}

/** The document and cursor of an editor, as the server is asked about them. */
export function cursorOf({ document, selection }: TextEditor) {
  const { line, character } = selection.active;
  return { textDocument: { uri: document.uri.toString() }, position: { line, character } };
}
