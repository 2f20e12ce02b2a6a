import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import {
  citedBy,
  citesOthers,
  hierarchyRootsAt,
} from '../../server/src/core/features/citations/call-hierarchy.ts';
import { codeLenses } from '../../server/src/core/features/citations/code-lenses.ts';
import {
  externalSources,
  referencesOfProvision,
} from '../../server/src/core/features/citations/cross-references.ts';
import { inlayHints } from '../../server/src/core/features/citations/inlay-hints.ts';
import { attachmentLinks } from '../../server/src/core/features/citations/links.ts';
import { completionsAt } from '../../server/src/core/features/completion.ts';
import { definitionAt } from '../../server/src/core/features/definition.ts';
import { highlightsAt } from '../../server/src/core/features/highlights.ts';
import { hoverAt } from '../../server/src/core/features/hover.ts';
import { citationMap, termMap } from '../../server/src/core/features/map.ts';
import { citationAt } from '../../server/src/core/features/provisions/citation.ts';
import { continueList } from '../../server/src/core/features/provisions/continue-list.ts';
import { explainDecisions, explainLine } from '../../server/src/core/features/provisions/explain.ts';
import { findProvisions } from '../../server/src/core/features/provisions/go-to-provision.ts';
import { learnedScheme, pinnedScheme, schemeText } from '../../server/src/core/features/provisions/scheme.ts';
import { mentionsAt } from '../../server/src/core/features/references.ts';
import { semanticTokens } from '../../server/src/core/features/semantic-tokens.ts';
import { inView } from '../../server/src/core/features/terms/in-view.ts';
import { signingsOf } from '../../server/src/core/features/terms/parties.ts';
import { builtFrom, builtOn, termRootAt } from '../../server/src/core/features/terms/term-hierarchy.ts';
import { termTable } from '../../server/src/core/features/terms/term-table.ts';
import { usesByProvision } from '../../server/src/core/features/terms/term-uses.ts';
import { termsInView } from '../../server/src/core/features/terms/terms-in-view.ts';
import { typeset } from '../../server/src/core/features/typeset/typeset.ts';
import { cardHtml } from '../../server/src/core/features/typeset/typeset-card.ts';
import { blockHtml } from '../../server/src/core/features/typeset/typeset-html.ts';
import { workspaceSymbols } from '../../server/src/core/features/workspace-symbols.ts';
import { contains, range, type TextRange, touches } from '../../server/src/core/text/range.ts';

/** What legal documents consist of, put together in any order: most of it makes no sense, as a draft may not. */
const piece = fc.constantFrom(
  'Article 1. (Rent)',
  'ARTICLE II',
  'Section 2.1 Notices.',
  '3.10',
  '(a)',
  '(i) ',
  '1. ',
  '1) ',
  '- ',
  '| (b) |',
  '## ',
  '**4.**',
  'EXHIBIT A',
  'Schedules 1, 2 and B-1',
  'The rent of Exhibit A is due as Section 2.1(a) says;',
  'The preceding two Articles, items (a) and (i) above and Sections 2.1 to 3.10 apply.',
  'under Section ',
  '"Rent" means the Base Rent;',
  'the sum (the "Base Rent")',
  'in\u00a0May and',
  '\ud83d',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '<PAGE>\n',
  '- 3 -\n',
  '<!-- ',
  '-->',
  '    ',
  '\t',
);

const document = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

function checkAll(analysis: Analysis, offset: number, query: string): void {
  const { snapshot } = analysis;
  const whole = range(0, snapshot.text.length);
  const line = snapshot.lineAt(offset);
  let free = 0;
  for (const token of semanticTokens(analysis)) {
    if (!token) continue;
    const start = snapshot.lineStart(token.line) + token.column;
    expect(token.length).toBeGreaterThan(0);
    expect(start).toBeGreaterThanOrEqual(free);
    free = start + token.length;
    expect(free).toBeLessThanOrEqual(snapshot.lineRange(token.line).end);
  }
  for (const edit of continueList(analysis, offset)) {
    expect(contains(whole, edit.range)).toBe(true);
    // Nothing but blanks and a designation may ever go.
    expect(snapshot.slice(edit.range).trim().length).toBeLessThan(12);
  }
  for (const link of attachmentLinks(analysis)) {
    expect(contains(whole, link.range)).toBe(true);
    expect(snapshot.slice(link.range)).toMatch(/\d|[A-Z]$/);
  }
  checkCitations(analysis, offset, query);
  findProvisions(analysis, query, offset);
  expect(citationAt(analysis, offset)).not.toBe('');
  expect(explainLine(analysis, line).line).toBe(line);
  explainDecisions(analysis);
  const levels = learnedScheme(analysis);
  expect(schemeText(levels) === '').toBe(levels.length === 0);
  expect(pinnedScheme(levels).size).toBeLessThanOrEqual(levels.length);
}

