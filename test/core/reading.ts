import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { Role } from '../../server/src/core/syntax/roles.ts';
import { parseDocument } from '../fixture.ts';
import { renderOutline } from '../render.ts';

/** Reads a fixture written as a small document. */
export function read(source: string): Analysis {
  return analyze(parseDocument(source).text);
}

/** The outline of a fixture, one provision a line. */
export function outlineOf(source: string): string {
  const analysis = read(source);
  return renderOutline(analysis.outline, analysis.snapshot);
}

const roleNames = new Map<number, string>(Object.entries(Role).map(([name, role]) => [role, name]));

/** The text with the role of each line before it; blank lines and lines of text stay as they are. */
export function renderRoles(analysis: Analysis): string {
  const rows: string[] = [];
  for (let line = 0; line < analysis.snapshot.lineCount; line += 1) {
    const role = analysis.roles[line] ?? Role.blank;
    const name = role === Role.blank || role === Role.text ? '' : (roleNames.get(role) ?? '?');
    rows.push(`${name.padEnd(11)} | ${analysis.snapshot.lineText(line)}`.trimEnd());
  }
  return rows.join('\n');
}
