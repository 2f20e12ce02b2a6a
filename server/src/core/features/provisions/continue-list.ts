import type { Analysis } from '../../analysis.ts';
import { formatNumeral } from '../../model/numerals.ts';
import type { Provision } from '../../model/provision.ts';
import type { TextEdit } from '../../rules/rule.ts';
import type { LineFacts } from '../../syntax/lines.ts';
import { Role } from '../../syntax/roles.ts';
import { range } from '../../text/range.ts';
import { provisionsAt } from './selection.ts';

/**
 * What follows when someone ends a line: `offset` is the cursor on the new line, behind the line end just typed. An
 * item with text is followed by the next designation; an item without text is taken away, which ends the list.
 */
export function continueList(analysis: Analysis, offset: number): readonly TextEdit[] {
  const { snapshot } = analysis;
  const line = snapshot.lineAt(offset);
  const left = line - 1;
  const facts = analysis.lines[left];
  if (!facts || analysis.roles[left] !== Role.text || facts.headingLevel > 0) return [];
  const item =
    designatedItem(analysis, left, facts) ??
    wrappedItem(analysis, left, facts) ??
    bulletItem(analysis, left, facts);
  if (!item) return [];
  const lineStart = snapshot.lineStart(line);
  const rest = snapshot.lineText(line);
  if (item.empty) {
    // The new line goes too, so that the cursor stays where the empty item stood.
    return rest.trim() === '' ? [{ range: range(snapshot.lineStart(left), offset), newText: '' }] : [];
  }
  if (item.next === null || !mayBeginItem(analysis, line, facts, item)) return [];
  const indentation = rest.length - rest.trimStart().length;
  const lineEnd = snapshot.text.slice(snapshot.lineRange(left).end, lineStart);
  const newText = `${item.spaced ? lineEnd : ''}${item.next}`;
  return [{ range: range(lineStart, lineStart + indentation), newText }];
}

interface Item {
  readonly empty: boolean;
  /** What the next item's line begins with, indentation included; null where none may follow here. */
  readonly next: string | null;
  /** A blank line stands between the items of the list. */
  readonly spaced: boolean;
  /** Where the item's text ends; null where nothing but its line is known. */
  readonly end: number | null;
}

/** Text that the cursor took along begins an item only where the item it was part of is complete. */
function mayBeginItem(analysis: Analysis, line: number, left: LineFacts, item: Item): boolean {
  const { start, end } = analysis.snapshot.lineRange(line);
  // Text of the item below the cursor: someone breaks a line in its middle.
  if (item.end !== null && item.end > end) return false;
  if (analysis.snapshot.text.slice(start, end).trim() === '') return true;
  const complete = left.endsItem || /[;.]/.test(left.lastCharacter);
  return complete && !analysis.lines[line]?.designation && !analysis.lines[line]?.bullet;
}

/** The provision that opens on this line, if the list it is in may go on. */
function designatedItem(analysis: Analysis, line: number, facts: LineFacts): Item | null {
  const start = analysis.snapshot.lineStart(line);
  const provision = provisionsAt(analysis, start + facts.start).find(
    ({ designation }) => designation?.start === start + (facts.designation?.start ?? -1),
  );
  if (!provision?.designation || !provision.numbering || provision.inline || provision.confidence < 0.5)
    return null;
  // "Article 5", "Section 3.10": a heading, below which its text is written.
  if (/^[a-z]/.test(provision.numbering.family)) return null;
  const text = analysis.snapshot.text.slice(start, start + facts.length);
  const behind = provision.designation.end - start;
  const gap = /^[*_]*[\s\u00a0]*/.exec(text.slice(behind))?.[0] ?? '';
  const alone = behind + gap.length >= text.length;
  const empty = alone && holdsNothing(analysis, provision, line);
  const designation = alone ? null : nextDesignation(analysis, provision);
  const heading = !alone && isHeadingAlone(analysis, provision, start + facts.end);
  // Emphasis that goes on over the caption is the caption's, not the number's.
  const prefix = text.slice(0, provision.designation.start - start);
  if (prefix.includes('|')) return null;
  const before = /^[*_]/.test(gap) ? prefix : prefix.replace(/[*_]{1,3}$/, '');
  const printed = provision.designation.end - provision.designation.start;
  const next =
    designation === null || heading ? null : `${before}${designation}${gapBehind(designation, printed, gap)}`;
  return { empty, next, spaced: isSpaced(analysis, provision, line), end: provision.range.end };
}

/** As wide as the one before; where it is a column of its own, the text of all items begins at the same place. */
function gapBehind(designation: string, printedBefore: number, gap: string): string {
  if (!/^ {3,}$/.test(gap)) return gap || ' ';
  return ' '.repeat(Math.max(1, printedBefore + gap.length - designation.length));
}

/**
 * The item whose last line this is, where the lines of the document end at a width. Only one that says that another follows:
 * else the sentence may go on, or the item have a second one.
 */
