import { expect, it } from 'vitest';
import { CancellationToken } from 'vscode-languageserver';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { runSliced } from '../../server/src/lsp/documents/schedule.ts';
import { DiagnosticReports } from '../../server/src/lsp/session/reports.ts';
import { articles } from './serverProcess.ts';

it('rules that throw are told of once for each reading of a document', async () => {
  const told: string[] = [];
  const reports = new DiagnosticReports((rule, error) => told.push(`${rule}: ${error}`));
  const broken: Analysis = {
    ...analyze(articles),
    get outline(): never {
      throw new RangeError('no outline');
    },
  };
  const find = () => runSliced(reports.findings(broken), CancellationToken.None);
  expect(await find()).toEqual([]);
  expect(await find()).toEqual([]);
  // A rule that looks for something else first, and does not find it, never comes to the outline.
  const ids = rules.map(({ id }) => `${id}: RangeError: no outline`).filter((line) => told.includes(line));
  expect(told).toEqual(ids);
  expect(told).toContain('duplicate-number: RangeError: no outline');
});
