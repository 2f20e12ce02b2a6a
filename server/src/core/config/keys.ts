import { type FormatOptions, formatLimits, formatWords } from '../format/options.ts';
import { type ProvisionKind, provisionKinds } from '../model/provision.ts';
import { rules } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import type { Configuration, NotDefect, PinnedNumbering } from './model.ts';

/** The file that holds a project's settings. */
export const configurationFileName = 'proviso.json';

/**
 * All keys of proviso.json. The reader, the schema and the editor's settings are made from this table, so that none
 * of them can know a key or a value that another does not.
 */
export const configurationKeys: ConfigurationKeys = {
  rules: {
    description: 'How grave the findings of a rule are, or "off".',
    shape: 'choices',
    noun: 'rule',
    names: rules.map(({ id, title, severity }) => ({
      name: id,
      description: `${title}. Without this key: ${severity}.`,
    })),
    values: [
      { name: 'error', description: 'wrong in any draft' },
      { name: 'warning', description: 'likely to be wrong' },
      { name: 'information', description: 'worth knowing' },
      { name: 'hint', description: 'shown with the least stress' },
      { name: 'off', description: 'not reported' },
    ],
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
      { name: 'decimal', description: '1.1, 1.2, 1.3' },
      { name: 'roman-upper', description: 'I, II, III' },
      { name: 'roman-lower', description: 'i, ii, iii' },
      { name: 'alpha-upper', description: 'A, B, C' },
      { name: 'alpha-lower', description: 'a, b, c' },
      { name: 'word', description: 'One, Two, Three' },
    ],
  },
  format: {
    description:
      'How documents are laid out anew by "Format Document" and "proviso format"; what is left out is decided by the editor or the command line.',
    shape: 'options',
    noun: 'option',
    options: [
      {
        name: 'wrap',
        description: 'Where lines end: as they do, before a column, or only where a paragraph ends.',
        values: formatWords.wrap,
      },
      {
        name: 'column',
        description: 'The column before which lines end where "wrap" is "column".',
        values: [],
        limits: formatLimits.column,
      },
      {
        name: 'indent',
        description:
          'How many columns an item, as (a), stands further in than what it is an item of; null keeps it.',
        values: [null],
        limits: formatLimits.indent,
      },
      {
        name: 'hang',
        description: 'Whether all lines of an item begin below its text and not below its number.',
        values: [false, true],
      },
      {
        name: 'spaces',
        description: 'Which blanks of running text become one. Blanks at the ends of lines always go.',
        values: formatWords.spaces,
      },
      {
        name: 'blankLines',
        description: 'The most empty lines between two others; null keeps them.',
        values: [null],
        limits: formatLimits.blankLines,
      },
      {
        name: 'quotes',
        description: 'How quotation marks are written.',
        values: formatWords.quotes,
      },
    ],
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
  notDefects: {
    description:
      'Findings that were looked at and are no defects. Editors write these entries; what a finding is about is told by its provision and words, so that numbering anew does not bring it back.',
    shape: 'records',
    noun: 'entry',
    fields: [
      { name: 'document', description: 'The path of the document, from the folder of this file.' },
      { name: 'rule', description: 'The rule that reports it.', values: rules.map(({ id }) => id) },
      {
        name: 'provision',
        description: 'The provision that it stands in, by kind and caption or first words.',
      },
      { name: 'text', description: 'The words at its place.' },
    ],
    optional: [{ name: 'reason', description: 'Why it is no defect, for whoever reads this.' }],
  },
};

/** The keys beside these, which say where else settings come from and for which documents they are. */
export const chainKeys: ChainKeys = {
  extends: {
    description:
      'Other files of settings that this one builds on, by their paths from the folder of this file. Of two that disagree the later counts, and this file before both.',
    shape: 'texts',
    noun: 'path',
  },
  overrides: {
    description:
      'Settings for some of the documents, which count before those above; of two that disagree the later counts.',
    files: {
      description:
        'The documents, by patterns of paths from the folder of this file: "drafts/", "deal/**/*.legal"; a pattern without a slash fits the name in any folder.',
      shape: 'texts',
      noun: 'pattern',
    },
    keys: ['rules', 'scheme', 'format', 'ignoredTerms'],
  },
};

export interface ChainKeys {
  readonly extends: TextsKey;
  readonly overrides: {
    readonly description: string;
    readonly files: TextsKey;
    /** Those that may differ from document to document. */
    readonly keys: readonly (keyof Configuration)[];
  };
}

/** One key for each part of a configuration. */
export interface ConfigurationKeys extends Readonly<Record<keyof Configuration, ConfigurationKey>> {
  readonly rules: ChoicesKey<string, Severity | 'off'>;
  readonly scheme: ChoicesKey<ProvisionKind, PinnedNumbering>;
  readonly format: OptionsKey<keyof FormatOptions>;
  readonly ignoredTerms: TextsKey;
  readonly documents: TextsKey;
  readonly notDefects: RecordsKey<keyof NotDefect>;
}

export type ConfigurationKey =
  | ChoicesKey<string, string>
  | OptionsKey<string>
  | TextsKey
  | RecordsKey<string>;

/** Each of some names may have one of some values. */
export interface ChoicesKey<Name extends string, Value extends string> {
  readonly description: string;
  readonly shape: 'choices';
  /** What a name is the name of. */
  readonly noun: string;
  readonly names: readonly Choice<Name>[];
  readonly values: readonly Choice<Value>[];
}

/** Options, each with values of its own. */
export interface OptionsKey<Name extends string> {
  readonly description: string;
  readonly shape: 'options';
  /** What a name is the name of. */
  readonly noun: string;
  readonly options: readonly OptionKey<Name>[];
}

export interface OptionKey<Name extends string> extends Choice<Name> {
  readonly values: readonly OptionValue[];
  /** A whole number between these may stand there too. */
  readonly limits?: { readonly least: number; readonly most: number };
}

export type OptionValue = string | number | boolean | null;

/** A list of texts, or texts under names of one's own. */
export interface TextsKey {
  readonly description: string;
  readonly shape: 'texts' | 'texts by name';
  /** What a text is. */
  readonly noun: string;
}

/** A list of records of texts, each of the same fields. */
export interface RecordsKey<Field extends string> {
  readonly description: string;
  readonly shape: 'records';
  /** What a record is. */
  readonly noun: string;
  readonly fields: readonly RecordField<Field>[];
  /** Fields for people, which nothing goes by. */
  readonly optional: readonly Choice<string>[];
}

export interface RecordField<Name extends string> extends Choice<Name> {
  /** What may stand there, by the name of the field; left out where that is anything. */
  readonly values?: readonly string[];
}

export interface Choice<Name extends string> {
  readonly name: Name;
  readonly description: string;
}

function carriesNumber(kind: ProvisionKind): boolean {
  return !['instrument', 'statement', 'preamble', 'signature'].includes(kind);
}
