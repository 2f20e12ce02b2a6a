import type { Designation } from './designation.ts';
import { type DocumentFacts, seriesOf } from './facts.ts';
import { citationNouns, endsBeforeCitation, endsSentence, type LineFlow, quantityWords } from './flow.ts';
import type { LineFacts } from './lines.ts';
import type { Placement } from './placement.ts';

/** For and against a line's being the opening of a provision. */
export interface Verdict {
  readonly score: number;
  readonly evidence: readonly string[];
}

/** From here on a candidate is taken for a provision. Set on the seeds and on the corpus outside the gold. */
export const acceptanceScore = 2;

export interface Surroundings {
  readonly line: LineFacts;
  readonly text: string;
  readonly flow: LineFlow;
  readonly previous: LineFacts | null;
  /** The last words of the line before. */
  previousEnd(): string;
  /** The line before is a heading that has no text of its own yet. */
  readonly afterHeading: boolean;
  readonly facts: DocumentFacts;
  readonly wrapWidth: number | null;
  /** The text line below, if no blank line stands between. */
  readonly below: LineFacts | null;
  /** One of the next lines that open in the same way carries the number after this one. */
  readonly successorFollows: boolean;
  /** So does the one before this one, which was skipped: the two changed places. */
  readonly skippedFollows: boolean;
}

/**
 * Weighs what speaks for the designation's opening a provision against what speaks for a number that came to the
 * start of the line because a sentence wrapped there. Costs a look at the line and the one before.
 */
export function weigh(designation: Designation, placement: Placement, around: Surroundings): Verdict {
  const evidence: string[] = [];
  let score = 0;
  const add = (points: number, reason: string): void => {
    score += points;
    evidence.push(reason);
  };

  weighForm(designation, around, add);
  weighPosition(designation, placement, around, add);
  weighFollowingText(designation, around, add);
  if (around.successorFollows) add(1, 'the next number follows');
  else if (around.skippedFollows && placement.relation === 'gap') add(1, 'the number before it follows');
  if (repeatsOne(designation, placement, around)) add(1, 'each item begins with 1, as Markdown lets it');
  if (goesOnAList(designation, placement, around)) add(1, 'reads like the members of its list');
  add(...weighSequence(designation.keyword !== null, around.successorFollows, placement));
  const { sibling } = placement;
  const aligned =
    sibling !== null && !sibling.inline && sibling.indent === around.line.indent && sibling.indent > 0;
  if (aligned && placement.relation !== 'next') add(1, 'in line with its sibling');
  return { score, evidence };
}

/** "1." below "1.", line by line: Markdown counts by itself. */
function repeatsOne(
  designation: Designation,
  { relation, sibling }: Placement,
  around: Surroundings,
): boolean {
  if (relation !== 'restart' || designation.shape !== '#.' || designation.number !== '1' || !sibling)
    return false;
  const { previous } = around;
  return (
    sibling.path[0] === 1 &&
    sibling.indent === around.line.indent &&
    previous?.designation?.number === '1' &&
    around.flow.blanks === 0 &&
    startsCapital(around.text, designation.end)
  );
}

/** A number slipped in a list that stands, where a sentence is over and another begins. */
function goesOnAList(designation: Designation, placement: Placement, around: Surroundings): boolean {
  const { relation, jump, sibling } = placement;
  const slipped =
    relation === 'duplicate' ||
    (relation === 'gap' && jump === 2) ||
    (relation === 'backwards' && jump === 1);
  if (!slipped || !sibling || sibling.inline || sibling.run.members < 2 || designation.shape === '#')
    return false;
  const over = around.previous === null || endsSentence(around.previous);
  const alone = designation.end >= around.line.end;
  return over && (alone || startsCapital(around.text, designation.end));
}

/** How an amendment announces the words it puts in: what follows may be numbered as that other document is. */
const announcesText =
  /\b(?:read|reads|follows|following|thereof|provide|state)(?: in (?:its|their) entirety)?(?: as follows)?:\s*$/;

type Add = (points: number, reason: string) => void;

function weighForm(designation: Designation, around: Surroundings, add: Add): void {
  const { line, facts } = around;
  if (designation.keyword) add(/^(?:title|rule|division)$/.test(designation.keyword) ? 0 : 1, 'named');
  else if (designation.shape === '(#)') add(1, 'bracketed number');
  else if (designation.shape === '#') {
    add(-2, 'number without a dot');
    if (facts.seriesCount('#.# 2') >= 3 && facts.seriesCount(seriesOf(designation)) >= 3)
      add(2, 'clauses number below it');
  } else if (designation.shape === '#.' && designation.numeral !== 'arabic') add(-1, 'single letter');
  if (around.flow.headingLevel > 0) add(3, 'heading mark');
  if (line.emphasised) add(1, 'emphasis');
}

