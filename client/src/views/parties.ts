import { type Disposable, l10n, ThemeIcon, type Uri } from 'vscode';
import {
  type NamedGroup,
  type PartyEntry,
  requests,
  type SigningEntry,
  type SigningsResult,
} from '../../../server/src/lsp/protocol/protocol.ts';
import { FollowingView, type Row, rowOf, type ViewOptions } from './tree.ts';

/** The view of who concludes the agreements of a document and who signs them. */
export function showParties({ server, followed }: Pick<ViewOptions, 'server' | 'followed'>): Disposable {
  return new FollowingView({
    id: 'proviso.parties',
    server,
    followed,
    follows: new Set(['document', 'text']),
    rows: async (ask) => {
      const uri = followed.document?.uri;
      const found = await ask<SigningsResult>(requests.signings);
      if (!found || !uri) return [];
      const [only] = found.signings;
      if (only && found.signings.length === 1) return rowsOf(uri, only);
      return found.signings.map((signing, at) =>
        rowOf({ id: `${at}`, label: signing.name, icon: new ThemeIcon('file'), opens: 'opened' }, () =>
          rowsOf(uri, signing),
        ),
      );
    },
  });
}

function rowsOf(uri: Uri, { parties, signatures }: SigningEntry): readonly Row[] {
  return [
    ...parties.map((party) => partyRow(uri, party)),
    ...signatures.map((block) => blockRow(uri, block)),
  ];
}

function partyRow(uri: Uri, { name, shortName, range, uses, definition }: PartyEntry): Row {
  const called = l10n.t('“{0}”, {1} uses', shortName, uses);
  return rowOf({
    label: name,
    description: called,
    tooltip: `${name}\n\n${called}`,
    icon: new ThemeIcon('organization'),
    place: { uri, range: definition ?? range },
    spoken: l10n.t('Party: {0}, {1}', name, called),
  });
}

function blockRow(uri: Uri, { name, detail, range, places }: NamedGroup): Row {
  return rowOf(
    {
      label: name,
      description: detail,
      icon: new ThemeIcon('edit'),
      place: range && { uri, range },
      opens: 'opened',
    },
    places.length === 0
      ? undefined
      : () =>
          places.map((signer) =>
            rowOf({
              label: signer.name,
              description: signer.detail,
              icon: new ThemeIcon(signer.detail === '' ? 'person' : 'verified'),
              place: { uri, range: signer.range },
            }),
          ),
  );
}
