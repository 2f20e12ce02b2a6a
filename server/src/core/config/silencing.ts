import { applyEdits, type Edit, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import type { Analysis } from '../analysis.ts';
import type { Finding, TextEdit } from '../rules/rule.ts';
import { Role } from '../syntax/roles.ts';
import { range } from '../text/range.ts';
import { readConfiguration } from './configuration.ts';
import type { NotDefect } from './model.ts';
import { suppressionWords } from './suppressions.ts';

/** Silences a finding where it stands: a comment above its line, set in as the line is. */
export function silenceHere({ snapshot }: Analysis, { rule, range: place }: Finding): TextEdit {
  const line = snapshot.lineAt(place.start);
  const [, mark = '', indentation = ''] = /^([\uFEFF\f]*)([ \t\u00A0]*)/.exec(snapshot.lineText(line)) ?? [];
  // A byte order mark and a page's end stay first on their line.
  const at = snapshot.lineStart(line) + mark.length;
  const newText = `${indentation}<!-- ${suppressionWords.line} ${rule} -->${lineEnd(snapshot.text)}`;
  return { range: range(at, at), newText };
}

/** Silences a rule in a whole document: a comment on its first line, behind a byte order mark and front matter. */
export function silenceInFile({ snapshot, roles }: Analysis, rule: string): TextEdit {
  let line = 0;
  while (roles[line] === Role.frontMatter) line += 1;
  const at = line > 0 || !snapshot.text.startsWith('\uFEFF') ? snapshot.lineStart(line) : 1;
  const eol = lineEnd(snapshot.text);
  // Front matter may end without a line end where it is all there is.
  const before = at > 1 && !/[\r\n]/.test(snapshot.text.charAt(at - 1)) ? eol : '';
  const newText = `${before}<!-- ${suppressionWords.file} ${rule} -->${eol}`;
  return { range: range(at, at), newText };
}

/**
 * Turns a rule off in a proviso.json, whose comments and formatting stay. Null where the text is such that an edit
 * would not have that effect.
 */
export function silenceInProject(text: string, rule: string): TextEdit[] | null {
  if (readConfiguration(text).problems.some(({ severity }) => severity === 'error')) return null;
  try {
    const formattingOptions = { ...indentationOf(text), eol: lineEnd(text) };
    const edits = modify(text, ['rules', rule], 'off', { formattingOptions }).map(
      (edit) => appended(text, rule) ?? edit,
    );
    if (readConfiguration(applyEdits(text, edits)).configuration.rules.get(rule) !== 'off') return null;
    return edits.map(({ offset, length, content }) => ({
      range: range(offset, offset + length),
      newText: content,
    }));
  } catch {
    // The library refuses to put a key into what is no object.
    return null;
  }
}

/**
 * The edit that puts the rule behind the last key of its object, laid out as that key is; the library would also lay
 * out anew the line that this key stands on. Null where the rule has its key, or its object is empty.
 */
function appended(text: string, rule: string): Edit | null {
  const root = parseTree(text);
  const rules = root && findNodeAtLocation(root, ['rules']);
  const last = (rules ?? root)?.children?.at(-1);
  if (!root || !last || findNodeAtLocation(root, ['rules', rule])) return null;
  const key = (name: string, value: string): string => `${JSON.stringify(name)}: ${value}`;
  const entry = key(rule, '"off"');
  const at = { offset: last.offset + last.length, length: 0 };
  const before = indentationAt(text, last.offset);
  if (before === undefined) return { ...at, content: `, ${rules ? entry : key('rules', `{ ${entry} }`)}` };
  const { insertSpaces, tabSize } = indentationOf(text);
  const line = lineEnd(text) + before;
  const step = insertSpaces ? ' '.repeat(tabSize) : '\t';
  return { ...at, content: `,${line}${rules ? entry : key('rules', `{${line}${step}${entry}${line}}`)}` };
}

/**
 * Adds to a proviso.json that a finding is no defect; all that stands in it stays as it is. Null where the text is such
 * that an edit would not have that effect.
 */
export function silenceFinding(text: string, entry: NotDefect): TextEdit[] | null {
  return appendedToList(text, 'notDefects', entry, projectWithNotDefect(entry));
}

/** Adds to a proviso.json words that are no defined term; null as above. */
export function ignoreTerm(text: string, term: string): TextEdit[] | null {
  return appendedToList(text, 'ignoredTerms', term, projectIgnoring(term));
}

function appendedToList(
  text: string,
  key: 'notDefects' | 'ignoredTerms',
  entry: NotDefect | string,
  whole: string,
): TextEdit[] | null {
  const before = readConfiguration(text);
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  if (before.problems.some(({ severity }) => severity === 'error') || (root && root.type !== 'object'))
    return null;
  const edit = root ? added(text, root, key, entry) : { offset: text.length, length: 0, content: whole };
  const after = edit && readConfiguration(applyEdits(text, [edit])).configuration[key];
  if (!edit || after?.length !== before.configuration[key].length + 1) return null;
  return [{ range: range(edit.offset, edit.offset), newText: edit.content }];
}

/**
 * The edit that puts an entry behind the last one of a list, or the whole key behind the last key, laid out as that is.
 * A list on one line stays on it.
 */
function added(text: string, root: Node, key: string, entry: NotDefect | string): Edit | null {
  const list = findNodeAtLocation(root, [key]);
  if (list && list.type !== 'array') return null;
  const eol = lineEnd(text);
  const { insertSpaces, tabSize } = indentationOf(text);
  const step = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const holder = list ?? root;
  const last = holder.children?.at(-1);
  const lastIndentation = last && indentationAt(text, last.offset);
  if (last && typeof entry === 'string' && list && lastIndentation === undefined)
    return { offset: last.offset + last.length, length: 0, content: `, ${JSON.stringify(entry)}` };
  const outer = indentationAt(text, holder.offset);
  const inner = lastIndentation ?? `${outer ?? ''}${step}`;
  const value =
    typeof entry === 'string'
      ? list
        ? JSON.stringify(entry)
        : `[${JSON.stringify(entry)}]`
      : JSON.stringify(list ? entry : [entry], null, step)
          .split('\n')
          .join(eol + inner);
  const written = list ? value : `${JSON.stringify(key)}: ${value}`;
  const behind = last ? '' : eol + (outer ?? '');
  return {
    offset: last ? last.offset + last.length : holder.offset + 1,
    length: 0,
    content: `${last ? ',' : ''}${eol}${inner}${written}${behind}`,
  };
}

/** The blanks before a place on its line; undefined where anything else stands there. */
function indentationAt(text: string, offset: number): string | undefined {
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[1];
}

/** How deep a level is set in, by the first line that is. */
function indentationOf(text: string): { insertSpaces: boolean; tabSize: number } {
  const [, indentation = '  '] = /^([ \t]+)\S/m.exec(text) ?? [];
  return { insertSpaces: !indentation.startsWith('\t'), tabSize: indentation.length };
}

/** The text of a new proviso.json in which a rule is off. */
export function projectWithout(rule: string): string {
  return `${JSON.stringify({ rules: { [rule]: 'off' } }, null, 2)}\n`;
}

/** The text of a new proviso.json in which a finding is no defect. */
export function projectWithNotDefect(entry: NotDefect): string {
  return `${JSON.stringify({ notDefects: [entry] }, null, 2)}\n`;
}

/** The text of a new proviso.json in which words are no defined term. */
export function projectIgnoring(term: string): string {
  return `${JSON.stringify({ ignoredTerms: [term] }, null, 2)}\n`;
}

/** How the text ends its lines, by the first of them. */
function lineEnd(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
