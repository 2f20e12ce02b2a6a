import { readJoinedWords } from '../inline/joined-words.ts';
import { foundIn, readInSteps } from '../resolve/found.ts';
import { perAnalysis } from '../resolve/per-analysis.ts';
import { Role } from '../syntax/roles.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** A blank is missing between two words: "losses(including". */
export const missingSpace: Rule = {
  id: 'missing-space',
  title: 'A missing space',
  severity: 'hint',
  scope: 'document',
  prepare: (analysis) => readInSteps(analysis, readJoinedWords),
  *check(analysis) {
    for (const { paragraph, answer } of foundIn(analysis, readJoinedWords)) {
      if (analysis.roles[paragraph.firstLine] === Role.table) continue;
      for (const { at, start, end, parts } of answer) {
        const before = paragraph.text.slice(Math.max(start, at - 20), at);
        const behind = paragraph.text.slice(at, Math.min(end, at + 20));
        const place = paragraph.rangeOf(at, at).start;
        yield {
          range: paragraph.rangeOf(at - before.length, at + behind.length),
          message: say`A space is missing between “${before}” and “${behind}”.`,
          fixes: [
            {
              title: say`Insert a space`,
              preferred: true,
              certain: parts?.every((part) => ownWordsOf(analysis).has(part.toLowerCase())) ?? false,
              edits: [{ range: { start: place, end: place }, newText: ' ' }],
            },
          ],
        };
      }
    }
  },
};

/** The words that stand by themselves somewhere in the document: half a word, torn by a stray sign, is none of them. */
const ownWordsOf = perAnalysis((analysis) => {
  const words = new Set<string>();
  for (const { text } of analysis.paragraphs)
    for (const [word] of text.matchAll(/(?<=^|[\s(“"])[A-Za-z]{2,30}(?=$|\s|[,;.:)”"](?:$|\s))/g))
      words.add(word.toLowerCase());
  return words;
});
