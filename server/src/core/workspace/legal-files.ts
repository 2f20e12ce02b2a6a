import { looksLegal } from '../text/looks-legal.ts';

/** The endings of files that are legal documents whatever they hold; those of the language in editors. */
export const documentExtensions = [
  '.legal',
  '.agreement',
  '.contract',
  '.articles',
  '.bylaws',
  '.legal.txt',
  '.legal.md',
] as const;

/** The endings of files that are legal documents if they look like one. */
export const possibleExtensions = ['.txt', '.md'] as const;

/** All of them, none that ends in another. */
export const watchedExtensions: readonly string[] = [
  ...documentExtensions.filter((ending) => !possibleExtensions.some((other) => ending.endsWith(other))),
  ...possibleExtensions,
];

/** Whether a file is a legal document by its name alone, must be looked at, or is none. */
export function legalByName(path: string): 'legal' | 'perhaps' | 'no' {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (documentExtensions.some((ending) => name.endsWith(ending))) return 'legal';
  return possibleExtensions.some((ending) => name.endsWith(ending)) ? 'perhaps' : 'no';
}

/** The first lines tell; more of a text is not looked at. */
const longestLook = 60_000;

export function textLooksLegal(text: string): boolean {
  const lines = text.slice(0, longestLook).split(/\r\n|\r|\n/);
  return looksLegal(lines.length, (line) => lines[line] ?? '');
}
