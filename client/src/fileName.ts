import type { Uri } from 'vscode';

/** The last name in the path of a file. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
