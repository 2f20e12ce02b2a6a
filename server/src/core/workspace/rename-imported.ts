import { type Analysis, analyzeInSteps } from '../analysis.ts';
import { articleBefore } from '../edits/articles.ts';
import {
  applyPlan,
  type Decision,
  type EditPlan,
  isRefusal,
  type Planned,
  type PlannedEdit,
  planEdits,
} from '../edits/edit-plan.ts';
import { layOut, readWrittenName } from '../edits/term-layout.ts';
import { isAmidCapitals, type Wording, wordingOf, writtenLike } from '../edits/term-wording.ts';
import { fileNameOf } from '../features/file-name.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import type { TermMatch } from '../inline/term-matches.ts';
import { walkProvisions } from '../model/provision.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import type { Steps } from '../text/steps.ts';
import { importedMatches } from './outside-terms.ts';

/** What tells where a term of another file comes from. */
export interface ImportedName {
  readonly old: string;
  readonly fresh: string;
  /** The file that defines it, as people call it. */
  readonly source: string;
  /** Why every edit has to be confirmed; null where the documents surely belong together. */
  readonly doubt: string | null;
}

/**
 * Writes the new name of a term that another file defines over its uses in this one. What is not surely a use is listed; where
 * anything else would be read otherwise afterwards, the plan is refused.
 */
export function* renameImported(analysis: Analysis, name: ImportedName): Steps<Planned> {
  const file = fileNameOf(analysis.uri);
  const isOtherName = wordsOf(name.fresh) !== wordsOf(name.old);
  if (isOtherName && (isDefined(analysis, name.fresh) || importedMatches(analysis, name.fresh).length > 0))
    return { refusal: say`“${name.fresh}” is in ${file} already and would mean something else there.` };
  const writer = new Writer(analysis, name);
  for (const { paragraph, match } of importedMatches(analysis, name.old)) writer.write(paragraph, match);
  yield;
  const planned = planEdits(analysis.snapshot.text, writer.edits, writer.decisions);
  if (isRefusal(planned) || planned.edits.length === 0) return planned;
  const text = applyPlan(analysis.snapshot.text, planned);
  const after = yield* analyzeInSteps(text, analysis.uri);
  yield;
  return isOtherwiseTheSame(analysis, after, writer.written, planned, name)
    ? planned
    : { refusal: say`In ${file} other words would be read otherwise than before.` };
}

class Writer {
  readonly edits: PlannedEdit[] = [];
  readonly decisions: Decision[] = [];
  /** How many uses get the new name. */
  written = 0;
  readonly #analysis: Analysis;
  readonly #name: ImportedName;
  readonly #own: Wording;
  readonly #fresh: Wording;

  constructor(analysis: Analysis, name: ImportedName) {
    this.#analysis = analysis;
    this.#name = name;
    this.#own = wordingOf(name.old);
    this.#fresh = wordingOf(name.fresh);
  }

  write(paragraph: Paragraph, { start, end, spelling, within, altered, crossing }: TermMatch): void {
    const range = paragraph.rangeOf(start, end);
    const { old, source, doubt } = this.#name;
    const isDoubtful = spelling === 'mixed' || within || altered || crossing !== null;
    const written = readWrittenName(paragraph, start, end);
    const amidCapitals = isAmidCapitals(paragraph.text, start, end);
    const wording = writtenLike(written.words, this.#own, this.#fresh, amidCapitals);
    const words =
      isDoubtful || !wording ? null : layOut(this.#analysis.snapshot.text, written, this.#own, wording);
    if (!wording || !words) {
      this.decisions.push({ ...range, why: say`Whether “${old}” of ${source} is meant here is not sure.` });
      return;
    }
    const shared = {
      needsConfirmation: doubt !== null,
      explanation: doubt ?? say`“${old}” is defined in ${source}.`,
    };
    this.edits.push(...words.map((edit): PlannedEdit => ({ ...edit, ...shared, reason: 'term' })));
    this.written += 1;
    const article = articleBefore(paragraph, start, written.words.join(' '), wording.words.join(' '));
    if (!article) return;
    if (article.newText === null)
      this.decisions.push({ ...article.range, why: say`Whether this article fits is not sure.` });
    else this.edits.push({ ...article.range, ...shared, newText: article.newText, reason: 'article' });
  }
}

/** Nothing but the name is another: as many uses of it, and all else that is read of the document as it was. */
function isOtherwiseTheSame(
  before: Analysis,
  after: Analysis,
  written: number,
  { edits }: EditPlan,
  { old, fresh }: ImportedName,
): boolean {
  const isOtherCase = wordsOf(old) === wordsOf(fresh);
  const left = importedMatches(after, old).length;
  const uses = importedMatches(before, old).length;
  if (importedMatches(after, fresh).length !== (isOtherCase ? uses : written)) return false;
  if (!isOtherCase && left !== uses - written) return false;
  const shape = (analysis: Analysis): string =>
    JSON.stringify([
      walkProvisions(analysis.outline).map(({ kind, number }) => `${kind} ${number}`),
      referencesOf(analysis).map(({ status, members }) => [status, members.map(({ text }) => text)]),
      definitionsOf(analysis).length,
    ]);
  return edits.length > 0 && shape(before) === shape(after);
}

function isDefined(analysis: Analysis, name: string): boolean {
  return definitionsOf(analysis).some(({ term }) => wordsOf(term) === wordsOf(name));
}

function wordsOf(name: string): string {
  return wordingOf(name).words.join(' ').toLowerCase();
}
