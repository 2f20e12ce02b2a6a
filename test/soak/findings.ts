import { spawnSync } from 'node:child_process';
import type { Diagnostic } from 'vscode-languageserver';
import { bundle } from '../protocol/serverProcess.ts';

/** What `proviso check` finds in files, a line for each finding, by file. */
export function findingsOfCheck(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const args = [bundle('cli.cjs'), 'check', '--no-config', '--format', 'json', ...files];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 29 });
  const report: CheckReport = JSON.parse(run.stdout);
  for (const [index, { findings }] of report.files.entries())
    found.set(
      files[index] ?? '',
      findings.map(({ rule, line, message }) => lineOf(rule, line, message)).sort(),
    );
  return found;
}

/** The same of what a server tells. */
export function findingsOfServer(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .map(({ code, range, message }) => lineOf(String(code), range.start.line + 1, String(message)))
    .sort();
}

interface CheckReport {
  readonly files: readonly {
    readonly findings: readonly { readonly rule: string; readonly line: number; readonly message: string }[];
  }[];
}

function lineOf(rule: string, line: number, message: string): string {
  return `${line} ${rule}: ${message}`;
}
