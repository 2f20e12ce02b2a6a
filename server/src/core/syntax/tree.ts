import type { ProvisionKind } from '../model/provision.ts';
import { attachmentKind, attachmentOpens, placeAttachment } from './attachments.ts';
import { type Caption, readCaption, readCaptionAbove } from './captions.ts';
import { type Designation, isAttachmentKeyword } from './designation.ts';
import { type Draft, joinRun, needsCompany, newDraft } from './draft.ts';
import { EnumeratorReader } from './enumerators.ts';
import { acceptanceScore, confidenceOf, type Verdict, weigh } from './evidence.ts';
import { endsSentence, type LineFlow, lineBefore } from './flow.ts';
import { type DocumentReading, KnownReadings, standIns, type Tree } from './known-readings.ts';
import type { LineFacts } from './lines.ts';
import { OpenProvisions } from './open-provisions.ts';
import { describeState } from './open-state.ts';
import type { ParseInput } from './parse.ts';
import { PartReader } from './parts.ts';
import { familyOf, outOfPlainParts, type Placement, place } from './placement.ts';
import {
  type Decision,
  furthestLook,
  goesOn,
  type LineReading,
  type Opening,
  type OpenState,
  plainReading,
  startsParagraph,
} from './readings.ts';
import { Role } from './roles.ts';
import { isStatementForm } from './zones.ts';

/** A label such as "Exhibit 10.3" names the whole document if it stands among its first lines of text. */
const labelLines = 12;

/** The state is written down so many lines after the last time at the earliest: the next reading meets this one there. */
const linesBetweenStates = 16;

/**
 * Builds the tree of provisions in one pass over the lines, with a stack of the provisions that are open. Lines that were
 * read in the same way `before`, in the same state, are not read again: what was done for them is repeated.
 */
export class TreeBuilder {
  readonly #input: ParseInput;
  readonly #open: OpenProvisions;
  readonly #parts: PartReader;
  readonly #decisions: Decision[] = [];
  readonly #enumerators: EnumeratorReader;
  readonly #known: KnownReadings;
  readonly #readings: Array<LineReading | null>;
  /** Whether all is as it was the last time, so far. */
  #repeats: boolean;
  /** Whether the last line was one of running text, and repeated. */
  #inText = false;
  /** The line of the state that was written down last. None is where the document is not read again. */
  #lastState: number;
  #textLinesSeen = 0;
  #captionUntil = -1;
  #captionRunsIn = false;

  constructor(input: ParseInput, before: DocumentReading | null, hasNext: boolean) {
    this.#input = input;
    this.#lastState = hasNext ? 0 : Number.POSITIVE_INFINITY;
    this.#known = new KnownReadings(before, input);
    this.#repeats = this.#known.root !== null;
    this.#open = new OpenProvisions(input, this.#known.root);
    this.#parts = new PartReader(input, this.#open);
    this.#enumerators = new EnumeratorReader(input);
    this.#readings = new Array(input.lines.length).fill(null);
  }

  /** What was built, once all lines were. */
  get tree(): Tree {
    const { root, blocks } = this.#open;
    return {
      root,
      blocks,
      decisions: this.#decisions,
      untouched: this.#known.untouchedIn(this.#input),
      reading: this.#known.next(root.opening as Opening, this.#readings),
    };
  }

  /** Builds on with these lines, the next in order. */
  build(from: number, until: number): void {
    const { lines, roles, flow } = this.#input;
    const known = this.#known;
    for (let index = from; index < until; index += 1) {
      // Behind what was touched the state may be another, until it is found to be the same.
      if (index === known.first) this.#repeats = false;
      const line = lines[index];
      const lineFlow = flow[index];
      if (roles[index] !== Role.text || !line || !lineFlow) continue;
      this.#textLinesSeen += 1;
      const reading = known.of(index);
      const holds = reading !== null && known.holds(index, reading);
      // Between two lines of running text nothing happens that the second does not bring about too.
      if (this.#repeats && this.#inText && known.goesOn(index) && known.goesOn(index + 1)) {
        this.#readings[index] = reading;
        continue;
      }
      const state =
        !this.#repeats && (reading?.before || this.#isPlaceForState(index)) ? this.#describe(index) : null;
      if (holds && state && reading.before?.description === state.description) {
        this.#open.substitute(standIns(reading.before.openings, state.openings));
        this.#repeats = true;
      }
      this.#repeats &&= holds;
      this.#inText = this.#repeats && (reading === goesOn || reading === startsParagraph);
      this.#readings[index] =
        this.#repeats && reading ? this.#repeat(index, reading) : this.#read(index, line, lineFlow, state);
    }
  }

