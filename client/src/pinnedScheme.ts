import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';

/**
 * The text of proviso.json with each kind's numbering in it. What stands in the file stays as it is, comments included;
 * null where it is no JSON object to be added to.
 */
export function pinScheme(text: string, pinned: Readonly<Record<string, string>>): string | null {
  const errors: ParseError[] = [];
  const present: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (errors.length > 0 || (present !== undefined && !isObject(present))) return null;
  const scheme = isObject(present) ? present.scheme : undefined;
  if (scheme !== undefined && !isObject(scheme)) return null;
  const formattingOptions = {
    tabSize: 2,
    insertSpaces: !/^\t/m.test(text),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  let result = text.trim() === '' ? '{}\n' : text;
  for (const [kind, numbering] of Object.entries(pinned)) {
    if (isObject(scheme) && scheme[kind] === numbering) continue;
    result = applyEdits(result, modify(result, ['scheme', kind], numbering, { formattingOptions }));
  }
  return result;
}

/** The one replacement that makes `after` of `before`, as small as it can be. */
export function replacementBetween(before: string, after: string) {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
