import { analyze } from '../../server/src/core/analysis.ts';
import { formatDocument } from '../../server/src/core/format/format.ts';
import { type FormatOptions, gentleFormat } from '../../server/src/core/format/options.ts';
import type { TextEdit } from '../../server/src/core/rules/rule.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';

/** What a text is laid out as; without options gently. */
export function formatted(
  text: string,
  options: Partial<FormatOptions> = {},
  { uri = 'file:///document.legal', range }: { uri?: string; range?: TextRange } = {},
): string {
  return applied(text, formatDocument(analyze(text, uri), { ...gentleFormat, ...options }, range));
}

export function applied(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { range, newText } of [...edits].reverse())
    result = result.slice(0, range.start) + newText + result.slice(range.end);
  return result;
}
