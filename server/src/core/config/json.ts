import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { range, type TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';

/** Something in a configuration that cannot be applied, at its place. */
export interface ConfigurationProblem {
  readonly range: TextRange;
  readonly message: string;
  /** An error where the text is not JSON, a warning where a key or value means nothing. */
  readonly severity: 'error' | 'warning';
}

/** A property of an object: where its name stands, and its value. */
export interface JsonProperty {
  readonly key: TextRange;
  readonly value: Node;
}

/** Reads JSON with comments and trailing commas as far as it can, and collects what is wrong with it. */
export class JsonReader {
  readonly problems: ConfigurationProblem[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The outermost value; undefined in a text that holds none, as an empty one. Never throws. */
  root(): Node | undefined {
    const errors: ParseError[] = [];
    // The library takes a byte order mark for a fault; a blank in its place keeps all offsets.
    const text = this.#text.replace(/^\uFEFF/, ' ');
    try {
      const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
      for (const error of errors) this.#report(error);
      return root;
    } catch (error) {
      // It reads by recursion, and nests as deep as the stack goes.
      if (!(error instanceof RangeError)) throw error;
      const message = say`This is nested too deeply to be read.`;
      this.problems.push({ range: range(0, this.#text.length), message, severity: 'error' });
      return undefined;
    }
  }

  /** The properties of an object by name; of several of one name, the last. Of anything else: none, and a problem. */
  properties(node: Node, holder: string): Map<string, JsonProperty> {
    const properties = new Map<string, JsonProperty>();
    if (node.type !== 'object') {
      this.warn(node, say`${holder} keys and values in braces, not ${this.shown(node)}.`);
      return properties;
    }
    for (const { children: [key, value] = [] } of node.children ?? []) {
      // A name whose value is not yet written is a fault that was reported when it was read.
      if (!key || !value) continue;
      const name = String(key.value);
      const earlier = properties.get(name);
      if (earlier) this.warn(earlier.key, say`${JSON.stringify(name)} stands twice; the last one counts.`);
      properties.set(name, { key: rangeOf(key), value });
    }
    return properties;
  }

  warn(place: Node | TextRange, message: string): void {
    const where = 'type' in place ? rangeOf(place) : place;
    this.problems.push({ range: where, message, severity: 'warning' });
  }

  /** A value as it is written, for a message. */
  shown({ offset, length }: Node): string {
    const written = this.#text.slice(offset, offset + length).replace(/\s+/g, ' ');
    return written.length > 40 ? `${written.slice(0, 40)}…` : written;
  }

  #report({ error, offset, length }: ParseError): void {
    const end = this.#text.length;
    const start = Math.min(offset, end);
    const message = faults[printParseErrorCode(error)]?.() ?? say`This is not JSON.`;
    // Of one fault the library may go on to speak in other words, or word after word.
    if (this.problems.some((problem) => problem.range.start === start || problem.message === message)) return;
    this.problems.push({ range: range(start, Math.min(start + length, end)), message, severity: 'error' });
  }
}

export function rangeOf({ offset, length }: Node): TextRange {
  return range(offset, offset + length);
}

const faults: Readonly<Record<string, () => string>> = {
  PropertyNameExpected: () => say`A key in quotation marks is expected here.`,
  ValueExpected: () => say`A value is expected here.`,
  ColonExpected: () => say`A colon is expected here.`,
  CommaExpected: () => say`A comma is expected here.`,
  CloseBraceExpected: () => say`A closing brace is expected here.`,
  CloseBracketExpected: () => say`A closing square bracket is expected here.`,
  EndOfFileExpected: () => say`Nothing is expected after the closing brace.`,
  UnexpectedEndOfComment: () => say`This comment is not closed.`,
  UnexpectedEndOfString: () => say`This text has no closing quotation mark.`,
};
