import { isAttachmentKind, type Provision, walkProvisions } from '../model/provision.ts';
import type { AttachmentSummary, FileSummary, ProvisionSummary } from '../model/summary.ts';
import { definitionsOf } from './definitions.ts';
import { instrumentsOf } from './instruments.ts';
import { perAnalysis } from './per-analysis.ts';

/** Below this nothing is told to other files. */
const surely = 0.6;

/** What this file tells the others. Made once an analysis, when somebody asks. Linear. */
export const summarize = perAnalysis((analysis): FileSummary => {
  const attachments: AttachmentSummary[] = [];
  const provisions: ProvisionSummary[] = [];
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.number === null || provision.inline || provision.confidence < surely) continue;
    if (isAttachmentKind(provision.kind)) attachments.push(summarizeAttachment(provision));
    else provisions.push(summarizeProvision(provision, provision.number));
  }
  return {
    uri: analysis.uri,
    names: [...new Set([...instrumentsOf(analysis).values()].flatMap(({ names }) => names))],
    attachments,
    provisions,
    definitions: definitionsOf(analysis)
      .filter(({ quoted, confidence }) => !quoted && confidence >= surely)
      .map(({ term, range }) => ({ term, start: range.start, end: range.end })),
  };
});

function summarizeAttachment({ kind, number, numbering, heading }: Provision): AttachmentSummary {
  const family = numbering?.family ?? '';
  return {
    kind,
    word: /^[a-z]/.test(family) ? family : kind,
    number: number ?? '',
    start: heading.start,
    end: heading.end,
  };
}

function summarizeProvision({ id, kind, caption, heading }: Provision, number: string): ProvisionSummary {
  return { id, kind, number, caption, start: heading.start, end: heading.end };
}
