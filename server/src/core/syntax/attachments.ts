import type { ProvisionKind } from '../model/provision.ts';
import { nextTextLine } from './captions.ts';
import { type Designation, isAttachmentKeyword } from './designation.ts';
import type { Draft } from './draft.ts';
import type { Verdict } from './evidence.ts';
import { endsBeforeCitation, endsSentence, lineBefore } from './flow.ts';
import type { ParseInput } from './parse.ts';
import type { Placement } from './placement.ts';

/**
 * Weighs whether a line heads an attachment ("EXHIBIT A", "Schedule 2.1 - Form of Note") or only mentions one. A
 * heading stands alone, at a page's beginning or behind a blank line; several in a row are a list of attachments.
 */
export function attachmentOpens(
  input: ParseInput,
  index: number,
  designation: Designation,
  label: boolean,
): Verdict {
  const evidence: string[] = [];
  let score = 0;
  const add = (points: number, reason: string): void => {
    score += points;
    evidence.push(reason);
  };
  const line = input.lines[index];
  const flow = input.flow[index];
  if (!line || !flow) return { score: 0, evidence };
  const text = input.lineText(index);
  const behind = text.slice(designation.end, line.end).replace(/^[\s\u00a0*_]+/, '');
  // In unwrapped text wide gaps stand where lines ended: the caption is what comes before the first of them.
  const rest =
    behind.length > 90
      ? (behind.slice(0, 90).split(/\s{3,}/)[0] ?? '') +
        (/\s{3,}/.test(behind.slice(0, 90)) ? '' : behind.slice(90))
      : behind;
  const previous = input.lines[lineBefore(input.flow, index)];

  if (rest === '') add(2, 'alone on its line');
  else if (/^(?:[-–—:([]|to\b)/i.test(rest) && rest.length < 90 && !/[.;]$/.test(rest))
    add(1, 'a caption follows');
  else if (/^[A-Z]/.test(rest) && rest.length < 80 && !/[.;,]$/.test(rest)) add(1, 'a caption follows');
  else add(-4, 'a sentence goes on behind it');
  if (
    /\b(?:Exhibit|EXHIBIT|Schedule|SCHEDULE|Annex|ANNEX|Appendix|APPENDIX)\s+(?:[A-Z]|\d{1,3})(?![A-Za-z])/.test(
      behind.slice(0, 200),
    )
  )
    add(-4, 'one of a list of attachments');
  if (designation.number === '' && rest !== '') add(-2, 'no number');
  if (/\b(?:is|are|shall|hereto|attached|sets? forth|which|that)\b/.test(rest)) add(-3, 'it is spoken of');
  if (!previous) add(1, 'first line');
  else if (flow.acrossFurniture && endsSentence(previous)) add(2, 'begins a page');
  else if (flow.blanks > 0) add(1, 'a blank line before it');
  else if (flow.acrossFurniture) add(endsBeforeCitation(previous) ? -3 : 1, 'begins a page');
  else add(endsSentence(previous) || previous.capitals || label ? 0 : -3, 'the line before runs on');
  if (previous && endsBeforeCitation(previous) && !label) add(-3, 'the line before leads to a citation');
  if (line.headingLevel > 0 || line.emphasised) add(1, 'heading mark');
  if (line.indent >= 20 || (line.capitals && rest === '')) add(1, 'centred or in capitals');
  if (inList(input, index, designation)) add(-4, 'one of a list of attachments');
  return { score, evidence };
}

/** Attachments named on neighbouring lines are listed, not attached here. */
function inList(input: ParseInput, index: number, designation: Designation): boolean {
  const next = nextTextLine(input, index);
  const previous = lineBefore(input.flow, index);
  // "Exhibit 5.1(c)" and "Exhibit 5.1(f)" are two, whatever their numbers say.
  const partOf = (at: number): string => {
    const end = input.lines[at]?.designation?.end ?? 0;
    return /^\([a-z\d]{1,4}\)/.exec(input.lineText(at).slice(end, end + 6))?.[0] ?? '';
  };
  for (const near of [next, previous]) {
    const other = input.lines[near]?.designation;
    if (!other || !isAttachmentKeyword(other.keyword) || Math.abs(near - index) > 4) continue;
    const acrossPage = near > index ? input.flow[near]?.acrossFurniture : input.flow[index]?.acrossFurniture;
    if (!acrossPage && (other.number !== designation.number || partOf(near) !== partOf(index))) return true;
  }
  return false;
}

/** An attachment is named as lawyers name it: what is headed "Attachment" or "Addendum" goes with the appendices. */
export function attachmentKind(designation: Designation): ProvisionKind {
  switch (designation.keyword) {
    case 'schedule':
      return 'schedule';
    case 'annex':
      return 'annex';
    case 'appendix':
    case 'attachment':
    case 'addendum':
      return 'appendix';
    default:
      return 'exhibit';
  }
}

/** An attachment begins a series of its own, whatever was attached before it. */
export function placeAttachment(root: Draft, designation: Designation, input: ParseInput): Placement {
  // "Attachment V" among Attachments A to Z is the letter, not the numeral.
  const other = designation.otherReading;
  const letters = input.facts.seriesCount(`${designation.keyword} alpha-upper`) > 0;
  const letter = other?.numeral === 'alpha-upper' && letters ? other : null;
  return {
    relation: 'new-series',
    parent: root,
    sibling: null,
    numeral: letter?.numeral ?? designation.numeral,
    path: letter ? [letter.value] : designation.path,
    jump: 0,
  };
}
