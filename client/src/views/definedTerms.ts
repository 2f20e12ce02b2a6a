import { commands, type Disposable, l10n, ThemeIcon, type Uri, window } from 'vscode';
import {
  requests,
  type TermTableEntry,
  type TermTableResult,
  type TermUsesResult,
  type UndefinedTerm,
} from '../../../server/src/lsp/protocol/protocol.ts';
import { faultRow, groupRow, placeRow } from './rows.ts';
import { FollowingView, type Row, rowOf, type ViewOptions } from './tree.ts';

/** The view of all defined terms of a document, with those that nobody uses and those that nobody defined. */
export class DefinedTerms implements Disposable {
  readonly #view: FollowingView;
  #filter = '';

  constructor({ server, followed }: Pick<ViewOptions, 'server' | 'followed'>) {
    this.#view = new FollowingView({
      id: 'proviso.definedTerms',
      server,
      followed,
      follows: new Set(['document', 'text']),
      rows: async (ask, view) => {
        const uri = followed.document?.uri;
        const table = await ask<TermTableResult>(requests.termTable);
        if (!table || !uri) return [];
        const rows = rowsOf(uri, table, this.#filter);
        const isEmpty = table.terms.length + table.undefined.length === 0;
        view.description = isEmpty ? '' : this.#count(table);
        view.message = rows.length === 0 && !isEmpty ? l10n.t('No term has “{0}” in it.', this.#filter) : '';
        return rows;
      },
    });
  }

  /** Who comes back to the view later is told that it does not show all. */
  #count({ terms }: TermTableResult): string {
    if (this.#filter === '') return String(terms.length);
    const shown = terms.filter((term) => isWanted(this.#filter, term.term, term.meaning)).length;
    return l10n.t('{0} of {1}, with “{2}”', shown, terms.length, this.#filter);
  }

  /** Asks for letters that the terms shown must have, in their names or meanings. */
  async filter(words?: unknown): Promise<void> {
    const asked =
      typeof words === 'string'
        ? words
        : await window.showInputBox({
            title: l10n.t('Filter Defined Terms'),
            prompt: l10n.t('Words of the term or of its meaning'),
            value: this.#filter,
          });
    if (asked !== undefined) await this.#show(asked);
  }

  async showAll(): Promise<void> {
    await this.#show('');
  }

  async #show(words: string): Promise<void> {
    this.#filter = words.trim();
    await commands.executeCommand('setContext', 'proviso.termsFiltered', this.#filter !== '');
    this.#view.refresh();
  }

  dispose(): void {
    this.#view.dispose();
  }
}

function rowsOf(uri: Uri, { terms, undefined: missing }: TermTableResult, filter: string): readonly Row[] {
  const shown = terms.filter(({ term, meaning }) => isWanted(filter, term, meaning));
  const unused = shown.filter(({ uses }) => uses === 0);
  const undefinedOnes = missing.filter(({ term }) => isWanted(filter, term));
  const groups: Row[] = [];
  if (undefinedOnes.length > 0)
    groups.push(
      group(
        l10n.t('Used, but not defined'),
        'undefined',
        'question',
        undefinedOnes.map((term) => undefinedRow(uri, term)),
      ),
    );
  if (unused.length > 0)
    groups.push(
      group(
        l10n.t('Defined, but not used'),
        'unused',
        'circle-slash',
        unused.map((term) => termRow(uri, term, 'unused')),
      ),
    );
  return [...groups, ...shown.filter(({ uses }) => uses > 0).map((term) => termRow(uri, term, 'term'))];
}

function isWanted(filter: string, ...texts: readonly string[]): boolean {
  const wanted = filter.toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function group(label: string, id: string, icon: string, rows: readonly Row[]): Row {
  const count = String(rows.length);
  return rowOf(
    { id, label, description: count, icon: new ThemeIcon(icon), spoken: `${label}: ${count}` },
    () => rows,
  );
}

function undefinedRow(uri: Uri, { term, message, places }: UndefinedTerm): Row {
  return rowOf(
    {
      id: `undefined ${term}`,
      label: term,
      tooltip: message,
      icon: new ThemeIcon('symbol-constant'),
      place: places[0] ? { uri, range: places[0].range } : null,
    },
    () => places.map((place) => placeRow(uri, place)),
  );
}

function termRow(uri: Uri, entry: TermTableEntry, section: string): Row {
  const { term, nth, uses, findings, scope, provision } = entry;
  const meaning = entry.meaning || (entry.pointsTo ? l10n.t('see {0}', entry.pointsTo) : '');
  const name = scope === '' ? term : l10n.t('{0} (in {1})', term, scope);
  const times = uses === 1 ? l10n.t('1 use') : l10n.t('{0} uses', uses);
  return rowOf(
    {
      id: `${section} ${term}#${nth}`,
      label: name,
      description: section === 'unused' ? meaning : `${times} · ${meaning}`,
      tooltip: [meaning, provision, times].filter((part) => part !== '').join('\n\n'),
      // A warning is told by another sign, not by another colour alone.
      icon: new ThemeIcon(findings.length > 0 ? 'warning' : 'symbol-constant'),
      context: 'term',
      place: { uri, range: entry.range },
      spoken: `${name}: ${meaning}. ${times}.${findings.length > 0 ? ` ${findings[0]?.message ?? ''}` : ''}`,
    },
    async (ask) => {
      const found = uses > 0 ? await ask<TermUsesResult>(requests.termUses, { term, nth }) : null;
      return [
        ...findings.map((fault) => faultRow(uri, fault)),
        ...(found?.provisions ?? []).map((using, at) =>
          groupRow(uri, using, `${section} ${term}#${nth} ${at}`),
        ),
      ];
    },
  );
}
