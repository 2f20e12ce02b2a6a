import type { TextRange } from '../core/text/range.ts';
import type { TextSnapshot } from '../core/text/snapshot.ts';

/** Beyond this a line is cut: many documents have a paragraph of thousands of characters on one line. */
const widestLine = 120;
/** How much of a cut line is shown before the range. */
const lead = 40;

/** The line on which a range starts, cut to a readable width, and the line with carets below it. */
export function excerpt(snapshot: TextSnapshot, range: TextRange): { source: string; carets: string } {
  const line = snapshot.lineRange(snapshot.lineAt(range.start));
  let from = line.start;
  let to = line.end;
  if (to - from > widestLine) {
    from = clearOfPair(snapshot.text, Math.max(line.start, Math.min(range.start - lead, to - widestLine)));
    to = clearOfPair(snapshot.text, Math.min(line.end, from + widestLine));
  }
  const before = (from > line.start ? '…' : '') + snapshot.text.slice(from, range.start);
  const marked = snapshot.text.slice(range.start, Math.min(range.end, to));
  const after = snapshot.text.slice(Math.min(range.end, to), to) + (to < line.end ? '…' : '');
  return {
    source: printable(before + marked + after),
    carets: blank(before) + '^'.repeat(Math.max(1, blank(marked).replaceAll('\u3000', '  ').length)),
  };
}

/**
 * A document's own control characters must not reach the terminal, where they could move the cursor or colour text, nor those
 * that begin a line or turn the direction of writing: what is shown would read otherwise than it is written.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\t' ? character : '\u00B7',
  );
}

/** How many columns a terminal gives to a text. */
export function widthOf(text: string): number {
  return blank(text).replaceAll('\u3000', '  ').length;
}

/** With blanks behind it, until it is so wide. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** As wide as `text` is in a terminal: tabs stay tabs, East Asian wide characters become wide spaces. */
function blank(text: string): string {
  return printable(text)
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .replace(/[^\t\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60]/g, ' ')
    .replace(/[^\t ]/g, '\u3000');
}

/** The offset, or the one before it where it would part a surrogate pair. */
function clearOfPair(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
