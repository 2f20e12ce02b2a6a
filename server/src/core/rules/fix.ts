import { type Analysis, analyze } from '../analysis.ts';
import type { Finding, Fix, TextEdit } from './rule.ts';
import { type RunOptions, runRules } from './run.ts';

export interface FixedText {
  readonly text: string;
  /** What was applied, in the order in which it was. */
  readonly applied: readonly AppliedFix[];
  /** False where fixes still made room for others after the last round. */
  readonly settled: boolean;
}

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
}

/** As many rounds as other linters take: real documents settle after one or two. */
const mostRounds = 10;

/**
 * Applies the certain fixes of a document's findings. Where two overlap the first in the text is taken, and the fixed
 * text is read again, until nothing certain is left to do or the rounds are spent.
 */
export function fixDocument(
  analysis: Analysis,
  findings: readonly Finding[],
  options: RunOptions = {},
): FixedText {
  const applied: AppliedFix[] = [];
  let { text } = analysis.snapshot;
  let chosen = certainFixes(findings);
  for (let round = 0; round < mostRounds && chosen.length > 0; round += 1) {
    text = applyEdits(
      text,
      chosen.flatMap(({ fix }) => fix.edits),
    );
    applied.push(...chosen.map(({ rule, fix }) => ({ rule, title: fix.title })));
    chosen = certainFixes(runRules(analyze(text, analysis.uri), options));
  }
  return { text, applied, settled: chosen.length === 0 };
}

/** The certain fixes that can be applied together, in the order of the text: none touches what another changes. */
export function certainFixes(findings: readonly Finding[]): { rule: string; fix: Fix }[] {
  const candidates = findings
    .flatMap(({ rule, fixes }) => fixes.filter(({ certain }) => certain).map((fix) => ({ rule, fix })))
    .map((candidate) => ({ ...candidate, ...extentOf(candidate.fix) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const chosen: { rule: string; fix: Fix }[] = [];
  let taken = -1;
  for (const { rule, fix, start, end } of candidates) {
    if (start <= taken) continue;
    chosen.push({ rule, fix });
    taken = end;
  }
  return chosen;
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    parts.push(text.slice(at, range.start), newText);
    at = range.end;
  }
  return parts.join('') + text.slice(at);
}

/** From the first to the last place that a fix changes: what lies between belongs to it. */
function extentOf({ edits }: Fix): { start: number; end: number } {
  return {
    start: Math.min(...edits.map(({ range }) => range.start)),
    end: Math.max(...edits.map(({ range }) => range.end)),
  };
}
