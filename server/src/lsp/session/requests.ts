import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import type { Documents } from '../documents/documents.ts';
import { type Precedence, runSliced, type Work } from '../documents/schedule.ts';
import { faultOfParams } from '../protocol/params.ts';
import type { Configurations } from '../workspace/configuration.ts';
import type { DisplaySettings } from '../workspace/displaySettings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DiagnosticReports } from './reports.ts';

/** What a feature may use to answer: the open documents, what was found in them, what was decided, and what the client can show. */
export interface Session {
  readonly documents: Pick<Documents, 'analysis' | 'read' | 'refusal' | 'text' | 'textBefore' | 'uris'>;
  readonly reports: Pick<DiagnosticReports, 'report' | 'findings' | 'forget'>;
  readonly configurations: Pick<
    Configurations,
    'of' | 'projectFile' | 'nearestFile' | 'decisions' | 'forget'
  >;
  readonly workspace: Pick<
    Workspace,
    | 'index'
    | 'analysis'
    | 'textOf'
    | 'known'
    | 'complete'
    | 'upToDate'
    | 'clientAddress'
    | 'isOpen'
    | 'folders'
    | 'generationOf'
    | 'changed'
    | 'isStopped'
    | 'foldersChanged'
    | 'projects'
  >;
  readonly display: Pick<DisplaySettings, 'of'>;
  readonly precedence: Precedence;
  readonly client: ClientCapabilities;
  /** Whether the connection carries an answer that is written already; see `WrittenAnswer`. */
  readonly carriesBytes: boolean;
  readonly lifecycle: 'uninitialized' | 'running' | 'shut down';
  logError(subject: string, error: unknown): void;
}

export type Feature<Params, Result> = (params: Params, session: Session) => Work<Result>;

/** A feature that answers from what is read in the document it is asked about. */
export type DocumentFeature<Params, Result> = (
  analysis: Analysis,
  params: Params,
  session: Session,
) => Work<Result>;

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/**
 * Answers requests about one document: the one on the client's screen when its turn comes, read step by step. The answer is
 * null where it is not open or too long to be read. An error in a feature is logged and answered; it reaches nothing else.
 */
export function answerRequests<Params extends DocumentParams, Result>(
  connection: Connection,
  session: Session,
  method: string,
  feature: DocumentFeature<Params, Result>,
  urgency: Urgency = 'urgent',
): void {
  const fromReading = function* (params: Params): Work<Result | null> {
    const { uri } = params.textDocument;
    yield* session.documents.read(uri);
    const analysis = session.documents.analysis(uri);
    return analysis ? yield* feature(analysis, params, session) : null;
  };
  answerUnread(connection, session, method, fromReading, urgency);
}

/** The same for a feature that first decides whether the document has to be read, or has an answer where it is not. */
export function answerUnread<Params extends DocumentParams, Result>(
  connection: Connection,
  session: Session,
  method: string,
  feature: Feature<Params, Result>,
  urgency: Urgency = 'urgent',
): void {
  answerAbout(connection, session, method, feature, (params) => params?.textDocument?.uri, urgency);
}

/** Whether somebody waits for the answer, it is shown when it is there, or it only adorns what is shown. */
export type Urgency = 'urgent' | 'patient' | 'last';

/** The same for requests that name in another way what they are about; one that does not name it is refused. */
export function answerAbout<Params, Result>(
  connection: Connection,
  session: Session,
  method: string,
  feature: Feature<Params, Result>,
  subjectOf: (params: Params) => unknown,
  urgency: Urgency = 'urgent',
): void {
  const { precedence } = session;

  connection.onRequest(method, async (params: Params, token: CancellationToken): Promise<unknown> => {
    const refusal = refuse(session, method, params, token);
    if (refusal) return refusal;
    const subject = subjectOf(params);
    if (typeof subject !== 'string')
      return new ResponseError(ErrorCodes.InvalidParams, 'The request names no document.');
    const started = performance.now();
    try {
      const work = feature(params, session);
      switch (urgency) {
        case 'urgent':
          return await precedence.first(() => runSliced(work, token));
        case 'patient':
          return await precedence.second(() => runSliced(work, token, precedence.patient));
        case 'last':
          return await runSliced(work, token, precedence.last);
      }
    } catch (error) {
      if (error instanceof ResponseError) return error;
      session.logError(method, error);
      return new ResponseError(ErrorCodes.InternalError, `${method} failed: ${messageOf(error)}`);
    } finally {
      const milliseconds = (performance.now() - started).toFixed(1);
      connection.tracer.log(`${method} took ${milliseconds} ms`, String(subject));
    }
  });
}

function refuse(
  session: Session,
  method: string,
  params: unknown,
  token: unknown,
): ResponseError<void> | undefined {
  if (session.lifecycle === 'uninitialized') {
    return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
  }
  if (session.lifecycle === 'shut down') {
    return new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
  }
  // Parameters that are sent one by one come one by one, and the token stands elsewhere.
  const fault = CancellationToken.is(token) ? faultOfParams(method, params) : 'params is no object';
  return fault === null ? undefined : new ResponseError(ErrorCodes.InvalidParams, `${method}: ${fault}.`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
