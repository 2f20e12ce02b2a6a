import { type ProvisionKind, provisionKinds } from '../model/provision.ts';
import { rules } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import type { Configuration, PinnedNumbering } from './model.ts';

/** The file that holds a project's settings. */
export const configurationFileName = 'proviso.json';

/**
 * All keys of proviso.json. The reader, the schema and the editor's settings are made from this table, so that none
 * of them can know a key or a value that another does not.
 */
export const configurationKeys: Readonly<Record<keyof Configuration, ConfigurationKey>> = {
  rules: {
    description: 'How grave the findings of a rule are, or "off".',
    shape: 'choices',
    noun: 'rule',
    names: rules.map(({ id, title, severity }) => ({
      name: id,
      description: `${title}. Without this key: ${severity}.`,
    })),
    values: [
      { name: 'error', description: 'An error: wrong in any draft.' },
      { name: 'warning', description: 'A warning: likely to be wrong.' },
      { name: 'information', description: 'Worth knowing.' },
      { name: 'hint', description: 'Shown with the least possible stress.' },
      { name: 'off', description: 'Not reported.' },
    ] satisfies readonly Choice<Severity | 'off'>[],
  },
  scheme: {
    description: 'How provisions of a kind are numbered, where that is not to be learned from the document.',
    shape: 'choices',
    noun: 'kind of provision',
    names: provisionKinds.filter(carriesNumber).map((kind) => ({
      name: kind,
      description: `The numbers of each ${kind}.`,
    })),
    values: [
      { name: 'arabic', description: '1, 2, 3' },
      { name: 'decimal', description: '1.1, 1.2, 1.3: the number of the provision around it comes first' },
      { name: 'roman-upper', description: 'I, II, III' },
      { name: 'roman-lower', description: 'i, ii, iii' },
      { name: 'alpha-upper', description: 'A, B, C' },
      { name: 'alpha-lower', description: 'a, b, c' },
      { name: 'word', description: 'One, Two, Three' },
    ] satisfies readonly Choice<PinnedNumbering>[],
  },
  ignoredTerms: {
    description: 'Capitalised words that are no defined terms, such as names of products.',
    shape: 'texts',
    noun: 'term',
  },
  documents: {
    description:
      'Documents that others cite by their title: each title with the path of its file, from the folder of this file.',
    shape: 'texts by name',
    noun: 'path',
  },
};

export type ConfigurationKey = ChoicesKey | TextsKey;

/** Each of some names may have one of some values. */
export interface ChoicesKey {
  readonly description: string;
  readonly shape: 'choices';
  /** What a name is the name of. */
  readonly noun: string;
  readonly names: readonly Choice<string>[];
  readonly values: readonly Choice<string>[];
}

/** A list of texts, or texts under names of one's own. */
export interface TextsKey {
  readonly description: string;
  readonly shape: 'texts' | 'texts by name';
  /** What a text is. */
  readonly noun: string;
}

export interface Choice<Name> {
  readonly name: Name;
  readonly description: string;
}

function carriesNumber(kind: ProvisionKind): boolean {
  return !['instrument', 'statement', 'preamble', 'signature'].includes(kind);
}
