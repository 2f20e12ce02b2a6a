import { isAttachmentKind, type ProvisionKind } from '../model/provision.ts';
import { attachmentOpens } from './attachments.ts';
import { readCaption } from './captions.ts';
import { ContentsTracker } from './contents.ts';
import { type Designation, isAttachmentKeyword } from './designation.ts';
import { type Draft, newDraft } from './draft.ts';
import { EnumeratorReader } from './enumerators.ts';
import { acceptanceScore, confidenceOf, type Verdict, weigh } from './evidence.ts';
import { endsSentence } from './flow.ts';
import type { LineFacts } from './lines.ts';
import type { ParseInput } from './parse.ts';
import { familyKey, familyOf, type Placement, place } from './placement.ts';
import { QuotationTracker } from './quotations.ts';
import { Role } from './roles.ts';
import {
  closesRecitals,
  headsRecitals,
  isStatementForm,
  looksLikeTitle,
  opensPreamble,
  opensRecital,
  opensSignatures,
  opensSupplement,
} from './zones.ts';

/** A paragraph: text lines that belong together, over page furniture. Lines are inclusive. */
export interface Block {
  readonly firstLine: number;
  lastLine: number;
}

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
  /** Lines that stand inside a quotation from another document. */
  readonly quoted: Uint8Array;
}

/** Builds the tree of provisions in one pass over the lines, with a stack of the provisions that are open. */
export function buildTree(input: ParseInput): Tree {
  const builder = new TreeBuilder(input);
  return builder.build();
}

/** The verbs of an amendment. */
const amends =
  /\b(?:(?:is|are|shall be)(?: hereby)?(?: further)? (?:amended|deleted|replaced|revised)|amendments? to)\b/i;

type Zone = 'opening' | 'recitals' | 'body' | 'signatures';

class TreeBuilder {
  readonly #input: ParseInput;
  readonly #root: Draft;
  readonly #blocks: Block[] = [];
  readonly #decisions: Decision[] = [];
  readonly #quotations: QuotationTracker;
  readonly #contents = new ContentsTracker();
  readonly #enumerators: EnumeratorReader;
  /** The open provisions, outermost first; the root is always there. */
  #stack: Draft[];
  /** Enumerators of the sentence before: "(b)" on a line of its own may go on from a run-in "(a)". */
  #recentWeak: Draft[] = [];
  /** The last provision of each family in this instrument. */
  #lastOfFamily = new Map<string, Draft>();
  #recitalFamily = '';
  #zone: Zone = 'opening';
  #textLinesSeen = 0;
  #captionUntil = -1;

  constructor(input: ParseInput) {
    this.#input = input;
    this.#root = newDraft({ kind: 'instrument', line: 0, start: 0 });
    this.#stack = [this.#root];
    this.#quotations = new QuotationTracker(input.lines.length);
    this.#enumerators = new EnumeratorReader(input);
  }

  build(): Tree {
    const { lines, roles } = this.#input;
    for (let index = 0; index < lines.length; index += 1) {
      if (roles[index] === Role.text) this.#readTextLine(index);
    }
    return {
      root: this.#root,
      blocks: this.#blocks,
      decisions: this.#decisions,
      quoted: this.#quotations.quoted,
    };
  }

