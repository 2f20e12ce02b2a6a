import { defaultConfiguration } from '../../server/src/core/config/model.ts';
import { gentleFormat } from '../../server/src/core/format/options.ts';
import { Documents } from '../../server/src/lsp/documents/documents.ts';
import { Precedence } from '../../server/src/lsp/documents/schedule.ts';
import type { Session } from '../../server/src/lsp/session/requests.ts';
import { Workspace } from '../../server/src/lsp/workspace/workspace.ts';

/** Nothing is decided, and there is no project to decide it in. */
export const undecided: Session['configurations'] = {
  of: async () => defaultConfiguration,
  projectFile: async () => null,
  nearestFile: async () => null,
  decisions: 0,
  forget: () => {},
};

/** There are no other files. */
export const alone: Session['workspace'] = new Workspace({
  files: null,
  documents: new Documents(),
  precedence: new Precedence(),
  client: () => ({}),
  folders: async () => [],
  excluded: async () => [],
  cacheFolder: () => null,
  progress: async () => null,
  tell: () => {},
  concerned: () => {},
  logError: () => {},
});

/** What is shown where no setting speaks of it. */
export const undisplayed: Session['display'] = {
  of: async () => ({
    meaningsOfCitations: true,
    citationCounts: false,
    checksAllFiles: false,
    useCounts: false,
    mostCharacters: 20_000_000,
    relativeCitations: 'rewrite',
    format: gentleFormat,
  }),
};
