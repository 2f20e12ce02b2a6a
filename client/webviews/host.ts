declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** The extension behind a webview: tells it something, and hears what it tells. */
export function connectHost<From, To>(hear: (message: To) => void): (message: From) => void {
  const host = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<To>) => hear(data));
  return (message) => host.postMessage(message);
}

/** Style sheets that are made by script need no exception of the page's policy. Of two the later one counts. */
export function useStyles(...texts: readonly string[]): void {
  document.adoptedStyleSheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

/** What the extension's page holds. */
export function elementOf(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}
