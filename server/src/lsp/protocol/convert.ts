import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  Location,
  LocationLink,
  Position,
  Range,
} from 'vscode-languageserver';
import { DiagnosticSeverity, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import type { ConfigurationProblem } from '../../core/config/json.ts';
import type { Place } from '../../core/features/provisions/places.ts';
import type { ProvisionKind } from '../../core/model/provision.ts';
import type { FileSummary } from '../../core/model/summary.ts';
import type { Finding, Severity } from '../../core/rules/rule.ts';
import type { TextRange } from '../../core/text/range.ts';
import { say } from '../../core/text/say.ts';
import { lineAmong, TextSnapshot } from '../../core/text/snapshot.ts';

/** The only place where offsets become positions of the protocol and back. Both count UTF-16 code units. */
export function toRange(snapshot: TextSnapshot, range: TextRange): Range {
  return { start: toPosition(snapshot, range.start), end: toPosition(snapshot, range.end) };
}

export function toPosition(snapshot: TextSnapshot, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, snapshot.text.length));
  const line = snapshot.lineAt(clamped);
  return { line, character: clamped - snapshot.lineStart(line) };
}

/** From a place in one line to a place in the same or another, where there is no snapshot of the text. */
export function toLinesRange(line: number, column: number, lastLine: number, lastColumn: number): Range {
  return { start: { line, character: column }, end: { line: lastLine, character: lastColumn } };
}

/** The offset of a position; one outside the document is moved to the nearest place inside. */
export function toOffset(snapshot: TextSnapshot, position: Position): number {
  const { line, character } = wellFormedPosition(position);
  return snapshot.offsetAt(line, character);
}

/** The offsets of a range; one that runs backwards is turned round. */
export function toTextRange(snapshot: TextSnapshot, range: Range): TextRange {
  const start = toOffset(snapshot, range.start);
  const end = toOffset(snapshot, range.end);
  return start <= end ? { start, end } : { start: end, end: start };
}

/** A range whose numbers are whole and not negative, whatever a client sent. */
export function wellFormedRange(range: Range): Range {
  return { start: wellFormedPosition(range.start), end: wellFormedPosition(range.end) };
}

/** No line of a document is this long and no document has so many, yet the sum of two still is a safe integer. */
const largestCoordinate = 2 ** 31 - 1;

function wellFormedPosition(position: Position): Position {
  return { line: wholeNumber(position?.line), character: wholeNumber(position?.character) };
}

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return 0;
  return Math.min(Math.max(0, Math.floor(value)), largestCoordinate);
}

export function toLocation({ uri, snapshot }: Analysis, range: TextRange): Location {
  return { uri, range: toRange(snapshot, range) };
}

/** A place in a file of which only the summary is at hand. */
export function toSummaryLocation({ uri, lineStarts }: FileSummary, { start, end }: TextRange): Location {
  const position = (offset: number): Position => {
    const line = lineAmong(lineStarts, offset);
    return { line, character: offset - (lineStarts[line] ?? 0) };
  };
  return { uri, range: { start: position(start), end: position(end) } };
}

/** From a citation to a place in the same document or another one. */
export function toLocationLink(
  from: Analysis,
  origin: TextRange,
  { uri, snapshot }: Analysis,
  place: Place,
): LocationLink {
  return {
    originSelectionRange: toRange(from.snapshot, origin),
    targetUri: uri,
    targetRange: toRange(snapshot, place.range),
    targetSelectionRange: toRange(snapshot, place.selection),
  };
}

export function toDiagnostic(
  snapshot: TextSnapshot,
  uri: string,
  finding: Finding,
  { withRelated = false, page = null }: { withRelated?: boolean; page?: string | null } = {},
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(snapshot, finding.range),
    severity: severities[finding.severity],
    code: finding.rule,
    source: 'proviso',
    message: finding.message,
  };
  if (page !== null) diagnostic.codeDescription = { href: page };
  if (withRelated && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(
      (place): DiagnosticRelatedInformation => ({
        location: place.file
          ? toSummaryLocation(place.file, place.range)
          : { uri, range: toRange(snapshot, place.range) },
        message: place.message,
      }),
    );
  }
  return diagnostic;
}

/** What is wrong in a file of settings. */
export function toProblem(
  snapshot: TextSnapshot,
  { range, severity, message }: ConfigurationProblem,
): Diagnostic {
  return { range: toRange(snapshot, range), severity: severities[severity], source: 'proviso', message };
}

/** Says at the first line of a document why it is not read. */
export function toRefusal(reason: string): Diagnostic {
  const range = toRange(new TextSnapshot(''), { start: 0, end: 0 });
  const message = say`${reason.charAt(0).toUpperCase()}${reason.slice(1)}. Only its headings are shown.`;
  return { range, severity: severities.information, source: 'proviso', message };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toSymbolKind(kind: ProvisionKind): SymbolKind {
  return symbolKinds[kind];
}

/** Clients reject a whole outline over one empty name. */
export function toSymbolName({
  name,
  kind,
}: {
  readonly name: string;
  readonly kind: ProvisionKind;
}): string {
  return name.trim() === '' ? kind : name;
}

/** A defined term stands for the same wherever it is written. */
export const termSymbolKind: SymbolKind = SymbolKind.Constant;

/** The protocol knows only kinds of program symbols; these are chosen so that each level has an icon of its own. */
const symbolKinds: Readonly<Record<ProvisionKind, SymbolKind>> = {
  instrument: SymbolKind.File,
  statement: SymbolKind.File,
  preamble: SymbolKind.Namespace,
  recital: SymbolKind.Interface,
  part: SymbolKind.Module,
  chapter: SymbolKind.Module,
  article: SymbolKind.Class,
  section: SymbolKind.Method,
  subsection: SymbolKind.Function,
  clause: SymbolKind.Function,
  paragraph: SymbolKind.Field,
  item: SymbolKind.EnumMember,
  subitem: SymbolKind.EnumMember,
  exhibit: SymbolKind.Package,
  schedule: SymbolKind.Package,
  annex: SymbolKind.Package,
  appendix: SymbolKind.Package,
  supplement: SymbolKind.Package,
  signature: SymbolKind.Key,
};
