import type { Citation, CitedMember, CitedNumber } from '../inline/citation.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import type { Provision } from '../model/provision.ts';
import type {
  Reference,
  ReferenceFailure,
  ReferenceForm,
  ReferenceMember,
  ReferenceStatus,
  ReferenceStep,
  ReferenceTarget,
} from '../model/reference.ts';
import type { TextRange } from '../text/range.ts';
import type { Answer, Resolved } from './resolver.ts';

/**
 * A citation with what it leads to. Thousands are made with each edit, and few are looked at: what is written where is
 * found when it is asked for.
 */
export class ReadReference implements Reference {
  readonly status: ReferenceStatus;
  readonly members: readonly ReferenceMember[];
  readonly external: string | null;
  readonly confidence: number;
  readonly source: Provision | null;
  readonly #paragraph: Paragraph;
  readonly #citation: Citation;
  readonly #answer: Answer;

  constructor(
    paragraph: Paragraph,
    citation: Citation,
    answer: Answer,
    source: Provision | null,
    confidence = confidenceOf(paragraph, citation, answer),
  ) {
    this.status = answer.status;
    this.external = answer.external;
    this.confidence = confidence;
    this.source = source;
    this.#paragraph = paragraph;
    this.#citation = citation;
    this.#answer = answer;
    const members: ReferenceMember[] = [];
    for (let index = 0; index < answer.members.length; index += 1)
      members.push(
        new ReadMember(paragraph, citation, citation.members[index], answer.members[index] as Resolved),
      );
    this.members = members;
  }

  get range(): TextRange {
    return this.#paragraph.rangeOf(this.#citation.start, this.#citation.end);
  }

  get pieces(): readonly TextRange[] {
    return this.#paragraph.pieces(this.#citation.start, this.#citation.end);
  }

  get text(): string {
    return this.#paragraph.text.slice(this.#citation.start, this.#citation.end);
  }

  get form(): ReferenceForm {
    return formOf(this.#citation);
  }

  get outer(): Reference | null {
    const { outer } = this.#citation;
    const answer = this.#answer.outer;
    return outer && answer && new ReadReference(this.#paragraph, outer, answer, this.source);
  }

  get caption(): Reference['caption'] {
    const { caption } = this.#citation;
    return caption && { text: caption.text, range: this.#paragraph.rangeOf(caption.start, caption.end) };
  }

  /** The same, less sure. */
  doubted(most: number): Reference {
    const confidence = Math.min(this.confidence, most);
    return new ReadReference(this.#paragraph, this.#citation, this.#answer, this.source, confidence);
  }

  toJSON(): Reference {
    const { range, pieces, text, form, status, members, outer, external, caption, confidence, source } = this;
    return { range, pieces, text, form, status, members, outer, external, caption, confidence, source };
  }
}

class ReadMember implements ReferenceMember {
  readonly status: ReferenceStatus;
  readonly targets: readonly ReferenceTarget[];
  readonly misnamed: boolean;
  readonly failure: ReferenceFailure | null;
  readonly #paragraph: Paragraph;
  readonly #cited: Citation | CitedMember;
  readonly #steps: readonly CitedNumber[];
  readonly #until: readonly CitedNumber[];
  readonly #resolved: Resolved;

  constructor(paragraph: Paragraph, citation: Citation, cited: CitedMember | undefined, resolved: Resolved) {
    this.status = resolved.status;
    this.targets = resolved.targets;
    this.misnamed = resolved.misnamed;
    this.failure = resolved.failure;
    this.#paragraph = paragraph;
    this.#cited = cited ?? citation;
    this.#steps = cited?.steps ?? [];
    this.#until = cited?.until ?? [];
    this.#resolved = resolved;
  }

  get range(): TextRange {
    return this.#paragraph.rangeOf(this.#cited.start, this.#cited.end);
  }

  get text(): string {
    return this.#paragraph.text.slice(this.#cited.start, this.#cited.end);
  }

  get steps(): readonly ReferenceStep[] {
    return toSteps(this.#paragraph, this.#steps, this.#resolved.steps);
  }

  get until(): readonly ReferenceStep[] {
    return toSteps(this.#paragraph, this.#until, this.#resolved.until);
  }

  toJSON(): ReferenceMember {
    const { range, text, status, targets, steps, until, misnamed, failure } = this;
    return { range, text, status, targets, steps, until, misnamed, failure };
  }
}

function toSteps(
  paragraph: Paragraph,
  numbers: readonly CitedNumber[],
  provisions: ReadonlyArray<Provision | null>,
): readonly ReferenceStep[] {
  return numbers.map(({ unit, number, bracketed, start, end, shared }, index) => ({
    unit,
    number,
    bracketed,
    shared,
    range: paragraph.rangeOf(start, end),
    provision: provisions[index] ?? null,
  }));
}

function confidenceOf({ text }: Paragraph, { end }: Citation, { confidence }: Answer): number {
  return isTorn(text, end) ? Math.min(confidence, 0.5) : confidence;
}

/** "Section 3. 8": a conversion has torn the number apart, or the next heading is run in; it is not known which. */
function isTorn(text: string, end: number): boolean {
  return text.charCodeAt(end) === fullStop && /^\.[ \u00a0]?\d/.test(text.slice(end, end + 3));
}

const fullStop = 46;

function formOf(citation: Citation): ReferenceForm {
  if (citation.members.length > 0) return 'explicit';
  if (citation.ordinals.length > 0) return 'ordinal';
  return citation.place === 'such' ? 'anaphoric' : citation.lawBefore === null ? 'relative' : 'explicit';
}
