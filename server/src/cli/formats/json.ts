import { fileURLToPath } from 'node:url';
import type { FileSummary } from '../../core/model/summary.ts';
import type { Finding } from '../../core/rules/rule.ts';
import type { TextSnapshot } from '../../core/text/snapshot.ts';
import { severities } from '../severities.ts';
import {
  type FindingContext,
  type Format,
  type FormatContext,
  placeOf,
  placesIn,
  writtenOf,
} from './format.ts';
import { pathFrom } from './paths.ts';

/** For programs; the keys are a promise to them. Lines and columns count from 1, columns in UTF-16. */
export function jsonFormat({ cwd }: FormatContext): Format {
  let first = true;
  return {
    begin: () => '{"version":1,"files":[',
    finding: (finding, document) => findingJson(finding, document, cwd),
    document(document) {
      const comma = first ? '' : ',';
      first = false;
      return `${comma}\n{"path":${JSON.stringify(document.path)},"findings":[${writtenOf(document, ',')}]}`;
    },
    end({ visit: { unreadable, failures }, documents, counts, notShown }) {
      const found = Object.fromEntries(severities.map((severity) => [severity, counts.get(severity) ?? 0]));
      const summary = { documents, ...found, notShown };
      return `\n],"unreadable":${JSON.stringify(unreadable)},"failures":${JSON.stringify(failures)},"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

/**
 * A line of JSON for each document, in the order in which they were named, and nothing else: what takes lines and gives
 * lines can run this over any number of documents. Each line has all keys; one of `findings` and `error` says something.
 */
export function linesFormat({ cwd }: FormatContext): Format {
  return {
    begin: () => '',
    finding: (finding, document) => findingJson(finding, document, cwd),
    document(document) {
      const { path, notShown, failures } = document;
      const reasons = failures.map(({ reason }) => reason);
      return line(path, null, writtenOf(document, ','), notShown, reasons);
    },
    unreadable: ({ path, reason }) => line(path, reason, '', 0, []),
    end: () => '',
  };
}

function line(
  path: string,
  error: string | null,
  findings: string,
  notShown: number,
  failures: readonly string[],
): string {
  return `{"version":1,"path":${JSON.stringify(path)},"error":${JSON.stringify(error)},"findings":[${findings}],"notShown":${notShown},"failures":${JSON.stringify(failures)}}\n`;
}

function findingJson(finding: Finding, { snapshot, identityOf }: FindingContext, cwd: string): string {
  return JSON.stringify({
    ...findingEntry(finding, snapshot),
    identity: identityOf(finding),
    related: finding.related.map(({ range, message, file }) => ({
      ...(file && { path: pathOf(file, cwd) }),
      ...placeOf(file ? placesIn(file) : snapshot, range),
      message,
    })),
    fixes: finding.fixes.map(({ title, edits, certain = false }) => ({
      title,
      certain,
      edits: edits.map(({ range, newText }) => ({ ...placeOf(snapshot, range), newText })),
    })),
  });
}

/** As a document is named that lies below the folder of the check, else by its whole path. */
function pathOf({ uri }: FileSummary, cwd: string): string {
  const path = fileURLToPath(uri);
  return pathFrom(cwd, path) ?? path;
}

/** A finding as `check` and `inspect` tell of it. */
export function findingEntry(finding: Finding, snapshot: TextSnapshot) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    ...placeOf(snapshot, finding.range),
    message: finding.message,
  };
}
