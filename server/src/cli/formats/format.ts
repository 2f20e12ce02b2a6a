import type { Finding, Severity } from '../../core/rules/rule.ts';
import type { TextSnapshot } from '../../core/text/snapshot.ts';
import type { Visit } from '../documents.ts';

/** How the findings of a check are written. Each part is printed as soon as it is known: one document is held at a time. */
export interface Format {
  begin(): string;
  document(document: ReportedDocument): string;
  end(outcome: Outcome): string;
}

export interface ReportedDocument {
  readonly path: string;
  /** Where it lies; null for standard input. */
  readonly file: string | null;
  readonly snapshot: TextSnapshot;
  /** Those that are to be shown. */
  readonly findings: readonly Finding[];
  readonly identityOf: (finding: Finding) => string;
}

/** What there is to say when all documents were checked. */
export interface Outcome {
  readonly visit: Visit;
  readonly documents: number;
  readonly withFindings: number;
  /** Of all findings, those that are not shown included. */
  readonly counts: ReadonlyMap<Severity, number>;
  readonly notShown: number;
}

/** What a format may need to know beside the findings. */
export interface FormatContext {
  readonly color: boolean;
  /** The folder that paths in reports start from. */
  readonly cwd: string;
  /** The severities that make the check fail. */
  readonly failing: readonly Severity[];
  readonly rulePage: (rule: string) => string | null;
}

/** A place as build servers count: from 1. */
export function placeOf(snapshot: TextSnapshot, range: { start: number; end: number }) {
  const start = snapshot.positionAt(range.start);
  const end = snapshot.positionAt(range.end);
  return {
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}
