import { nameAtSentenceStart } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { Ending } from '../resolve/endings.ts';
import { findLists, type ListItem } from '../resolve/lists.ts';
import { say } from '../text/say.ts';
import type { Fix, Rule } from './rule.ts';

/** One item of a list ends with another sign than the others. */
export const listPunctuation: Rule = {
  id: 'list-punctuation',
  title: 'An item that ends with another sign than the others',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const { items } of findLists(analysis)) {
      // The last one ends the sentence, and what leads to items of its own ends as it must.
      const compared = items.slice(0, -1).filter(({ leads }) => !leads);
      const prevailing = prevailingMark(compared);
      if (prevailing === null) continue;
      const example = compared.find(({ ending }) => ending.mark === prevailing);
      for (const { provision, ending } of compared) {
        if (ending.mark === prevailing || mayDiffer(prevailing, ending)) continue;
        yield {
          range: {
            start: Math.max(provision.range.start, ending.at - 1),
            end: Math.max(ending.at, ending.end),
          },
          message: say`${nameAtSentenceStart(provision)} ends ${nameOf(ending.mark)}; the others in this list end ${nameOf(prevailing)}.`,
          related: example
            ? [
                {
                  range: headingOf(example.provision),
                  message: say`${nameAtSentenceStart(example.provision)} ends ${nameOf(prevailing)}.`,
                },
              ]
            : [],
          fixes: [fixFor(ending, prevailing)],
        };
      }
    }
  },
};

type Mark = Ending['mark'];

/** Three that are alike and one that is not. */
const fewestItems = 4;

/** The sign of at least three items and three in four; null where none prevails. */
function prevailingMark(items: readonly ListItem[]): Mark | null {
  if (items.length < fewestItems) return null;
  const counts = new Map<Mark, number>();
  for (const { ending } of items) counts.set(ending.mark, (counts.get(ending.mark) ?? 0) + 1);
  for (const [mark, count] of counts)
    if (
      count >= 3 &&
      count * 4 >= items.length * 3 &&
      count < items.length &&
      (mark === ';' || mark === ',' || mark === '.')
    )
      return mark;
  return null;
}

/** A sentence in a list of phrases ends as a sentence; a list of sentences may hold one phrase or a colon. */
function mayDiffer(prevailing: Mark, ending: Ending): boolean {
  if (ending.mark === ':' || ending.mark === '-') return true;
  if (ending.sentences || (ending.mark === '' && !ending.plainWord)) return true;
  return prevailing === '.' && ending.words < 4;
}

function fixFor(ending: Ending, mark: Mark): Fix {
  const end = ending.mark === '' ? ending.at : ending.at + 1;
  return {
    title: titleFor(mark),
    edits: [{ range: { start: ending.at, end }, newText: mark }],
  };
}

function titleFor(mark: Mark): string {
  switch (mark) {
    case ';':
      return say`End it with a semicolon`;
    case ',':
      return say`End it with a comma`;
    default:
      return say`End it with a full stop`;
  }
}

function headingOf(provision: Provision): { start: number; end: number } {
  return provision.designation ?? provision.heading;
}

function nameOf(mark: Mark): string {
  switch (mark) {
    case '.':
      return say`with a full stop`;
    case ';':
      return say`with a semicolon`;
    case ',':
      return say`with a comma`;
    default:
      return say`without a sign`;
  }
}
