import {
  l10n,
  type QuickPick,
  type QuickPickItem,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  window,
} from 'vscode';
import {
  type FindProvisionsParams,
  type FindProvisionsResult,
  type FoundProvision,
  requests,
} from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { activeLegalEditor, cursorOf } from '../legalEditor.ts';
import { inLabel, inMessage } from '../plainWords.ts';

/**
 * Asks for an address ("16.4(2)") or words of a caption and goes to the provision that is chosen. An address given with
 * the command, as a keybinding may do, leads there without asking.
 */
export async function goToProvision(server: Requests, address?: unknown): Promise<void> {
  const editor = activeLegalEditor();
  if (!editor) return;
  const cursor = cursorOf(editor);
  const find = (query: string) => {
    const params: FindProvisionsParams = { ...cursor, query };
    return server.request<FindProvisionsResult>(requests.findProvisions, params);
  };
  if (typeof address !== 'string') {
    await new ProvisionPicker(editor, find).show();
    return;
  }
  const found = (await find(address))?.provisions[0];
  if (found) reveal(editor, found, 'selected');
  else
    void window.showInformationMessage(
      l10n.t('There is no provision “{0}” in this document.', inMessage(address)),
    );
}

interface ProvisionItem extends QuickPickItem {
  readonly provision?: FoundProvision;
}

/** A list that the server filters, since only it knows what "16.4(2)" means. Shows each choice before it is made. */
class ProvisionPicker {
  readonly #picker: QuickPick<ProvisionItem> = window.createQuickPick<ProvisionItem>();
  readonly #editor: TextEditor;
  readonly #find: (query: string) => Promise<FindProvisionsResult | null>;
  readonly #before: Range | undefined;
  #asked = 0;
  #accepted = false;

  constructor(editor: TextEditor, find: (query: string) => Promise<FindProvisionsResult | null>) {
    this.#editor = editor;
    this.#find = find;
    this.#before = editor.visibleRanges[0];
    this.#picker.title = l10n.t('Go to Provision');
    this.#picker.placeholder = l10n.t('16.4(2), Article 7 paragraph 2, or words of a caption');
  }

  show(): Promise<void> {
    const picker = this.#picker;
    const hidden = new Promise<void>((resolve) => {
      picker.onDidHide(() => {
        if (!this.#accepted && this.#before)
          this.#editor.revealRange(this.#before, TextEditorRevealType.AtTop);
        picker.dispose();
        resolve();
      });
    });
    picker.onDidChangeValue((value) => void this.#update(value));
    picker.onDidChangeActive(([item]) => {
      if (item?.provision && picker.value !== '') reveal(this.#editor, item.provision, 'shown');
    });
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (!item?.provision) return;
      this.#accepted = true;
      reveal(this.#editor, item.provision, 'selected');
      picker.hide();
    });
    picker.show();
    void this.#update('');
    return hidden;
  }

  /** Answers to earlier keys that come late are not shown. */
  async #update(query: string): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#picker.busy = true;
    const found = await this.#find(query);
    if (asked !== this.#asked) return;
    this.#picker.busy = false;
    this.#picker.items = found ? itemsOf(found) : [];
  }
}

function itemsOf({ provisions, left }: FindProvisionsResult): ProvisionItem[] {
  const items = provisions.map(
    (provision): ProvisionItem => ({
      label: inLabel(shorten(provision.name)),
      // The nearest first: what is far away may be cut off.
      description: inLabel([...provision.containers].reverse().join(' ‹ ')),
      // The editor would filter once more, by the letters typed.
      alwaysShow: true,
      provision,
    }),
  );
  if (left > 0)
    items.push({
      label: `$(ellipsis) ${l10n.t('{0} more: type to narrow the list', left)}`,
      alwaysShow: true,
    });
  return items;
}

const longestLabel = 60;

function shorten(name: string): string {
  return name.length <= longestLabel ? name : `${name.slice(0, longestLabel)}…`;
}

function reveal(editor: TextEditor, { selectionRange }: FoundProvision, how: 'shown' | 'selected'): void {
  const { start, end } = selectionRange;
  const heading = new Range(start.line, start.character, end.line, end.character);
  if (how === 'selected') editor.selection = new Selection(heading.start, heading.start);
  editor.revealRange(heading, TextEditorRevealType.InCenterIfOutsideViewport);
}