  #readTextLine(index: number): void {
    const line = this.#input.lines[index];
    const flow = this.#input.flow[index];
    if (!line || !flow) return;
    this.#textLinesSeen += 1;
    const previous = flow.previous >= 0 ? (this.#input.lines[flow.previous] ?? null) : null;
    const quoted =
      this.#quotations.visit(index, line, previous, flow) &&
      !this.#amendsAgain(index, line, previous, flow.blanks);
    if (index <= this.#captionUntil) {
      this.#extend(index);
      return;
    }
    const text = this.#input.lineText(index);
    if (quoted) {
      this.#startBlock(index, flow.blanks > 0);
      this.#extend(index);
      return;
    }
    if (this.#readZone(index, text)) return;
    if (line.designation && this.#readCandidate(index, line.designation)) return;

    const runsOn = previous !== null && !endsSentence(previous);
    const breaks = flow.acrossFurniture
      ? !runsOn
      : flow.blanks > 0 || (this.#input.wrapWidth === null && !runsOn);
    this.#startBlock(index, breaks || flow.acrossOther);
    if (!line.designation) {
      if (flow.headingLevel > 0) this.#closeBelowHeading(flow.headingLevel);
      this.#noteTitle(index, text);
    }
    this.#extend(index);
    this.#readEnumerators(index, line.designation !== null);
  }

  /** A quotation that was never closed is over where the amendment itself goes on: "(b) Section 6.4 is amended …". */
  #amendsAgain(index: number, line: LineFacts, previous: LineFacts | null, blanks: number): boolean {
    if (!line.designation || blanks === 0 || !previous || !endsSentence(previous)) return false;
    if (!amends.test(this.#input.lineText(index).slice(line.designation.end, line.designation.end + 160)))
      return false;
    this.#quotations.giveUp(index);
    return true;
  }

  /** Parts without numbers: recitals, preamble, signatures. */
  #readZone(index: number, text: string): boolean {
    const line = this.#input.lines[index];
    if (!line || line.designation) return false;
    if (opensSignatures(text, line) && this.#zone !== 'opening') {
      if (this.#zone !== 'signatures' || this.#top().kind !== 'signature')
        this.#open(this.#plain('signature', index));
      else this.#extend(index);
      this.#zone = 'signatures';
      this.#startBlock(index, true);
      return true;
    }
    if (opensSupplement(text, line) && this.#root.children.length > 0) {
      this.#openSupplement(index, text);
      return true;
    }
    if (this.#zone === 'signatures') return false;
    const inOpening = this.#zone === 'opening' || this.#zone === 'recitals';
    if (inOpening && headsRecitals(text, line)) {
      this.#zone = 'recitals';
      this.#closeTo(this.#instrument());
      this.#startBlock(index, true);
      this.#extend(index);
      return true;
    }
    if (inOpening && opensRecital(text, line)) {
      this.#zone = 'recitals';
      this.#recitalFamily = 'whereas';
      this.#open(this.#plain('recital', index));
      this.#startBlock(index, true);
      this.#readEnumerators(index, false);
      return true;
    }
    if (inOpening && closesRecitals(text, line)) {
      this.#zone = 'body';
      this.#closeTo(this.#instrument());
      return false;
    }
    if (this.#zone === 'opening' && this.#top() === this.#instrument() && opensPreamble(text, line)) {
      this.#open(this.#plain('preamble', index));
      this.#startBlock(index, true);
      this.#readEnumerators(index, false);
      return true;
    }
    return false;
  }

  #plain(kind: ProvisionKind, index: number): Draft {
    this.#closeTo(this.#instrument());
    const line = this.#input.lines[index];
    const start = this.#input.lineStart(index) + (line?.start ?? 0);
    return newDraft({
      kind,
      line: index,
      start,
      end: this.#input.lineStart(index) + (line?.end ?? 0),
      indent: line?.indent ?? 0,
      parent: this.#instrument(),
      firstText: start,
      firstTextLine: index,
      confidence: 0.9,
    });
  }

  /** Whether the line opened a provision. */
  #readCandidate(index: number, designation: Designation): boolean {
    if (isAttachmentKeyword(designation.keyword)) return this.#readAttachment(index, designation);
    const placement = this.#placeAtLineStart(index, designation);
    const verdict = this.#weighLine(index, designation, placement);
    const accepted =
      verdict.score >= acceptanceScore && !this.#contents.isEntry(index, designation, this.#input);
    this.#decisions.push({ line: index, designation, accepted, ...verdict });
    if (!accepted) return false;
    this.#accept(index, designation, this.#outOfPlainParts(placement), verdict);
    return true;
  }

  /** Preamble, recitals and signatures hold no numbered provisions of their own. */
  #outOfPlainParts(placement: Placement): Placement {
    let parent = placement.parent;
    while (parent.family === '' && parent.parent && !isAttachmentKind(parent.kind)) parent = parent.parent;
    return parent === placement.parent ? placement : { ...placement, parent };
  }

  #placeAtLineStart(index: number, designation: Designation): Placement {
    const lookahead = this.#enumerators.nextAtLineStart(index, designation);
    const line = this.#input.lines[index];
    const rest = line ? this.#input.lineText(index).slice(designation.end, line.end) : '';
    const headingLevel = this.#input.flow[index]?.headingLevel ?? 0;
    const context = {
      lookahead,
      includeWeak: false,
      indent: line?.indent ?? 0,
      headingLevel,
      heading: headingLevel > 0 || (/[A-Z]{2}/.test(rest) && !/[a-z]/.test(rest)),
      lastOfFamily: this.#lastOfFamily,
    };
    const placement = place(this.#stack, designation, context);
    const sentence = this.#stack.filter((draft) => draft.weak);
    const weak = sentence.length > 0 ? sentence : this.#recentWeak;
    if (placement.relation === 'next' || weak.length === 0) return placement;
    // The list may have begun inside the sentence above: "4.1 Payment. (a) The Buyer …" and "(b)" on its own line.
    const continued = place([this.#root, ...weak], designation, { ...context, includeWeak: true });
    return continued.relation === 'next' ? continued : placement;
  }

  #weighLine(index: number, designation: Designation, placement: Placement): Verdict {
    const { lines, flow, facts, wrapWidth } = this.#input;
    const line = lines[index];
    const lineFlow = flow[index];
    if (!line || !lineFlow) return { score: 0, evidence: [] };
    const top = this.#top();
    const verdict = weigh(designation, placement, {
      line,
      text: this.#input.lineText(index),
      flow: lineFlow,
      previous: lineFlow.previous >= 0 ? (lines[lineFlow.previous] ?? null) : null,
      previousEnd: lineFlow.previous >= 0 ? this.#input.lineText(lineFlow.previous).slice(-60) : '',
      afterHeading: top !== this.#root && top.designationEnd > top.start && top.firstText < 0 && !top.weak,
      facts,
      wrapWidth,
      successorFollows: this.#enumerators.successorFollows(index, designation),
    });
    if (this.#zone === 'signatures' && designation.keyword === null && placement.relation !== 'next') {
      return { score: verdict.score - 3, evidence: [...verdict.evidence, 'after the signatures'] };
    }
    return verdict;
  }

  #readAttachment(index: number, designation: Designation): boolean {
    const early = this.#zone === 'opening' && this.#root.children.every((child) => child.kind === 'preamble');
    const label = early && this.#textLinesSeen <= 12;
    const current = this.#instrument();
    const repeated =
      current !== this.#root &&
      current.keyword === designation.keyword &&
      current.number === designation.number;
    const verdict = attachmentOpens(this.#input, index, designation, label);
    const accepted =
      verdict.score >= acceptanceScore &&
      !repeated &&
      !this.#contents.isEntry(index, designation, this.#input);
    this.#decisions.push({ line: index, designation, accepted, ...verdict });
    if (!accepted) return false;
    if (isStatementForm(designation.keyword, designation.number)) {
      if (!early) return false;
      this.#nameRoot('statement', index, designation);
    } else if (label) this.#nameRoot(attachmentKind(designation), index, designation);
    else this.#openAttachment(index, designation, verdict);
    this.#startBlock(index, true);
    this.#readEnumerators(index, false);
    return true;
  }

  /** A label at the very top names the whole document: "Exhibit 10.3" above the title of an agreement. */
  #nameRoot(kind: ProvisionKind, index: number, designation: Designation): void {
    const start = this.#input.lineStart(index);
    Object.assign(this.#root, {
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
    this.#closeTo(this.#root);
    this.#zone = 'opening';
    this.#recitalFamily = '';
    // "Attachment V" among Attachments A to Z is the letter, not the numeral.
    const other = designation.otherReading;
    const letters = this.#input.facts.seriesCount(`${designation.keyword} alpha-upper`) > 0;
    const letter = other?.numeral === 'alpha-upper' && letters ? other : null;
    const draft = this.#draftFor(
      index,
      designation,
      {
        relation: 'new-series',
        parent: this.#root,
        sibling: null,
        numeral: letter?.numeral ?? designation.numeral,
        path: letter ? [letter.value] : designation.path,
        jump: 0,
      },
      verdict,
    );
    draft.kind = attachmentKind(designation);
    this.#addCaption(draft, index, designation);
    this.#open(draft);
  }

  /** "(Supplementary Provisions)": numbered from the start again, as an attachment is. */
  #openSupplement(index: number, text: string): void {
    const line = this.#input.lines[index];
    this.#closeTo(this.#root);
    const draft = this.#plain('supplement', index);
    draft.firstText = -1;
    draft.caption = text
      .slice(line?.start ?? 0, line?.end)
      .replace(/[()*_#]+/g, '')
      .trim();
    draft.captionStart = draft.start;
    draft.captionEnd = draft.end;
    this.#zone = 'body';
    this.#open(draft);
    this.#startBlock(index, true);
  }

  #accept(index: number, designation: Designation, placement: Placement, verdict: Verdict): void {
    const recital =
      this.#zone === 'recitals' && designation.keyword === null && this.#mayBeRecital(designation);
    if (!recital) this.#zone = 'body';
    else this.#recitalFamily = familyOf(designation) + designation.numeral;
    this.#closeTo(placement.parent);
    const draft = this.#draftFor(index, designation, placement, verdict);
    if (recital) draft.kind = 'recital';
    const caption = this.#addCaption(draft, index, designation);
    this.#open(draft);
    this.#startBlock(index, true);
    const lineEnd = this.#input.lines[index]?.end ?? 0;
    const runsIn = caption ? caption.runIn : designation.end < lineEnd;
    if (runsIn) this.#noteText(caption ? caption.end : draft.designationEnd, caption?.lastLine ?? index);
    this.#readEnumerators(index, false);
  }

  /** Recitals are numbered in one way; another way of numbering begins the body. */
  #mayBeRecital(designation: Designation): boolean {
    const family = familyOf(designation) + designation.numeral;
    return this.#recitalFamily === '' || this.#recitalFamily === family;
  }

  #draftFor(index: number, designation: Designation, placement: Placement, verdict: Verdict): Draft {
    const start = this.#input.lineStart(index);
    const line = this.#input.lines[index];
    const joins = placement.relation === 'next' && placement.sibling !== null;
    const run =
      joins && placement.sibling
        ? placement.sibling.run
        : { members: 0, needsCompany: needsCompany(designation) };
    run.members += 1;
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
      confidence: confidenceOf(verdict.score),
      evidence: verdict.evidence,
      parent: placement.parent,
      run,
      block: this.#blocks.length,
    });
  }

  #addCaption(draft: Draft, index: number, designation: Designation): ReturnType<typeof readCaption> {
    const caption = readCaption(this.#input, index, designation);
    if (!caption) return null;
    draft.caption = caption.text;
    draft.captionStart = caption.start;
    draft.captionEnd = caption.end;
    draft.end = Math.max(draft.end, caption.end);
    this.#captionUntil = caption.lastLine;
    return caption;
  }

  #readEnumerators(index: number, fromStart: boolean): void {
    this.#enumerators.read(index, fromStart, this.#blocks.length - 1, this.#stack, (draft) => {
      this.#closeTo(draft.parent ?? this.#root);
      this.#open(draft);
    });
  }

  #startBlock(index: number, breaks: boolean): void {
    const current = this.#blocks[this.#blocks.length - 1];
    if (!breaks && current) {
      current.lastLine = index;
      return;
    }
    this.#blocks.push({ firstLine: index, lastLine: index });
    const weak = this.#stack.filter((draft) => draft.weak);
    if (weak.length === 0) return;
    this.#recentWeak = weak;
    const strong = this.#stack.findIndex((draft) => draft.weak);
    this.#stack.length = strong;
  }

  #extend(index: number): void {
    const line = this.#input.lines[index];
    const end = this.#input.lineStart(index) + (line?.end ?? 0);
    const top = this.#top();
    top.end = Math.max(top.end, end);
    if (index > this.#captionUntil) this.#noteText(this.#input.lineStart(index) + (line?.start ?? 0), index);
  }

  #noteText(offset: number, index: number): void {
    const top = this.#top();
    if (top.firstText >= 0) return;
    top.firstText = offset;
    top.firstTextLine = index;
  }

  /** A heading without a number ends the lists above it, and the headings that are not wider than it. */
  #closeBelowHeading(level: number): void {
    let holder = this.#top();
    while (holder.parent && !isAttachmentKind(holder.kind)) {
      if (holder.keyword !== null && holder.headingLevel === 0) break;
      if (holder.headingLevel > 0 && holder.headingLevel < level) break;
      holder = holder.parent;
    }
    this.#closeTo(holder);
  }

  /** The title: the first line before any provision that reads like one. */
  #noteTitle(index: number, text: string): void {
    const instrument = this.#instrument();
    const line = this.#input.lines[index];
    if (!line || instrument.caption !== null || this.#top() !== instrument) return;
    if (instrument === this.#root && this.#zone !== 'opening') return;
    if (index > instrument.line + 120 || !looksLikeTitle(text, line)) return;
    instrument.caption = text
      .slice(line.start, line.end)
      .replace(/[*_#]+/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    instrument.captionStart = this.#input.lineStart(index) + line.start;
    instrument.captionEnd = this.#input.lineStart(index) + line.end;
  }

  #open(draft: Draft): void {
    draft.parent?.children.push(draft);
    this.#stack.push(draft);
    if (isAttachmentKind(draft.kind)) this.#lastOfFamily = new Map();
    else if (!draft.weak && draft.family !== '')
      this.#lastOfFamily.set(familyKey(draft.family, draft.numeral), draft);
    if (!draft.weak) this.#recentWeak = [];
  }

  #closeTo(parent: Draft): void {
    while (this.#stack.length > 1 && this.#top() !== parent) {
      const closed = this.#stack.pop();
      const above = this.#top();
      if (closed) above.end = Math.max(above.end, closed.end);
    }
    if (this.#top() === parent) return;
    // The parent was closed before (a run-in list goes on): open its line of ancestors again.
    const ancestors: Draft[] = [];
    for (let draft: Draft | null = parent; draft && draft !== this.#root; draft = draft.parent)
      ancestors.push(draft);
    this.#stack = [this.#root, ...ancestors.reverse()];
  }

  #top(): Draft {
    return this.#stack[this.#stack.length - 1] ?? this.#root;
  }

  /** The instrument or attachment that is open. */
  #instrument(): Draft {
    const second = this.#stack[1];
    return second && isAttachmentKind(second.kind) ? second : this.#root;
  }
}

function attachmentKind(designation: Designation): ProvisionKind {
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

/** Forms that are often something else: initials, list bullets, row numbers. One alone is not taken for a list. */
function needsCompany(designation: Designation): boolean {
  if (designation.keyword) return false;
  return (
    designation.shape === '#)' ||
    designation.shape === '#' ||
    (designation.shape === '#.' && designation.numeral !== 'arabic')
  );
}
