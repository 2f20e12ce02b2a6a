import pc from 'picocolors';
import type { Finding, Severity } from '../../core/rules/rule.ts';
import { excerpt, printable } from '../excerpt.ts';
import { severities } from '../severities.ts';
import { type FindingContext, type Format, type FormatContext, type Outcome, writtenOf } from './format.ts';

/** For people: each finding with its source line and carets, and a summary. */
export function textFormat({ color }: FormatContext): Format {
  const colors = pc.createColors(color);
  return {
    begin: () => '',
    finding: (finding, document) => describe(document, finding, colors),
    document: (document) => writtenOf(document),
    end: (outcome) => `${colors.bold(summary(outcome))}\n`,
  };
}

type Colors = ReturnType<typeof pc.createColors>;

/** The place, what is wrong there, and the source line with carets below the spot. */
function describe({ path, snapshot }: FindingContext, finding: Finding, colors: Colors): string {
  const { line, column } = snapshot.positionAt(finding.range.start);
  const paint = paintOf(finding.severity, colors);
  const place = colors.bold(`${printable(path)}:${line + 1}:${column + 1}`);
  const { source, carets } = excerpt(snapshot, finding.range);
  return [
    `${place} ${paint(finding.severity)} ${colors.dim(finding.rule)} ${printable(finding.message)}`,
    `    ${source}`,
    `    ${paint(carets)}`,
    '',
  ].join('\n');
}

function paintOf(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'information':
      return colors.blue;
    case 'hint':
      return colors.cyan;
  }
}

function summary({ visit, documents, withFindings, counts, notShown }: Outcome): string {
  const found = severities
    .map((severity) => ({ severity, count: counts.get(severity) ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) =>
      severity === 'information' ? `${count} information` : plural(count, severity),
    );
  const result =
    found.length === 0 ? 'no findings' : `${found.join(', ')} in ${plural(withFindings, 'document')}`;
  const hidden = notShown === 0 ? '' : `; ${notShown} not shown`;
  const unread = visit.unreadable.length === 0 ? '' : `; ${visit.unreadable.length} could not be read`;
  return `${plural(documents, 'document')} checked: ${result}${hidden}${unread}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
