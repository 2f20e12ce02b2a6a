import type { Finding } from '../../core/rules/rule.ts';
import type { TextSnapshot } from '../../core/text/snapshot.ts';
import { severities } from '../severities.ts';
import { type Format, placeOf, type ReportedDocument } from './format.ts';

/** For programs; the keys are a promise to them. Lines and columns count from 1, columns in UTF-16. */
export function jsonFormat(): Format {
  let first = true;
  return {
    begin: () => '{"version":1,"files":[',
    document(document) {
      const comma = first ? '' : ',';
      first = false;
      return `${comma}\n${JSON.stringify(documentEntry(document))}`;
    },
    end({ visit: { unreadable, failures }, documents, counts, notShown }) {
      const found = Object.fromEntries(severities.map((severity) => [severity, counts.get(severity) ?? 0]));
      const summary = { documents, ...found, notShown };
      return `\n],"unreadable":${JSON.stringify(unreadable)},"failures":${JSON.stringify(failures)},"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

function documentEntry({ path, snapshot, findings, identityOf }: ReportedDocument) {
  return {
    path,
    findings: findings.map((finding) => ({
      ...findingEntry(finding, snapshot),
      identity: identityOf(finding),
      related: finding.related.map(({ range, message }) => ({ ...placeOf(snapshot, range), message })),
      fixes: finding.fixes.map(({ title, edits, certain = false }) => ({
        title,
        certain,
        edits: edits.map(({ range, newText }) => ({ ...placeOf(snapshot, range), newText })),
      })),
    })),
  };
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