function checkCitations(analysis: Analysis, offset: number, query: string): void {
  const whole = range(0, analysis.snapshot.text.length);
  const inside = (place: TextRange) => expect(contains(whole, place)).toBe(true);
  const definition = definitionAt(analysis, offset);
  if (definition) {
    expect(touches(definition.origin, offset)).toBe(true);
    for (const place of definition.places) {
      inside(place.range);
      // Editors refuse a place whose heading lies outside of it.
      expect(contains(place.range, place.selection)).toBe(true);
    }
  }
  for (const pieces of mentionsAt(analysis, offset)?.uses ?? []) {
    expect(pieces.length).toBeGreaterThan(0);
    pieces.forEach(inside);
  }
  for (const highlight of highlightsAt(analysis, offset)) inside(highlight.range);
  const hover = hoverAt(analysis, offset);
  if (hover) {
    expect(touches(hover.range, offset)).toBe(true);
    expect(hover.parts.length).toBeGreaterThan(0);
  }
  const completions = completionsAt(analysis, offset);
  if (completions) {
    expect(touches(completions.range, offset)).toBe(true);
    for (const { text } of completions.entries) expect(text).not.toBe('');
  }
  for (const hint of inlayHints(analysis, whole)) {
    expect(hint.offset).toBeLessThanOrEqual(whole.end);
    for (const { text } of hint.parts) expect(text).not.toBe('');
  }
  for (const lens of codeLenses(analysis)) inside(lens.range);
  for (const root of hierarchyRootsAt(analysis, offset)) {
    for (const { citations } of [...citedBy(analysis, root), ...citesOthers(analysis, root)])
      citations.forEach(inside);
  }
  const term = termRootAt(analysis, offset);
  if (term)
    for (const { range: place } of [...builtFrom(analysis, term), ...builtOn(analysis, term)]) inside(place);
  checkViews(analysis, offset);
  for (const row of termTable(analysis, [])) expect(row.definitions).toContain(row.home);
  for (const { name } of workspaceSymbols(analysis, query, 20)) expect(name.trim()).not.toBe('');
}

function checkViews(analysis: Analysis, offset: number): void {
  const whole = range(0, analysis.snapshot.text.length);
  const inside = (place: TextRange) => expect(contains(whole, place)).toBe(true);
  const view = inView(analysis, offset);
  inside(view.range);
  for (const { home } of termsInView(analysis, view)) {
    inside(home.range);
    for (const { uses } of usesByProvision(analysis, home)) for (const use of uses) inside(use.range);
  }
  if (view.provision) {
    const { cites, citedBy: citing } = referencesOfProvision(analysis, view.provision);
    for (const { citations } of [...cites, ...citing]) citations.forEach(inside);
  }
  for (const { citations } of externalSources(analysis, null)) expect(citations.length).toBeGreaterThan(0);
  for (const { parties, signatures } of signingsOf(analysis)) {
    for (const party of parties) inside(party.range);
    for (const { signers } of signatures)
      for (const { name, range: place } of signers) expect(analysis.snapshot.slice(place)).toBe(name);
  }
  let last = -1;
  for (const block of typeset(analysis, [])) {
    inside(block.range);
    expect(block.range.start).toBeGreaterThanOrEqual(last);
    last = block.range.start;
    expect(blockHtml(analysis, block, { tellsLines: true })).toMatch(/^<div class="block">/);
    for (const anchor of block.anchors) expect(cardHtml(analysis, anchor)).not.toBeNull();
  }
  for (const { nodes, edges } of [citationMap(analysis, []), termMap(analysis)]) {
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids.size).toBe(nodes.length);
    for (const { from, to } of edges) expect(ids.has(from) && ids.has(to) && from !== to).toBe(true);
    for (const { parent } of nodes) expect(parent === null || ids.has(parent)).toBe(true);
  }
}

test('no feature fails on any text at any place, and what each tells lies inside the text', () => {
  fc.assert(
    fc.property(document, fc.nat(), fc.oneof(piece, fc.string()), (text, place, query) => {
      checkAll(analyze(text), place % (text.length + 1), query);
    }),
    { numRuns: 400 },
  );
});
