import pc from 'picocolors';
import manifest from '../../../package.json';
import { unknownName } from '../core/config/nearest.ts';
import { rulePageAddress } from '../core/features/rule-page.ts';
import { rules } from '../core/rules/index.ts';
import { type CommandIo, exitCodes } from './io.ts';

export interface RulesArguments {
  /** The rule whose page is asked for; null for a list of all. */
  readonly id: string | null;
  readonly json: boolean;
}

/** `proviso rules`: lists the rules with the severities they have by themselves, or prints the manual's page of one. */
export async function listRules({ id, json }: RulesArguments, io: CommandIo): Promise<number> {
  if (id !== null) return printPage(id, io);
  if (json) {
    const listed = rules.map((rule) => {
      const page = rulePageAddress(manifest, rule.id);
      return { id: rule.id, title: rule.title, severity: rule.severity, ...(page !== null && { page }) };
    });
    io.out(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
    return exitCodes.clean;
  }
  const colors = pc.createColors(io.color);
  const width = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
  const idWidth = width(rules.map((rule) => rule.id));
  const severityWidth = width(rules.map(({ severity }) => severity));
  for (const rule of rules)
    io.out(
      `${colors.bold(rule.id.padEnd(idWidth))}  ${rule.severity.padEnd(severityWidth)}  ${rule.title}\n`,
    );
  return exitCodes.clean;
}

function printPage(id: string, io: CommandIo): number {
  const ids = rules.map((rule) => rule.id);
  const page = ids.includes(id) ? io.rulePage(id) : null;
  if (page !== null) {
    io.out(page);
    return exitCodes.clean;
  }
  const reason = ids.includes(id)
    ? 'The manual did not come with this copy of Proviso.'
    : unknownName(id, 'rule', ids);
  io.err(`proviso: ${reason}\n`);
  return exitCodes.trouble;
}
