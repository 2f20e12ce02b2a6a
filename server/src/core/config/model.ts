import type { FormatOptions } from '../format/options.ts';
import type { Numeral } from '../model/numerals.ts';
import type { ProvisionKind } from '../model/provision.ts';
import type { FindingSubject } from '../rules/identity.ts';
import type { Severity } from '../rules/rule.ts';

/** What someone decided about the checks of a document, in a project, in an editor or on the command line. */
export interface Configuration {
  /** Severities that differ from the rules' own, by rule id. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** How provisions of a kind are numbered, where that is not to be learned from the document. */
  readonly scheme: ReadonlyMap<ProvisionKind, PinnedNumbering>;
  /** How documents are laid out where somebody asks for that, as far as it is decided. */
  readonly format: Partial<FormatOptions>;
  /** Capitalised words that are no defined terms. */
  readonly ignoredTerms: readonly string[];
  /** Where the documents lie that others cite by their title; paths start from the folder of the file. */
  readonly documents: ReadonlyMap<string, string>;
  /** Findings that somebody has looked at and found to be no defects. */
  readonly notDefects: readonly NotDefect[];
}

/** One finding that is no defect, by what it is about: the numbers of the document may change, and its lines. */
export interface NotDefect extends FindingSubject {
  /** The path of the document, from the folder of the file. */
  readonly document: string;
}

/** `decimal` is a number with its parent's before it: 3.1. */
export type PinnedNumbering = Numeral | 'decimal';

/** Nothing decided: each rule has its own severity, and the numbering is learned. */
export const defaultConfiguration: Configuration = {
  rules: new Map(),
  scheme: new Map(),
  format: {},
  ignoredTerms: [],
  documents: new Map(),
  notDefects: [],
};

/** Both together; where they disagree, `stronger` decides. */
export function mergeConfigurations(weaker: Configuration, stronger: Configuration): Configuration {
  return {
    rules: new Map([...weaker.rules, ...stronger.rules]),
    scheme: new Map([...weaker.scheme, ...stronger.scheme]),
    format: { ...weaker.format, ...stronger.format },
    ignoredTerms: [...new Set([...weaker.ignoredTerms, ...stronger.ignoredTerms])],
    documents: new Map([...weaker.documents, ...stronger.documents]),
    notDefects: [...weaker.notDefects, ...stronger.notDefects],
  };
}
