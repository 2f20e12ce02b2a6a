import type { Analysis } from '../analysis.ts';
import { type EditPlan, isRefusal, type Refusal } from '../edits/edit-plan.ts';
import { renameableAt, renameInSteps } from '../edits/rename-term.ts';
import { nameOf } from '../edits/term-family.ts';
import { fileNameOf } from '../features/file-name.ts';
import { definedTermOf } from '../features/terms/defined-term.ts';
import type { Definition } from '../model/definition.ts';
import { termsOf } from '../resolve/terms.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { definedAs, mayUseImported, outsideTermAt } from './outside-terms.ts';
import type { DocumentReader, Reading } from './reading.ts';
import { renameImported } from './rename-imported.ts';
import { documentPointedTo } from './summarize.ts';

/** What a command would change in one of several documents. */
export interface FilePlan {
  readonly document: Analysis;
  readonly plan: EditPlan;
}

/** A name that can be changed, in the document that defines it. */
export interface NameAcross {
  readonly document: Analysis;
  readonly definition: Definition;
  readonly name: string;
  /** The words at the place, on one line. */
  readonly range: TextRange;
}

/** The term at a place and the document that gives its meaning; null where no term stands. */
export function* nameAcrossAt<Wait>(
  analysis: Analysis,
  offset: number,
  reader: DocumentReader<Wait>,
): Reading<Wait, NameAcross | Refusal | null> {
  const outside = outsideTermAt(analysis, offset, reader.index, reader.addressOf(analysis));
  const document = outside ? yield* reader.analysis(outside.address) : undefined;
  const definition = outside && document ? definedAs(document, outside.term) : null;
  if (outside && document && definition)
    return { document, definition, name: nameOf(definition), range: outside.origin };
  const found = renameableAt(analysis, offset);
  return found && !('refusal' in found) ? { document: analysis, ...found } : found;
}

/**
 * Changes the name of a term in the document that defines it and in all that have it from there: by imports, by their own words,
 * or by a definition that only points there. Done as a whole or not at all.
 */
export function* renameAcross<Wait>(
  { document, definition, name: old }: NameAcross,
  newName: string,
  reader: DocumentReader<Wait>,
): Reading<Wait, readonly FilePlan[] | Refusal> {
  const own = yield* renameInSteps(document, definition, newName);
  if (isRefusal(own)) return own;
  const plans: FilePlan[] = [{ document, plan: own }];
  const address = reader.addressOf(document);
  const { home } = definedTermOf(document, definition);
  if (home.scope !== null) return plans;
  const fresh = newName.trim().replace(/\s+/g, ' ');
  for (const uri of reader.index.namersOf(address)) {
    const summary = reader.index.get(uri);
    if (!summary || !mayUse(summary, home.term)) continue;
    const user = yield* reader.analysis(uri);
    if (!user) continue;
    const doubt = reader.index.isSurelyLinked(uri, address) ? null : doubtOf(document);
    const pointer = pointerTo(user, home.term, address, reader);
    const isImported = reader.index.sourceOfTerm(uri, home.term) === address;
    if (!pointer && !isImported) continue;
    const other = isImported ? reader.index.sourceOfTerm(uri, fresh) : null;
    if (other !== null && other !== address)
      return { refusal: say`${fileNameOf(uri)} has “${fresh}” from ${fileNameOf(other)}.` };
    const source = fileNameOf(document.uri);
    const planned = pointer
      ? yield* renameInSteps(user, pointer, fresh, true)
      : yield* renameImported(user, { old, fresh, source, doubt });
    if (isRefusal(planned)) return { refusal: say`${fileNameOf(user.uri)}: ${planned.refusal}` };
    plans.push({ document: user, plan: doubt === null ? planned : withDoubt(planned, doubt) });
  }
  return plans.filter(({ plan }) => plan.edits.length + plan.decisions.length > 0);
}

type Summary = Parameters<typeof mayUseImported>[0];

/** A definition that only points may be one to the other document. */
function mayUse(summary: Summary, term: string): boolean {
  const wanted = term.toLowerCase();
  return (
    mayUseImported(summary, term) ||
    summary.definitions.some((own) => own.meaning === '' && own.term.toLowerCase() === wanted)
  );
}

/** The definition of a document that gives a term the meaning that it has in the file at `address`. */
function pointerTo<Wait>(
  user: Analysis,
  term: string,
  address: string,
  reader: DocumentReader<Wait>,
): Definition | null {
  const from = reader.addressOf(user);
  const found = termsOf(user)
    .definitionsOfTerm(term)
    .find((definition) => {
      const name = documentPointedTo(user, definition);
      return name !== null && reader.index.documentCalled(name, from) === address;
    });
  return found ?? null;
}

function doubtOf(document: Analysis): string {
  return say`Whether ${fileNameOf(document.uri)} is the document that is meant here is told by its title alone.`;
}

function withDoubt({ edits, decisions }: EditPlan, doubt: string): EditPlan {
  return {
    edits: edits.map((edit) => ({ ...edit, needsConfirmation: true, explanation: doubt })),
    decisions,
  };
}
