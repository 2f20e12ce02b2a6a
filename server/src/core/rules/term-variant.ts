import type { Analysis } from '../analysis.ts';
import { pluralOf, singular } from '../inline/inflection.ts';
import type { TermMatch } from '../inline/term-matches.ts';
import type { Definition } from '../model/definition.ts';
import { readTerms, type Terms, termsOf } from '../resolve/terms.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { nearMissesOf } from './near-misses.ts';
import type { Rule, RuleReport } from './rule.ts';
import { isIgnored } from './terms.ts';

/** Words that are nearly a defined term and are none. */
export const termVariant: Rule = {
  id: 'term-variant',
  title: 'Words that are nearly a defined term',
  severity: 'warning',
  scope: 'document',
  prepare: readTerms,
  *check(analysis, configuration) {
    const terms = termsOf(analysis);
    for (const report of [...alteredUses(analysis, terms), ...nearMisses(analysis)])
      if (!isIgnored(configuration, analysis.snapshot.text.slice(report.range.start, report.range.end)))
        yield report;
  },
};

/** Another number inside the term: "Applicable Law and Regulations". */
function* alteredUses(analysis: Analysis, terms: Terms): Generator<RuleReport> {
  for (const { paragraph, match } of terms.placesWhere(isAltered)) {
    const { start } = paragraph.rangeOf(match.start, match.end);
    const written = paragraph.text.slice(match.start, match.end);
    const definition = terms.definitionAt(written, start);
    if (!definition || definition.range.start === start || isOwnForm(terms, written)) continue;
    yield report(analysis, paragraph.rangeOf(match.start, match.end), written, definition, 1);
  }
}

function isAltered({ altered, within, spelling }: TermMatch): boolean {
  return altered && !within && spelling === 'exact';
}

/** Several definitions may share their words in different numbers. */
function isOwnForm(terms: Terms, written: string): boolean {
  const plain = written.toLowerCase().replace(/\s+/g, ' ');
  return terms.definitionsOfTerm(written).some(({ term }) => term.toLowerCase() === plain);
}

/** A misspelt word at each place; another spelling, which runs through the document, once. */
function* nearMisses(analysis: Analysis): Generator<RuleReport> {
  for (const misses of nearMissesOf(analysis)) {
    const times = misses[0]?.meant.slip === 'variant' ? misses.length : 1;
    const reports = misses.map(({ place: { paragraph }, range, definition }) =>
      report(
        analysis,
        paragraph.rangeOf(range.start, range.end),
        paragraph.text.slice(range.start, range.end),
        definition,
        times,
      ),
    );
    const [first, ...others] = reports;
    if (times > 1 && first) yield inOne(first, others);
    else yield* reports;
  }
}

function inOne(first: RuleReport, others: readonly RuleReport[]): RuleReport {
  const reports = [first, ...others];
  const fixes = reports.flatMap(({ fixes: [fix] = [] }) => fix ?? []);
  return {
    ...first,
    related: [
      ...(first.related ?? []),
      ...others.slice(0, mostRelated).map(({ range }) => ({ range, message: say`Also written so here.` })),
    ],
    fixes:
      fixes.length < reports.length
        ? []
        : [
            {
              title: say`Write the defined term at each place`,
              edits: fixes.flatMap(({ edits }) => edits),
              preferred: true,
            },
          ],
  };
}

const mostRelated = 5;

function report(
  { snapshot }: Analysis,
  range: TextRange,
  written: string,
  definition: Definition,
  times: number,
): RuleReport {
  const found = written.replace(/\s+/g, ' ');
  const term = definition.term.replace(/^(?:the|an?) /, '');
  const fitting = inNumberOf(term, written);
  const plain = snapshot.text.slice(range.start, range.end);
  return {
    range,
    message:
      times > 1
        ? say`“${found}” is nearly the defined term “${term}”, ${times} times.`
        : say`“${found}” is nearly the defined term “${term}”.`,
    related: [{ range: definition.range, message: say`The definition of “${term}”.` }],
    // Words that run over a line end are left for a person to change.
    fixes: /[\r\n]/.test(plain)
      ? []
      : [{ title: say`Write “${fitting}”`, edits: [{ range, newText: fitting }], preferred: true }],
  };
}

/** The term in the number of what stands there. */
function inNumberOf(term: string, written: string): string {
  const last = written.slice(written.lastIndexOf(' ') + 1);
  const own = term.slice(term.lastIndexOf(' ') + 1);
  const plural = singular(last.toLowerCase()) !== last.toLowerCase();
  const ownPlural = singular(own.toLowerCase()) !== own.toLowerCase();
  return plural && !ownPlural && !term.includes(' of ') ? term.slice(0, -own.length) + pluralOf(own) : term;
}
