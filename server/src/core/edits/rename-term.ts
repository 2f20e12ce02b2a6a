import { type Analysis, analyzeInSteps } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import { holdsAt } from '../resolve/scopes.ts';
import { termAt, termsOf } from '../resolve/terms.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { finish, type Steps } from '../text/steps.ts';
import { articleBefore } from './articles.ts';
import { brokenNames } from './broken-names.ts';
import { keyOf } from './definition-words.ts';
import {
  applyPlan,
  type Decision,
  type EditPlan,
  isRefusal,
  type Planned,
  type PlannedEdit,
  planEdits,
  type Refusal,
} from './edit-plan.ts';
import { collisionOf, faultOfName } from './new-name.ts';
import { familyOf, nameOf } from './term-family.ts';
import { changesBetween } from './term-graph.ts';
import { layOut, readWrittenName, type WordEdit } from './term-layout.ts';
import { placesOf, type TermPlace } from './term-places.ts';
import { isAmidCapitals, type Wording, wordingOf, writtenLike } from './term-wording.ts';

/** A name that can be changed, where somebody points at it. */
export interface RenameableTerm {
  readonly definition: Definition;
  /** The words at the place, on one line: a name that runs over a line end shows the part that was pointed at. */
  readonly range: TextRange;
  /** The name as it is defined, without an article. */
  readonly name: string;
}

/** The term at a place of the document, if its name can be changed; null where no term stands. */
export function renameableAt(analysis: Analysis, offset: number): RenameableTerm | Refusal | null {
  const found = termAt(analysis, offset);
  if (!found) return null;
  const definition = 'definition' in found ? found.definition : found;
  const family = familyOf(analysis, definition);
  if (typeof family === 'string') return { refusal: family };
  const name = nameOf(definition);
  const pieces = 'definition' in found ? found.pieces : withoutArticle(found, name);
  const range = pieces.find(({ end }) => offset <= end) ?? found.range;
  return { definition, range, name };
}

/**
 * Changes the name of a term wherever it stands: where it is defined, where it is used, in every number and case. What
 * only looks like it stays; what may be it is listed or has to be confirmed.
 */
export function renameTerm(analysis: Analysis, definition: Definition, newName: string): Planned {
  return finish(renameInSteps(analysis, definition, newName));
}

/** The same, for who does other things in between: the renamed text is read as a whole. */
export function* renameInSteps(
  analysis: Analysis,
  definition: Definition,
  newName: string,
  elsewhereToo = false,
): Steps<Planned> {
  const family = familyOf(analysis, definition, elsewhereToo);
  if (typeof family === 'string') return { refusal: family };
  const old = nameOf(definition);
  const name = newName.trim().replace(/\s+/g, ' ');
  const fault = faultOfName(newName.trim(), old) ?? collisionOf(analysis, name, old, family.scope);
  if (fault) return { refusal: fault };
  if (name === old) return { edits: [], decisions: [] };
  yield;
  const places = placesOf(analysis, old, family);
  const defined = places.filter(({ kind }) => kind === 'definition').length;
  if (defined !== family.definitions.size)
    return { refusal: say`The words of “${old}” cannot be told from those around them where it is defined.` };
  const writer = new Renaming(analysis, definition, old, name);
  for (const place of places) {
    writer.write(place);
    yield;
  }
  if (writer.refusal !== null) return { refusal: writer.refusal };
  if (writer.unmade > mostUnmade)
    return {
      refusal: say`Of “${name}” ${writer.unmade} uses in another number cannot be made: write it as “${old}” is written.`,
    };
  yield;
  const torn = brokenNames(analysis, keyOf(old), old).filter(({ start }) => holdsAt(family.scope, start));
  const decisions = [...family.decisions, ...writer.decisions, ...torn];
  const planned = planEdits(analysis.snapshot.text, writer.edits, decisions);
  return isRefusal(planned) ? planned : yield* verified(analysis, planned, old, name);
}

function withoutArticle({ range, pieces, term }: Definition, name: string): readonly TextRange[] {
  const article = term.length - name.length;
  const [first, ...rest] = pieces;
  return first && article < first.end - range.start
    ? [{ start: first.start + article, end: first.end }, ...rest]
    : pieces;
}

