import { isAttachmentKind, type ProvisionKind } from '../model/provision.ts';
import { attachmentKind, attachmentOpens } from './attachments.ts';
import { type Caption, readCaption } from './captions.ts';
import { ContentsTracker } from './contents.ts';
import { type ContentsEntry, readContentsEntries } from './contents-entries.ts';
import { type Designation, isAttachmentKeyword } from './designation.ts';
import { type Draft, joinRun, newDraft } from './draft.ts';
import { EnumeratorReader } from './enumerators.ts';
import { acceptanceScore, confidenceOf, type Verdict, weigh } from './evidence.ts';
import { endsSentence, type LineFlow } from './flow.ts';
import type { LineFacts } from './lines.ts';
import { type Block, OpenProvisions } from './open-provisions.ts';
import type { ParseInput } from './parse.ts';
import { PartReader } from './parts.ts';
import { familyOf, type Placement, place } from './placement.ts';
import { QuotationTracker } from './quotations.ts';
import { Role } from './roles.ts';
import { isStatementForm } from './zones.ts';

/** What the builder saw at a line that could have opened a provision: for the reader who asks why. */
export interface Decision {
  readonly line: number;
  readonly designation: Designation;
  readonly accepted: boolean;
  readonly score: number;
  readonly evidence: readonly string[];
}

export interface Tree {
  readonly root: Draft;
  readonly blocks: readonly Block[];
  readonly decisions: readonly Decision[];
  /** 1 for each line inside a quotation from another document. */
  readonly quoted: Uint8Array;
  /** The entries of tables of contents. */
  readonly contents: readonly ContentsEntry[];
}

/** Builds the tree of provisions in one pass over the lines, with a stack of the provisions that are open. */
export function buildTree(input: ParseInput): Tree {
  return new TreeBuilder(input).build();
}

/** The verbs of an amendment. */
const amends =
  /\b(?:(?:is|are|shall be)(?: hereby)?(?: further)? (?:amended|deleted|replaced|revised)|amendments? to)\b/i;

/** A label such as "Exhibit 10.3" names the whole document if it stands among its first lines of text. */
const labelLines = 12;

class TreeBuilder {
  readonly #input: ParseInput;
  readonly #open: OpenProvisions;
  readonly #parts: PartReader;
  readonly #decisions: Decision[] = [];
  readonly #quotations: QuotationTracker;
  readonly #contents = new ContentsTracker();
  readonly #enumerators: EnumeratorReader;
  #textLinesSeen = 0;
  #captionUntil = -1;
  #captionRunsIn = false;

  constructor(input: ParseInput) {
    this.#input = input;
    this.#open = new OpenProvisions(input);
    this.#parts = new PartReader(input, this.#open);
    this.#quotations = new QuotationTracker(input.lines.length);
    this.#enumerators = new EnumeratorReader(input);
  }

  build(): Tree {
    const { lines, roles, flow } = this.#input;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      const lineFlow = flow[index];
      if (roles[index] === Role.text && line && lineFlow) this.#readTextLine(index, line, lineFlow);
    }
    return {
      root: this.#open.root,
      blocks: this.#open.blocks,
      decisions: this.#decisions,
      quoted: this.#quotations.quoted,
      contents: readContentsEntries(this.#input, this.#contents.regions(this.#input)),
    };
  }

