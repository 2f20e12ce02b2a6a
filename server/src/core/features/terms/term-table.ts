import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import { type TermUse, termsOf } from '../../resolve/terms.ts';
import type { Finding } from '../../rules/rule.ts';
import { cutBehind } from '../provisions/passage.ts';
import { titleOf } from '../provisions/places.ts';
import { definedIn, definedTermOf, standsOut } from './defined-term.ts';
import { meaningOf } from './term-meaning.ts';

/** A defined term as a list of all of them tells of it. */
export interface TermRow {
  readonly term: string;
  /** What it means, in short; empty where that does not stand in the document. */
  readonly meaning: string;
  /** Where the meaning is said to stand, if it does not stand in the document: "the Credit Agreement". */
  readonly pointsTo: string;
  /** The definition that gives the meaning. */
  readonly home: Definition;
  /** All of them in one scope, those that only point there too, in the order of the text. */
  readonly definitions: readonly Definition[];
  /** The provision in which the meaning stands, as it is cited; empty outside of all. */
  readonly provision: string;
  /** Where alone it holds: "Exhibit A"; empty for the whole document. */
  readonly scope: string;
  readonly uses: readonly TermUse[];
  /** Those at one of its definitions, and those that lead to one. */
  readonly findings: readonly Finding[];
}

/** The defined terms of a document by the alphabet. What only says how to read words of grammar is left out. Linear. */
export function termTable(analysis: Analysis, findings: readonly Finding[]): readonly TermRow[] {
  const terms = termsOf(analysis);
  const found = findingsByDefinition(terms.definitions, findings);
  const seen = new Set<Definition>();
  const rows: TermRow[] = [];
  for (const definition of terms.definitions) {
    if (definition.quoted || seen.has(definition) || !standsOut(definition)) continue;
    const { home, definitions } = definedTermOf(analysis, definition);
    for (const own of definitions) seen.add(own);
    rows.push({
      term: home.term,
      meaning: inShort(analysis, home),
      pointsTo: home.meaning ? '' : (home.pointer?.text ?? '').replace(/\s+/g, ' '),
      home,
      definitions,
      provision: nameOf(analysis, home),
      scope: home.scope ? titleOf(analysis, home.scope) : '',
      uses: terms.usesOfAny(definitions),
      findings: [...new Set(definitions.flatMap((own) => found.get(own) ?? []))],
    });
  }
  return rows.sort(
    (one, other) => byAlphabet(one.term, other.term) || one.home.range.start - other.home.range.start,
  );
}

function byAlphabet(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Of a meaning so much is told. */
const longestMeaning = 100;

function inShort(analysis: Analysis, home: Definition): string {
  const words = meaningOf(analysis, home, longestMeaning)
    .map(({ text }) => text.map((part) => part.text).join(''))
    .join(' ');
  return cutBehind(words.replace(/\s+/g, ' ').trim(), longestMeaning);
}

function nameOf(analysis: Analysis, home: Definition): string {
  const around = definedIn(analysis, home);
  return around?.parent ? titleOf(analysis, around) : '';
}

/** What stands before the words of a term and is marked with them. */
const longestMark = 2;

/** Of each definition the findings that begin at its term, or have a related place there. */
function findingsByDefinition(
  definitions: readonly Definition[],
  findings: readonly Finding[],
): ReadonlyMap<Definition, readonly Finding[]> {
  const places = findings
    .flatMap((finding) => [finding, ...finding.related].map(({ range }) => ({ at: range.start, finding })))
    .sort((one, other) => one.at - other.at);
  const found = new Map<Definition, Finding[]>();
  let next = 0;
  for (const definition of definitions) {
    const { start, end } = definition.range;
    for (; (places[next]?.at ?? start) < start - longestMark; next += 1);
    const own: Finding[] = [];
    for (let place = places[next]; place && place.at < end; place = places[next]) {
      own.push(place.finding);
      next += 1;
    }
    if (own.length > 0) found.set(definition, own);
  }
  return found;
}
