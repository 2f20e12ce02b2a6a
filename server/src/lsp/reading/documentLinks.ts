import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { attachmentLinks } from '../../core/features/citations/links.ts';
import { nameOf } from '../../core/features/provisions/outline.ts';
import { say } from '../../core/text/say.ts';
import type { Work } from '../documents/schedule.ts';
import { toPosition, toRange } from '../protocol/convert.ts';
import type { Session } from '../session/requests.ts';

/** Mentions of attachments lead to them; editors read the line and column behind the address of the file. */
export function* documentLinks(
  analysis: Analysis,
  _params: DocumentLinkParams,
  session: Session,
): Work<DocumentLink[]> {
  yield;
  const withTooltip = session.client.textDocument?.documentLink?.tooltipSupport === true;
  const links: DocumentLink[] = [];
  for (const { range, target } of attachmentLinks(analysis)) {
    const { line, character } = toPosition(analysis.snapshot, target.heading.start);
    const link: DocumentLink = {
      range: toRange(analysis.snapshot, range),
      target: `${analysis.uri}#L${line + 1},${character + 1}`,
    };
    if (withTooltip) link.tooltip = say`Go to ${nameOf(analysis, target)}`;
    links.push(link);
    yield;
  }
  return links;
}
