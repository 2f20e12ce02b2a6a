declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): object | undefined;
  setState(state: object): void;
};

/** The extension behind a webview. */
export interface Host<From, Kept> {
  tell(message: From): void;
  /** What the page kept when it was shown last; it may have been hidden since, or its window loaded anew. */
  readonly kept: Partial<Kept>;
  keep(kept: Partial<Kept>): void;
}

/** Tells the extension something, and hears what it tells. The address of its document is always kept: without it no page comes back. */
export function connectHost<From, To, Kept extends object = object>(
  hear: (message: To) => void,
): Host<From, Kept> {
  const host = acquireVsCodeApi();
  const kept = host.getState() ?? {};
  const keep = (more: object) => host.setState({ ...host.getState(), ...more });
  keep({ document: document.body.dataset.document });
  window.addEventListener('message', ({ data }: MessageEvent<To>) => hear(data));
  return { tell: (message) => host.postMessage(message), kept, keep };
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
