import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import { canonicalAddress } from '../../core/config/paths.ts';
import { isWithin } from '../../core/workspace/document-links.ts';
import type { Documents } from '../documents/documents.ts';
import { awaited, type Clock, LatestJobs, runSliced, type Work } from '../documents/schedule.ts';
import { toRefusal } from '../protocol/convert.ts';
import type { DiagnosticReports } from './reports.ts';
import type { Session } from './requests.ts';

/** Answers a pull: in full, or "unchanged" where the client already holds exactly this. */
export function* documentDiagnostics(
  params: DocumentDiagnosticParams,
  session: Session,
): Work<DocumentDiagnosticReport> {
  yield* session.documents.read(params.textDocument.uri);
  const analysis = session.documents.analysis(params.textDocument.uri);
  if (!analysis) {
    const items =
      (yield* findingsOfClosed(params.textDocument.uri, session)) ??
      refusalOf(params.textDocument.uri, session);
    return { kind: 'full', items };
  }
  const { resultId, items } = yield* session.reports.report(analysis, session.client);
  return params.previousResultId === resultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items: [...items] };
}

/**
 * Clients that are told of all files ask a last time for one that was closed, and go on showing what they get. Null where only
 * open files are checked.
 */
function* findingsOfClosed(uri: string, session: Session): Work<Diagnostic[] | null> {
  const { documents, workspace, display, reports, configurations, client } = session;
  const [folder] = workspace.folders;
  if (
    folder === undefined ||
    documents.uris.includes(uri) ||
    !isWithin(canonicalAddress(uri), workspace.folders)
  )
    return null;
  if (!(yield* awaited(display.of(folder))).checksAllFiles) return null;
  const analysis = yield* workspace.analysis(uri);
  if (!analysis) return null;
  const { items } = yield* reports.report(analysis, client);
  reports.forget(uri);
  configurations.forget(uri);
  return [...items];
}

/** What is shown of a document that is not read. */
function refusalOf(uri: string, { documents }: Session): Diagnostic[] {
  const refusal = documents.refusal(uri);
  return refusal === null ? [] : [toRefusal(refusal)];
}

/** Long enough to bridge two keystrokes, short enough not to be noticed. */
const pushDelayMilliseconds = 200;

type PushSession = Session & {
  readonly documents: Pick<Documents, 'uris' | 'version'>;
  readonly reports: Pick<DiagnosticReports, 'isWaiting' | 'dependsOnOthers'>;
};

/** Publishes findings to clients that cannot ask for them. */
export class DiagnosticsPush {
  readonly #jobs: LatestJobs;
  readonly #connection: Connection;
  readonly #session: PushSession;

  constructor(connection: Connection, session: PushSession, clock: Clock) {
    this.#connection = connection;
    this.#session = session;
    this.#jobs = new LatestJobs(clock);
  }

  opened(uri: string): void {
    this.#schedule(uri, 0);
  }

  changed(uri: string): void {
    this.#schedule(uri, pushDelayMilliseconds);
  }

  closed(uri: string): void {
    this.#jobs.cancel(uri);
    if (this.#needed()) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Something was decided anew: all that is shown may be out of date. */
  decided(): void {
    for (const uri of this.#session.documents.uris) this.changed(uri);
    this.#askForPulls();
  }

  /** An earlier text of a document is another one now. */
  earlierChanged(uri: string): void {
    this.changed(uri);
    this.#jobs.schedule('', pushDelayMilliseconds, async () => this.#askForPulls());
  }

  /** Other files changed in what they tell these documents: what was found in them may be out of date. */
  othersChanged(uris: readonly string[]): void {
    const dependants = uris.filter((uri) => this.#session.reports.dependsOnOthers(uri));
    for (const uri of dependants) this.changed(uri);
    if (dependants.length > 0)
      this.#jobs.schedule('', pushDelayMilliseconds, async () => this.#askForPulls());
  }

  /** Nobody types any more in a document: what waited for that is shown. */
  paused(uri: string): void {
    if (!this.#session.reports.isWaiting(uri)) return;
    this.#schedule(uri, 0);
    this.#askForPulls();
  }

  /** A client that pulls does so again. */
  #askForPulls(): void {
    if (!this.#session.client.workspace?.diagnostics?.refreshSupport) return;
    this.#connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => this.#session.logError('refreshing the diagnostics', error));
  }

  stop(): void {
    this.#jobs.cancelAll();
  }

  #schedule(uri: string, delay: number): void {
    if (this.#needed()) this.#jobs.schedule(uri, delay, (token) => this.#publish(uri, token));
  }

  #needed(): boolean {
    return !canPullDiagnostics(this.#session.client);
  }

  async #publish(uri: string, token: CancellationToken): Promise<void> {
    try {
      const { precedence } = this.#session;
      const report = await precedence.second(() => runSliced(this.#report(uri), token, precedence.patient));
      if (report) await this.#connection.sendDiagnostics(report);
    } catch (error) {
      // A newer version took over; its own run publishes.
      if (error instanceof ResponseError) return;
      this.#session.logError('publishing diagnostics', error);
    }
  }

  *#report(uri: string): Work<{ uri: string; version: number; diagnostics: Diagnostic[] } | undefined> {
    const { documents } = this.#session;
    yield* documents.read(uri);
    const analysis = documents.analysis(uri);
    const version = documents.version(uri);
    if (version === undefined) return undefined;
    if (!analysis) return { uri, version, diagnostics: refusalOf(uri, this.#session) };
    const { items } = yield* this.#session.reports.report(analysis, this.#session.client);
    return { uri, version: analysis.version, diagnostics: [...items] };
  }
}

/** Whether a client can be shown later what is left out now. */
export function canShowLater(client: ClientCapabilities): boolean {
  return !canPullDiagnostics(client) || client.workspace?.diagnostics?.refreshSupport === true;
}

export function canPullDiagnostics(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}
