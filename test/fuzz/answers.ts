import type { Analysis } from '../../server/src/core/analysis.ts';
import {
  citedBy,
  citesOthers,
  hierarchyRootsAt,
} from '../../server/src/core/features/citations/call-hierarchy.ts';
import { codeLenses } from '../../server/src/core/features/citations/code-lenses.ts';
import { inlayHints } from '../../server/src/core/features/citations/inlay-hints.ts';
import { attachmentLinks } from '../../server/src/core/features/citations/links.ts';
import { completionsAt } from '../../server/src/core/features/completion.ts';
import { declarationAt, definitionAt } from '../../server/src/core/features/definition.ts';
import { highlightsAt } from '../../server/src/core/features/highlights.ts';
import { hoverAt } from '../../server/src/core/features/hover.ts';
import { citationAt } from '../../server/src/core/features/provisions/citation.ts';
import { continueList } from '../../server/src/core/features/provisions/continue-list.ts';
import { explainLine } from '../../server/src/core/features/provisions/explain.ts';
import { findProvisions } from '../../server/src/core/features/provisions/go-to-provision.ts';
import { mentionsAt } from '../../server/src/core/features/references.ts';
import { semanticTokens } from '../../server/src/core/features/semantic-tokens.ts';
import { linkedTermAt } from '../../server/src/core/features/terms/linked-editing.ts';
import { builtFrom, builtOn, termRootAt } from '../../server/src/core/features/terms/term-hierarchy.ts';
import { termTable } from '../../server/src/core/features/terms/term-table.ts';
import { workspaceSymbols } from '../../server/src/core/features/workspace-symbols.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { definitionsOf } from '../../server/src/core/resolve/definitions.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';
import { termsOf } from '../../server/src/core/resolve/terms.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Severity } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';

/** A range that something told of, with what told it. */
type Told = readonly [string, TextRange];

/** Every rule, those that are off by themselves too. */
const allOn: ReadonlyMap<string, Severity> = new Map(rules.map(({ id }) => [id, 'warning']));

/** What an analysis tells that lies outside of its text, and the rules that failed on it; empty where all is well. */
export function misplaced(analysis: Analysis, told: Iterable<Told>): string[] {
  const { length } = analysis.snapshot.text;
  const wrong: string[] = [];
  for (const [what, { start, end }] of told) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length))
      wrong.push(`${what} lies at ${start} to ${end} of ${length}`);
  }
  return wrong;
}

/** All that is found in a document. A rule that fails throws here. */
export function* everythingFound(analysis: Analysis): Generator<Told> {
  for (const { range, heading, designation, captionRange } of walkProvisions(analysis.outline)) {
    yield ['a provision', range];
    yield ['a heading', heading];
    if (designation) yield ['a designation', designation];
    if (captionRange) yield ['a caption', captionRange];
  }
  for (const { range, pieces, members } of referencesOf(analysis)) {
    yield ['a citation', range];
    for (const piece of pieces) yield ['a piece of a citation', piece];
    for (const member of members) {
      yield ['a member of a citation', member.range];
      for (const target of member.targets) yield ['a target', target.range];
      for (const step of member.steps) yield ['a number', step.range];
    }
  }
  for (const { range, pieces, meaning, pointer } of definitionsOf(analysis)) {
    yield ['a definition', range];
    for (const piece of pieces) yield ['a piece of a definition', piece];
    if (meaning) yield ['a meaning', meaning];
    if (pointer) yield ['a pointer', pointer.range];
  }
  const whole = { start: 0, end: analysis.snapshot.text.length };
  for (const { range } of termsOf(analysis).usesWithin(whole)) yield ['a use of a term', range];
  const onRuleError = (rule: string, error: unknown): never => {
    throw new Error(`rule ${rule} failed`, { cause: error });
  };
  for (const { rule, range, related, fixes } of runRules(analysis, { severities: allOn, onRuleError })) {
    yield [`a finding of ${rule}`, range];
    for (const other of related) yield [`what a finding of ${rule} is related to`, other.range];
    for (const { edits } of fixes) for (const edit of edits) yield [`an edit of ${rule}`, edit.range];
  }
}

/** What the features answer at a place. */
export function* everythingAnswered(analysis: Analysis, offset: number): Generator<Told> {
  const { snapshot } = analysis;
  const whole = { start: 0, end: snapshot.text.length };
  for (const find of [definitionAt, declarationAt]) {
    const definition = find(analysis, offset);
    if (!definition) continue;
    yield ['what leads to a definition', definition.origin];
    for (const place of definition.places) {
      yield ['a place', place.range];
      yield ['the heading of a place', place.selection];
    }
  }
  for (const use of mentionsAt(analysis, offset)?.uses ?? [])
    for (const piece of use) yield ['a mention', piece];
  for (const { range } of highlightsAt(analysis, offset)) yield ['a highlight', range];
  for (const range of linkedTermAt(analysis, offset) ?? []) yield ['a linked term', range];
  const hover = hoverAt(analysis, offset);
  if (hover) yield ['a hover', hover.range];
  const completions = completionsAt(analysis, offset);
  if (completions) yield ['a completion', completions.range];
  for (const { offset: at } of inlayHints(analysis, whole)) yield ['an inlay hint', { start: at, end: at }];
  for (const { range } of codeLenses(analysis)) yield ['a lens', range];
  for (const { range } of attachmentLinks(analysis)) yield ['a link', range];
  for (const { range } of continueList(analysis, offset)) yield ['what goes on with a list', range];
  for (const root of hierarchyRootsAt(analysis, offset))
    for (const { citations } of [...citedBy(analysis, root), ...citesOthers(analysis, root)])
      for (const range of citations) yield ['a citation of the hierarchy', range];
  const term = termRootAt(analysis, offset);
  if (term)
    for (const { range } of [...builtFrom(analysis, term), ...builtOn(analysis, term)])
      yield ['a term of the hierarchy', range];
  for (const { home } of termTable(analysis, [])) yield ['a row of the table of terms', home.range];
  for (const token of semanticTokens(analysis)) {
    if (!token) continue;
    const start = snapshot.lineStart(token.line) + token.column;
    yield ['a colour', { start, end: start + token.length }];
  }
  const line = snapshot.lineAt(offset);
  explainLine(analysis, line);
  citationAt(analysis, offset);
  const query = snapshot.text.slice(offset, offset + 12);
  for (const { range } of findProvisions(analysis, query, offset))
    yield ['a provision that was asked for', range];
  workspaceSymbols(analysis, query, 20);
}

/** The uses of terms as plain data, which two analyses of one text must agree on. */
export function plainUses(analysis: Analysis): string {
  const whole = { start: 0, end: analysis.snapshot.text.length };
  const uses = termsOf(analysis).usesWithin(whole);
  return JSON.stringify(uses.map(({ range, text, definition }) => [range, text, definition.range]));
}
