import { expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { outline } from '../../server/src/core/features/provisions/outline.ts';
import type { Work } from '../../server/src/lsp/documents/schedule.ts';
import { JsonWriter, messageWithAnswer } from '../../server/src/lsp/protocol/writtenAnswer.ts';
import { nestedSymbols } from '../../server/src/lsp/reading/navigation.ts';
import { writtenSymbols } from '../../server/src/lsp/reading/writtenSymbols.ts';
import { noteMissingDocuments, readCorpus, readSamples, readSeeds } from '../core/documents.ts';

noteMissingDocuments('written outlines are compared on the samples alone.');

for (const { path, text } of [...readSamples(), ...readSeeds(), ...readCorpus(24, 400_000)]) {
  it(`${path}: the written outline is the JSON of the nested one`, () => expectSame(text));
}

it('names with quotation marks, backslashes, other scripts and halves of characters are written as JSON does', () => {
  expectSame(
    [
      'THE “NEW” AGREEMENT',
      '',
      'Article 1 "Quoted" \\ and tab\tbed',
      'Article 2 定款の変更 — façade ß 😀',
      'Article 3 half \ud800 of a pair \udc00',
      'Article 4 bell \u0007, delete \u007f, separator \u2028 and next line \u0085',
    ].join('\n'),
  );
});

it('an outline of one entry, and of none', () => {
  expectSame('Article 1 Name');
  expectSame('');
});

it('lists within lists, deeper than a stack would bear', () => {
  expectSame(
    Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}(${depth % 2 ? 'a' : '1'}) x`).join(
      '\n',
    ),
  );
});

it('a string of each character reads as it was', () => {
  const writer = new JsonWriter(1);
  const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  writer.raw('[');
  all.forEach((character, at) => {
    if (at > 0) writer.raw(',');
    writer.string(`a${character}b`);
  });
  writer.raw(']');
  expect(textOf(writer.take().json)).toBe(JSON.stringify(all.map((character) => `a${character}b`)));
});

it('a number is written in digits, up to the largest of the protocol', () => {
  for (const number of [0, 7, 9, 10, 99, 100, 12_345, 2 ** 31 - 1]) {
    const writer = new JsonWriter(1);
    writer.number(number);
    expect(textOf(writer.take().json)).toBe(String(number));
  }
});

it('a message holds the written answer in the place of its result, whatever its id is', () => {
  for (const id of [7, 'null', '"result":null', 'ß null', null, 'long '.repeat(100)]) {
    const writer = new JsonWriter(0);
    writer.raw('[{"name":"null"}]');
    const message = { jsonrpc: '2.0', id, result: writer.take() };
    const bytes = messageWithAnswer(message);
    expect(bytes && JSON.parse(textOf(bytes))).toEqual({ jsonrpc: '2.0', id, result: [{ name: 'null' }] });
  }
});

it('other messages are left to the library', () => {
  expect(messageWithAnswer({ jsonrpc: '2.0', id: 1, result: [] })).toBeNull();
  expect(messageWithAnswer({ jsonrpc: '2.0', method: 'exit' })).toBeNull();
});

function expectSame(text: string): void {
  const analysis = analyze(text);
  const entries = outline(analysis);
  const written = done(writtenSymbols(analysis, entries)).json;
  expect(textOf(written)).toBe(JSON.stringify(done(nestedSymbols(analysis, entries))));
}

/** The bytes must be well-formed UTF-8. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function done<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