  #isPlaceForState(index: number): boolean {
    return (
      index - this.#lastState >= linesBetweenStates &&
      this.#input.lines[index]?.designation !== null &&
      index > this.#captionUntil
    );
  }

  #describe(index: number): OpenState | null {
    if (index <= this.#captionUntil) return null;
    this.#lastState = index;
    const seen = Math.min(this.#textLinesSeen, labelLines + 1);
    const behindCaption = lineBefore(this.#input.flow, index) <= this.#captionUntil;
    return describeState(this.#open, this.#parts.state, [seen, behindCaption], index);
  }

  #repeat(index: number, reading: LineReading): LineReading {
    if (reading.before) {
      this.#lastState = index;
      this.#open.bringUpToDate(reading.before);
    }
    this.#open.repeat(reading, index);
    if (reading === goesOn || reading === startsParagraph) return reading;
    if (reading.parts) this.#parts.state = reading.parts;
    if (reading.captionLines >= 0) {
      this.#captionUntil = index + reading.captionLines;
      this.#captionRunsIn = reading.captionRunsIn;
    }
    if (reading.decision) {
      if (reading.decision.line !== index) reading.decision = { ...reading.decision, line: index };
      this.#decisions.push(reading.decision);
    }
    return reading;
  }

  #read(index: number, line: LineFacts, flow: LineFlow, before: OpenState | null): LineReading {
    const decided = this.#decisions.length;
    const parts = this.#parts.state;
    const captionUntil = this.#captionUntil;
    this.#readTextLine(index, line, flow);
    const steps = this.#open.takeSteps();
    const plain = plainReading(steps);
    if (plain && !line.designation && !before && this.#parts.state === parts) return plain;
    const captioned = this.#captionUntil !== captionUntil;
    return {
      steps,
      reach: Math.max(furthestLook, this.#enumerators.lineStarts.takeReach() - index),
      decision: this.#decisions[decided] ?? null,
      parts: this.#parts.state === parts ? null : this.#parts.state,
      captionLines: captioned ? this.#captionUntil - index : -1,
      captionRunsIn: captioned && this.#captionRunsIn,
      before,
    };
  }

  #readTextLine(index: number, line: LineFacts, flow: LineFlow): void {
    if (index <= this.#captionUntil) {
      this.#open.startBlock(index, false);
      this.#open.extend(index, true);
      // A caption that wraps may end in this line, and the text begin behind it.
      if (index === this.#captionUntil && this.#captionRunsIn) this.#readEnumerators(index, false);
      return;
    }
    if (this.#input.quoted[index] === 1) {
      this.#open.startBlock(index, flow.blanks > 0);
      this.#open.extend(index, false);
      return;
    }
    if (line.designation) {
      if (this.#readCandidate(index, line.designation)) return;
    } else {
      const part = this.#parts.read(index, line);
      if (part === 'opened') {
        this.#open.startBlock(index, true);
        this.#readEnumerators(index, false);
      }
      if (part !== 'none') return;
      if (readCaptionAbove(this.#input, index)) return;
    }
    this.#readProse(index, line, flow);
  }

  #readProse(index: number, line: LineFacts, flow: LineFlow): void {
    const previous = this.#input.lines[lineBefore(this.#input.flow, index)];
    const runsOn = previous !== undefined && !endsSentence(previous);
    const unwrapped = this.#input.wrapWidth === null;
    const breaks = flow.acrossFurniture ? !runsOn : flow.blanks > 0 || (unwrapped && !runsOn);
    this.#open.startBlock(index, breaks || flow.acrossOther);
    if (!line.designation) {
      if (flow.headingLevel > 0) this.#open.closeBelowHeading(flow.headingLevel);
      this.#parts.noteTitle(index, line);
    }
    this.#open.extend(index, false);
    this.#readEnumerators(index, line.designation !== null);
  }

  /** Whether the line opened a provision. */
  #readCandidate(index: number, designation: Designation): boolean {
    if (isAttachmentKeyword(designation.keyword)) return this.#readAttachment(index, designation);
    const placement = this.#placeAtLineStart(index, designation);
    const verdict = this.#weighLine(index, designation, placement);
    if (!this.#decide(index, designation, verdict)) return false;
    this.#accept(index, designation, outOfPlainParts(placement), verdict);
    return true;
  }

  #decide(index: number, designation: Designation, verdict: Verdict): boolean {
    const accepted = verdict.score >= acceptanceScore && this.#input.entries[index] !== 1;
    this.#decisions.push({ line: index, designation, accepted, ...verdict });
    return accepted;
  }

  #placeAtLineStart(index: number, designation: Designation): Placement {
    const line = this.#input.lines[index];
    const rest = line ? this.#input.lineText(index).slice(designation.end, line.end) : '';
    const headingLevel = this.#input.flow[index]?.headingLevel ?? 0;
    const context = {
      lookahead: this.#enumerators.nextAtLineStart(index, designation),
      includeWeak: false,
      indent: line?.indent ?? 0,
      headingLevel,
      heading: headingLevel > 0 || (/[A-Z]{2}/.test(rest) && !/[a-z]/.test(rest)),
      lastOfFamily: this.#open.lastOfFamily,
    };
    const placement = place(this.#open.stack, designation, context);
    const { sentence } = this.#open;
    if (placement.relation === 'next' || sentence.length === 0) return placement;
    // The list may have begun inside the sentence above: "4.1 Payment. (a) The Buyer …" and "(b)" on its own line.
    const continued = place([this.#open.root, ...sentence], designation, { ...context, includeWeak: true });
    return continued.relation === 'next' ? continued : placement;
  }

  #weighLine(index: number, designation: Designation, placement: Placement): Verdict {
    const { lines, flow, facts, wrapWidth } = this.#input;
    const line = lines[index];
    const lineFlow = flow[index];
    if (!line || !lineFlow) return { score: 0, evidence: [] };
    const { top, root } = this.#open;
    const before = lineBefore(flow, index);
    const verdict = weigh(designation, placement, {
      line,
      text: this.#input.lineText(index),
      flow: lineFlow,
      previous: lines[before] ?? null,
      previousEnd: () => (before >= 0 ? this.#input.lineText(before).slice(-60) : ''),
      afterHeading: top !== root && top.designationEnd > top.start && top.firstText < 0 && !top.weak,
      facts,
      wrapWidth,
      below: flow[index + 1]?.blanks === 0 ? (lines[index + 1] ?? null) : null,
      successorFollows: this.#enumerators.numberFollows(index, designation, 1),
      skippedFollows: placement.jump === 2 && this.#enumerators.numberFollows(index, designation, -1),
    });
    if (!this.#parts.afterSignatures || designation.keyword !== null || placement.relation === 'next')
      return verdict;
    return { score: verdict.score - 3, evidence: [...verdict.evidence, 'after the signatures'] };
  }

  #readAttachment(index: number, designation: Designation): boolean {
    const early = this.#parts.atBeginning;
    const label = early && this.#textLinesSeen <= labelLines;
    const statement = isStatementForm(designation.keyword, designation.number);
    const { instrument, root } = this.#open;
    const verdict = attachmentOpens(this.#input, index, designation, label);
    // The name of the attachment that is open already is a page header.
    const repeated =
      instrument !== root &&
      instrument.keyword === designation.keyword &&
      instrument.number === designation.number;
    if (repeated || (statement && !early)) {
      this.#decisions.push({ line: index, designation, accepted: false, ...verdict });
      return false;
    }
    if (!this.#decide(index, designation, verdict)) return false;
    if (statement) this.#nameRoot('statement', index, designation);
    else if (label) this.#nameRoot(attachmentKind(designation), index, designation);
    else this.#openAttachment(index, designation, verdict);
    this.#open.startBlock(index, true);
    this.#readEnumerators(index, false);
    return true;
  }

  #nameRoot(kind: ProvisionKind, index: number, designation: Designation): void {
    this.#open.labelDocument(index, {
      kind,
      keyword: designation.keyword,
      number: designation.number || null,
      ordinal: designation.number || null,
      start: designation.start,
      designationEnd: designation.end,
    });
  }

  #openAttachment(index: number, designation: Designation, verdict: Verdict): void {
    const { root } = this.#open;
    this.#open.closeTo(root);
    this.#parts.beginInstrument();
    const placement = placeAttachment(root, designation, this.#input);
    const draft = this.#draftFor(index, designation, placement, verdict);
    draft.kind = attachmentKind(designation);
    this.#addCaption(draft, index, designation);
    this.#open.open(draft);
  }

  #accept(index: number, designation: Designation, placement: Placement, verdict: Verdict): void {
    const recital = this.#parts.numbered(designation);
    this.#open.closeTo(placement.parent);
    const draft = this.#draftFor(index, designation, placement, verdict);
    if (recital) draft.kind = 'recital';
    const caption = this.#addCaption(draft, index, designation);
    this.#open.open(draft);
    this.#open.startBlock(index, true);
    const lineEnd = this.#input.lines[index]?.end ?? 0;
    const runsIn = caption ? caption.runIn : designation.end < lineEnd;
    if (runsIn)
      this.#open.noteText(caption ? caption.end : draft.designationEnd, caption?.lastLine ?? index, index);
    const textStart = caption ? caption.end - this.#input.lineStart(index) : designation.end;
    this.#readEnumerators(index, false, caption && caption.lastLine > index ? null : textStart);
  }

  #draftFor(index: number, designation: Designation, placement: Placement, verdict: Verdict): Draft {
    const start = this.#input.lineStart(index);
    const line = this.#input.lines[index];
    const joined = this.#joinsList(index, designation, placement) ? placement.sibling : null;
    const run = joinRun(joined, needsCompany(designation));
    return newDraft({
      kind: 'item',
      family: familyOf(designation),
      keyword: designation.keyword,
      numeral: placement.numeral,
      path: placement.path,
      number: designation.number || null,
      line: index,
      start: start + designation.start,
      designationEnd: start + designation.end,
      end: start + (line?.end ?? designation.end),
      indent: line?.indent ?? 0,
      bullet: line?.bullet ?? false,
      headingLevel: this.#input.flow[index]?.headingLevel ?? 0,
      // What follows nothing is shown, not judged.
      confidence: Math.min(confidenceOf(verdict.score), placement.relation === 'unexpected' ? 0.5 : 1),
      evidence: verdict.evidence,
      parent: placement.parent,
      run,
      joined,
      block: this.#open.blocks.length,
    });
  }

  /** It carries the number that is due, or one beside it and stands in line with a list, as where two changed places. */
  #joinsList(index: number, designation: Designation, { relation, jump, sibling }: Placement): boolean {
    if (relation === 'next' || !sibling) return relation === 'next';
    if (Math.abs(sibling.indent - (this.#input.lines[index]?.indent ?? 0)) > 1) return false;
    const listed = sibling.run.members > 1;
    if (relation === 'backwards') return listed && jump === 1;
    if (relation === 'gap' && jump === 2 && this.#enumerators.numberFollows(index, designation, -1))
      return true;
    return (
      listed && designation.shape !== '#' && (relation === 'duplicate' || (relation === 'gap' && jump === 2))
    );
  }

  #addCaption(draft: Draft, index: number, designation: Designation): Caption | null {
    const before = lineBefore(this.#input.flow, index);
    const free = designation.keyword === 'article' && before > this.#captionUntil;
    const above = free ? readCaptionAbove(this.#input, before) : null;
    if (above) {
      Object.assign(draft, { caption: above.text, captionStart: above.start, captionEnd: above.end });
      return null;
    }
    const caption = readCaption(this.#input, index, designation);
    if (!caption) return null;
    Object.assign(draft, { caption: caption.text, captionStart: caption.start, captionEnd: caption.end });
    draft.end = Math.max(draft.end, caption.end);
    this.#captionUntil = caption.lastLine;
    this.#captionRunsIn = caption.runIn && caption.lastLine > index;
    return caption;
  }

  #readEnumerators(index: number, fromStart: boolean, textStart: number | null = null): void {
    // Most lines have no enumerators, and asking the reader costs more than looking.
    if (!fromStart && this.#input.lines[index]?.enumerators.length === 0) return;
    const block = this.#open.blocks.length - 1;
    for (const draft of this.#enumerators.read(index, fromStart, block, () => this.#open.stack, textStart)) {
      this.#open.closeTo(draft.parent ?? this.#open.root);
      this.#open.open(draft);
    }
  }
}
