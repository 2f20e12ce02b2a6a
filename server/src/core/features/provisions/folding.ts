import type { Analysis } from '../../analysis.ts';
import { walkProvisions } from '../../model/provision.ts';
import { Role } from '../../syntax/roles.ts';

/** Lines that can be folded away below `startLine`; both count from 0 and `endLine` is folded with the rest. */
export interface FoldingArea {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

/**
 * Folds every provision of more than one line at its heading, and comments, front matter, contents and tables as
 * regions. Page furniture behind a provision's last text stays visible. Linear.
 */
export function foldingRanges(analysis: Analysis): FoldingArea[] {
  const areas: FoldingArea[] = [];
  const { snapshot } = analysis;
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.implied || provision.inline) continue;
    // A caption on the line below its number stays visible.
    const startLine = snapshot.lineAt(Math.max(provision.heading.start, provision.heading.end - 1));
    const endLine = snapshot.lineAt(Math.max(provision.range.end, provision.heading.end));
    if (endLine > startLine) areas.push({ startLine, endLine });
  }
  areas.push(...foldStretches(analysis, [Role.comment, Role.frontMatter], 'comment'));
  areas.push(...foldStretches(analysis, [Role.contents], 'region'));
  return areas.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** Stretches of at least two lines of one role; blank lines between them do not end a stretch. */
function foldStretches(
  analysis: Analysis,
  roles: readonly number[],
  kind: 'comment' | 'region',
): FoldingArea[] {
  const areas: FoldingArea[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    if (first >= 0 && last > first) areas.push({ startLine: first, endLine: last, kind });
    first = -1;
  };
  for (let line = 0; line < analysis.roles.length; line += 1) {
    const role = analysis.roles[line] ?? 0;
    if (roles.includes(role)) {
      if (first < 0) first = line;
      last = line;
    } else if (role !== Role.blank) close();
  }
  close();
  return areas;
}
