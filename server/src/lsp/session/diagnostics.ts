import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { type Configuration, defaultConfiguration } from '../../core/config/model.ts';
import { canonicalAddress } from '../../core/config/paths.ts';
import { noOtherFiles, type OtherFiles } from '../../core/model/summary.ts';
import type { EarlierMeanings } from '../../core/resolve/meanings.ts';
import type { Finding } from '../../core/rules/rule.ts';
import { runRulesInSteps } from '../../core/rules/run.ts';
import { isWithin } from '../../core/workspace/document-links.ts';
import type { Documents } from '../documents/documents.ts';
import { EarlierTexts } from '../documents/earlierTexts.ts';
import { awaited, type Clock, LatestJobs, runSliced, type Work } from '../documents/schedule.ts';
import { withoutUnfinished } from '../documents/typing.ts';
import { toDiagnostic, toRefusal } from '../protocol/convert.ts';
import type { Configurations } from '../workspace/configuration.ts';
import type { Workspace } from '../workspace/workspace.ts';
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

/** What was last found in each document, under an id that changes only when what was found does. */
export class DiagnosticReports {
  readonly #latest = new Map<string, LatestReport>();
  /** Keeps ids of an earlier server process from being taken for this one's. */
  readonly #session = Date.now().toString(36);
  #count = 0;
  readonly #onRuleError: (rule: string, error: unknown) => void;
  readonly #configurations: Pick<Configurations, 'of'>;
  readonly #typedLines: (uri: string) => readonly number[];
  readonly #rulePage: (rule: string) => string | null;
  readonly #workspace: Others;
  readonly #earlier: Pick<EarlierTexts, 'of'>;
  readonly #askers = new Set<string>();

  /**
   * A rule that throws loses its own findings and no others; it is told of here. What is found on typed lines waits,
   * unless it is shown already.
   */
  constructor(
    onRuleError: (rule: string, error: unknown) => void,
    configurations: Pick<Configurations, 'of'> = nothingDecided,
    typedLines: (uri: string) => readonly number[] = () => [],
    rulePage: (rule: string) => string | null = () => null,
    workspace: Others = alone,
    earlier: Pick<EarlierTexts, 'of'> = new EarlierTexts(),
  ) {
    this.#onRuleError = onRuleError;
    this.#configurations = configurations;
    this.#typedLines = typedLines;
    this.#rulePage = rulePage;
    this.#workspace = workspace;
    this.#earlier = earlier;
  }

  *report(analysis: Analysis, client: ClientCapabilities): Work<Report> {
    const findings = yield* this.#findings(analysis);
    const withRelated = showsRelatedInformation(client);
    const withPages = showsPages(client);
    const diagnostics = new Map<Finding, Diagnostic>();
    for (const finding of findings) {
      const page = withPages ? this.#rulePage(finding.rule) : null;
      diagnostics.set(finding, toDiagnostic(analysis.snapshot, analysis.uri, finding, { withRelated, page }));
      yield;
    }
    // Only now: had the typing paused meanwhile, nobody would ask again for what was left out.
    const shown = this.#finished(analysis, findings);
    const items = shown.flatMap((finding) => diagnostics.get(finding) ?? []);
    const content = JSON.stringify(items);
    const latest = this.#latest.get(analysis.uri);
    const waiting = shown.length < findings.length;
    let resultId = latest?.resultId;
    if (resultId === undefined || latest?.content !== content) {
      this.#count += 1;
      resultId = `${this.#session}.${this.#count}`;
    }
    const report = { resultId, items, content, shown, waiting };
    this.#latest.set(analysis.uri, report);
    return report;
  }

  /** Those that are shown, or will be once they are asked for. */
  *findings(analysis: Analysis): Work<readonly Finding[]> {
    return this.#finished(analysis, yield* this.#findings(analysis));
  }

  /** Whether the latest report left out what is found on typed lines. */
  isWaiting(uri: string): boolean {
    return this.#latest.get(uri)?.waiting ?? false;
  }

  #finished(analysis: Analysis, findings: readonly Finding[]): readonly Finding[] {
    const typed = this.#typedLines(analysis.uri);
    const before = this.#latest.get(analysis.uri)?.shown ?? [];
    return withoutUnfinished(findings, analysis.snapshot, typed, before);
  }

  *#findings(analysis: Analysis): Work<readonly Finding[]> {
    const configuration = yield* awaited(this.#configurations.of(analysis.uri));
    // Kept with the analysis, and gone with it.
    const known = analysis.answers.get(this) as Found | undefined;
    const generation = this.#workspace.generationOf(analysis.uri);
    const earlier = yield* this.#earlier.of(analysis);
    const isKnown = known?.configuration === configuration && known.earlier === earlier;
    if (isKnown && (known.generation === generation || !known.asked)) return known.findings;
    yield;
    let asked = false;
    const others = watched(this.#workspace.others(analysis.uri), () => {
      asked = true;
    });
    const findings = yield* runRulesInSteps(analysis, {
      configuration,
      others,
      earlier,
      onRuleError: this.#onRuleError,
    });
    analysis.answers.set(this, { configuration, generation, earlier, asked, findings } satisfies Found);
    if (asked) this.#askers.add(analysis.uri);
    else this.#askers.delete(analysis.uri);
    return findings;
  }

  /** Whether what was found last in a document depends on the other files. */
  dependsOnOthers(uri: string): boolean {
    return this.#askers.has(uri);
  }

  /** Whether something is shown that an earlier text of the document has a part in. */
  tellsOfEarlier(uri: string): boolean {
    return this.#latest.get(uri)?.shown.some(({ rule }) => rule === 'shifted-reference') ?? false;
  }

  forget(uri: string): void {
    this.#askers.delete(uri);
    this.#latest.delete(uri);
  }
}

/** The other files as a document sees them, and a count that grows whenever they change for it. */
type Others = Pick<Workspace, 'others' | 'generationOf'>;

const alone: Others = { others: () => noOtherFiles, generationOf: () => 0 };

interface Found {
  readonly configuration: Configuration;
  readonly generation: number;
  readonly earlier: EarlierMeanings;
  /** A rule asked for the other files. */
  readonly asked: boolean;
  readonly findings: readonly Finding[];
}

function watched(others: OtherFiles, asked: () => void): OtherFiles {
  return {
    called: (name) => {
      asked();
      return others.called(name);
    },
    withAttachment: (word, number) => {
      asked();
      return others.withAttachment(word, number);
    },
    together: () => {
      asked();
      return others.together();
    },
    imported: (path) => {
      asked();
      return others.imported(path);
    },
  };
}

const nothingDecided: Pick<Configurations, 'of'> = { of: async () => defaultConfiguration };

interface Report {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

interface LatestReport extends Report {
  readonly content: string;
  readonly shown: readonly Finding[];
  readonly waiting: boolean;
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

function showsPages(client: ClientCapabilities): boolean {
  const { diagnostic, publishDiagnostics } = client.textDocument ?? {};
  return (diagnostic?.codeDescriptionSupport ?? publishDiagnostics?.codeDescriptionSupport) === true;
}

function showsRelatedInformation(client: ClientCapabilities): boolean {
  const { diagnostic, publishDiagnostics } = client.textDocument ?? {};
  return (diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true;
}
