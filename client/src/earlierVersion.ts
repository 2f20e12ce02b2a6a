import type { Uri } from 'vscode';

/** Under these schemes the editor and extensions for versions show what a document was at an earlier time or elsewhere. */
const schemes: ReadonlySet<string> = new Set([
  'git',
  'gitlens',
  'hg',
  'pr',
  'review',
  'svn',
  'vscode-local-history',
]);

/** Whether a document is shown for comparison: it is read like any other, but nobody mends it. */
export function isEarlierVersion({ scheme }: Uri): boolean {
  return schemes.has(scheme);
}
