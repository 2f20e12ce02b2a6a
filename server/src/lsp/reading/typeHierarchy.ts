import type {
  TypeHierarchyItem,
  TypeHierarchyPrepareParams,
  TypeHierarchySubtypesParams,
  TypeHierarchySupertypesParams,
} from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { meaningPlace } from '../../core/features/terms/defined-term.ts';
import { builtFrom, builtOn, termRootAt } from '../../core/features/terms/term-hierarchy.ts';
import { gistOfMeaning } from '../../core/features/terms/term-meaning.ts';
import type { Definition } from '../../core/model/definition.ts';
import type { Work } from '../documents/schedule.ts';
import { termSymbolKind, toOffset, toRange } from '../protocol/convert.ts';
import { identifiedTerm, identifyTerm } from '../session/identity.ts';
import type { Session } from '../session/requests.ts';

/** The terms that a meaning is built from and those built on it, shown as editors show what a type inherits. */
export function* typeRoots(
  params: TypeHierarchyPrepareParams,
  session: Session,
): Work<TypeHierarchyItem[] | null> {
  yield* session.documents.read(params.textDocument.uri);
  const analysis = session.documents.analysis(params.textDocument.uri);
  if (!analysis) return null;
  yield;
  const root = termRootAt(analysis, toOffset(analysis.snapshot, params.position));
  return root && [toItem(analysis, root)];
}

export function* supertypes(
  { item }: TypeHierarchySupertypesParams,
  session: Session,
): Work<TypeHierarchyItem[] | null> {
  const found = identifiedTerm(item.data, session);
  if (!found) return null;
  yield;
  const { analysis, definition } = found;
  return builtFrom(analysis, definition).map((named) => toItem(analysis, named));
}

export function* subtypes(
  { item }: TypeHierarchySubtypesParams,
  session: Session,
): Work<TypeHierarchyItem[] | null> {
  const found = identifiedTerm(item.data, session);
  if (!found) return null;
  yield;
  const { analysis, definition } = found;
  return builtOn(analysis, definition).map((built) => toItem(analysis, built));
}

function toItem(analysis: Analysis, definition: Definition): TypeHierarchyItem {
  const { range, selection } = meaningPlace(definition);
  return {
    name: definition.term,
    detail: gistOfMeaning(analysis, definition),
    kind: termSymbolKind,
    uri: analysis.uri,
    range: toRange(analysis.snapshot, range),
    selectionRange: toRange(analysis.snapshot, selection),
    data: identifyTerm(analysis, definition),
  };
}
