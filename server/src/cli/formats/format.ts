import type { FileSummary } from '../../core/model/summary.ts';
import type { Finding, Severity } from '../../core/rules/rule.ts';
import { lineAmong, type TextSnapshot } from '../../core/text/snapshot.ts';
import type { Trouble, Visit } from '../documents.ts';

/** How the findings of a check are written. Each part is printed as soon as it is known: one document is held at a time. */
export interface Format {
  begin(): string;
  /** A finding by itself. It depends on nothing that was written before: documents are read in several threads. */
  finding(finding: Finding, document: FindingContext): string;
  /** A document with its findings, which come in the order of the documents. */
  document(document: WrittenDocument): string;
  /** A document that could not be read, where it is told in its place and not at the end. */
  unreadable?(trouble: Trouble): string;
  end(outcome: Outcome): string;
}

/** Where a finding stands. */
export interface FindingContext {
  readonly path: string;
  /** Where the document lies; null for standard input. */
  readonly file: string | null;
  readonly snapshot: TextSnapshot;
  readonly identityOf: (finding: Finding) => string;
}

/** A finding and what was written of it: plain data, which one thread can hand to another. */
export interface WrittenFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly written: string;
}

export interface WrittenDocument {
  readonly path: string;
  /** Those that are to be shown. */
  readonly findings: readonly WrittenFinding[];
  /** How many are not. */
  readonly notShown: number;
  /** Rules that broke down over it. */
  readonly failures: readonly Trouble[];
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

/** A document in which places can be told by lines and columns. */
export type PlacesOf = Pick<TextSnapshot, 'positionAt'>;

/** Those of a document of which nothing is there but its summary. */
export function placesIn({ lineStarts }: FileSummary): PlacesOf {
  return {
    positionAt(offset) {
      const line = lineAmong(lineStarts, offset);
      return { line, column: offset - (lineStarts[line] ?? 0) };
    },
  };
}

/** A place as build servers count: from 1. */
export function placeOf(snapshot: PlacesOf, range: { start: number; end: number }) {
  const start = snapshot.positionAt(range.start);
  const end = snapshot.positionAt(range.end);
  return {
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

/** What was written of findings, one behind the other. */
export function writtenOf({ findings }: WrittenDocument, between = ''): string {
  return findings.map(({ written }) => written).join(between);
}
