import { env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import { type HtmlPageResult, requests } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { fileName } from '../fileName.ts';
import { activeLegalEditor } from '../legalEditor.ts';
import { inMessage } from '../plainWords.ts';
import { withProgress } from '../progress.ts';

/** Writes the document in front as one file of HTML; asks where, unless the command names the file. */
export async function exportHtml(server: Requests, target?: unknown): Promise<void> {
  const editor = activeLegalEditor();
  if (!editor) return;
  const { uri } = editor.document;
  const html = await pageOf(server, uri);
  if (html === null) return;
  const file =
    typeof target === 'string'
      ? Uri.parse(target)
      : await window.showSaveDialog({
          title: l10n.t('Export as HTML'),
          filters: { HTML: ['html'] },
          ...(uri.scheme === 'untitled' ? {} : { defaultUri: besides(uri, 'html') }),
        });
  if (!file) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(html));
  if (typeof target === 'string') return;
  const open = l10n.t('Open in Browser');
  const chosen = await window.showInformationMessage(
    l10n.t('Exported to {0}.', inMessage(fileName(file))),
    open,
  );
  if (chosen === open) await env.openExternal(file);
}

/**
 * Opens the typeset document in the browser, which prints it. Where the browser cannot reach the files of the machine on which the
 * extension runs, the file is saved to be opened by hand.
 */
export async function printDocument(server: Requests, storage: Uri): Promise<void> {
  if (env.uiKind !== UIKind.Desktop || env.remoteName !== undefined) {
    await exportHtml(server);
    return;
  }
  const editor = activeLegalEditor();
  if (!editor) return;
  const html = await pageOf(server, editor.document.uri);
  if (html === null) return;
  await workspace.fs.createDirectory(storage);
  const file = Uri.joinPath(storage, `${fileName(editor.document.uri)}.html`);
  await workspace.fs.writeFile(file, new TextEncoder().encode(html));
  await env.openExternal(file);
}

async function pageOf(server: Requests, uri: Uri): Promise<string | null> {
  const params = { textDocument: { uri: uri.toString() } };
  const page = await withProgress(l10n.t('Typesetting {0}', inMessage(fileName(uri))), (token) =>
    server.request<HtmlPageResult>(requests.htmlPage, params, token),
  );
  return page?.html ?? null;
}

function besides(uri: Uri, ending: string): Uri {
  return uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}.${ending}` });
}
