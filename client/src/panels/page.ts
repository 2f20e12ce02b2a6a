import { Uri, type Webview } from 'vscode';

/**
 * The page of a webview that runs one script of the extension and nothing else: what a document says cannot load, run or send
 * anything, since nothing without the nonce is run and nothing at all is fetched.
 */
export function webviewPage(
  webview: Webview,
  extension: Uri,
  { title, script, body, document }: WebviewContent,
): string {
  const nonce = makeNonce();
  const source = webview.asWebviewUri(Uri.joinPath(extension, 'dist', script));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inHtml(title)}</title>
</head>
<body data-document="${inHtml(document)}">
${body}
<script nonce="${nonce}" src="${source}"></script>
</body>
</html>`;
}

export interface WebviewContent {
  readonly title: string;
  /** The name of a file in dist. */
  readonly script: string;
  readonly body: string;
  /** The address of the document, which the page keeps: by it the page comes back in a window that was loaded anew. */
  readonly document: string;
}

/** Text of a message between tags or in an attribute. */
export function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

function makeNonce(): string {
  const letters = new Uint8Array(24);
  globalThis.crypto.getRandomValues(letters);
  return [...letters].map((letter) => letter.toString(16).padStart(2, '0')).join('');
}
