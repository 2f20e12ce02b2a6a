import { l10n, ThemeIcon, type Uri } from 'vscode';
import type { FoundFault, NamedGroup, NamedPlace } from '../../../server/src/lsp/protocol/protocol.ts';
import { type Row, rowOf } from './tree.ts';

/** A place with the words around it. */
export function placeRow(uri: Uri, { name, detail, range }: NamedPlace): Row {
  return rowOf({
    label: name,
    description: detail,
    tooltip: name,
    place: { uri, range },
    spoken: `${name}, ${detail}`,
  });
}

/** A provision or a document with its places; a provision with one place leads there by itself. */
export function groupRow(uri: Uri, { name, detail, range, places }: NamedGroup, id: string): Row {
  const [only] = places;
  const count = places.length > 1 ? [String(places.length)] : [];
  return rowOf(
    {
      id,
      label: name || l10n.t('Outside of all provisions'),
      description: [...count, ...(detail === '' ? [] : [detail])].join(' · '),
      tooltip: detail === '' ? name : `${name}\n\n${detail}`,
      icon: new ThemeIcon(range ? 'symbol-method' : 'law'),
      place: range ? { uri, range } : only ? { uri, range: only.range } : null,
    },
    places.length > 0 ? () => places.map((place) => placeRow(uri, place)) : undefined,
  );
}

export function faultRow(uri: Uri, { message, severity, range }: FoundFault): Row {
  return rowOf({
    label: message,
    tooltip: message,
    icon: severityIcon(severity),
    place: { uri, range },
    spoken: `${severityName(severity)}: ${message}`,
  });
}

/** Each severity has a sign of its own. */
export function severityIcon(severity: FoundFault['severity']): ThemeIcon {
  return new ThemeIcon(iconOf[severity]);
}

const iconOf: Readonly<Record<FoundFault['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

function severityName(severity: FoundFault['severity']): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'information':
      return l10n.t('Information');
    case 'hint':
      return l10n.t('Hint');
  }
}
