import type {
  ClientCapabilities,
  Connection,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensOptions,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import {
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import {
  type LineSpan,
  type SemanticTokenType,
  semanticTokens,
  semanticTokenTypes,
} from '../../core/features/semantic-tokens.ts';
import type { Work } from '../documents/schedule.ts';
import { wellFormedRange } from '../protocol/convert.ts';
import { answerRequests, type Session } from '../session/requests.ts';

/** What is declared: the whole document, what changed since, and the part on the screen. */
export function semanticTokensOptions(client: ClientCapabilities): SemanticTokensOptions | undefined {
  if (!client.textDocument?.semanticTokens) return undefined;
  return {
    legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] },
    full: { delta: true },
    range: true,
  };
}

/** Answers the three requests, which share what was sent last. */
export function registerSemanticTokens(connection: Connection, session: Session): void {
  const sent = new SentTokens();
  const full = (analysis: Analysis) => sent.full(analysis);
  const delta = (analysis: Analysis, { previousResultId }: SemanticTokensDeltaParams) =>
    sent.delta(analysis, previousResultId);
  // Those of the screen are asked for by themselves: nobody waits for the rest.
  answerRequests(connection, session, SemanticTokensRequest.method, full, 'last');
  answerRequests(connection, session, SemanticTokensDeltaRequest.method, delta, 'last');
  answerRequests(connection, session, SemanticTokensRangeRequest.method, tokensInRange);
}

function* tokensInRange(analysis: Analysis, params: SemanticTokensRangeParams): Work<SemanticTokens> {
  const { start, end } = wellFormedRange(params.range);
  return { data: yield* encode(analysis, { first: start.line, last: end.line }) };
}

/** How many documents' tokens are kept to tell what changed; others are answered in full. */
const documentsKept = 20;

/** The tokens last sent of each document, under an id that the client names when it asks what changed. */
export class SentTokens {
  readonly #sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  /** Keeps ids of an earlier server process from being taken for this one's. */
  readonly #session = Date.now().toString(36);
  #count = 0;

  *full(analysis: Analysis): Work<SemanticTokens> {
    const data = yield* encode(analysis);
    return { resultId: this.#keep(analysis.uri, data), data };
  }

  *delta(analysis: Analysis, previousResultId: string): Work<SemanticTokens | SemanticTokensDelta> {
    const data = yield* encode(analysis);
    const previous = this.#sent.get(analysis.uri);
    const resultId = this.#keep(analysis.uri, data);
    if (previous?.id !== previousResultId) return { resultId, data };
    return { resultId, edits: changes(previous.data, data) };
  }

  #keep(uri: string, data: readonly number[]): string {
    this.#count += 1;
    const id = `${this.#session}.${this.#count}`;
    this.#sent.delete(uri);
    this.#sent.set(uri, { id, data });
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > documentsKept && oldest !== undefined) this.#sent.delete(oldest);
    return id;
  }
}

const typeNumbers: ReadonlyMap<SemanticTokenType, number> = new Map(
  semanticTokenTypes.map((type, number) => [type, number]),
);

const numbersPerToken = 5;

/** Five numbers a token, its place told from the token before, as the protocol wants it. */
function* encode(analysis: Analysis, lines?: LineSpan): Work<number[]> {
  const data: number[] = [];
  let lastLine = 0;
  let lastColumn = 0;
  for (const token of semanticTokens(analysis, lines)) {
    yield;
    if (!token) continue;
    const { line, column, length, type } = token;
    const sameLine = line === lastLine;
    data.push(
      line - lastLine,
      sameLine ? column - lastColumn : column,
      length,
      typeNumbers.get(type) ?? 0,
      0,
    );
    lastLine = line;
    lastColumn = column;
  }
  return data;
}

/** One replacement of whole tokens between what both begin and end with; none where they are the same. */
function changes(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  if (same === before.length && same === after.length) return [];
  const start = same - (same % numbersPerToken);
  let sameEnd = 0;
  while (sameEnd < shorter - start && before.at(-1 - sameEnd) === after.at(-1 - sameEnd)) sameEnd += 1;
  sameEnd -= sameEnd % numbersPerToken;
  return [
    {
      start,
      deleteCount: before.length - start - sameEnd,
      data: after.slice(start, after.length - sameEnd),
    },
  ];
}