/** Where more forms of the old name have no like in the new one, that is in the wrong number: "Lenders", "Bank". */
const mostUnmade = 3;

/** Writes a new name over the old one, place by place. */
class Renaming {
  readonly edits: PlannedEdit[] = [];
  readonly decisions: Decision[] = [];
  refusal: string | null = null;
  /** How many places write the old name in a form that the new one has not. */
  unmade = 0;
  readonly #analysis: Analysis;
  readonly #definition: Definition;
  readonly #old: string;
  readonly #own: Wording;
  readonly #fresh: Wording;

  constructor(analysis: Analysis, definition: Definition, old: string, name: string) {
    this.#analysis = analysis;
    this.#definition = definition;
    this.#old = old;
    this.#own = wordingOf(old);
    this.#fresh = wordingOf(name);
  }

  write(place: TermPlace): void {
    const { paragraph, start, end, kind, doubt, open } = place;
    const range = paragraph.rangeOf(start, end);
    if (open && doubt !== null) {
      this.decisions.push({ ...range, why: doubt });
      return;
    }
    const { text } = this.#analysis.snapshot;
    const written = readWrittenName(paragraph, start, end);
    const amidCapitals = isAmidCapitals(paragraph.text, start, end);
    const wording = writtenLike(written.words, this.#own, this.#fresh, amidCapitals);
    const edits = wording && layOut(text, written, this.#own, wording);
    const shown = paragraph.text.slice(start, end).replace(/\s+/g, ' ');
    if (!wording || !edits) {
      const why = wording
        ? say`“${shown}” stands in several parts here, over which the new name cannot be spread.`
        : say`“${shown}” is a form of “${this.#old}” that cannot be made of the new name.`;
      if (kind === 'definition') this.refusal ??= why;
      else this.decisions.push({ ...range, why });
      if (!wording) this.unmade += 1;
      return;
    }
    this.edits.push(...edits.map((edit) => this.#planned(edit, place)));
    this.#changeArticle(place, written.words, wording);
  }

  #planned(edit: WordEdit, { kind, doubt }: TermPlace): PlannedEdit {
    const line = this.#analysis.snapshot.lineAt(this.#definition.range.start) + 1;
    const explanation =
      kind === 'definition'
        ? say`“${this.#old}” is defined here.`
        : kind === 'contents'
          ? say`The contents name “${this.#old}”.`
          : say`“${this.#old}” as defined in line ${line}.`;
    return {
      ...edit,
      reason: kind === 'use' ? 'term' : kind,
      needsConfirmation: doubt !== null,
      explanation: doubt ?? explanation,
    };
  }

  #changeArticle({ paragraph, start, doubt }: TermPlace, before: readonly string[], after: Wording): void {
    const change = articleBefore(paragraph, start, before.join(' '), after.words.join(' '));
    if (!change) return;
    const { range, newText } = change;
    const article = this.#analysis.snapshot.slice(range);
    if (newText === null)
      this.decisions.push({
        ...range,
        why: say`Whether “${article}” fits “${after.words.join(' ')}” is not sure.`,
      });
    else
      this.edits.push({
        ...range,
        newText,
        reason: 'article',
        needsConfirmation: doubt !== null,
        explanation: say`“${newText}” before “${after.words.join(' ')}”.`,
      });
  }
}

/** The plan as it is, if behind it everything that it leaves alone means what it meant; else why not. */
function* verified(analysis: Analysis, plan: EditPlan, old: string, name: string): Steps<Planned> {
  const text = applyPlan(analysis.snapshot.text, plan);
  const after = yield* analyzeInSteps(text, analysis.uri);
  yield;
  definitionsOf(after);
  yield;
  termsOf(after);
  yield;
  const changes = changesBetween(analysis, after, plan, old, name);
  const fatal = changes.find(({ harmless }) => !harmless);
  if (fatal) return { refusal: fatal.why };
  const decisions = changes.map(({ start, end, why }) => ({ start, end, why }));
  return {
    edits: plan.edits,
    decisions: [...plan.decisions, ...decisions].sort((a, b) => a.start - b.start),
  };
}
