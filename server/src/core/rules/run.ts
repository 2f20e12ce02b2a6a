import type { Analysis } from '../analysis.ts';
import { type Configuration, defaultConfiguration, type NotDefect } from '../config/model.ts';
import { Suppressions } from '../config/suppressions.ts';
import { noOtherFiles, type OtherFiles } from '../model/summary.ts';
import { type EarlierMeanings, nothingEarlier } from '../resolve/meanings.ts';
import { finish, type Steps } from '../text/steps.ts';
import { subjectOf } from './identity.ts';
import { rules as allRules } from './index.ts';
import type { Finding, Rule, RuleReport, Severity, SilencedFindings } from './rule.ts';

export interface RunOptions {
  /** The rules to run instead of all. */
  readonly rules?: readonly Rule[];
  /** What was decided for this document; by default nothing. */
  readonly configuration?: Configuration;
  /** Severities that go before those of the configuration, by rule id. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** The other files of the workspace; by default there are none. */
  readonly others?: OtherFiles;
  /** What the citations meant in earlier texts of the document; by default none is known. */
  readonly earlier?: EarlierMeanings;
  /** Told of a rule that threw; its findings are lost and the others stay. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

/** Runs the rules over one document and returns what they found, in the order of the text. Never throws. */
export function runRules(analysis: Analysis, options: RunOptions = {}): Finding[] {
  return finish(runRulesInSteps(analysis, options));
}

/** The same, rule by rule. */
export function* runRulesInSteps(analysis: Analysis, options: RunOptions = {}): Steps<Finding[]> {
  const configuration = options.configuration ?? defaultConfiguration;
  const others = options.others ?? noOtherFiles;
  const earlier = options.earlier ?? nothingEarlier;
  const rules = options.rules ?? allRules;
  const severityOf = (rule: Rule): Severity | 'off' =>
    options.severities?.get(rule.id) ?? configuration.rules.get(rule.id) ?? rule.severity;
  const silencer = new Silencer(analysis, configuration, rules === allRules);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule);
    if (severity === 'off') continue;
    try {
      if (rule.prepare) yield* rule.prepare(analysis);
      // Half of a rule's findings would mislead as much as none: they count once the rule has come to its end.
      const reports = [...rule.check(analysis, configuration, silencer, others, earlier)];
      const before = findings.length;
      for (const report of reports) {
        if (!silencer.silence(rule, report)) findings.push(toFinding(rule, severity, report));
      }
      silencer.ran.add(rule.id);
      if (rule.silencesOthers && findings.length > before) break;
    } catch (error) {
      silencer.complete = false;
      options.onRuleError?.(rule.id, error);
    }
    yield;
  }
  return findings.sort(
    (a, b) =>
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/** Silences findings by the comments of the document and the entries of the project, and remembers by which. */
class Silencer implements SilencedFindings {
  readonly suppressions: Suppressions;
  readonly ran = new Set<string>();
  readonly #analysis: Analysis;
  readonly #entries = new Map<string, NotDefect>();
  readonly #rules = new Set<string>();
  readonly #used = new Set<NotDefect>();
  /** Whether no rule was left out that somebody wants, and none has failed so far. */
  complete: boolean;

  constructor(analysis: Analysis, { notDefects }: Configuration, complete: boolean) {
    this.#analysis = analysis;
    this.complete = complete;
    this.suppressions = new Suppressions(analysis);
    for (const entry of notDefects) {
      this.#rules.add(entry.rule);
      // Of several alike the first is the one that works.
      if (!this.#entries.has(keyOf(entry))) this.#entries.set(keyOf(entry), entry);
    }
  }

  silence({ id: rule, silencedByName = false }: Rule, { range }: RuleReport): boolean {
    const names = silencedByName ? [rule] : [rule, null];
    if (this.suppressions.silence(names, range.start)) return true;
    if (!this.#rules.has(rule)) return false;
    const entry = this.#entries.get(keyOf(subjectOf(this.#analysis, { rule, range })));
    if (entry) this.#used.add(entry);
    return entry !== undefined;
  }

  isUsed(entry: NotDefect): boolean {
    return this.#used.has(entry);
  }

  hasRun(rule: string | null): boolean {
    return rule === null ? this.complete : this.ran.has(rule);
  }
}

function keyOf({ rule, provision, text }: Pick<NotDefect, 'rule' | 'provision' | 'text'>): string {
  return [rule, provision, text].join('\n');
}

function toFinding(rule: Rule, severity: Severity, report: RuleReport): Finding {
  return { ...report, rule: rule.id, severity, related: report.related ?? [], fixes: report.fixes ?? [] };
}
