/**
 * An answer that is there as the bytes of its JSON, for a connection that carries bytes: of a long one no objects are made and
 * no string, which would have to be cleared away with each edit.
 */
export class WrittenAnswer {
  readonly json: Uint8Array;
  /** The same bytes with room on both sides for the message that it goes into. */
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.json = bytes.subarray(start, end);
  }

  /** The answer between two pieces of ASCII or UTF-8; the second call would write over the first. */
  between(head: Uint8Array, tail: Uint8Array): Uint8Array {
    const start = this.json.byteOffset - this.#bytes.byteOffset;
    const end = start + this.json.length;
    if (head.length <= start && end + tail.length <= this.#bytes.length) {
      this.#bytes.set(head, start - head.length);
      this.#bytes.set(tail, end);
      return this.#bytes.subarray(start - head.length, end + tail.length);
    }
    const bytes = new Uint8Array(head.length + this.json.length + tail.length);
    bytes.set(head);
    bytes.set(this.json, head.length);
    bytes.set(tail, head.length + this.json.length);
    return bytes;
  }
}

/** The bytes of a message whose result is written already; null for any other. */
export function messageWithAnswer(message: object): Uint8Array | null {
  const { result } = message as { readonly result?: unknown };
  if (!(result instanceof WrittenAnswer)) return null;
  const encoder = new TextEncoder();
  const envelope = JSON.stringify({ ...message, result: null });
  // The id may hold the same words; the result is the last member.
  const at = envelope.lastIndexOf('null');
  return result.between(
    encoder.encode(envelope.slice(0, at)),
    encoder.encode(envelope.slice(at + 'null'.length)),
  );
}

/** Writes JSON into bytes that grow as needed. Who calls sees to commas and brackets. */
export class JsonWriter {
  #bytes: Uint8Array;
  #length = roomForMessage;

  /** Room for so many bytes is made at first. */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected + 2 * roomForMessage);
  }

  get length(): number {
    return this.#length - roomForMessage;
  }

  /** Writes ASCII as it is: punctuation and names of members. */
  raw(ascii: string): void {
    this.#reserve(ascii.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < ascii.length; index += 1) bytes[at++] = ascii.charCodeAt(index);
    this.#length = at;
  }

  /** Writes a whole number that is not negative and has at most 31 bits, as the protocol's are. */
  number(value: number): void {
    this.#reserve(longestNumber);
    let digits = 1;
    for (let rest = value; rest >= 10; rest = (rest / 10) | 0) digits += 1;
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      const less = (rest / 10) | 0;
      this.#bytes[at] = zero + rest - less * 10;
      rest = less;
    }
    this.#length += digits;
  }

  /** Writes a string with its quotation marks. */
  string(text: string): void {
    this.#reserve(text.length * bytesOfACodeUnit + 2);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = quotationMark;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < firstPrinted || unit === quotationMark || unit === backslash || isSurrogate(unit)) {
        this.#unusual(text);
        return;
      }
      if (unit < 0x80) bytes[at++] = unit;
      else {
        if (unit < 0x800) bytes[at++] = 0xc0 | (unit >> 6);
        else {
          bytes[at++] = 0xe0 | (unit >> 12);
          bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        }
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    bytes[at++] = quotationMark;
    this.#length = at;
  }

  /** A string that JSON writes otherwise than it is, or with characters beyond the first 65,536. */
  #unusual(text: string): void {
    const json = JSON.stringify(text);
    this.#reserve(json.length * bytesOfACodeUnit);
    this.#length += new TextEncoder().encodeInto(json, this.#bytes.subarray(this.#length)).written;
  }

  take(): WrittenAnswer {
    return new WrittenAnswer(this.#bytes, roomForMessage, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** What stands around an answer in a message: its version and its id. */
const roomForMessage = 128;

const longestNumber = 10;
const zero = 0x30;
const quotationMark = 0x22;
const backslash = 0x5c;
const firstPrinted = 0x20;
/** A code unit of UTF-16 takes at most so many bytes of UTF-8. */
const bytesOfACodeUnit = 3;

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
