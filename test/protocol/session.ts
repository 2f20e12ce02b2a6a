import type { Analysis } from '../../server/src/core/analysis.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { Precedence } from '../../server/src/lsp/documents/schedule.ts';
import { DiagnosticReports } from '../../server/src/lsp/session/reports.ts';
import type { Session } from '../../server/src/lsp/session/requests.ts';
import { alone, undecided, undisplayed } from './undecided.ts';

/** A session in which one document is open, and in which this was found; nothing is decided but what `decided` says. */
export function sessionAbout(
  analysis: Analysis,
  found: readonly Finding[],
  decided: Partial<Session> = {},
): Session {
  class Reports extends DiagnosticReports {
    override *findings() {
      yield;
      return found;
    }
  }
  return {
    documents: {
      analysis: () => analysis,
      *read() {},
      refusal: () => null,
      textBefore: () => '',
      text: () => undefined,
      uris: [analysis.uri],
    },
    reports: new Reports(() => {}),
    configurations: undecided,
    display: undisplayed,
    workspace: alone,
    client: {},
    precedence: new Precedence(),
    carriesBytes: false,
    lifecycle: 'running',
    logError: () => {},
    ...decided,
  };
}
