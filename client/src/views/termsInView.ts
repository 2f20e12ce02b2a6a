import { type Disposable, l10n, MarkdownString, type Memento, ThemeIcon, type Uri } from 'vscode';
import {
  requests,
  type ShownTerm,
  type TermsInViewResult,
} from '../../../server/src/lsp/protocol/protocol.ts';
import { cursorOf } from '../legalEditor.ts';
import { FollowingView, type Row, rowOf, type ViewOptions } from './tree.ts';

/** Terms that are kept in sight, by name; more would leave no room for those of the provision. */
const mostPinned = 30;
const pinnedKey = 'views.pinnedTerms';

/** The view of the terms that are used where the cursor stands, with their meanings. */
export class TermsInView implements Disposable {
  readonly #view: FollowingView;
  readonly #memory: Memento;

  constructor({ server, followed }: Pick<ViewOptions, 'server' | 'followed'>, memory: Memento) {
    this.#memory = memory;
    this.#view = new FollowingView({
      id: 'proviso.termsInView',
      server,
      followed,
      follows: new Set(['document', 'text', 'cursor']),
      rows: async (ask, view) => {
        const { editor } = followed;
        if (!editor) return [];
        const { position } = cursorOf(editor);
        const params = { position, pinned: this.#pinned };
        const found = await ask<TermsInViewResult>(requests.termsInView, params);
        view.description = found?.title ?? '';
        if (!found) return [];
        const { uri } = editor.document;
        const pinned = found.pinned.map((term) => toRow(uri, term, ['pinned'], true));
        const names = new Set(found.pinned.map(({ term }) => term));
        const terms = found.terms
          .filter(({ term }) => !names.has(term))
          .map((term) => toRow(uri, term, ['term'], false));
        return [...pinned, ...terms];
      },
    });
  }

  get #pinned(): readonly string[] {
    return this.#memory.get<readonly string[]>(pinnedKey, []);
  }

  /** Keeps a term in sight wherever the cursor goes. */
  async pin(row: unknown): Promise<void> {
    const term = termOf(row);
    if (term === undefined) return;
    const others = this.#pinned.filter((name) => name !== term);
    await this.#memory.update(pinnedKey, [...others, term].slice(-mostPinned));
    this.#view.refresh();
  }

  async unpin(row: unknown): Promise<void> {
    const term = termOf(row);
    if (term === undefined) return;
    await this.#memory.update(
      pinnedKey,
      this.#pinned.filter((name) => name !== term),
    );
    this.#view.refresh();
  }

  dispose(): void {
    this.#view.dispose();
  }
}

interface TermRow extends Row {
  readonly term: string;
}

/** The term of a row that a command is run on; a command that is run otherwise may name it. */
function termOf(row: unknown): string | undefined {
  if (typeof row === 'string') return row;
  return (row as Partial<TermRow> | undefined)?.term;
}

/** `path` holds the terms above it: one that is built on itself ends there. */
function toRow(uri: Uri, term: ShownTerm, path: readonly string[], isPinned: boolean): TermRow {
  const own = [...path, `${term.term}#${term.nth}`];
  const opens = term.isBuilt && !path.includes(own.at(-1) ?? '');
  const meaning = term.meaning || l10n.t('meaning not in this document');
  const row = rowOf(
    {
      id: own.join(' › '),
      label: term.term,
      description: meaning,
      tooltip: new MarkdownString(term.card),
      icon: new ThemeIcon(isPinned ? 'pinned' : 'symbol-constant'),
      context: isPinned ? 'pinnedTerm' : 'term',
      place: { uri, range: term.range },
      spoken: isPinned
        ? l10n.t('{0}, pinned: {1}', term.term, meaning)
        : l10n.t('{0}: {1}', term.term, meaning),
    },
    opens
      ? async (ask) => {
          const handle = { term: term.term, nth: term.nth };
          const named = (await ask<readonly ShownTerm[]>(requests.termsOfMeaning, handle)) ?? [];
          return named.map((inner) => toRow(uri, inner, own, false));
        }
      : undefined,
  );
  return { ...row, term: term.term };
}
