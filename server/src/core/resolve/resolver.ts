import type { Analysis } from '../analysis.ts';
import type { Citation, CitedMember } from '../inline/citation.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import type { ReferenceFailure, ReferenceStatus, ReferenceTarget } from '../model/reference.ts';
import { rangeBetween } from './cited-range.ts';
import { ExternalJudge, type Outside } from './external.ts';
import { type Followed, followNumbers, type Standpoint } from './follow.ts';
import { type Instrument, rootOf } from './instruments.ts';
import { findByOrdinal, findNeighbours } from './neighbours.ts';

/** What a citation leads to, member by member. */
export interface Answer {
  readonly status: ReferenceStatus;
  readonly members: readonly Resolved[];
  readonly external: string | null;
  readonly confidence: number;
  /** What that leads to of which it is a part: "Article 7" in "paragraph 2 of Article 7". */
  readonly outer: Answer | null;
}

export interface Resolved {
  readonly status: ReferenceStatus;
  readonly targets: readonly ReferenceTarget[];
  readonly steps: ReadonlyArray<Provision | null>;
  readonly until: ReadonlyArray<Provision | null>;
  readonly misnamed: boolean;
  readonly failure: ReferenceFailure | null;
}

export interface CitationPosition {
  readonly source: Provision | null;
  readonly offset: number;
  readonly paragraph: Paragraph;
  /** Inside a quotation: it speaks of the document that is quoted. */
  readonly quoted: boolean;
}

/** Resolves the citations of one document, in the order of the text: what was cited before tells what "such Section" is. */
export class Resolver {
  readonly #analysis: Analysis;
  readonly #instruments: ReadonlyMap<Provision, Instrument>;
  readonly #judge: ExternalJudge;
  #before: { citation: Citation; answer: Answer; root: Provision | null } | null = null;

  constructor(analysis: Analysis, instruments: ReadonlyMap<Provision, Instrument>) {
    this.#analysis = analysis;
    this.#instruments = instruments;
    this.#judge = new ExternalJudge(analysis, instruments);
  }

  /** Null where it turns out to be no citation of a provision: "Schedule 13D", "such Section" of nothing named before. */
  resolve(citation: Citation, position: CitationPosition): Answer | null {
    const root = position.source ? rootOf(position.source) : null;
    // "this Schedule 13D" is the mention of a whole instrument.
    if (citation.place === 'this' && isAttachmentUnit(citation.unit)) return null;
    const answer =
      citation.place === 'such' && citation.members.length === 0
        ? this.#fromBefore(citation, root)
        : this.#resolve(citation, position, root);
    if (answer) this.#before = { citation, answer, root };
    return answer;
  }

