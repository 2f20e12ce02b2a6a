import type { Analysis } from '../analysis.ts';
import { rules as allRules } from './index.ts';
import type { Finding, Rule, RuleReport, Severity } from './rule.ts';

export interface RunOptions {
  /** The rules to run instead of all. */
  readonly rules?: readonly Rule[];
  /** Severities that differ from the rules' own, by rule id. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** Told of a rule that threw; its findings are lost and the others stay. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

/** Runs the rules over one document and returns what they found, in the order of the text. Never throws. */
export function runRules(analysis: Analysis, options: RunOptions = {}): Finding[] {
  const findings: Finding[] = [];
  for (const rule of options.rules ?? allRules) {
    const severity = options.severities?.get(rule.id) ?? rule.severity;
    if (severity === 'off') continue;
    try {
      for (const report of rule.check(analysis)) findings.push(toFinding(rule, severity, report));
    } catch (error) {
      // Half of a rule's findings would mislead as much as none: what it found before it threw is dropped too.
      while (findings[findings.length - 1]?.rule === rule.id) findings.pop();
      options.onRuleError?.(rule.id, error);
    }
  }
  return findings.sort(
    (a, b) =>
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

function toFinding(rule: Rule, severity: Severity, report: RuleReport): Finding {
  return { ...report, rule: rule.id, severity, related: report.related ?? [], fixes: report.fixes ?? [] };
}
