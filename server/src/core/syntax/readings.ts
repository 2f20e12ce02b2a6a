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
  /** The lines below it that its caption goes on over, and whether text follows the caption in the last of them. */
  readonly captionLines: number;
  readonly captionRunsIn: boolean;
  /** What was open before the line, where that was written down. */
  before: OpenState | null;
}

/** What the builder saw at a line that could have opened a provision: for the reader who asks why. */
export interface Decision {
  readonly line: number;
  readonly designation: Designation;
  readonly accepted: boolean;
  readonly score: number;
  readonly evidence: readonly string[];
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

/**
 * The opening of a provision as a line's reading keeps it. It stays the same object as long as its line is not read
 * again; others are known by it as parents and siblings.
 */
export interface Opening {
  /** The provision as it was opened: offsets count from its line, its paragraph from the one that is open. */
  readonly seed: Draft;
  parent: Opening | null;
  /** The sibling whose list it goes on. */
  joined: Opening | null;
  /** The draft it has become in the reading that runs or ran last. */
  draft: Draft;
  /** See `identify`: the words and the name made of them. */
  name: { readonly words: string; readonly name: string } | null;
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
export const startsParagraph = plainReading([plainSteps.beginParagraph, plainSteps.text]);
export const goesOn = plainReading([plainSteps.goOn, plainSteps.text]);
export const goesOnInCaption = plainReading([plainSteps.caption]);

function plainReading(steps: readonly Step[]): LineReading {
  return {
    steps,
    reach: 0,
    decision: null,
    parts: null,
    captionLines: 0,
    captionRunsIn: false,
    before: null,
  };
}
