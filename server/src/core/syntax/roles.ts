import type { DocumentFacts } from './facts.ts';
import { LineMark } from './line-marks.ts';
import type { LineFacts } from './lines.ts';

/** What a line is in its document, now that its neighbours are known. */
export const Role = {
  blank: 0,
  text: 1,
  /** Page headers and footers, page numbers, page marks and the rules around them. */
  furniture: 2,
  rule: 3,
  /** An entry of a table of contents. */
  contents: 4,
  /** A row of a ruled or framed table or form. */
  table: 5,
  comment: 6,
  frontMatter: 7,
  footnote: 8,
} as const;

export type Role = (typeof Role)[keyof typeof Role];

/** The role of every line. Linear: each line is looked at a fixed number of times. */
export function assignRoles(
  lines: readonly LineFacts[],
  marks: Uint32Array,
  facts: DocumentFacts,
  textOf: (line: number) => string,
): Uint8Array {
  const roles = new Uint8Array(marks.length);
  for (let index = 0; index < marks.length; index += 1) roles[index] = (marks[index] ?? 0) & LineMark.role;
  markFrontMatter(lines, roles, textOf);
  markComments(marks, roles, textOf);
  markPageNumbers(lines, marks, roles);
  markRepeatedHeaders(lines, marks, roles, textOf);
  markAdjacentRules(roles);
  markRuledTables(lines, roles);
  markContents(lines, marks, roles);
  markFootnotes(lines, roles, facts);
  return roles;
}

function markFrontMatter(
  lines: readonly LineFacts[],
  roles: Uint8Array,
  textOf: (line: number) => string,
): void {
  if (lines.length === 0 || textOf(0).trimEnd() !== '---') return;
  const limit = Math.min(lines.length, 200);
  for (let index = 1; index < limit; index += 1) {
    const text = textOf(index).trimEnd();
    if (text !== '---' && text !== '...') continue;
    roles.fill(Role.frontMatter, 0, index + 1);
    return;
  }
}

/** Comments over several lines; one that is never closed ends with the document. */
function markComments(marks: Uint32Array, roles: Uint8Array, textOf: (line: number) => string): void {
  let open = false;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index] ?? 0;
    if (!open && !(mark & LineMark.opensComment)) continue;
    if (roles[index] === Role.frontMatter || mark & LineMark.blank) continue;
    roles[index] = Role.comment;
    open = !open || !textOf(index).includes('-->');
  }
}

/**
 * A bare number alone on its line is a page number where a page mark stands beside it or where it counts on from the
 * one before; "Page 3 of 5" always is one.
 */
function markPageNumbers(lines: readonly LineFacts[], marks: Uint32Array, roles: Uint8Array): void {
  const numbered: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if ((marks[index] ?? 0) & LineMark.pageNumber && roles[index] === Role.text) numbered.push(index);
  }
  const valueAt = (position: number): number => lines[numbered[position] ?? -1]?.pageNumber ?? -1;
  for (let position = 0; position < numbered.length; position += 1) {
    const index = numbered[position] ?? 0;
    const fingerprint = lines[index]?.fingerprint ?? '';
    const says = /page/i.test(fingerprint) || /^[-–—]/.test(fingerprint);
    const value = valueAt(position);
    const counts = value === valueAt(position - 1) + 1 || value + 1 === valueAt(position + 1);
    if (says || counts || value === 0 || besidePageMark(lines, index)) roles[index] = Role.furniture;
  }
}

function besidePageMark(lines: readonly LineFacts[], index: number): boolean {
  for (const step of [-1, 1]) {
    for (
      let near = index + step, seen = 0;
      seen < 5 && near >= 0 && near < lines.length;
      near += step, seen += 1
    ) {
      const lineClass = lines[near]?.lineClass;
      if (lineClass === 'page-mark') return true;
      if (lineClass !== 'blank' && lineClass !== 'rule') break;
    }
  }
  return false;
}

/** A short line that comes again near most page boundaries is a running header or footer. */
function markRepeatedHeaders(
  lines: readonly LineFacts[],
  marks: Uint32Array,
  roles: Uint8Array,
  textOf: (line: number) => string,
): void {
  const near = nearBoundary(roles);
  const counts = new Map<string, { near: number; all: number }>();
  const keyOf = (index: number): string => {
    const line = lines[index];
    if (!line || roles[index] !== Role.text || line.fingerprint === '') return '';
    // An item that several lists have in common is no header, wherever the pages end.
    if ((line.designation && line.designation.keyword === null) || /[;:]/.test(line.lastCharacter)) return '';
    // "ARTICLE 3" and "ARTICLE 4" look alike without their digits, but they are headings.
    return line.designation ? textOf(index).trim() : line.fingerprint;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const key = near[index] === 1 ? keyOf(index) : '';
    if (key === '') continue;
    const count = counts.get(key);
    if (count) count.near += 1;
    else counts.set(key, { near: 1, all: 0 });
  }
  // Most documents have no pages: their lines need not be compared.
  if (counts.size > 0) {
    for (let index = 0; index < lines.length; index += 1) {
      const count = counts.get(keyOf(index));
      if (count) count.all += 1;
    }
  }
  for (let index = 0; index < lines.length; index += 1) {
    if ((marks[index] ?? 0) & LineMark.sourceFooter && roles[index] === Role.text)
      roles[index] = Role.furniture;
    if (near[index] !== 1) continue;
    const count = counts.get(keyOf(index));
    if (count && count.near >= 3 && count.near >= count.all * 0.6) roles[index] = Role.furniture;
  }
}

