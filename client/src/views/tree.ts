import {
  CancellationTokenSource,
  Disposable,
  EventEmitter,
  l10n,
  type ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { Requests } from '../client.ts';
import { placeCommand, type SentRange } from '../commands/showPlace.ts';
import type { FollowedChange, FollowedDocument } from './followedDocument.ts';

/** A row of a view with what stands below it. */
export interface Row {
  readonly item: TreeItem;
  readonly children?: (ask: Ask) => Promise<readonly Row[]> | readonly Row[];
}

/** Asks the server about the followed document; gives up where the view was made anew meanwhile. */
export type Ask = <Result>(method: string, params?: object) => Promise<Result | null>;

export interface ViewOptions {
  readonly id: string;
  readonly server: Requests;
  readonly followed: FollowedDocument;
  /** The changes after which the view is made anew. */
  readonly follows: ReadonlySet<FollowedChange>;
  /** The rows of the first level; none where there is nothing to show, so that the view says what to do. */
  rows(ask: Ask, view: TreeView<Row>): Promise<readonly Row[]>;
}

/** A view that speaks of the followed document. It asks for nothing while nobody sees it. */
export class FollowingView implements TreeDataProvider<Row>, Disposable {
  readonly view: TreeView<Row>;
  readonly #options: ViewOptions;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #listeners: Disposable;
  #asking = new CancellationTokenSource();
  #isStale = false;

  constructor(options: ViewOptions) {
    this.#options = options;
    this.view = window.createTreeView(options.id, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = Disposable.from(
      this.view,
      options.followed.onDidChange((change) => {
        if (options.follows.has(change)) this.refresh();
      }),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.refresh();
      }),
    );
  }

  refresh(): void {
    this.#isStale = !this.view.visible;
    if (this.#isStale) return;
    this.#asking.cancel();
    this.#asking = new CancellationTokenSource();
    this.#changed.fire(undefined);
  }

  getTreeItem({ item }: Row): TreeItem {
    return item;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    const document = this.#options.followed.document;
    if (!document) {
      this.view.description = '';
      this.view.message = '';
      return [];
    }
    const { token } = this.#asking;
    const textDocument = { uri: document.uri.toString() };
    const ask: Ask = (method, params = {}) =>
      this.#options.server.request(method, { textDocument, ...params }, token);
    const rows = row ? ((await row.children?.(ask)) ?? []) : await this.#options.rows(ask, this.view);
    return [...rows];
  }

  dispose(): void {
    this.#asking.cancel();
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

export interface RowLooks {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: TreeItem['tooltip'];
  readonly icon?: ThemeIcon;
  readonly context?: string;
  /** Where choosing the row leads. */
  readonly place?: { readonly uri: Uri; readonly range: SentRange } | null;
  /** Keeps what is open open when the view is made anew. */
  readonly id?: string;
  readonly opens?: 'closed' | 'opened';
  /** What a screen reader says, where label and description do not say it. */
  readonly spoken?: string;
}

export function rowOf(looks: RowLooks, children?: Row['children']): Row {
  const state =
    looks.opens === 'opened' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(looks.label, children ? state : TreeItemCollapsibleState.None);
  if (looks.id !== undefined) item.id = looks.id;
  if (looks.description) item.description = looks.description;
  if (looks.tooltip) item.tooltip = looks.tooltip;
  if (looks.icon) item.iconPath = looks.icon;
  if (looks.context) item.contextValue = looks.context;
  if (looks.spoken) item.accessibilityInformation = { label: looks.spoken };
  if (looks.place)
    item.command = placeCommand(looks.place.uri, looks.place.range, l10n.t('Go to This Place'));
  return children ? { item, children } : { item };
}
