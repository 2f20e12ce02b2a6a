import type { Analysis } from '../analysis.ts';
import { Role } from '../syntax/roles.ts';
import { range, type TextRange } from '../text/range.ts';

/** A comment in a document that silences findings. */
export interface Suppression {
  /** The whole comment. */
  readonly range: TextRange;
  /** The rules it silences; null for all. */
  readonly rules: readonly string[] | null;
  /** The line whose findings it silences; null for the whole file, -1 where no text follows. */
  readonly line: number | null;
}

/** The word that a comment begins with, for the next line and for the whole file. */
export const suppressionWords = { line: 'proviso-ignore', file: 'proviso-ignore-file' } as const;

const opening = /^\s*<!--\s*(proviso-ignore(?:-file)?)(?![\w-])/;

/**
 * The comments of a document that silence findings, in order. One for a line silences what starts on the next line of
 * text: blanks, other comments, rules and page furniture between them do not count. Linear in the document.
 */
export function readSuppressions(analysis: Analysis): Suppression[] {
  if (!analysis.roles.includes(Role.comment)) return [];
  const found: Comment[] = [];
  let pending: Comment[] = [];
  for (let line = 0; line < analysis.roles.length; line += 1) {
    if (hasText(analysis, line)) {
      if (pending.length === 0) continue;
      for (const comment of pending) comment.line = line;
      pending = [];
    } else if (analysis.roles[line] === Role.comment) {
      const end = endOfComment(analysis, line);
      const comment = readComment(analysis, line, end);
      if (comment) found.push(comment);
      if (comment?.line === -1) pending.push(comment);
      // What stands inside a comment opens none.
      line = analysis.snapshot.lineAt(end);
    }
  }
  return found;
}

/** The suppressions of a document, found by the finding they silence. */
export class Suppressions {
  readonly all: readonly Suppression[];
  /** What of each has silenced a finding so far: names of rules, or null for all. */
  readonly #used = new Map<Suppression, Set<string | null>>();
  /** By line, or null for the file; then by rule, or null for all. Of several alike the first is the one that works. */
  readonly #places = new Map<number | null, Map<string | null, Suppression>>();
  readonly #analysis: Analysis;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.all = readSuppressions(analysis);
    for (const suppression of this.all) {
      const rules = this.#places.get(suppression.line) ?? new Map<string | null, Suppression>();
      this.#places.set(suppression.line, rules);
      for (const rule of suppression.rules ?? [null]) if (!rules.has(rule)) rules.set(rule, suppression);
    }
  }

  /** Whether a finding that starts at `start` is silenced by one of these names, null for all rules; remembers by which. */
  silence(names: readonly (string | null)[], start: number): boolean {
    if (this.#places.size === 0) return false;
    let silenced = false;
    for (const place of [this.#analysis.snapshot.lineAt(start), null]) {
      for (const name of names) {
        const suppression = this.#places.get(place)?.get(name);
        if (!suppression) continue;
        const used = this.#used.get(suppression) ?? new Set();
        this.#used.set(suppression, used.add(name));
        silenced = true;
      }
    }
    return silenced;
  }

  /** Whether a suppression has silenced a finding so far, by the name of this rule or, for null, by naming none. */
  isUsed(suppression: Suppression, rule: string | null): boolean {
    return this.#used.get(suppression)?.has(rule) === true;
  }
}

/** The name of a rule in a comment, at its place. */
export interface NamedRule {
  readonly rule: string;
  readonly range: TextRange;
}

/** The names of rules in a suppression, in their order. */
export function suppressedRules({ snapshot }: Analysis, { range: comment }: Suppression): NamedRule[] {
  const text = snapshot.slice(comment);
  const head = opening.exec(text)?.[0].length ?? 0;
  const words = text.slice(head).replace(/-->$/, '');
  return [...words.matchAll(/[^\s,]+/g)].map(({ index, 0: rule }) => {
    const start = comment.start + head + index;
    return { rule, range: range(start, start + rule.length) };
  });
}

interface Comment extends Suppression {
  line: number | null;
}

/** Where the comment that opens on a line ends: before its `-->`, or with the document if that is missing. */
function endOfComment({ snapshot }: Analysis, line: number): number {
  const end = snapshot.text.indexOf('-->', snapshot.lineStart(line));
  return end === -1 ? snapshot.text.length : end;
}

/** The suppression that opens on a line of comment, whose words go up to `end`. */
function readComment({ snapshot }: Analysis, line: number, end: number): Comment | null {
  const [head, word] = opening.exec(snapshot.lineText(line)) ?? [];
  if (head === undefined) return null;
  const start = snapshot.lineStart(line);
  const words = snapshot.text.slice(start + head.length, end).split(/[\s,]+/);
  const rules = words.filter((rule) => rule !== '');
  return {
    range: range(start + head.indexOf('<'), Math.min(end + 3, snapshot.text.length)),
    rules: rules.length > 0 ? rules : null,
    line: word === suppressionWords.file ? null : -1,
  };
}

function hasText({ roles, lines }: Analysis, line: number): boolean {
  switch (roles[line]) {
    case Role.text:
    case Role.contents:
    case Role.footnote:
      return true;
    case Role.table:
      return lines[line]?.lineClass === 'text';
    default:
      return false;
  }
}
