import { l10n, type QuickPickItem, SnippetString, Uri, window, workspace } from 'vscode';

interface Template extends QuickPickItem {
  /** The file in `templates`: a snippet whose gaps are filled with examples. Null for none. */
  readonly file: string | null;
}

/** Asks what the document is to be and begins it: what differs from case to case is gone through with Tab. */
export async function newLegalDocument(extension: Uri): Promise<void> {
  const title = l10n.t('New Legal Document');
  const placeHolder = l10n.t('What is the document to be?');
  const chosen = await window.showQuickPick(templates(), { title, placeHolder, matchOnDetail: true });
  if (!chosen) return;
  const document = await workspace.openTextDocument({ language: 'legal', content: '' });
  const editor = await window.showTextDocument(document);
  if (chosen.file === null) return;
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'templates', chosen.file));
  await editor.insertSnippet(new SnippetString(new TextDecoder().decode(bytes)));
}

function templates(): readonly Template[] {
  return [
    {
      label: l10n.t('Articles of Incorporation'),
      detail: l10n.t('Of a company with a board of directors, in chapters and articles'),
      file: 'articles-of-incorporation.legal',
    },
    {
      label: l10n.t('Bylaws'),
      detail: l10n.t('Of an association, in articles and sections'),
      file: 'bylaws.legal',
    },
    {
      label: l10n.t('Share Purchase Agreement'),
      detail: l10n.t('All shares of a company, for a fixed price'),
      file: 'share-purchase-agreement.agreement',
    },
    {
      label: l10n.t('Mutual Non-Disclosure Agreement'),
      detail: l10n.t('Of two companies that talk about a project'),
      file: 'non-disclosure-agreement.agreement',
    },
    {
      label: l10n.t('Board Resolution'),
      detail: l10n.t('In writing, without a meeting'),
      file: 'board-resolution.legal',
    },
    {
      label: l10n.t('Empty Document'),
      detail: l10n.t('Nothing but the language of legal documents'),
      file: null,
    },
  ];
}
