import type { Analysis } from '../analysis.ts';
import type { ImportSummary } from '../model/summary.ts';
import { Role } from '../syntax/roles.ts';

/**
 * The files that the front matter of a document says it belongs with, under the key `imports`: a path, a list of paths, or
 * paths under the titles by which the document cites them. Of YAML only this is read; what is written otherwise is no import.
 */
export function readImports({ snapshot, roles }: Analysis): readonly ImportSummary[] {
  const found: ImportSummary[] = [];
  let inside = false;
  for (let line = 1; roles[line] === Role.frontMatter && roles[line + 1] === Role.frontMatter; line += 1) {
    const text = snapshot.lineText(line);
    if (/^\s{0,80}(?:#|$)/.test(text)) continue;
    const opened = /^imports[ \t]{0,8}:/.exec(text);
    const from = opened ? opened[0].length : 0;
    if (!opened && !/^[ \t-]/.test(text)) inside = false;
    if (opened) inside = true;
    if (!inside) continue;
    const start = snapshot.lineStart(line) + from;
    found.push(...(opened ? readInline(text.slice(from), start) : readEntry(text, start)));
  }
  return found;
}

/** "a.txt" or "[a.txt, b.txt]" behind the key. */
function readInline(text: string, start: number): ImportSummary[] {
  const open = text.indexOf('[');
  if (open < 0 || text.trim()[0] !== '[') return readPath(text, start, null);
  const close = text.indexOf(']', open);
  const found: ImportSummary[] = [];
  let at = open + 1;
  for (const part of text.slice(at, close < 0 ? text.length : close).split(',')) {
    found.push(...readPath(part, start + at, null));
    at += part.length + 1;
  }
  return found;
}

/** "- a.txt" or "Credit Agreement: a.txt". */
function readEntry(text: string, start: number): ImportSummary[] {
  const lead = /^[ \t]{0,40}(?:-[ \t]{1,8})?/.exec(text)?.[0].length ?? 0;
  const entry = text.slice(lead);
  const titled = /^(?:"([^"]{1,200})"|'([^']{1,200})'|([^:"'#[\]{}]{1,200}?))[ \t]{0,8}:[ \t]{1,8}/.exec(
    entry,
  );
  if (!titled) return readPath(entry, start + lead, null);
  const title = titled[1] ?? titled[2] ?? titled[3] ?? '';
  return readPath(entry.slice(titled[0].length), start + lead + titled[0].length, title.trim());
}

function readPath(text: string, start: number, title: string | null): ImportSummary[] {
  const lead = text.length - text.trimStart().length;
  const written = text.trim();
  const quoted = /^(?:"([^"]*)"|'([^']*)')/.exec(written);
  const path = quoted ? (quoted[1] ?? quoted[2] ?? '') : written.replace(/[ \t]#.*$/, '').trimEnd();
  if (path === '') return [];
  const at = start + lead + (quoted ? 1 : 0);
  return [{ title, path, start: at, end: at + path.length }];
}
