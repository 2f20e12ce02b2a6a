import type { Connection } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { typeset } from '../../core/features/typeset/typeset.ts';
import { cardHtml } from '../../core/features/typeset/typeset-card.ts';
import { blockHtml } from '../../core/features/typeset/typeset-html.ts';
import { htmlPage } from '../../core/features/typeset/typeset-page.ts';
import { typesetStyle } from '../../core/features/typeset/typeset-style.ts';
import type { Work } from '../documents/schedule.ts';
import {
  type CardParams,
  type CardResult,
  type DocumentParams,
  type HtmlPageResult,
  requests,
  type TypesetParams,
  type TypesetResult,
} from '../protocol/protocol.ts';
import { answerRequests, type Session } from '../session/requests.ts';

/** Answers what a preview and an export ask. */
export function registerTypesetting(connection: Connection, session: Session): void {
  answerRequests(connection, session, requests.typeset, typesetBlocks, 'last');
  answerRequests(connection, session, requests.card, card, 'patient');
  answerRequests(connection, session, requests.htmlPage, page, 'patient');
}

/** The blocks that were sent last, kept as long as the document is open. */
const sent = new WeakMap<object, { readonly resultId: string; readonly blocks: readonly string[] }>();
let count = 0;

function* typesetBlocks(analysis: Analysis, params: TypesetParams, session: Session): Work<TypesetResult> {
  const findings = yield* session.reports.findings(analysis);
  const blocks: string[] = [];
  const lines: number[] = [];
  for (const block of typeset(analysis, findings)) {
    blocks.push(blockHtml(analysis, block, { tellsLines: true }));
    lines.push(analysis.snapshot.lineAt(block.range.start));
    yield;
  }
  const before = sent.get(analysis.lineage);
  const isDifference = before !== undefined && before.resultId === params.previous;
  count += 1;
  const resultId = `${count}`;
  sent.set(analysis.lineage, { resultId, blocks });
  return {
    resultId,
    style: isDifference ? null : typesetStyle,
    lines,
    edit: isDifference ? differenceOf(before.blocks, blocks) : { start: 0, deleteCount: 0, blocks },
    isDifference,
  };
}

/** The one replacement that makes the later blocks of the earlier ones. */
function differenceOf(before: readonly string[], after: readonly string[]): TypesetResult['edit'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return {
    start,
    deleteCount: before.length - same - start,
    blocks: after.slice(start, after.length - same),
  };
}

function* card(analysis: Analysis, params: CardParams): Work<CardResult> {
  yield;
  return { html: typeof params.anchor === 'string' ? cardHtml(analysis, params.anchor) : null };
}

function* page(analysis: Analysis, _params: DocumentParams, session: Session): Work<HtmlPageResult> {
  // What was found is not in the page, but on the way to it terms and citations are read step by step.
  yield* session.reports.findings(analysis);
  return { html: yield* htmlPage(analysis) };
}
