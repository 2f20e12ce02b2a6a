import { readJoinedWords } from '../inline/joined-words.ts';
import { Role } from '../syntax/roles.ts';
import type { Rule } from './rule.ts';

/** A blank is missing between two words: "losses(including". */
export const missingSpace: Rule = {
  id: 'missing-space',
  title: 'A missing space',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const paragraph of analysis.paragraphs) {
      const joined = paragraph.content.ask(readJoinedWords);
      if (joined.length === 0 || analysis.roles[paragraph.firstLine] === Role.table) continue;
      for (const { at, start, end } of joined) {
        const before = paragraph.text.slice(Math.max(start, at - 20), at);
        const behind = paragraph.text.slice(at, Math.min(end, at + 20));
        const place = paragraph.rangeOf(at, at).start;
        yield {
          range: paragraph.rangeOf(at - before.length, at + behind.length),
          message: `A space is missing between “${before}” and “${behind}”.`,
          fixes: [
            {
              title: 'Insert a space',
              preferred: true,
              // A full stop may be part of a name, "Setup.Exe"; the other signs are part of none.
              certain: paragraph.text[at - 1] !== '.',
              edits: [{ range: { start: place, end: place }, newText: ' ' }],
            },
          ],
        };
      }
    }
  },
};
