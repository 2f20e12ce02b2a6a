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
  const found: Comment[] = [];
  let pending: Comment[] = [];
  for (let line = 0; line < analysis.roles.length; line += 1) {
    if (hasText(analysis, line)) {
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
  readonly #used = new Set<Suppression>();
  /** By line, or null for the file; then by rule, or null for all. Of several alike the first is the one that works. */
  readonly #places = new Map<number | null, Map<string | null, Suppression>>();
  readonly #analysis: Analysis;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    for (const suppression of readSuppressions(analysis)) {
      const rules = this.#places.get(suppression.line) ?? new Map<string | null, Suppression>();
      this.#places.set(suppression.line, rules);
      for (const rule of suppression.rules ?? [null]) if (!rules.has(rule)) rules.set(rule, suppression);
    }
  }

  /** Whether a finding of this rule that starts at `start` is silenced; remembers what silenced it. */
  silence(rule: string, start: number): boolean {
    if (this.#places.size === 0) return false;
    let silenced = false;
    for (const place of [this.#analysis.snapshot.lineAt(start), null]) {
      for (const name of [rule, null]) {
        const suppression = this.#places.get(place)?.get(name);
        if (!suppression) continue;
        this.#used.add(suppression);
        silenced = true;
      }
    }
    return silenced;
  }

  /** Those that have silenced a finding so far. */
  get used(): ReadonlySet<Suppression> {
    return this.#used;
  }
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
