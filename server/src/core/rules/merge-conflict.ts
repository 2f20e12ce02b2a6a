import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { TextSnapshot } from '../text/snapshot.ts';
import type { Rule } from './rule.ts';

/** Two versions of a passage stand side by side, as a program that merges files leaves them. */
export const mergeConflict: Rule = {
  id: 'merge-conflict',
  title: 'A passage in two versions',
  severity: 'error',
  scope: 'document',
  silencesOthers: true,
  *check({ snapshot }) {
    for (const { begin, middle, end } of conflicts(snapshot)) {
      const place = (line: number): TextRange => snapshot.lineRange(line);
      yield {
        range: place(begin),
        message: say`Two versions of a passage stand here, the second from line ${middle + 2}: a merge was left unfinished. Nothing else is checked before it is settled.`,
        related: [
          { range: place(middle), message: say`The second version begins below this line.` },
          { range: place(end), message: say`It ends above this line.` },
        ],
      };
    }
  },
};

interface Conflict {
  readonly begin: number;
  readonly middle: number;
  readonly end: number;
}

/** The lines of marks that belong together; a mark alone is text of its own. */
function* conflicts(snapshot: TextSnapshot): Generator<Conflict> {
  if (!snapshot.text.includes(beginMark)) return;
  let begin: number | null = null;
  let middle: number | null = null;
  for (let line = 0; line < snapshot.lineCount; line += 1) {
    const start = snapshot.lineStart(line);
    if (snapshot.text.startsWith(beginMark, start)) {
      begin = line;
      middle = null;
    } else if (begin !== null && middle === null) {
      if (snapshot.lineText(line) === middleMark) middle = line;
    } else if (begin !== null && middle !== null && snapshot.text.startsWith(endMark, start)) {
      yield { begin, middle, end: line };
      begin = null;
      middle = null;
    }
  }
}

const beginMark = '<<<<<<< ';
const middleMark = '=======';
const endMark = '>>>>>>> ';
