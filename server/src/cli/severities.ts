import type { Severity } from '../core/rules/rule.ts';

/** From the gravest down. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** What `--fail-on` takes: the mildest severity that makes a check fail, or "never". */
export const failOnLevels: readonly string[] = [...severities, 'never'];

/** The severities from which a check fails. */
export function failingFrom(level: string): readonly Severity[] {
  return level === 'never' ? [] : severities.slice(0, failOnLevels.indexOf(level) + 1);
}
