import type { Analysis } from '../analysis.ts';
import { nameProvision } from '../model/naming.ts';
import type { Provision } from '../model/provision.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { Refusal } from './edit-plan.ts';

/** The lines of a provision, so that they can be taken out and put in elsewhere. */
export interface Block extends TextRange {
  /** The blank lines behind it, or before it where it is the last text of the document: what parts it from its neighbour. */
  readonly gap: TextRange;
}

/** What may stand before a heading on its line: blanks, and the marks of Markdown. */
const beforeHeading = /^[\s\u00a0#>*_+•·▪-]*$/;
const behindText = /^[\s\u00a0*_]*$/;

/** A refusal where a provision shares its first or last line with other text. */
export function blockOf({ snapshot }: Analysis, provision: Provision): Block | Refusal {
  const { text } = snapshot;
  const { captionRange, heading, range } = provision;
  const first = Math.min(range.start, heading.start, captionRange?.start ?? heading.start);
  const start = snapshot.lineStart(snapshot.lineAt(first));
  const last = Math.max(range.end, heading.end);
  const { end } = snapshot.lineRange(snapshot.lineAt(Math.max(first, last - 1)));
  if (!beforeHeading.test(text.slice(start, first)) || !behindText.test(text.slice(last, end)))
    return { refusal: say`${nameProvision(provision)} does not stand on lines of its own.` };
  return { start, end, gap: gapAround(text, start, end) };
}

function gapAround(text: string, start: number, end: number): TextRange {
  let behind = end;
  for (let at = end; at < text.length && /\s/.test(text[at] ?? ''); at += 1)
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) behind = at + 1;
  if (behind < text.length && text.slice(behind).trim() !== '') return { start: end, end: behind };
  let before = start;
  while (before > 0 && /\s/.test(text[before - 1] ?? '')) before -= 1;
  return { start: before, end: start };
}

/** A place between two blocks. */
export interface Gap {
  readonly at: number;
  /** Whether text follows, so that what is put in brings its blank lines behind it; else it brings them before it. */
  readonly textFollows: boolean;
}

export function gapBefore(block: Block): Gap {
  return { at: block.start, textFollows: true };
}

export function gapBehind(block: Block): Gap {
  const textFollows = block.gap.start >= block.end;
  return { at: textFollows ? block.gap.end : block.end, textFollows };
}
