import { Range, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';

/** A range as the protocol writes it. */
export interface SentRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export function rangeOf({ start, end }: SentRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** What a row of a view runs when it is chosen. */
export function placeCommand(uri: Uri, range: SentRange, title: string) {
  return { command: 'proviso.showPlace', title, arguments: [uri.toString(), range] };
}

/** Goes to a place, in the editor that shows its document if there is one, whatever stands beside it. */
export async function showPlace(uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isRange(range)) return;
  await goTo(Uri.parse(uri), rangeOf(range));
}

export async function goTo(uri: Uri, place: Range, { keepsFocus = false } = {}): Promise<void> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(uri)), {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preserveFocus: keepsFocus,
  });
  editor.selection = new Selection(place.start, place.start);
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

function isRange(value: unknown): value is SentRange {
  const { start, end } = (value ?? {}) as Partial<SentRange>;
  return typeof start?.line === 'number' && typeof end?.line === 'number';
}
