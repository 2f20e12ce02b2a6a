import { type Analysis, AnalysisHost, analyze } from '../../server/src/core/analysis.ts';
import { firstDifference, violations } from '../core/plain.ts';
import { everythingAnswered, everythingFound, misplaced, plainUses } from './answers.ts';
import { Mutator } from './mutations.ts';

/** How thoroughly the mutations of a round are looked at. Each is read, and all that is found must lie inside the text. */
export interface Thoroughness {
  /** Every so many mutations the analysis must be the same as from scratch, and keep all that is promised of any text. */
  readonly scratchEvery: number;
  /** Every so many all features are asked at a place. */
  readonly answersEvery: number;
}

/** Something that went wrong: the two texts between which it did, so that it can be made smaller and become a test. */
export interface Fault {
  readonly kind: 'exception' | 'range' | 'difference' | 'violation' | 'slow';
  readonly what: string;
  readonly mutation: string;
  readonly before: string;
  readonly after: string;
}

export interface RoundCounts {
  mutations: number;
  comparedWithScratch: number;
  askedForAnswers: number;
  /** Of processor time. */
  milliseconds: number;
}

/** More processor time than this for a mutation of a few pages is taken for a pass that is not linear. */
const patience = 500;

/**
 * Spoils one text again and again, each time reading what became of it as an edit of what it was. Ends at the first
 * fault: whatever follows one could follow from it.
 */
export function runRound(
  { seed, text, donors, mutations, longest }: RoundInput,
  { scratchEvery, answersEvery }: Thoroughness,
): { readonly counts: RoundCounts; readonly fault: Fault | null } {
  const mutator = new Mutator(seed, donors);
  const host = new AnalysisHost();
  const counts = { mutations: 0, comparedWithScratch: 0, askedForAnswers: 0, milliseconds: 0 };
  const began = process.cpuUsage();
  let before = text;
  host.open({ uri: 'fuzz', text });
  for (let step = 1; step <= mutations; step += 1) {
    const mutation = mutator.mutate(before, longest);
    const after = mutation.text;
    const fault = (kind: Fault['kind'], what: string): Fault => ({
      kind,
      what,
      mutation: `${mutation.name}, step ${step} of seed ${seed}`,
      before,
      after,
    });
    try {
      const analysis = host.update('fuzz', after);
      counts.mutations += 1;
      const [outside] = misplaced(analysis, everythingFound(analysis));
      if (outside !== undefined) return { counts, fault: fault('range', outside) };
      if (step % answersEvery === 0) {
        counts.askedForAnswers += 1;
        const place = mutator.random.below(after.length + 1);
        const [answer] = misplaced(analysis, everythingAnswered(analysis, place));
        if (answer !== undefined) return { counts, fault: fault('range', `at ${place}: ${answer}`) };
      }
      if (step % scratchEvery === 0) {
        counts.comparedWithScratch += 1;
        const [violation] = violations(analysis);
        if (violation !== undefined) return { counts, fault: fault('violation', violation) };
        const difference = differenceFromScratch(analysis);
        if (difference !== null) return { counts, fault: fault('difference', difference) };
      }
    } catch (error) {
      return { counts, fault: fault('exception', stackOf(error)) };
    }
    before = after;
  }
  const { user, system } = process.cpuUsage(began);
  counts.milliseconds = (user + system) / 1_000;
  if (counts.milliseconds < patience * mutations) return { counts, fault: null };
  const what = `${Math.round(counts.milliseconds)} ms`;
  return { counts, fault: { kind: 'slow', what, mutation: `seed ${seed}`, before: text, after: before } };
}

export interface RoundInput {
  readonly seed: number;
  readonly text: string;
  /** Other texts, of which some is put in. */
  readonly donors: readonly string[];
  readonly mutations: number;
  /** Texts that become longer are cut. */
  readonly longest: number;
}

/** On what an analysis after edits differs from one from scratch; null where they agree. */
export function differenceFromScratch(analysis: Analysis): string | null {
  const scratch = analyze(analysis.snapshot.text, analysis.uri);
  const difference = firstDifference(analysis, scratch);
  if (difference !== null) return difference;
  return plainUses(analysis) === plainUses(scratch) ? null : 'uses of terms';
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
