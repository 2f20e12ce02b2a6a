import { afterEach, describe, expect, test, vi } from 'vitest';
import { generateAgreement } from '../../scripts/bench/generate.mjs';
import { AnalysisHost, analyze } from '../../server/src/core/analysis.ts';
import { LineStarts } from '../../server/src/core/syntax/line-starts.ts';
import { firstDifference } from './plain.ts';

/** The reader is asked for its reach once for each line that is read and is more than running text. */
const lineRead = vi.spyOn(LineStarts.prototype, 'takeReach');

vi.setConfig({ testTimeout: 30_000 });

afterEach(() => lineRead.mockClear());

/** How many lines an edit has read again; the analysis must be that of the new text. */
function linesReadAgain(before: string, after: string): number {
  const host = new AnalysisHost();
  host.open({ uri: 'edited', text: before });
  lineRead.mockClear();
  const updated = host.update('edited', after);
  const count = lineRead.mock.calls.length;
  expect(firstDifference(updated, analyze(after))).toBeNull();
  return count;
}

const agreement = generateAgreement({ size: 100_000 });
const half = agreement.indexOf('\n', agreement.length / 2) + 1;

function edited(at: number, removed: number, inserted: string): string {
  return agreement.slice(0, at) + inserted + agreement.slice(at + removed);
}

describe('an edit reads only what it may have touched', () => {
  const all = linesReadAgain('', agreement);

  test.each([
    ['a letter', edited(half + 10, 0, 'x')],
    ['a line', edited(half, 0, 'the Buyer shall keep a copy of each of them at its own cost and without\n')],
    ['a paragraph less', edited(half, agreement.indexOf('\n\n', half) + 2 - half, '')],
    ["a section's number", edited(agreement.indexOf('.3 ', half) + 1, 1, '7')],
  ])('%s', (_, after) => {
    expect(all).toBeGreaterThan(250);
    expect(linesReadAgain(agreement, after)).toBeLessThan(all / 4);
  });

  test('a new article, until the next one begins', () => {
    const after = edited(agreement.indexOf('\n\nARTICLE', half) + 2, 0, 'ARTICLE 77\nRENT\n\n');
    expect(linesReadAgain(agreement, after)).toBeLessThan(all / 2);
  });

  test('at the very end', () => {
    expect(linesReadAgain(agreement, `${agreement}\nEnd.\n`)).toBeLessThan(all / 4);
  });

  test('but all of it where the document is wrapped in another way', () => {
    const long = `${'word '.repeat(30)}\n\n`.repeat(300);
    expect(linesReadAgain(agreement, agreement + long)).toBeGreaterThan(all * 0.9);
  });
});

test('a caption above its article is read again when the article comes or goes', () => {
  const around = (heading: string) =>
    `${agreement}\n\nEXHIBIT A\n\n${'The rent is low.\n\n'.repeat(80)}(Purpose)\n\n${heading} 2 The purpose is\nto live.\n`;
  linesReadAgain(around('Article'), around('An Article'));
  linesReadAgain(around('An Article'), around('Article'));
});

test('what was read of a place that is no longer what it was is forgotten', () => {
  const host = new AnalysisHost();
  const short = generateAgreement({ size: 20_000 });
  const texts = ['(a) one;\n(b) two.\n', '1. one;\n2. two.\n'].map((list) => `${short}\n${list}`);
  host.open({ uri: 'edited', text: texts[0] ?? '' });
  for (let turn = 1; turn < 6; turn += 1) {
    const text = texts[turn % 2] ?? '';
    expect(firstDifference(host.update('edited', text), analyze(text))).toBeNull();
  }
});
