import type { Analysis } from '../analysis.ts';
import { type Configuration, defaultConfiguration } from '../config/model.ts';
import { type Suppression, Suppressions } from '../config/suppressions.ts';
import { rules as allRules } from './index.ts';
import type { Finding, Rule, RuleReport, Severity } from './rule.ts';

export interface RunOptions {
  /** The rules to run instead of all. */
  readonly rules?: readonly Rule[];
  /** What was decided for this document; by default nothing. */
  readonly configuration?: Configuration;
  /** Severities that go before those of the configuration, by rule id. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** Told of a rule that threw; its findings are lost and the others stay. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

/** Runs the rules over one document and returns what they found, in the order of the text. Never throws. */
export function runRules(analysis: Analysis, options: RunOptions = {}): Finding[] {
  return checkDocument(analysis, options).findings;
}

export interface CheckedDocument {
  /** In the order of the text, without those that comments silence. */
  readonly findings: Finding[];
  /** The comments that silenced something. */
  readonly usedSuppressions: ReadonlySet<Suppression>;
}

/** Runs the rules, and tells beside the findings which comments of the document silenced others. */
export function checkDocument(analysis: Analysis, options: RunOptions = {}): CheckedDocument {
  const configuration = options.configuration ?? defaultConfiguration;
  const suppressions = new Suppressions(analysis);
  const findings: Finding[] = [];
  for (const rule of options.rules ?? allRules) {
    const severity = options.severities?.get(rule.id) ?? configuration.rules.get(rule.id) ?? rule.severity;
    if (severity === 'off') continue;
    try {
      // Half of a rule's findings would mislead as much as none: they count once the rule has come to its end.
      const reports = [...rule.check(analysis, configuration)];
      const before = findings.length;
      for (const report of reports) {
        if (!suppressions.silence(rule.id, report.range.start))
          findings.push(toFinding(rule, severity, report));
      }
      if (rule.silencesOthers && findings.length > before) break;
    } catch (error) {
      options.onRuleError?.(rule.id, error);
    }
  }
  findings.sort(
    (a, b) =>
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return { findings, usedSuppressions: suppressions.used };
}

function toFinding(rule: Rule, severity: Severity, report: RuleReport): Finding {
  return { ...report, rule: rule.id, severity, related: report.related ?? [], fixes: report.fixes ?? [] };
}
