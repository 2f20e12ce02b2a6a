import type { Numbering, ProvisionKind } from '../model/provision.ts';
import type { Designation } from './designation.ts';
import type { Draft } from './draft.ts';
import type { PartsState } from './parts.ts';

/**
 * What reading a line came to: everything it did to the open provisions, told from the line's own place, so that it
 * can be done again after an edit elsewhere, without reading the line.
 */
export interface LineReading {
  readonly steps: readonly Step[];
  /** How many lines below it had a say in it. */
  readonly reach: number;
  decision: Decision | null;
  /** The parts without a number as they stand behind the line; null where the line changed nothing. */
  readonly parts: PartsState | null;
  /** The lines below it that its caption goes on over, -1 for no caption, and whether text follows in the last of them. */
  readonly captionLines: number;
  readonly captionRunsIn: boolean;
  /** What was open before the line, where that was written down. */
  before: OpenState | null;
}

/** A reader that looks further down than this from a line would miss edits there; those by `LineStarts` are followed. */
export const furthestLook = 130;

/** What the builder saw at a line that could have opened a provision: for the reader who asks why. */
export interface Decision {
  readonly line: number;
  readonly designation: Designation;
  readonly accepted: boolean;
  readonly score: number;
  readonly evidence: readonly string[];
}

/** What was rejected by more than this stands in a citation. */
const surelyCited = -3;

/** Whether a number that opens no provision may be a heading all the same, and not one that is cited. */
export function mayBeHeading({ accepted, score }: Decision): boolean {
  return !accepted && score > surelyCited;
}

/** One thing that reading a line does to the open provisions. Offsets and lines count from the line read. */
export type Step =
  | { readonly does: 'begin paragraph' }
  | { readonly does: 'go on' }
  | { readonly does: 'text' }
  | { readonly does: 'caption' }
  | { readonly does: 'text behind caption'; readonly offset: number; readonly line: number }
  | { readonly does: 'open'; readonly opening: Opening }
  | { readonly does: 'close'; to: Opening }
  | { readonly does: 'name instrument'; readonly words: string; readonly start: number; readonly end: number }
  | { readonly does: 'label document'; readonly label: DocumentLabel };

/** What a label at the very top says of the document. */
export type DocumentLabel = Pick<
  Draft,
  'kind' | 'keyword' | 'number' | 'ordinal' | 'start' | 'designationEnd'
>;

/** What of a draft changes after its opening, as it was then: offsets count from its line, its paragraph from the one that is open. */
export interface Seed
  extends Pick<
    Draft,
    | 'kind'
    | 'caption'
    | 'captionStart'
    | 'captionEnd'
    | 'start'
    | 'designationEnd'
    | 'end'
    | 'firstText'
    | 'firstTextLine'
    | 'block'
  > {
  /** It stands in a paragraph. */
  readonly inBlock: boolean;
  readonly needsCompany: boolean;
}

/**
 * The opening of a provision as a line's reading keeps it. It stays the same object as long as its line is not read
 * again, and so does its draft; others are known by it as parents and siblings.
 */
export interface Opening {
  readonly seed: Seed;
  parent: Opening | null;
  /** The sibling whose list it goes on. */
  joined: Opening | null;
  draft: Draft;
  /** See `identify`. */
  name: OpeningName | null;
  /** See `publish`. */
  numbering: Numbering | null;
}

/** The words that name a provision, where they begin, counted from its start (-1 for a caption), and what was made of them. */
export interface OpeningName {
  readonly words: string;
  offset: number;
  readonly kind: ProvisionKind;
  readonly key: string;
  /** The last id with what it was joined of: the key, with its number where several have it, and the parent's id. */
  own: string;
  parent: string;
  id: string;
}

/** All that reading depends on of what was read before: two states with one description go on alike. */
export interface OpenState {
  readonly description: string;
  /** The openings that the description speaks of, in its order. */
  openings: readonly Opening[];
}

/** The steps that tell nothing more. */
export const plainSteps = {
  beginParagraph: { does: 'begin paragraph' },
  goOn: { does: 'go on' },
  text: { does: 'text' },
  caption: { does: 'caption' },
} as const satisfies Record<string, Step>;

/** What lines of running text mostly come to. */
export const startsParagraph = common([plainSteps.beginParagraph, plainSteps.text]);
export const goesOn = common([plainSteps.goOn, plainSteps.text]);
const goesOnInCaption = common([plainSteps.goOn, plainSteps.caption]);

function common(steps: readonly Step[]): LineReading {
  return {
    steps,
    reach: furthestLook,
    decision: null,
    parts: null,
    captionLines: -1,
    captionRunsIn: false,
    before: null,
  };
}

/** The reading that many lines share which came to these steps and nothing more. */
export function plainReading(steps: readonly Step[]): LineReading | null {
  for (const reading of [startsParagraph, goesOn, goesOnInCaption]) {
    if (reading.steps.length === steps.length && reading.steps.every((step, at) => step === steps[at]))
      return reading;
  }
  return null;
}
