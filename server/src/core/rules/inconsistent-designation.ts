import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import { findMinority, findSiblingGroups } from '../model/siblings.ts';
import { say } from '../text/say.ts';
import type { Fix, Rule } from './rule.ts';

/** "Sec. 4" among "Section n", a roman number among arabic ones. */
export const inconsistentDesignation: Rule = {
  id: 'inconsistent-designation',
  title: 'A designation written differently from its siblings',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const { members } of findSiblingGroups(analysis.outline, 5)) {
      // They are of one family of numbers.
      if (!/^[a-z]/.test(members[0]?.numbering?.family ?? '')) continue;
      const words = findMinority(members, (provision) => keywordOf(analysis, provision));
      for (const provision of words?.few ?? []) {
        yield {
          range: provision.designation ?? provision.heading,
          message: say`“${printed(analysis, provision)}” is written differently from the ${words?.many.length ?? 0} provisions beside it, which begin with “${words?.prevailing ?? ''}”.`,
          related: relatedTo(analysis, words?.many[0]),
          fixes: fixFor(analysis, provision, words?.prevailing ?? ''),
        };
      }
      const numerals = findMinority(members, (provision) => provision.numbering?.numeral ?? null);
      for (const provision of numerals?.few ?? []) {
        yield {
          range: provision.designation ?? provision.heading,
          message: say`“${printed(analysis, provision)}” is numbered in another way than the ${numerals?.many.length ?? 0} provisions beside it.`,
          related: relatedTo(analysis, numerals?.many[0]),
        };
      }
    }
  },
};

/** The word as it is printed, capitals and abbreviation included. */
function keywordOf(analysis: Analysis, provision: Provision): string {
  return /^[^\s\d]+/.exec(printed(analysis, provision))?.[0] ?? '';
}

function printed(analysis: Analysis, provision: Provision): string {
  const text = provision.designation ? analysis.snapshot.slice(provision.designation) : '';
  return text.replace(/\s+/g, ' ').replace(/[.:]$/, '');
}

function relatedTo(
  analysis: Analysis,
  example: Provision | undefined,
): Array<{ range: Provision['heading']; message: string }> {
  if (!example) return [];
  return [
    {
      range: example.designation ?? example.heading,
      message: say`${nameAtSentenceStart(example)} is written “${printed(analysis, example)}”.`,
    },
  ];
}

function fixFor(analysis: Analysis, provision: Provision, prevailing: string): readonly Fix[] {
  const word = keywordOf(analysis, provision);
  const start = provision.designation?.start ?? 0;
  if (word === '' || prevailing === '') return [];
  const range = { start, end: start + word.length };
  // "§3" has no space that would part "Section" from its number.
  const joined =
    /\w$/.test(prevailing) && !/^\s/.test(analysis.snapshot.text.slice(range.end, range.end + 1));
  return [
    {
      title: say`Write “${prevailing}” instead of “${word}”`,
      edits: [{ range, newText: joined ? `${prevailing} ` : prevailing }],
      preferred: true,
    },
  ];
}
