/** The commands that need the language server, without the prefix that package.json gives them. */
export const legalCommands = [
  'restartServer',
  'showOutput',
  'goToProvision',
  'copyCitation',
  'explainHeading',
  'pinScheme',
  'showCitations',
  'nextBrokenCitation',
  'previousBrokenCitation',
  'showPlace',
  'pinTerm',
  'unpinTerm',
  'filterTerms',
  'showAllTerms',
] as const;

export type LegalCommand = (typeof legalCommands)[number];
