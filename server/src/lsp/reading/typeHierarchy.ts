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
  analysis: Analysis,
  params: TypeHierarchyPrepareParams,
): Work<TypeHierarchyItem[] | null> {
  yield;
  const root = termRootAt(analysis, toOffset(analysis.snapshot, params.position));
  return root && [toItem(analysis, root)];
}

/** The terms that a meaning names. */
export const supertypes = akin(builtFrom);

/** The terms whose meanings name one. */
export const subtypes = akin(builtOn);

function akin(find: (analysis: Analysis, definition: Definition) => readonly Definition[]) {
  return function* (
    { item }: TypeHierarchySupertypesParams | TypeHierarchySubtypesParams,
    session: Session,
  ): Work<TypeHierarchyItem[] | null> {
    const found = identifiedTerm(item.data, session);
    if (!found) return null;
    yield;
    return find(found.analysis, found.definition).map((other) => toItem(found.analysis, other));
  };
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