function wrappedItem(analysis: Analysis, line: number, facts: LineFacts): Item | null {
  if (facts.designation || facts.bullet || !(facts.endsItem || facts.lastCharacter === ';')) return null;
  const { start, end } = analysis.snapshot.lineRange(line);
  const [provision] = provisionsAt(analysis, start + facts.start);
  if (!provision?.designation || provision.range.end > end) return null;
  const first = analysis.snapshot.lineAt(provision.designation.start);
  const opening = analysis.lines[first];
  // A second paragraph of the item says nothing of where the next one is to stand.
  const isBroken = analysis.roles.slice(first, line).includes(Role.blank);
  return opening && !isBroken ? designatedItem(analysis, first, opening) : null;
}

/**
 * A designation alone on its line is an empty item where no text follows directly, and none behind a blank line either
 * unless the item above has its text beside its number. Else the text stands below.
 */
function holdsNothing(analysis: Analysis, provision: Provision, line: number): boolean {
  const { snapshot } = analysis;
  if (provision.children.length > 0) return false;
  // What stood on the next line before Enter was pressed.
  if (snapshot.lineText(line + 2).trim() !== '') {
    const [here, below] = [analysis.lines[line]?.designation, analysis.lines[line + 2]?.designation];
    return below?.shape === here?.shape && provision.range.end <= snapshot.lineRange(line).end;
  }
  if (provision.range.end <= snapshot.lineRange(line).end) return true;
  const siblings = provision.parent?.children ?? [];
  const before = siblings[siblings.indexOf(provision) - 1]?.designation;
  if (!before) return false;
  const { end } = snapshot.lineRange(snapshot.lineAt(before.start));
  return snapshot.text.slice(before.end, end).trim() !== '';
}

function isSpaced(analysis: Analysis, provision: Provision, line: number): boolean {
  const siblings = provision.parent?.children ?? [];
  return siblings.indexOf(provision) > 0 && analysis.roles[line - 1] === Role.blank;
}

/** The designation of the next sibling, written as this one is; null where one is there or none can be written. */
function nextDesignation(analysis: Analysis, provision: Provision): string | null {
  const { designation, numbering, parent } = provision;
  if (!designation || !numbering || provision.children.some((child) => !child.inline)) return null;
  const last = numbering.path.length - 1;
  const due = (numbering.path[last] ?? 0) + 1;
  const siblings = parent?.children ?? [];
  const at = siblings.indexOf(provision);
  const printed = analysis.snapshot.slice(designation);
  // Markdown counts by itself, and many authors write "1." before each item.
  if (isRepeated(provision, siblings[at - 1]) || isRepeated(provision, siblings[at + 1])) return printed;
  const following = siblings.slice(at + 1).find((sibling) => sibling.numbering?.family === numbering.family);
  const path = following?.numbering?.path;
  if (
    path?.length === last + 1 &&
    path.every((value, at) => value === (at === last ? due : numbering.path[at]))
  )
    return null;
  if (numbering.numeral === 'arabic') {
    return printed.replace(/\d{1,4}(?=\D{0,6}$)/, (digits) =>
      digits.startsWith('0') ? String(due).padStart(digits.length, '0') : String(due),
    );
  }
  return numbering.path.length === 1
    ? printed.replace(/[A-Za-z]+/, formatNumeral(due, numbering.numeral))
    : null;
}

function isRepeated(provision: Provision, neighbour: Provision | undefined): boolean {
  if (provision.numbering?.family !== '#.' || neighbour?.numbering?.family !== '#.') return false;
  return provision.number === '1' && neighbour.number === '1';
}

/**
 * A caption is all that stands on the line, so that text is due below it; unless the items before show that this list
 * is one of short lines.
 */
function isHeadingAlone(analysis: Analysis, provision: Provision, lineEnd: number): boolean {
  if (provision.numbering?.family.includes(')')) return false;
  if (!provision.captionRange || provision.captionRange.end < lineEnd - 1) return false;
  const siblings = provision.parent?.children ?? [];
  const before = siblings[siblings.indexOf(provision) - 1];
  const { snapshot } = analysis;
  return !before || snapshot.lineAt(before.heading.start) !== snapshot.lineAt(provision.heading.start) - 1;
}

const bullet = /^([\s\u00a0]*[-*+•·▪])([\s\u00a0]+)/;

/** A list mark without a number. The lists of Markdown are not provisions, but they go on all the same. */
function bulletItem(analysis: Analysis, line: number, facts: LineFacts): Item | null {
  if (!facts.bullet || facts.designation) return null;
  const text = analysis.snapshot.lineText(line);
  const found = bullet.exec(text);
  if (!found) return null;
  const [mark, , gap = ''] = found;
  return { empty: mark.length === text.length, next: `${found[1]}${gap}`, spaced: false, end: null };
}
