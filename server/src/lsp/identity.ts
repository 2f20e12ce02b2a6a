import type { Analysis } from '../core/analysis.ts';
import { provisionWithId } from '../core/features/places.ts';
import type { Provision } from '../core/model/provision.ts';
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
