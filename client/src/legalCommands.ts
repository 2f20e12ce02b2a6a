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
  'moveProvisionUp',
  'moveProvisionDown',
  'promoteProvision',
  'demoteProvision',
  'insertProvision',
  'deleteProvision',
  'renumberDocument',
  'showPreview',
  'exportHtml',
  'print',
] as const;

export type LegalCommand = (typeof legalCommands)[number];
