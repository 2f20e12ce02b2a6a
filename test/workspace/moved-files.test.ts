import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { applyEdits } from '../../server/src/core/rules/fix.ts';
import { importsAfter, type Move, settingsAfter } from '../../server/src/core/workspace/moved-files.ts';
import { summarize } from '../../server/src/core/workspace/summarize.ts';
import { root } from './world.ts';

const move = (from: string, to: string): Move => ({ from: root + from, to: root + to });

describe('paths to files that are moved', () => {
  const text =
    '---\nimports:\n  Credit Agreement: ../credit.legal\n  - "signed/a b.legal"\n---\nPLEDGE AGREEMENT\n';
  const linesAfter = (...moves: Move[]): string[] => {
    const summary = summarize(analyze(text, `${root}deal/pledge.legal`));
    return applyEdits(text, importsAfter(summary, moves)).split('\n').slice(2, 4);
  };
  const before = text.split('\n').slice(2, 4);

  test('lead to their new places', () => {
    expect(linesAfter(move('credit.legal', 'old/credit%202.legal'))).toEqual([
      '  Credit Agreement: ../old/credit 2.legal',
      before[1],
    ]);
    expect(linesAfter(move('deal/signed', 'deal/drafts'))[1]).toBe('  - "drafts/a b.legal"');
  });

  test('lead from the new place of the document', () => {
    expect(linesAfter(move('deal/pledge.legal', 'pledge.legal'))).toEqual([
      '  Credit Agreement: credit.legal',
      '  - "deal/signed/a b.legal"',
    ]);
  });

  test('stay where all is moved together, or something else is', () => {
    expect(linesAfter(move('deal', 'other'))).toEqual(before);
    expect(linesAfter(move('deal/sig', 'deal/other'))).toEqual(before);
  });

  test('in a proviso.json are followed too, with all else as it was', () => {
    const settings =
      '{\n  // ours\n  "extends": ["./style.json"],\n  "documents": {"Credit": "credit.legal", "X": 1,},\n}\n';
    const edits = settingsAfter(`${root}proviso.json`, settings, [
      move('credit.legal', 'signed/credit.legal'),
      move('style.json', 'house/style.json'),
    ]);
    expect(applyEdits(settings, edits)).toBe(
      settings
        .replace('"./style.json"', '"house/style.json"')
        .replace('"credit.legal"', '"signed/credit.legal"'),
    );
  });
});
