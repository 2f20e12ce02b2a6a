import type { Paragraph } from '../../inline/paragraph.ts';
import { isAttachmentKind, type Provision } from '../../model/provision.ts';
import type { TextRange } from '../../text/range.ts';
import type { Run } from './typeset-runs.ts';

/** A number or a caption that stands somewhere. */
export interface Piece extends TextRange {
  readonly provision: Provision;
  readonly kind: 'number' | 'caption';
}

export function isMarked({ inline, implied }: Provision): boolean {
  return !inline && !implied;
}

export function piecesOf(provision: Provision): Piece[] {
  const pieces: Piece[] = [];
  if (provision.designation) pieces.push({ ...provision.designation, provision, kind: 'number' });
  if (provision.captionRange) pieces.push({ ...provision.captionRange, provision, kind: 'caption' });
  return pieces;
}

/** Where a number or a caption stands in the text of a paragraph; of one that goes on behind it, what stands here. */
export function place(paragraph: Paragraph, piece: Piece | undefined): TextRange | null {
  if (!piece) return null;
  return {
    start: paragraph.toLogical(piece.start),
    end: paragraph.toLogical(Math.min(piece.end, paragraph.end)),
  };
}

/**
 * Where the text of a paragraph goes on that opens with a heading, if that is all of it on its page; the end of the text otherwise.
 * A heading at the foot of a page is read on over the end of it, as any text is that does not end there.
 */
export function headingOfPage(paragraph: Paragraph, pieces: readonly Piece[]): number {
  const { text, content } = paragraph;
  const own = pieces.filter(({ provision }) => provision === pieces[0]?.provision);
  const end = Math.max(0, ...own.map((piece) => place(paragraph, piece)?.end ?? 0));
  for (const [at, start] of content.pieceStarts.entries()) {
    if (at === 0 || start < end || paragraph.lineOfPiece(at) === paragraph.lineOfPiece(at - 1) + 1) continue;
    return start <= end + behindHeading(text.slice(end)) ? start : text.length;
  }
  return text.length;
}

export function isHigh(kind: Provision['kind']): boolean {
  return kind === 'part' || kind === 'chapter' || isAttachmentKind(kind);
}

/** Marks of Markdown and the stops of a heading with its caption behind it are not part of the number. */
export function numberText(printed: string): string {
  return printed
    .replace(/[*_\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many characters divide a number from its caption, or a caption from the text. */
export function behindHeading(text: string): number {
  return /^[\s\u00a0.:;,)\]_*|–—-]*/.exec(text)?.[0].length ?? 0;
}

/** Whether nothing but marks stands around a caption: brackets, stops and dashes are left out then. */
export function isAllOf(text: string, { start, end }: TextRange, caption: TextRange): boolean {
  const around = text.slice(start, caption.start) + text.slice(caption.end, Math.max(caption.end, end));
  return caption.end > caption.start && !/[\p{L}\p{N}]/u.test(around);
}

export function withoutStop(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (last?.kind !== 'plain' || /\b(?:Inc|Ltd|Co|Corp)\.$/i.test(last.text)) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.replace(/[.:;]$/, '') }];
}

/** A caption without the dashes by which it was underlined. */
export function withoutUnderline(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (last?.kind !== 'plain') return runs;
  const { text } = last;
  let end = text.length;
  while (end > 0 && '-=_'.includes(text.charAt(end - 1))) end -= 1;
  if (text.length - end < shortestUnderline) return runs;
  return [...runs.slice(0, -1), { ...last, text: text.slice(0, end).trimEnd() }];
}

const shortestUnderline = 3;
