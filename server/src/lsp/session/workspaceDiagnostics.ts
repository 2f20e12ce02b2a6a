import type {
  Connection,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { WorkspaceDiagnosticRequest } from 'vscode-languageserver';
import { canonicalAddress } from '../../core/config/paths.ts';
import type { FileSummary } from '../../core/model/summary.ts';
import { hashOfText } from '../../core/workspace/exported-facts.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { answerAbout, type Session } from './requests.ts';

/** Answers what is wrong in files that are not open, as soon as that is something else than the client knows. */
export function registerWorkspaceDiagnostics(connection: Connection, session: Session): void {
  const checks = new Map<string, Check>();
  answerAbout(
    connection,
    session,
    WorkspaceDiagnosticRequest.method,
    (params: WorkspaceDiagnosticParams) => workspaceDiagnostics(params, session, checks, connection),
    () => '',
    'last',
  );
}

/** What was found in a file, and all that it depends on. */
interface Check {
  readonly summary: FileSummary;
  readonly generation: number;
  readonly decisions: number;
  /** Made of what was found: the same after the server was started again. */
  readonly resultId: string;
}

/** Files are told of as they are done, a few at a time. */
const reportsAtOnce = 20;

/**
 * Held open until there is something to tell: the client asks again at once. Where it takes partial results it gets each file
 * as it is done.
 */
function* workspaceDiagnostics(
  params: WorkspaceDiagnosticParams,
  session: Session,
  checks: Map<string, Check>,
  connection: Connection,
): Work<WorkspaceDiagnosticReport> {
  const { workspace } = session;
  const known = new Map(
    (Array.isArray(params.previousResultIds) ? params.previousResultIds : []).map(({ uri, value }) => [
      canonicalAddress(String(uri)),
      value,
    ]),
  );
  const { partialResultToken: token } = params;
  for (;;) {
    const changed = workspace.changed();
    let waiting: WorkspaceDocumentDiagnosticReport[] = [];
    let told = 0;
    for (const report of yield* newReports(session, checks, known, function* (one) {
      waiting.push(one);
      told += 1;
      if (token === undefined || waiting.length < reportsAtOnce) return;
      yield* awaited(
        connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, token, { items: waiting }),
      );
      waiting = [];
    }))
      waiting.push(report);
    if (told + waiting.length > 0 || workspace.isStopped) return { items: waiting };
    yield* awaited(changed);
    if (workspace.isStopped) return { items: [] };
  }
}

/** Tells of each file whose findings are not those that the client knows; returns those that hold none any more. */
function* newReports(
  session: Session,
  checks: Map<string, Check>,
  known: ReadonlyMap<string, string>,
  tell: (report: WorkspaceDocumentDiagnosticReport) => Work<void>,
): Work<WorkspaceDocumentDiagnosticReport[]> {
  const { workspace, display } = session;
  const [folder] = workspace.folders;
  if (folder === undefined) return [];
  const isWanted = (yield* awaited(display.of(folder))).checksAllFiles;
  const there = new Set<string>();
  if (isWanted)
    for (const summary of [...workspace.index.summaries()]) {
      const { uri } = summary;
      // What is open is asked for by itself.
      if (workspace.isOpen(uri)) continue;
      there.add(uri);
      const before = checks.get(uri);
      if (before && isUpToDate(before, summary, session) && known.get(uri) === before.resultId) continue;
      const checked = yield* check(summary, session);
      if (!checked) continue;
      checks.set(uri, checked.check);
      const { resultId } = checked.check;
      if (known.get(uri) === resultId || (checked.items.length === 0 && !known.has(uri))) continue;
      yield* tell({ kind: 'full', uri, version: null, resultId, items: checked.items });
    }
  for (const uri of [...checks.keys()]) if (!there.has(uri)) checks.delete(uri);
  // What is gone has no findings; before all files are looked at, nobody knows what is.
  if (isWanted && !workspace.index.isComplete) return [];
  return [...known.keys()]
    .filter((uri) => !there.has(uri) && !workspace.isOpen(uri))
    .map((uri) => ({ kind: 'full', uri, version: null, items: [] }));
}

function isUpToDate({ summary, generation, decisions }: Check, now: FileSummary, session: Session): boolean {
  const { workspace, configurations } = session;
  return (
    summary === now &&
    generation === workspace.generationOf(now.uri) &&
    decisions === configurations.decisions
  );
}

function* check(
  summary: FileSummary,
  session: Session,
): Work<{ readonly check: Check; readonly items: Diagnostic[] } | null> {
  const { uri } = summary;
  const { workspace, reports, configurations, client } = session;
  const generation = workspace.generationOf(uri);
  const { decisions } = configurations;
  const analysis = yield* workspace.analysis(uri);
  if (!analysis || workspace.isOpen(uri)) return null;
  const { items } = yield* reports.report(analysis, client);
  // Of thousands of closed files nothing is kept but what tells whether they are as they were.
  reports.forget(uri);
  configurations.forget(uri);
  return {
    check: { summary, generation, decisions, resultId: hashOfText(JSON.stringify(items)) },
    items: [...items],
  };
}
