import { defaultConfiguration } from '../../server/src/core/config/model.ts';
import type { Session } from '../../server/src/lsp/requests.ts';

/** Nothing is decided, and there is no project to decide it in. */
export const undecided: Session['configurations'] = {
  of: async () => defaultConfiguration,
  projectFile: async () => null,
};

/** What is shown where no setting speaks of it. */
export const undisplayed: Session['display'] = {
  of: async () => ({ meaningsOfCitations: true, citationCounts: false, useCounts: false }),
};
