import { describe, expect, test } from 'vitest';
import { readStatedFigures } from '../../server/src/core/inline/stated-figures.ts';

const told = (text: string): string[] =>
  readStatedFigures(text).map(
    ({ subject, unit, value, start, end }) => `${subject}: ${unit}${value} (${text.slice(start, end)})`,
  );

describe('figures of the company are read', () => {
  test.each([
    [
      'shares of the Company’s common stock, par value $0.001 per share, and others',
      'par value common stock: $0.001 (0.001)',
    ],
    ['Common Stock, $.01 par value per share, of the Company', 'par value common stock: $0.01 (.01)'],
    [
      'Class A Ordinary Shares with a par value of US$0.01 each of the Company',
      'par value class a ordinary stock: $0.01 (0.01)',
    ],
    ['The Board of Directors shall consist of seven (7) directors.', 'directors: 7 (seven)'],
    ['The board of directors of the Company shall be composed of 5 members.', 'directors: 5 (5)'],
    ['The Company shall have not more than ten (10) Directors.', 'directors at most: 10 (ten)'],
  ])('%s', (text, figure) => {
    expect(told(text)).toEqual([figure]);
  });

  test.each([
    'common stock, par value $0.01 per share, of Linnet Holdings',
    'shares of common stock, par value $0.01 per share',
    'The Board of Directors shall consist of at least five directors.',
    'The Board of Directors shall consist of five or more directors.',
    'The Board of Directors of the Parent shall consist of five directors.',
    'The Board of Directors shall consist of seven (8) directors.',
    'The Company shall have not more than ten (10) members.',
    'The Board of Directors shall consist of all of the directors.',
  ])('but not from: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
