import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { fixDocument } from '../../server/src/core/rules/fix.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

const text = 'Article 1. (Name)\n\nThe name is Linnet.\n\nArticle 3. (Seat)\n\nThe seat is Kyoto.\n';

function fixed(before: string): string {
  const analysis = analyze(before);
  return fixDocument(analysis, runRules(analysis)).text;
}

function unused(before: string): string[] {
  return runRules(analyze(before))
    .filter(({ rule }) => rule === 'unused-suppression')
    .map(({ message }) => message);
}

describe('a comment that silences nothing', () => {
  test.each([
    ['alone on its line', '<!-- proviso-ignore duplicate-number -->\n'],
    ['set in', '  \t<!-- proviso-ignore duplicate-number -->  \n'],
    ['over several lines', '<!-- proviso-ignore\n  duplicate-number,\n  misordered-number -->\n'],
    ['for the file', '<!-- proviso-ignore-file duplicate-number -->\n'],
    ['twice', '<!-- proviso-ignore duplicate-number -->\n<!-- proviso-ignore misordered-number -->\n'],
  ])('goes with its line: %s', (_, comment) => {
    const before = text.replace('Article 3.', `${comment}Article 3.`);
    expect(fixed(before)).toBe(text);
    expect(fixed(before.replaceAll('\n', '\r\n'))).toBe(text.replaceAll('\n', '\r\n'));
  });

  test('goes alone where text stands behind it', () => {
    const before = text.replace(
      'Article 3.',
      '<!-- proviso-ignore\nduplicate-number --> and so on\nArticle 3.',
    );
    expect(fixed(before)).toBe(text.replace('Article 3.', ' and so on\nArticle 3.'));
  });

  test('loses the names that silence nothing and keeps the one that does', () => {
    const silenced = text.replace('Article 3.', '<!-- proviso-ignore numbering-gap -->\nArticle 3.');
    for (const names of [
      'numbering-gap, duplicate-number',
      'duplicate-number, numbering-gap',
      'duplicate-number\n numbering-gap,misordered-number',
    ])
      expect(fixed(silenced.replace('numbering-gap', names))).toBe(silenced);
    expect(unused(silenced)).toEqual([]);
  });

  test('is left where it is not closed: the rest of the document would go with it', () => {
    const before = `${text}\n<!-- proviso-ignore duplicate-number\nArticle 4. (Members)\n`;
    expect(unused(before)).toEqual([]);
    expect(fixed(before)).toBe(before);
  });

  test('behind all text is told of', () => {
    expect(unused(`${text}\n<!-- proviso-ignore numbering-gap -->\n`)).toEqual([
      'numbering-gap finds nothing here, where no text follows, that this comment could silence.',
    ]);
  });

  test('can be kept by name, and not by naming no rule', () => {
    const before = text.replace('Article 3.', '<!-- proviso-ignore duplicate-number -->\nArticle 3.');
    expect(unused(`<!-- proviso-ignore-file unused-suppression -->\n${before}`)).toEqual([]);
    expect(unused(`<!-- proviso-ignore-file -->\n${before}`)).toHaveLength(1);
  });

  test('is not judged by a rule that broke down or was not run', () => {
    const before = text.replace('Article 3.', '<!-- proviso-ignore duplicate-number -->\nArticle 3.');
    const severities = new Map([['duplicate-number', 'off' as const]]);
    expect(runRules(analyze(before), { severities }).map(({ rule }) => rule)).toEqual(['numbering-gap']);
  });
});
