import type { Analysis } from '../analysis.ts';
import type { Citation } from '../inline/citation.ts';
import { governmentForm } from '../inline/law-words.ts';
import { isAttachmentUnit, isListUnit } from '../inline/unit-words.ts';
import type { Provision } from '../model/provision.ts';
import type { Standpoint } from './follow.ts';
import type { Instrument } from './instruments.ts';
import type { CitationPosition, Resolved } from './resolver.ts';

/** A citation of a law, a rule or another document, as far as it is named. */
export interface Outside {
  readonly name: string | null;
  readonly confidence: number;
}

/** Judges whether citations lead out of the document. Remembers which laws were cited by which numbers. */
export class ExternalJudge {
  readonly #instruments: readonly Instrument[];
  readonly #analysis: Analysis;
  readonly #laws = new Map<string, string | null>();
  #rejected: ReadonlySet<string> | null = null;

  constructor(analysis: Analysis, instruments: ReadonlyMap<Provision, Instrument>) {
    this.#analysis = analysis;
    this.#instruments = [...instruments.values()];
  }

  /** What the citation says itself: it names a law or another document, or is a form's name and no citation at all. */
  isOutside(
    citation: Citation,
    position: CitationPosition,
    own: Instrument | null,
  ): Outside | 'mention' | null {
    if (citation.lawBefore !== null) return this.#note(citation, citation.lawBefore, 0.95);
    const { qualifier, unit } = citation;
    if (qualifier?.kind === 'named' && !this.#called(qualifier.name, own))
      return this.#note(citation, qualifier.name, 0.9);
    if (qualifier?.kind === 'there' && !this.#called(qualifier.name, own)) {
      return { name: qualifier.name === '' ? null : qualifier.name, confidence: 0.5 };
    }
    const first = citation.members[0]?.steps[0]?.number ?? '';
    if (isAttachmentUnit(unit) && citation.place !== 'this' && governmentForm.test(first)) return 'mention';
    if (unit === 'regulation' && !/^\d/.test(first)) return 'mention';
    if ((unit === 'rule' || unit === 'regulation') && (own?.index.series(unit).count ?? 0) === 0)
      return this.#note(citation, null, 0.9);
    if (position.quoted && qualifier === null) return { name: null, confidence: 0.6 };
    // An amendment cites the document that it amends as its own; what it says of itself it says with "this".
    if (
      own?.amends &&
      own.parent === null &&
      qualifier?.kind !== 'here' &&
      citation.place === null &&
      !isAttachmentUnit(unit)
    )
      return { name: null, confidence: 0.6 };
    return null;
  }

  /** The instrument in which the citation is to be looked up: its own, or one that it names. */
  instrumentMeant(citation: Citation, own: Instrument): Instrument {
    const { qualifier } = citation;
    if (!qualifier || qualifier.name === '') return own;
    for (let at: Instrument | null = own; at; at = at.parent) if (at.isCalled(qualifier.name)) return at;
    return this.#instruments.find((instrument) => instrument.isCalled(qualifier.name)) ?? own;
  }

  #called(name: string, own: Instrument | null): boolean {
    for (let at = own; at; at = at.parent) if (at.isCalled(name)) return true;
    return this.#instruments.some((instrument) => instrument.isCalled(name));
  }

  /** What could not be found here and is written as laws and other documents are cited. */
  isProbablyOutside(
    citation: Citation,
    members: readonly Resolved[],
    position: CitationPosition,
    own: Instrument | null,
  ): Outside | 'mention' | null {
    const key = keyOf(citation);
    if (this.#laws.has(key)) return { name: this.#laws.get(key) ?? null, confidence: 0.6 };
    const { unit } = citation;
    const first = citation.members[0]?.steps[0];
    if (!first || unit === null || isAttachmentUnit(unit) || citation.qualifier?.kind === 'here') return null;
    if (members.some(({ failure }) => failure?.reached)) return null;
    if (/^\d{2,5}[A-Za-z]{1,2}|^\d{1,3}[a-z]\b|^\d{2,}[a-z]{0,2}-\d/.test(first.number))
      return { name: null, confidence: 0.6 };
    if (isListUnit(unit) && first.bracketed) return null;
    const series = own?.index.series(unit);
    if (unit === 'title' || unit === 'part' || unit === 'division' || unit === 'chapter') {
      return (series?.count ?? 0) < 2 ? { name: null, confidence: 0.5 } : null;
    }
    const value = Number.parseInt(first.number, 10);
    const depth = first.number.split(/[.-]/).length;
    if (!series || series.count === 0) return { name: null, confidence: 0.4 };
    // A number far above all that there are, or of a depth that does not occur, is not of this document.
    if (value > series.highest * 2 + 10) return { name: null, confidence: 0.6 };
    if (!series.depths.has(depth) && position.source !== null) return { name: null, confidence: 0.4 };
    return null;
  }

  /**
   * How sure it is that what was not found is not there: the number may stand in a line that was not taken for a heading,
   * or its series may not have been recognised at all.
   */
  certaintyOfLoss(citation: Citation, members: readonly Resolved[], from: Standpoint, sure: number): number {
    let certainty = Math.min(0.9, sure);
    for (const { failure } of members) {
      if (!failure) continue;
      if (failure.reached) {
        const { range } = failure.reached;
        const text = this.#analysis.snapshot.text.slice(range.start, range.end);
        if (text.includes(`(${failure.sought})`) || text.includes(`${failure.sought})`))
          certainty = Math.min(certainty, 0.4);
        if (failure.reached.confidence < 0.6) certainty = Math.min(certainty, 0.4);
      } else if (this.#isRejected(failure.sought)) certainty = Math.min(certainty, 0.4);
    }
    const { unit } = citation;
    if (unit !== null && !isAttachmentUnit(unit) && from.instrument.index.series(unit).count < 3)
      certainty = Math.min(certainty, 0.5);
    return certainty;
  }

  /** The number stood somewhere at the start of a line and was not taken for a heading. */
  #isRejected(number: string): boolean {
    this.#rejected ??= new Set(
      this.#analysis.decisions
        .filter(({ accepted }) => !accepted)
        .map(({ designation }) => designation.number),
    );
    return this.#rejected.has(number);
  }

  #note(citation: Citation, name: string | null, confidence: number): Outside {
    if (citation.members.length > 0) this.#laws.set(keyOf(citation), name);
    return { name, confidence };
  }
}

function keyOf({ unit, members }: Citation): string {
  return `${unit ?? ''} ${members[0]?.steps[0]?.number ?? ''}`;
}