function weighPosition(designation: Designation, placement: Placement, around: Surroundings, add: Add): void {
  const { line, flow, previous, wrapWidth } = around;
  if (!previous || flow.acrossOther) {
    add(2, 'nothing runs on into it');
    return;
  }
  if (line.bullet) {
    add(2, 'a list mark opens a paragraph');
    return;
  }
  const long = wrapWidth !== null && previous.end >= wrapWidth * 0.75;
  const sentenceOver = endsSentence(previous) || around.afterHeading || previous.headingLevel > 0;
  const due = placement.relation === 'next';
  if (
    !due &&
    !/^(?:first|new-series)$/.test(placement.relation) &&
    announcesText.test(around.previousEnd())
  ) {
    add(-3, 'the words of another document are announced');
  }
  if (endsBeforeCitation(previous) && !around.afterHeading) {
    // A list of its own begins behind a long line that ends in "that" or "shall" too, but for one of citations.
    const begins = placement.relation === 'first' && around.successorFollows;
    const isShort = previous.end - previous.start <= 60;
    const apart = flow.blanks > 0 && (isShort || (begins && !citationNouns.has(previous.lastWord)));
    add(due && flow.blanks > 0 ? -1 : apart ? -2 : -4, 'the line before leads to a citation');
  }
  // A conversion that breaks lines at links leaves the commas of a list of citations on lines of their own.
  if (previous.end - previous.start <= 2 && /[,;(]/.test(previous.lastCharacter))
    add(-4, 'a list of citations goes on');
  if (quantityWords.has(previous.lastWord) && designation.shape === '(#)' && !sentenceOver)
    add(-3, 'a figure after its word');
  if (flow.acrossFurniture) {
    if (sentenceOver) add(2, 'a sentence ended on the page before');
    else
      add(
        line.indent > previous.indent + 3 && designation.keyword ? 1 : -1,
        'the page before ends in a sentence',
      );
  } else if (flow.blanks > 0) {
    add(2, 'a blank line before it');
    if (!sentenceOver && long && !due && /[a-z,]/.test(previous.lastCharacter))
      add(-2, 'the line before runs on');
  } else if (around.afterHeading) add(2, 'directly under its heading');
  else if (sentenceOver) add(1, 'the line before ends a sentence');
  else if (!long && previous.designation) add(1, 'the item before is short');
  else if (wrapWidth === null && !due && previous.end - previous.start > 60)
    add(-2, 'the line before runs on');
  else if (wrapWidth === null || !long) add(0, 'the line before is short');
  else if (due && startsCapital(around.text, designation.end)) add(-1, 'the line before ends without a stop');
  else add(-3, 'the line before runs on');
}

function weighFollowingText(designation: Designation, around: Surroundings, add: Add): void {
  const behind = around.text.slice(designation.end, designation.end + 40);
  const rest = behind.replace(/^[\s\u00a0*_]+/, '');
  // A conversion that breaks lines at links leaves "Section 7" alone, with the sentence going on below.
  if (rest === '' && around.below?.startsLower && (designation.keyword || designation.path.length > 1)) {
    add(-4, 'a sentence goes on below it');
    return;
  }
  if (designation.keyword && /^\s?\([a-z\d]{1,4}\)/.test(behind)) {
    add(-4, 'a citation of a part of it');
    return;
  }
  if (designation.shape === '(#)' && designation.numeral === 'arabic' && /^[-–—]\s/.test(rest))
    add(-3, 'a note to a figure');
  else if (/^[,;)]/.test(rest)) add(-3, 'punctuation follows the number');
  else if (/^(?:above|below|hereof|hereto|hereunder|herein|through|thereof)\b/.test(rest))
    add(-4, 'a citation goes on behind it');
  else if (/^(?:and|or|to)\s+\(?[\divxab]/.test(rest)) add(-4, 'a list of citations goes on behind it');
  else if (/^[a-z]/.test(rest)) {
    if (designation.keyword) add(-4, 'a sentence goes on behind it');
    else if (designation.path.length > 1) add(-2, 'a sentence goes on behind it');
    else if (designation.shape === '#.' && designation.numeral === 'arabic') {
      const opened = around.flow.blanks > 0 || (around.previous !== null && endsSentence(around.previous));
      add(opened ? -1 : -2, 'a sentence goes on behind it');
    }
  } else if (designation.keyword && /^\([A-Z]/.test(rest)) add(2, 'a caption in brackets');
}

function startsCapital(text: string, from: number): boolean {
  return /^[\s\u00a0*_]*["“(]?[A-Z]/.test(text.slice(from, from + 20));
}

/** What the place in the sequence is worth. */
function weighSequence(
  named: boolean,
  successorFollows: boolean,
  { relation, jump }: Placement,
): readonly [number, string] {
  switch (relation) {
    case 'next':
      return [3, 'the number that is due'];
    case 'first':
      return [1, 'begins a list'];
    case 'second-of-implied':
      return [2, 'second after a paragraph without number'];
    case 'new-series':
      if (named && jump > 20) return [-2, 'it would begin with a high number'];
      return [named ? 1 : -1, 'a way of numbering not seen before here'];
    case 'restart':
      return [0, 'counts from the start again'];
    case 'late-first':
      return [jump <= 2 ? 1 : -1, 'its list does not begin with 1'];
    case 'duplicate':
      return [0, 'the number came before'];
    case 'backwards':
      if (jump === 1) return [0, 'the number of the one before'];
      return [named || jump <= 2 ? -1 : -2, 'a smaller number than the one before'];
    case 'gap':
      if (jump <= 2) return [0, 'a number is skipped'];
      return [named || jump <= 5 ? -1 : -3, 'numbers are skipped'];
    case 'unexpected':
      return [successorFollows ? -1 : -4, 'nothing it could follow'];
  }
}

/** How sure a score makes us that this is a provision, from 0 to 1. */
export function confidenceOf(score: number): number {
  return Math.round(Math.min(0.98, Math.max(0.2, 0.4 + score * 0.1)) * 100) / 100;
}