  #readTextLine(index: number, line: LineFacts, flow: LineFlow): void {
    this.#textLinesSeen += 1;
    const previous = flow.previous >= 0 ? (this.#input.lines[flow.previous] ?? null) : null;
    const quoted =
      this.#quotations.visit(index, line, previous, flow) &&
      !this.#amendsAgain(index, line, previous, flow.blanks);
    if (index <= this.#captionUntil) {
      this.#open.extend(index, true);
      // A caption that wraps may end in this line, and the text begin behind it.
      if (index === this.#captionUntil && this.#captionRunsIn) this.#readEnumerators(index, false);
      return;
    }
    if (quoted) {
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
    }
    this.#readProse(index, line, flow, previous);
  }

  #readProse(index: number, line: LineFacts, flow: LineFlow, previous: LineFacts | null): void {
    const runsOn = previous !== null && !endsSentence(previous);
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

  /** A quotation that was never closed is over where the amendment itself goes on: "(b) Section 6.4 is amended …". */
  #amendsAgain(index: number, line: LineFacts, previous: LineFacts | null, blanks: number): boolean {
    if (!line.designation || blanks === 0 || !previous || !endsSentence(previous)) return false;
    const behind = this.#input.lineText(index).slice(line.designation.end, line.designation.end + 160);
    if (!amends.test(behind)) return false;
    this.#quotations.giveUp(index);
    return true;
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
    const accepted = verdict.score >= acceptanceScore && !this.#contents.isEntry(index, this.#input);
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
    const verdict = weigh(designation, placement, {
      line,
      text: this.#input.lineText(index),
      flow: lineFlow,
      previous: lineFlow.previous >= 0 ? (lines[lineFlow.previous] ?? null) : null,
      previousEnd: () => (lineFlow.previous >= 0 ? this.#input.lineText(lineFlow.previous).slice(-60) : ''),
      afterHeading: top !== root && top.designationEnd > top.start && top.firstText < 0 && !top.weak,
      facts,
      wrapWidth,
      below: flow[index + 1]?.blanks === 0 ? (lines[index + 1] ?? null) : null,
      successorFollows: this.#enumerators.successorFollows(index, designation),
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

  /** A label at the very top names the whole document: "Exhibit 10.3" above the title of an agreement. */
  #nameRoot(kind: ProvisionKind, index: number, designation: Designation): void {
    const start = this.#input.lineStart(index);
    Object.assign(this.#open.root, {
      kind,
      keyword: designation.keyword,
      number: designation.number || null,
      ordinal: designation.number || null,
      line: index,
      start: start + designation.start,
      designationEnd: start + designation.end,
      end: start + designation.end,
    });
  }

  #openAttachment(index: number, designation: Designation, verdict: Verdict): void {
    const { root } = this.#open;
    this.#open.closeTo(root);
    this.#parts.beginInstrument();
    // "Attachment V" among Attachments A to Z is the letter, not the numeral.
    const other = designation.otherReading;
    const letters = this.#input.facts.seriesCount(`${designation.keyword} alpha-upper`) > 0;
    const letter = other?.numeral === 'alpha-upper' && letters ? other : null;
    const placement: Placement = {
      relation: 'new-series',
      parent: root,
      sibling: null,
      numeral: letter?.numeral ?? designation.numeral,
      path: letter ? [letter.value] : designation.path,
      jump: 0,
    };
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
    if (runsIn) this.#open.noteText(caption ? caption.end : draft.designationEnd, caption?.lastLine ?? index);
    const textStart = caption ? caption.end - this.#input.lineStart(index) : designation.end;
    this.#readEnumerators(index, false, caption && caption.lastLine > index ? null : textStart);
  }

  #draftFor(index: number, designation: Designation, placement: Placement, verdict: Verdict): Draft {
    const start = this.#input.lineStart(index);
    const line = this.#input.lines[index];
    const joined = placement.relation === 'next' ? placement.sibling : null;
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
      block: this.#open.blocks.length,
    });
  }

  #addCaption(draft: Draft, index: number, designation: Designation): Caption | null {
    const caption = readCaption(this.#input, index, designation);
    if (!caption) return null;
    draft.caption = caption.text;
    draft.captionStart = caption.start;
    draft.captionEnd = caption.end;
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

/** Preamble, recitals and signatures hold no numbered provisions of their own. */
function outOfPlainParts(placement: Placement): Placement {
  let parent = placement.parent;
  while (parent.family === '' && parent.parent && !isAttachmentKind(parent.kind)) parent = parent.parent;
  return parent === placement.parent ? placement : { ...placement, parent };
}

/** Forms that are often something else: initials, list bullets, row numbers. One alone is not taken for a list. */
function needsCompany(designation: Designation): boolean {
  if (designation.keyword) return false;
  return (
    designation.shape === '#)' ||
    designation.shape === '#' ||
    (designation.shape === '#.' && designation.numeral !== 'arabic')
  );
}
