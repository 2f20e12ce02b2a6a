import { type Disposable, l10n, ThemeIcon, type Uri } from 'vscode';
import {
  type BrokenPlace,
  type DocumentReferencesResult,
  type NamedGroup,
  type ProvisionReferencesResult,
  requests,
} from '../../../server/src/lsp/protocol/protocol.ts';
import { cursorOf } from '../legalEditor.ts';
import { groupRow, severityIcon } from './rows.ts';
import { FollowingView, type Row, rowOf, type ViewOptions } from './tree.ts';

/** The view of what the provision at the cursor cites and who cites it, and of what is broken in the whole document. */
export function showCrossReferences({
  server,
  followed,
}: Pick<ViewOptions, 'server' | 'followed'>): Disposable {
  return new FollowingView({
    id: 'proviso.crossReferences',
    server,
    followed,
    follows: new Set(['document', 'text', 'cursor']),
    rows: async (ask, view) => {
      const { editor } = followed;
      if (!editor) return [];
      const { uri } = editor.document;
      const { position } = cursorOf(editor);
      const own = await ask<ProvisionReferencesResult>(requests.provisionReferences, { position });
      const all = await ask<DocumentReferencesResult>(requests.documentReferences);
      view.description = own?.title ?? '';
      return [...(own ? ofProvision(uri, own) : []), ...(all ? ofDocument(uri, all) : [])];
    },
  });
}

function ofProvision(
  uri: Uri,
  { title, cites, citedBy, external }: ProvisionReferencesResult,
): readonly Row[] {
  const sections: ReadonlyArray<readonly [string, string, string, readonly NamedGroup[]]> = [
    ['cites', l10n.t('{0} cites', title), 'arrow-right', [...cites, ...external]],
    ['citedBy', l10n.t('{0} is cited by', title), 'arrow-left', citedBy],
  ];
  return sections.flatMap(([id, label, icon, groups]) =>
    groups.length === 0 ? [] : [section(uri, { id, label, icon, opens: 'opened' }, groups)],
  );
}

function ofDocument(uri: Uri, { broken, external }: DocumentReferencesResult): readonly Row[] {
  const rows: Row[] = [];
  if (broken.length > 0) {
    const looks = {
      id: 'broken',
      label: l10n.t('Broken or doubtful'),
      description: String(broken.length),
      icon: new ThemeIcon('warning'),
      opens: 'opened',
    } as const;
    rows.push(rowOf(looks, () => broken.map((place) => brokenRow(uri, place))));
  }
  if (external.length > 0)
    rows.push(
      section(
        uri,
        { id: 'external', label: l10n.t('Laws and other documents'), icon: 'law', opens: 'closed' },
        external.map((source) =>
          source.name === '' ? { ...source, name: l10n.t('Not named beside the citation') } : source,
        ),
      ),
    );
  return rows;
}

interface SectionLooks {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly opens: 'opened' | 'closed';
}

function section(uri: Uri, { id, label, icon, opens }: SectionLooks, groups: readonly NamedGroup[]): Row {
  return rowOf({ id, label, description: String(groups.length), icon: new ThemeIcon(icon), opens }, () =>
    groups.map((group, at) => groupRow(uri, group, `${id} ${at} ${group.name}`)),
  );
}

function brokenRow(uri: Uri, { text, message, severity, provision, range }: BrokenPlace): Row {
  return rowOf({
    label: text,
    description: provision,
    tooltip: message,
    icon: severityIcon(severity),
    place: { uri, range },
    spoken: `${text}, ${provision}: ${message}`,
  });
}
