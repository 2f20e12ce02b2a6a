import { l10n, Range, type Uri, window, workspace } from 'vscode';
import { type MapResult, requests } from '../../../server/src/lsp/protocol/protocol.ts';
import type { Requests } from '../client.ts';
import { goTo } from '../commands/showPlace.ts';
import type { DocumentPage, PageServant, PanelKind } from '../panels/documentPanels.ts';
import { inHtml } from '../panels/page.ts';
import { withProgress } from '../progress.ts';
import type { FromMap, MapSubject, MapTexts, ToMap } from './messages.ts';

/** Who cites whom in a document, or which terms are built on which. */
export function maps(server: Requests): PanelKind<FromMap, ToMap> {
  return {
    type: 'proviso.map',
    script: 'map.js',
    keepsFocus: false,
    // A map that is drawn anew moves under the eyes.
    quietMilliseconds: 1_000,
    title: (name) => l10n.t('Map of {0}', name),
    body: () => `<div id="map" data-texts="${inHtml(JSON.stringify(texts()))}"></div>`,
    serve: (page) => new DocumentMap(server, page),
  };
}

class DocumentMap implements PageServant<FromMap> {
  readonly #server: Requests;
  readonly #page: DocumentPage<ToMap>;
  #subject: MapSubject = 'citations';

  constructor(server: Requests, page: DocumentPage<ToMap>) {
    this.#server = server;
    this.#page = page;
  }

  async receive(message: FromMap): Promise<void> {
    switch (message.kind) {
      case 'ready':
        await this.update();
        return;
      case 'ask':
        this.#subject = message.of;
        await this.update();
        return;
      case 'goTo': {
        const { line, column, focus } = message;
        await goTo(this.#page.uri, new Range(line, column, line, column), { keepsFocus: !focus });
        return;
      }
      case 'export':
        await saveSvg(this.#page.uri, message.svg);
    }
  }

  async update(): Promise<void> {
    const subject = this.#subject;
    const params = { textDocument: { uri: this.#page.uri.toString() }, of: subject };
    const map = await withProgress(l10n.t('Drawing the map'), (token) =>
      this.#server.request<MapResult>(requests.map, params, token),
    );
    if (!map || subject !== this.#subject) return;
    this.#page.send({ kind: 'map', of: subject, map });
  }
}

async function saveSvg(uri: Uri, svg: string): Promise<void> {
  const defaultUri = uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}.svg` });
  const file = await window.showSaveDialog({
    title: l10n.t('Export as SVG'),
    filters: { SVG: ['svg'] },
    ...(uri.scheme === 'untitled' ? {} : { defaultUri }),
  });
  if (file) await workspace.fs.writeFile(file, new TextEncoder().encode(svg));
}

function texts(): MapTexts {
  return {
    citations: l10n.t('Citations'),
    terms: l10n.t('Terms'),
    show: l10n.t('What the map shows'),
    filter: l10n.t('Filter by name'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    fit: l10n.t('Fit to Window'),
    expandAll: l10n.t('Show All'),
    collapseAll: l10n.t('Collapse'),
    exportSvg: l10n.t('Export as SVG'),
    noCitations: l10n.t('No provision of this document cites another one.'),
    noTerms: l10n.t('No defined term of this document is built on another one.'),
    noMatch: l10n.t('Nothing on the map has “{0}” in it.'),
    shown: l10n.t('{0} of {1} shown'),
    lesser: l10n.t('{0} with fewer connections left out'),
    hidden: l10n.t('{0} without connection left out'),
    missing: l10n.t('not there'),
    contains: l10n.t('{0} inside'),
    leads: l10n.t('leads to {0}, reached from {1}'),
    keys: l10n.t('Enter goes to the text, Space opens and closes, arrow keys move'),
  };
}
