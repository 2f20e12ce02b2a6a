import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A document with citations, terms, parties and signatures, in which something is wrong. */
export const ferryHire = {
  uri: 'file:///ferry-hire.agreement',
  text: readFileSync(
    fileURLToPath(new URL('../vscode/workspace/ferry-hire.agreement', import.meta.url)),
    'utf8',
  ),
};
