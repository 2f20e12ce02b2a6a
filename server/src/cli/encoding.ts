/** The text of a file, without its byte order mark, and what it takes to write it again. */
export interface DecodedText {
  readonly text: string;
  /** The standard name of the encoding it was read in. */
  readonly encoding: string;
  /** Whether a byte order mark stood before the text. */
  readonly marked: boolean;
  /** What the user should know of how it was read; null where there is nothing to say. */
  readonly note: string | null;
}

/** A file that is no text, or a name that is no encoding; the message is for the user. */
export class EncodingError extends Error {}

/**
 * Decodes a file. Without `encoding`, it is told by the byte order mark, by the zero bytes that UTF-16 has in Latin
 * text, or by being valid UTF-8; what is left is Windows-1252, as old filings are, and gets a note.
 */
export function decodeText(bytes: Uint8Array, encoding: string | null): DecodedText {
  const decoded = encoding === null ? decodeUntold(bytes) : decodeAs(bytes, resolveEncoding(encoding));
  if (decoded.text.includes('\0')) {
    throw new EncodingError('this is a binary file: it has NUL characters, which text has not');
  }
  return decoded;
}

/**
 * The bytes of a text in the encoding that it was read in. Throws an EncodingError where a character has no place in
 * that encoding, and for encodings that Proviso reads but does not write.
 */
export function encodeText(
  text: string,
  { encoding, marked }: Omit<DecodedText, 'text' | 'note'>,
): Uint8Array {
  const mark = marked ? (byteOrderMarks[encoding] ?? []) : [];
  return Buffer.concat([Buffer.from(mark), encodeAs(text, encoding)]);
}

function encodeAs(text: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return encodeWindows1252(text);
    default:
      throw new EncodingError(`Proviso reads ${encoding.toUpperCase()} but does not write it`);
  }
}

/** The standard name of an encoding, by any of the names it goes by ("utf8", "latin1", "cp1252", "sjis"). */
export function resolveEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new EncodingError(
      `unknown encoding "${name}"; known are utf-8, utf-16le, utf-16be, windows-1252, latin1, shift_jis and more`,
    );
  }
}

function decodeUntold(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
    throw new EncodingError('this file is in UTF-32, which Proviso does not read; save it as UTF-8');
  }
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeAs(bytes, 'utf-8');
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs(bytes, 'utf-16be');
  for (const encoding of [guessUtf16(bytes), 'utf-8']) {
    const text = encoding && decodeStrictly(bytes, encoding);
    if (encoding && text !== null) return { text, encoding, marked: false, note: null };
  }
  return {
    ...decodeAs(bytes, 'windows-1252'),
    note: 'not valid UTF-8, so it was read as Windows-1252; --encoding NAME tells otherwise',
  };
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const mark = byteOrderMarks[encoding];
  const marked = mark !== undefined && startsWith(bytes, ...mark);
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), encoding, marked, note: null };
  const text = decodeStrictly(bytes, encoding);
  if (text !== null) return { text, encoding, marked, note: null };
  return {
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
    marked,
    note: `not all of it is valid ${encoding.toUpperCase()}; what is not was read as "\uFFFD"`,
  };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** UTF-16 without a byte order mark has a zero in every second byte of its Latin letters, and hardly one beside them. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < bytes.length; index += 2) {
    if (bytes[index] === 0) evenZeros += 1;
    if (bytes[index + 1] === 0) oddZeros += 1;
  }
  const enough = bytes.length / 20;
  if (oddZeros > enough && oddZeros > 10 * evenZeros) return 'utf-16le';
  if (evenZeros > enough && evenZeros > 10 * oddZeros) return 'utf-16be';
  return null;
}

/** 0x80 to 0x9F in Windows-1252. TextDecoder is not asked: some releases of Node read these bytes as Latin-1. */
const windows1252 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9F]/g, (byte) => windows1252[byte.charCodeAt(0) - 0x80] ?? byte);
}

function encodeWindows1252(text: string): Uint8Array {
  const bytes = Buffer.alloc(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isLatin1 = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    const place = isLatin1 ? 0 : windows1252.indexOf(text.charAt(index));
    if (place === -1)
      throw new EncodingError(
        `"${String.fromCodePoint(text.codePointAt(index) ?? code)}" has no place in Windows-1252`,
      );
    bytes[index] = isLatin1 ? code : 0x80 + place;
  }
  return bytes;
}

const byteOrderMarks: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
