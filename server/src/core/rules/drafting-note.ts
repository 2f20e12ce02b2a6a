import { readPlaceholders } from '../inline/placeholders.ts';
import { foundIn } from '../resolve/found.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** A note among those who draft is left in the text: "[Note to Draft: …]". */
export const draftingNote: Rule = {
  id: 'drafting-note',
  title: 'A note to the draft that is left in the text',
  severity: 'information',
  scope: 'document',
  *check(analysis) {
    for (const { paragraph, answer } of foundIn(analysis, readPlaceholders)) {
      for (const { kind, start, end } of answer) {
        if (kind !== 'note') continue;
        yield {
          range: paragraph.rangeOf(start, end),
          message: say`This note is meant for those who draft, not for those who sign: delete it before signing.`,
          fixes: [
            {
              title: say`Delete the note`,
              edits: paragraph.pieces(start, end).map((range) => ({ range, newText: '' })),
            },
          ],
        };
      }
    }
  },
};
