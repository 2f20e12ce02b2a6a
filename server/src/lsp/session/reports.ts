import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { type Configuration, defaultConfiguration } from '../../core/config/model.ts';
import { noOtherFiles, type OtherFiles } from '../../core/model/summary.ts';
import type { EarlierMeanings } from '../../core/resolve/meanings.ts';
import type { Finding } from '../../core/rules/rule.ts';
import { runRulesInSteps } from '../../core/rules/run.ts';
import { EarlierTexts } from '../documents/earlierTexts.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { withoutUnfinished } from '../documents/typing.ts';
import { toDiagnostic } from '../protocol/convert.ts';
import type { Configurations } from '../workspace/configuration.ts';
import type { Workspace } from '../workspace/workspace.ts';

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

function showsPages(client: ClientCapabilities): boolean {
  const { diagnostic, publishDiagnostics } = client.textDocument ?? {};
  return (diagnostic?.codeDescriptionSupport ?? publishDiagnostics?.codeDescriptionSupport) === true;
}

function showsRelatedInformation(client: ClientCapabilities): boolean {
  const { diagnostic, publishDiagnostics } = client.textDocument ?? {};
  return (diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true;
}
