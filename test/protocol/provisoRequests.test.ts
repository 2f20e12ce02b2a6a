import { expect, it } from 'vitest';
import {
  type BrokenCitationResult,
  type CitationResult,
  type ExplainResult,
  type FindProvisionsResult,
  requests,
  type SchemeResult,
} from '../../server/src/lsp/protocol/protocol.ts';
import { articles, askAbout, ServerProcess } from './serverProcess.ts';

const uri = 'file:///articles.legal';
const textDocument = { uri };
const lineOf = (words: string) => articles.slice(0, articles.indexOf(words)).split('\n').length - 1;

const ask = <Result>(method: string, params: object, text = articles): Promise<Result> =>
  askAbout({ uri, text }, method, params);

const start = { line: 0, character: 0 };

it('finds provisions by address, with what they stand in', async () => {
  const { provisions, left } = await ask<FindProvisionsResult>(requests.findProvisions, {
    position: start,
    query: 'Article 2(2)',
  });
  expect(left).toBe(0);
  expect(provisions).toMatchObject([
    {
      name: '(2) teaching sailing.',
      containers: ['CHAPTER I GENERAL PROVISIONS', 'Article 2 Purposes'],
      selectionRange: { start: { line: lineOf('(2)'), character: 0 } },
    },
  ]);
});

it('sends the first of very many provisions and says how many are left', async () => {
  const text = Array.from({ length: 400 }, (_, at) => `Article ${at + 1}. (Name)\nThe text.\n`).join('\n');
  const { provisions, left } = await ask<FindProvisionsResult>(
    requests.findProvisions,
    { position: start, query: '' },
    text,
  );
  expect(provisions).toHaveLength(300);
  expect(left).toBe(101);
});

it('cites what stands at a place', async () => {
  const position = { line: lineOf('(2)'), character: 6 };
  expect(await ask<CitationResult>(requests.citation, { position })).toEqual({
    citation: 'Article 2, item (2)',
  });
  expect(await ask<CitationResult>(requests.citation, { position: start })).toEqual({ citation: null });
});

it('tells the learned scheme, and how to pin it', async () => {
  expect(await ask<SchemeResult>(requests.scheme, {})).toEqual({
    text: 'Chapters I, Articles 1, (1)',
    levels: [
      { label: 'Chapters I', count: 2 },
      { label: 'Articles 1', count: 5 },
      { label: '(1)', count: 2 },
    ],
    pinned: { chapter: 'roman-upper', article: 'arabic', item: 'arabic' },
  });
});

it('explains a line', async () => {
  const position = { line: lineOf('Article 1.'), character: 3 };
  const { line, isHeading, verdict, evidence } = await ask<ExplainResult>(requests.explain, { position });
  expect({ line, isHeading }).toEqual({ line: position.line, isHeading: true });
  expect(verdict).toContain('Article 1');
  expect(evidence.length).toBeGreaterThan(0);
});

it('goes to the next and the previous citation that is broken, but to none that is silenced', async () => {
  const text = [
    'Article 1. (Name)\nThe name is told by Article 9.\n',
    'Article 2. (Seat)\n<!-- proviso-ignore broken-reference -->\nThe seat is told by Article 8.\n',
    'Article 3. (Year)\nThe year is told by Article 7.\n',
    'Article 4. (End)\nThe end.\n',
  ].join('\n');
  await using server = await ServerProcess.initialized();
  await server.open(uri, text);
  const go = async (direction: string, line: number): Promise<BrokenCitationResult> =>
    await server.connection.sendRequest(requests.brokenCitation, {
      textDocument,
      direction,
      position: { line, character: 0 },
    });
  const lineOf = async (direction: string, from: number) =>
    (await go(direction, from)).citation?.range.start.line;
  expect([await lineOf('next', 0), await lineOf('next', 2), await lineOf('previous', 8)]).toEqual([1, 8, 1]);
  expect((await go('next', 0)).citation?.message).toContain('There is no Article 9');
  await server.change(uri, 2, [{ text: articles }]);
  expect(await go('next', 0)).toEqual({ citation: null });
});

it('answers nothing about a document that is not open', async () => {
  const elsewhere = { textDocument: { uri: 'file:///other.legal' }, position: start, query: '' };
  await using server = await ServerProcess.initialized();
  for (const method of Object.values(requests))
    expect(await server.connection.sendRequest(method, elsewhere), method).toBeNull();
});