  #fromBefore(citation: Citation, root: Provision | null): Answer | null {
    const before = this.#before;
    if (!before || before.root !== root || before.citation.unit !== citation.unit) return null;
    const { status, members, external } = before.answer;
    const resolved = members.map((member) => ({ ...member, steps: [], until: [] }));
    const confidence = Math.min(before.answer.confidence, 0.7);
    return { status, members: resolved, external, confidence, outer: null };
  }

  #resolve(citation: Citation, position: CitationPosition, root: Provision | null): Answer | null {
    const own = root ? (this.#instruments.get(root) ?? null) : null;
    const outside = this.#judge.isOutside(citation, position, own);
    if (outside === 'mention') return null;
    if (outside) return external(outside);
    if (!own) return this.#unresolvedWithout(citation, position);
    const instrument = this.#judge.instrumentMeant(citation, own);
    let base: Provision | null = instrument === own ? null : instrument.provision;
    let confidence = 0.95;
    let outer: Answer | null = null;
    if (citation.outer && citation.outer.unit !== 'sentence' && citation.outer.unit !== 'definition') {
      const around = this.#around(citation.outer, position, root);
      // "Item 4 of Schedule 13D" is of a form.
      if (!around)
        return external({
          name: position.paragraph.text.slice(citation.outer.start, citation.outer.end),
          confidence: 0.8,
        });
      if (around.status === 'external') return around;
      outer = around;
      base = around.members[0]?.targets[0]?.provision ?? null;
      confidence = around.confidence;
      if (!base) {
        // What it is a part of is missing: nothing is said of the part.
        const members = citation.members.map((member) => failed(null, member.steps[0]?.number ?? ''));
        return { ...around, members, confidence: Math.min(around.confidence, 0.5), outer };
      }
    }
    const scope = base && isRootKind(base.kind) ? (this.#instruments.get(base) ?? instrument) : instrument;
    const from: Standpoint = {
      source: base && isRootKind(base.kind) ? base : position.source,
      offset: position.offset,
      place: citation.place,
      instrument: scope,
      base,
    };
    const answer =
      citation.members.length === 0
        ? this.#unnumbered(citation, from, confidence)
        : this.#numbered(citation, from, position, confidence);
    return answer && outer ? { ...answer, outer } : answer;
  }

  /** What a citation is a part of; "this Exhibit A" is the attachment in which it stands. */
  #around(outer: Citation, position: CitationPosition, root: Provision | null): Answer | null {
    if (outer.place === 'this' && isAttachmentUnit(outer.unit)) return root && found([whole(root)], 0.95);
    return this.#resolve(outer, position, root);
  }

  #unnumbered(citation: Citation, from: Standpoint, confidence: number): Answer | null {
    if (isAttachmentUnit(citation.unit)) {
      const only = from.instrument.index.allAttachments.filter(({ kind }) => kind === citation.unit);
      return only.length === 1 && only[0] ? found([whole(only[0])], 0.85) : null;
    }
    if (citation.ordinals.length > 0) {
      const base =
        from.base ?? findNeighbours({ ...citation, place: 'this', unit: 'section', ordinals: [] }, from)[0];
      if (!base) return null;
      const targets = findByOrdinal(this.#analysis, citation.ordinals, base);
      return targets.length === citation.ordinals.length ? found(targets, confidence * 0.9) : null;
    }
    const provisions = findNeighbours(citation, from);
    return provisions.length > 0 ? found(provisions.map(whole), 0.85) : null;
  }

  #numbered(
    citation: Citation,
    from: Standpoint,
    position: CitationPosition,
    confidence: number,
  ): Answer | null {
    const followed = citation.members.map((member) => this.#follow(member, citation, from));
    const members = followed.map(({ member }) => member);
    const status = combined(members);
    const sure = Math.min(confidence, ...followed.map(({ sure: own }) => own));
    if (status !== 'unresolved') return { status, members, external: null, confidence: sure, outer: null };
    const outside = this.#judge.isProbablyOutside(citation, members, position, from.instrument);
    if (outside === 'mention') return null;
    if (outside) return external(outside);
    return {
      status,
      members,
      external: null,
      confidence: this.#judge.certaintyOfLoss(citation, members, from, sure),
      outer: null,
    };
  }

  #follow(member: CitedMember, citation: Citation, from: Standpoint): { member: Resolved; sure: number } {
    const first = followNumbers(member.steps, citation.unit, from);
    if (member.until.length === 0) return { member: toResolved(first, [], null), sure: first.confidence };
    const sameLevel = member.until.length === 1 && member.steps.length > 1 && member.until[0]?.bracketed;
    const upper = sameLevel ? member.steps.slice(0, -1) : [];
    const last = followNumbers([...upper, ...member.until], citation.unit, from);
    const until = last.steps.slice(upper.length);
    const between = rangeBetween(first.targets[0], last.targets[0]);
    const sure = Math.min(first.confidence, last.confidence);
    if (first.targets.length === 0) return { member: toResolved(first, until, null), sure };
    if (!between) return { member: { ...toResolved(last, until, null), steps: first.steps }, sure };
    return { member: toResolved(first, until, between), sure };
  }

  #unresolvedWithout(citation: Citation, position: CitationPosition): Answer | null {
    if (citation.members.length === 0) return null;
    const members = citation.members.map((member) => failed(null, member.steps[0]?.number ?? ''));
    const outside = this.#judge.isProbablyOutside(citation, members, position, null);
    if (outside) return outside === 'mention' ? null : external(outside);
    return { status: 'unresolved', members, external: null, confidence: 0.4, outer: null };
  }
}

function external(outside: Outside): Answer {
  const member: Resolved = {
    status: 'external',
    targets: [],
    steps: [],
    until: [],
    misnamed: false,
    failure: null,
  };
  const { name, confidence } = outside;
  return { status: 'external', members: [member], external: name, confidence, outer: null };
}

function found(targets: readonly ReferenceTarget[], confidence: number): Answer {
  const member: Resolved = {
    status: 'resolved',
    targets,
    steps: [],
    until: [],
    misnamed: false,
    failure: null,
  };
  return { status: 'resolved', members: [member], external: null, confidence, outer: null };
}

function whole(provision: Provision): ReferenceTarget {
  return { provision, range: provision.range };
}

function failed(reached: Provision | null, sought: string): Resolved {
  const reason = reached ? 'too-deep' : 'missing';
  return {
    status: 'unresolved',
    targets: [],
    steps: [],
    until: [],
    misnamed: false,
    failure: { reason, reached, sought },
  };
}

function toResolved(
  followed: Followed,
  until: ReadonlyArray<Provision | null>,
  between: readonly Provision[] | null,
): Resolved {
  const { targets, steps, reached, sought } = followed;
  if (targets.length === 0) return { ...failed(reached, sought), steps, until };
  if (targets.length > 1) {
    const failure = { reason: 'several', reached, sought } as const;
    return { status: 'ambiguous', targets: targets.map(whole), steps, until, misnamed: false, failure };
  }
  const misnamed = followed.fit === 'other';
  return {
    status: 'resolved',
    targets: (between ?? targets).map(whole),
    steps,
    until,
    misnamed,
    failure: null,
  };
}

/** One broken member breaks a list; one open member leaves it open. */
function combined(members: readonly Resolved[]): ReferenceStatus {
  if (members.some(({ status }) => status === 'unresolved')) return 'unresolved';
  if (members.some(({ status }) => status === 'ambiguous')) return 'ambiguous';
  return 'resolved';
}
