import { cleanDocument } from './cli/world.ts';

/** A file that is no proper document, and what becomes of it. */
export interface BadInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the command line says of it; it is not read where that is no note. */
  readonly said: string | null;
  readonly read: boolean;
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => utf16(text).swap16();
const windows1252 = (text: string): Buffer => Buffer.from(text.replace('Sole', 'Sol\u00e9'), 'latin1');
const binary = Buffer.from(Uint8Array.from({ length: 4_096 }, (_, index) => (index * 37) % 256));

export const badInputs: readonly BadInput[] = [
  refused('a binary file', binary, 'this is a binary file'),
  refused(
    'a text with a NUL',
    Buffer.from(cleanDocument.replace('makes', 'ma\0es')),
    'this is a binary file',
  ),
  refused('UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'this file is in UTF-32'),
  refused('90 MB of text', Buffer.alloc(90_000_000, cleanDocument), 'has more than 80 MB'),
  refused('50 MB of text', Buffer.alloc(50_000_000, cleanDocument), 'has 50,000,000 characters'),
  refused('half a million lines', Buffer.alloc(500_000, '\n'), 'has 500,001 lines'),
  read('nothing', Buffer.alloc(0)),
  read('a byte order mark alone', Buffer.from('\uFEFF')),
  read('UTF-16 LE', utf16(`\uFEFF${cleanDocument}`)),
  read('UTF-16 BE', swapped(`\uFEFF${cleanDocument}`)),
  read('UTF-16 LE without a byte order mark', utf16(cleanDocument)),
  read('UTF-16 BE without a byte order mark', swapped(cleanDocument)),
  read('UTF-16 with half a character', utf16(`\uFEFF${cleanDocument}\ud83d`), 'note: not all of it is valid'),
  read('half a character in UTF-8', Buffer.from([...Buffer.from(cleanDocument), 0xed, 0xa0, 0xbd]), 'note:'),
  read('Windows-1252', windows1252(cleanDocument), 'note: not valid UTF-8, so it was read as Windows-1252'),
  read('CRLF', Buffer.from(cleanDocument.replaceAll('\n', '\r\n'))),
  read('line ends of all kinds', Buffer.from(mixed(cleanDocument))),
];

/** A document of which a merge has left two versions; the marks of a third party's version are between them. */
export const conflicting = cleanDocument.replace(
  'The Company makes shoes.',
  '<<<<<<< HEAD\nThe Company makes shoes.\n||||||| base\n=======\nThe Company mends shoes.\n>>>>>>> draft',
);

function refused(name: string, bytes: Uint8Array, said: string): BadInput {
  return { name, bytes, said, read: false };
}

function read(name: string, bytes: Uint8Array, said: string | null = null): BadInput {
  return { name, bytes, said, read: true };
}

function mixed(text: string): string {
  const ends = ['\n', '\r\n', '\r'];
  return text.replace(/\n/g, () => {
    const [end = ''] = ends;
    ends.push(...ends.splice(0, 1));
    return end;
  });
}
