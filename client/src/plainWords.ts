/**
 * Words of a document or a file's name in a label of the editor, which would show "$(trash)" as a picture: a sum of money
 * in brackets must be read as it is written.
 */
export function inLabel(words: string): string {
  return words.replace(/\$\([A-Za-z\d-]+(?:~[A-Za-z]+)?\)/g, '\\$&');
}

/** The same in a message of the editor, which would make a link, or the button of a command, of "[words](command:…)". */
export function inMessage(words: string): string {
  return words.replaceAll('](', '] (');
}
