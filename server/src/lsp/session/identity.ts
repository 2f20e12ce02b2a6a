import type { Analysis } from '../../core/analysis.ts';
import { provisionWithId } from '../../core/features/provisions/places.ts';
import type { Definition } from '../../core/model/definition.ts';
import type { Provision } from '../../core/model/provision.ts';
import { termsOf } from '../../core/resolve/terms.ts';
import type { Session } from './requests.ts';

/** What an answer says of a provision, so that a later request can ask about the same one though the text was edited. */
export interface ProvisionIdentity {
  readonly uri: string;
  readonly id: string;
}

export function identify({ uri }: Analysis, { id }: Provision): ProvisionIdentity {
  return { uri, id };
}

/** Null where the document is closed, the provision is gone, or the client sent something else. */
export function identified(
  data: unknown,
  session: Session,
): { analysis: Analysis; provision: Provision } | null {
  const { uri, id } = (data ?? {}) as Partial<ProvisionIdentity>;
  const analysis = typeof uri === 'string' ? session.documents.analysis(uri) : undefined;
  const provision = analysis && typeof id === 'string' ? provisionWithId(analysis, id) : null;
  return analysis && provision ? { analysis, provision } : null;
}

/** What an answer says of a definition: the term, and which of its definitions in the order of the text. */
export interface TermIdentity {
  readonly uri: string;
  readonly term: string;
  readonly nth: number;
}

export function identifyTerm(analysis: Analysis, definition: Definition): TermIdentity {
  const nth = termsOf(analysis).definitionsOfTerm(definition.term).indexOf(definition);
  return { uri: analysis.uri, term: definition.term, nth };
}

/** Null where the document is closed, the definition is gone, or the client sent something else. */
export function identifiedTerm(
  data: unknown,
  session: Session,
): { analysis: Analysis; definition: Definition } | null {
  const { uri, term, nth } = (data ?? {}) as Partial<TermIdentity>;
  const analysis = typeof uri === 'string' ? session.documents.analysis(uri) : undefined;
  const definition = analysis && definitionNamed(analysis, { term, nth });
  return definition ? { analysis, definition } : null;
}

export function definitionNamed(
  analysis: Analysis,
  { term, nth }: { readonly term?: unknown; readonly nth?: unknown },
): Definition | undefined {
  if (typeof term !== 'string' || typeof nth !== 'number') return undefined;
  return termsOf(analysis).definitionsOfTerm(term)[nth];
}
