import { ConfigurationTarget, l10n, languages, type TextDocument, type Uri, window, workspace } from 'vscode';
import { fileName } from '../fileName.ts';
import { inMessage } from '../plainWords.ts';

/** Reads the file on the screen as a legal document now, and offers to do so whenever it is opened. */
export async function treatAsLegalDocument(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage(l10n.t('Open the file to be treated as a legal document first.'));
    return;
  }
  const legal = await languages.setTextDocumentLanguage(document, 'legal');
  // The command is done here; the offer may stay on the screen for as long as it likes.
  void offerToRemember(legal);
}

async function offerToRemember(document: TextDocument): Promise<void> {
  if (document.isUntitled) return;
  const pattern = patternFor(document.uri);
  const known: Associations | undefined = workspace.getConfiguration('files').get('associations');
  if (known?.[pattern] === 'legal') return;
  const question = l10n.t(
    'Always open files named “{0}” as legal documents?',
    inMessage(fileName(document.uri)),
  );
  const inThisWorkspace = l10n.t('In This Workspace');
  const everywhere = l10n.t('Everywhere');
  const places = workspace.workspaceFolders ? [inThisWorkspace, everywhere] : [everywhere];
  const place = await window.showInformationMessage(question, ...places);
  if (place === inThisWorkspace) await remember(pattern, ConfigurationTarget.Workspace);
  if (place === everywhere) await remember(pattern, ConfigurationTarget.Global);
}

/** Remembers the file's name without asking: in the workspace where there is one. */
export async function rememberAsLegal(document: TextDocument): Promise<void> {
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await remember(patternFor(document.uri), target);
}

type Associations = Readonly<Record<string, string>>;

/** Adds to what stands at that level of the settings and does not copy what comes from other levels. */
async function remember(pattern: string, target: ConfigurationTarget): Promise<void> {
  const files = workspace.getConfiguration('files');
  const levels = files.inspect<Associations>('associations');
  const present = target === ConfigurationTarget.Global ? levels?.globalValue : levels?.workspaceValue;
  await files.update('associations', { ...present, [pattern]: 'legal' }, target);
}

/** The keys of `files.associations` are glob patterns, so that a name such as "Lease [draft].txt" must be escaped. */
function patternFor(uri: Uri): string {
  return fileName(uri).replace(/[[\]{}*?]/g, '[$&]');
}
