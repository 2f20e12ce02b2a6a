import type { Connection } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { type DefinedTerm, definedTermOf, meaningPlace } from '../../core/features/terms/defined-term.ts';
import { inView } from '../../core/features/terms/in-view.ts';
import { termCardOf } from '../../core/features/terms/term-card.ts';
import { builtFrom } from '../../core/features/terms/term-hierarchy.ts';
import { termTable } from '../../core/features/terms/term-table.ts';
import { usesByProvision } from '../../core/features/terms/term-uses.ts';
import { termsInView, termsNamed } from '../../core/features/terms/terms-in-view.ts';
import { undefinedTerms } from '../../core/features/terms/undefined-terms.ts';
import { say } from '../../core/text/say.ts';
import type { Work } from '../documents/schedule.ts';
import { toOffset, toRange } from '../protocol/convert.ts';
import { termInMarkdown } from '../protocol/markup.ts';
import {
  type DocumentParams,
  requests,
  type ShownTerm,
  type TermParams,
  type TermsInViewParams,
  type TermsInViewResult,
  type TermTableResult,
  type TermUsesResult,
} from '../protocol/protocol.ts';
import { definitionNamed, identifyTerm } from '../session/identity.ts';
import { answerRequests, type Session } from '../session/requests.ts';
import { toFault, toNamedPlace, toProvisionGroup } from './viewRequests.ts';

/** Answers what the views of terms show; those who type are answered first. */
export function registerTermViews(connection: Connection, session: Session): void {
  answerRequests(connection, session, requests.termsInView, termsAtCursor, 'patient');
  answerRequests(connection, session, requests.termsOfMeaning, termsOfMeaning, 'patient');
  answerRequests(connection, session, requests.termTable, table, 'last');
  answerRequests(connection, session, requests.termUses, uses, 'patient');
}

function* termsAtCursor(analysis: Analysis, params: TermsInViewParams): Work<TermsInViewResult> {
  yield;
  const view = inView(analysis, toOffset(analysis.snapshot, params.position));
  const names = Array.isArray(params.pinned)
    ? params.pinned.filter((name: unknown) => typeof name === 'string')
    : [];
  const terms: ShownTerm[] = [];
  for (const term of termsInView(analysis, view)) {
    terms.push(toShownTerm(analysis, term));
    yield;
  }
  const pinned = termsNamed(analysis, names).map((term) => toShownTerm(analysis, term));
  return { title: view.title, terms, pinned };
}

function* termsOfMeaning(analysis: Analysis, params: TermParams): Work<ShownTerm[] | null> {
  const definition = definitionNamed(analysis, params);
  if (!definition) return null;
  yield;
  return builtFrom(analysis, definition).map((named) =>
    toShownTerm(analysis, definedTermOf(analysis, named)),
  );
}

function* table(analysis: Analysis, _params: DocumentParams, session: Session): Work<TermTableResult> {
  const findings = yield* session.reports.findings(analysis);
  const terms = termTable(analysis, findings).map((row) => ({
    ...handleOf(analysis, row),
    meaning: row.meaning,
    pointsTo: row.pointsTo,
    provision: row.provision,
    scope: row.scope,
    range: toRange(analysis.snapshot, meaningPlace(row.home).selection),
    uses: row.uses.length,
    findings: row.findings.map((finding) => toFault(analysis, finding)),
  }));
  yield;
  const missing = undefinedTerms(analysis, findings).map(({ term, findings: found }) => ({
    term,
    message: found[0]?.message ?? '',
    places: found
      .flatMap(({ range, related }) => [range, ...related.map((place) => place.range)])
      .map((range) => toNamedPlace(analysis, range)),
  }));
  return { terms, undefined: missing };
}

function* uses(analysis: Analysis, params: TermParams): Work<TermUsesResult | null> {
  const definition = definitionNamed(analysis, params);
  if (!definition) return null;
  yield;
  return {
    provisions: usesByProvision(analysis, definition).map((using) =>
      toProvisionGroup(
        analysis,
        using.provision,
        using.uses.map(({ range }) => range),
      ),
    ),
  };
}

/** Of a meaning so much is told in a card, and so much on one line. */
const longestCard = 1_600;
const longestLine = 160;

function toShownTerm(analysis: Analysis, defined: DefinedTerm): ShownTerm {
  const card = termCardOf(analysis, defined, longestCard);
  const words = card.meaning.flatMap(({ text }) => text.map((part) => part.text)).join('');
  const { home } = defined;
  return {
    ...handleOf(analysis, defined),
    meaning: words.replace(/\s+/g, ' ').trim().slice(0, longestLine) || pointed(home.pointer?.text),
    card: termInMarkdown(analysis, card),
    range: toRange(analysis.snapshot, meaningPlace(home).selection),
    isBuilt: builtFrom(analysis, home).length > 0,
  };
}

function pointed(text: string | undefined): string {
  return text === undefined ? '' : say`see ${text.replace(/\s+/g, ' ')}`;
}

function handleOf(analysis: Analysis, { home }: Pick<DefinedTerm, 'home'>) {
  const { term, nth } = identifyTerm(analysis, home);
  return { term, nth };
}
