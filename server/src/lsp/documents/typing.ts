import type { DidChangeTextDocumentParams, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Finding } from '../../core/rules/rule.ts';
import type { TextSnapshot } from '../../core/text/snapshot.ts';
import { wellFormedRange } from '../protocol/convert.ts';
import { type Clock, LatestJobs } from './schedule.ts';

/** Longer than the wait between two keys of a slow writer, shorter than what one waits for an answer. */
const pauseMilliseconds = 1_000;

/**
 * The lines on which somebody types. A number half written is wrong nearly always, so that what is found on such a line
 * waits until another line is edited or nothing is for a moment.
 */
export class Typing {
  readonly #lines = new Map<string, readonly number[]>();
  readonly #pauses: LatestJobs;
  readonly #paused: (uri: string) => void;

  /** `paused` is told of a document in which nobody types any more. */
  constructor(clock: Clock, paused: (uri: string) => void) {
    this.#pauses = new LatestJobs(clock);
    this.#paused = paused;
  }

  /** A document was changed; the lines count as they are behind all of its changes. */
  changed({ textDocument: { uri }, contentChanges }: DidChangeTextDocumentParams): void {
    this.#lines.set(uri, typedLines(contentChanges));
    this.#pauses.schedule(uri, pauseMilliseconds, async () => {
      this.#lines.delete(uri);
      this.#paused(uri);
    });
  }

  forget(uri: string): void {
    this.#pauses.cancel(uri);
    this.#lines.delete(uri);
  }

  stop(): void {
    this.#pauses.cancelAll();
  }

  lines(uri: string): readonly number[] {
    return this.#lines.get(uri) ?? [];
  }
}

/** The lines on which carets stand behind these changes, each told in the text that the changes before it left. */
function typedLines(changes: readonly TextDocumentContentChangeEvent[]): number[] {
  let lines: number[] = [];
  for (const change of changes) {
    // A text that was replaced as a whole was not typed.
    if (!('range' in change) || !change.range) {
      lines = [];
      continue;
    }
    const { start, end } = wellFormedRange(change.range);
    const inserted = change.text.split(/\r\n?|\n/);
    const last = start.line + inserted.length - 1;
    const column = (inserted.length > 1 ? 0 : start.character) + (inserted.at(-1)?.length ?? 0);
    lines = lines.map((line) => (line > end.line ? line + last - end.line : Math.min(line, last)));
    // Behind whole lines that came or went, as by "Delete Line", the caret stands on one that only moved.
    const isWhole = column === 0 && end.character === 0;
    if (!isWhole && !lines.includes(last)) lines.push(last);
  }
  return lines;
}

/**
 * The findings without those that touch the typed lines, unless they were shown before. One that stands on such a line was
 * shown before if as many of its rule and wording were: the line may have moved since.
 */
export function withoutUnfinished(
  findings: readonly Finding[],
  snapshot: TextSnapshot,
  typed: readonly number[],
  shownBefore: readonly Finding[],
): readonly Finding[] {
  const lines = typed.map((line) => Math.min(line, snapshot.lineCount - 1));
  const isTyped = ({ range }: Finding): boolean => {
    const first = snapshot.lineAt(range.start);
    const last = snapshot.lineAt(range.end);
    return lines.some((line) => first <= line && line <= last);
  };
  if (!findings.some(isTyped)) return findings;
  const left = new Map<string, number>();
  const add = (finding: Finding, count: number): number => {
    const key = `${finding.rule} ${finding.message}`;
    const sum = (left.get(key) ?? 0) + count;
    left.set(key, sum);
    return sum;
  };
  for (const finding of shownBefore) add(finding, 1);
  for (const finding of findings) if (!isTyped(finding)) add(finding, -1);
  return findings.filter((finding) => !isTyped(finding) || add(finding, -1) >= 0);
}