/** Lines that are among the three nearest written lines above or below a page boundary. */
function nearBoundary(roles: Uint8Array): Uint8Array {
  const near = new Uint8Array(roles.length);
  for (const step of [1, -1]) {
    let remaining = 0;
    for (let index = step === 1 ? 0 : roles.length - 1; index >= 0 && index < roles.length; index += step) {
      const role = roles[index];
      if (role === Role.furniture) remaining = 3;
      else if (remaining > 0 && role !== Role.blank && role !== Role.rule) {
        near[index] = 1;
        remaining -= 1;
      }
    }
  }
  return near;
}

/** The rules printed directly above and below a running header belong to it. */
function markAdjacentRules(roles: Uint8Array): void {
  for (let index = 0; index < roles.length; index += 1) {
    if (roles[index] !== Role.rule) continue;
    if (roles[index - 1] === Role.furniture || roles[index + 1] === Role.furniture)
      roles[index] = Role.furniture;
  }
}

/** Between long rules that follow each other within a few lines stands a form or table. */
function markRuledTables(lines: readonly LineFacts[], roles: Uint8Array): void {
  const rules: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (roles[index] !== Role.rule) continue;
    const line = lines[index];
    if (line && line.end - line.start >= 40 && /^[-=# ]+$/.test(line.fingerprint)) {
      rules.push(index);
    }
  }
  let first = 0;
  for (let position = 1; position <= rules.length; position += 1) {
    const here = rules[position] ?? Number.POSITIVE_INFINITY;
    const before = rules[position - 1] ?? 0;
    if (here - before <= 10) continue;
    if (position - first >= 3) {
      const start = rules[first] ?? 0;
      for (let index = start; index <= before; index += 1) {
        if (roles[index] === Role.text || roles[index] === Role.rule) roles[index] = Role.table;
      }
    }
    first = position;
  }
}

/** Entries with leaders or page numbers are contents where at least three stand close together. */
function markContents(lines: readonly LineFacts[], marks: Uint32Array, roles: Uint8Array): void {
  const entries: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const mark = marks[index] ?? 0;
    if (!(mark & (LineMark.contentsRun | LineMark.contentsEntry)) || roles[index] !== Role.text) continue;
    if (mark & LineMark.contentsRun) roles[index] = Role.contents;
    else entries.push(index);
  }
  for (let position = 0; position < entries.length; position += 1) {
    const here = entries[position] ?? 0;
    const company =
      closeTo(entries[position - 1], here) +
      closeTo(entries[position + 1], here) +
      closeTo(entries[position - 2], here) +
      closeTo(entries[position + 2], here);
    if (company >= 2) roles[here] = Role.contents;
  }
  markPagedHeadings(lines, marks, roles);
}

/** Fewer entries than these are no contents, unless leaders say so. */
const fewestPages = 4;

/** Between two entries no more pages go by, and no more lines stand: a wrapped caption, a page's foot and head. */
const widestPages = 40;
const mostStrangers = 5;

/** Contents without leaders: headings close to each other that end in numbers as those of pages, which never fall. */
function markPagedHeadings(lines: readonly LineFacts[], marks: Uint32Array, roles: Uint8Array): void {
  let entries = 0;
  let first = 0;
  let last = 0;
  let page = 0;
  let strangers = 0;
  let previous = -1;
  const close = (): void => {
    for (let index = first; entries >= fewestPages && index <= last; index += 1)
      if (roles[index] === Role.text) roles[index] = Role.contents;
    entries = 0;
    strangers = 0;
  };
  for (let index = 0; index < lines.length; index += 1) {
    if (roles[index] !== Role.text && roles[index] !== Role.contents) continue;
    const above = previous;
    previous = index;
    const isEntry = ((marks[index] ?? 0) & (LineMark.endNumber | LineMark.contentsRun)) !== 0;
    if (!isEntry && entries === 0) continue;
    const line = lines[index];
    if (!line) continue;
    if (!isEntry) {
      strangers += 1;
      if (strangers > mostStrangers || line.end - line.start > 100) close();
      continue;
    }
    const number = line.endNumber ?? page;
    if (number < page || number - page > widestPages) close();
    // The chapter of the first entry carries no page number of its own as often as not.
    if (entries === 0) first = isBareHeading(lines[above]) ? above : index;
    entries += 1;
    last = index;
    page = number;
    strangers = 0;
  }
  close();
}

function isBareHeading(line: LineFacts | undefined): boolean {
  return line?.designation?.keyword != null && line.end - line.start < 100 && line.lastCharacter !== '.';
}

function closeTo(other: number | undefined, here: number): number {
  return other !== undefined && Math.abs(other - here) <= 12 ? 1 : 0;
}

/** Below a short rule, lines that begin with a bare number are notes to the page or table above. */
function markFootnotes(lines: readonly LineFacts[], roles: Uint8Array, facts: DocumentFacts): void {
  const width = facts.wrapWidth ?? 80;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (roles[index] !== Role.rule || !line || line.end - line.start > width * 0.5 || line.indent > 4)
      continue;
    let inside = false;
    for (let below = index + 1; below < lines.length && below < index + 40; below += 1) {
      const facts = lines[below];
      if (!facts || roles[below] === Role.furniture) break;
      if (roles[below] === Role.blank) continue;
      if (roles[below] !== Role.text) break;
      if (facts.designation?.shape === '#') inside = true;
      else if (facts.designation || (!inside && below === index + 1)) break;
      if (inside) roles[below] = Role.footnote;
      else break;
    }
  }
}
