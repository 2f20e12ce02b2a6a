import type { Analysis } from '../../analysis.ts';
import { paragraphAt } from '../../inline/paragraphs.ts';
import type { TextRange } from '../../text/range.ts';

/** So many characters are shown on each side; a view is not wide. */
const before = 30;
const behind = 60;

/** The words around a place on one line, over line ends and furniture: "… shall notify the Seller within five …". */
export function lineAround(analysis: Analysis, range: TextRange): string {
  const paragraph = paragraphAt(analysis.paragraphs, range.start);
  if (!paragraph) return analysis.snapshot.slice(range).replace(/\s+/g, ' ');
  const { text } = paragraph;
  const place = paragraph.toLogical(range.start);
  const end = Math.max(place, paragraph.toLogical(range.end));
  let from = Math.max(0, place - before);
  // A word is shown whole or not at all.
  if (from > 0) from = Math.min(place, text.indexOf(' ', from) + 1);
  let until = Math.min(text.length, end + behind);
  if (until < text.length) until = Math.max(end, text.lastIndexOf(' ', until));
  const words = text.slice(from, until).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${words}${until < text.length ? ' …' : ''}`;
}
