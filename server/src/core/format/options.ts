/** How a document is to be laid out. Whatever is `keep` or null stays as the author has it. */
export interface FormatOptions {
  /** Blanks in running text: where one will do, or also behind the end of a sentence, where many write two. */
  readonly spaces: 'keep' | 'withinSentences' | 'everywhere';
  /** No more empty lines than these follow each other. */
  readonly blankLines: number | null;
  /** By how many columns an item stands further in than what it is an item of. */
  readonly indent: number | null;
  /** The lines of an item begin below its text and not below its number. */
  readonly hang: boolean;
  /** Where lines end: as they do, before a column, or only where a paragraph does. */
  readonly wrap: 'keep' | 'column' | 'paragraph';
  readonly column: number;
  readonly quotes: 'keep' | 'straight' | 'curly';
}

/** What is done without being asked for: nothing that an author may have meant. */
export const gentleFormat: FormatOptions = {
  spaces: 'withinSentences',
  blankLines: 2,
  indent: null,
  hang: false,
  wrap: 'keep',
  column: 80,
  quotes: 'keep',
};

/** The values of the options that are words. */
export const formatWords = {
  spaces: ['keep', 'withinSentences', 'everywhere'],
  wrap: ['keep', 'column', 'paragraph'],
  quotes: ['keep', 'straight', 'curly'],
} as const;

/** The least and the greatest value of each option that is a number. */
export const formatLimits = {
  blankLines: { least: 1, most: 10 },
  indent: { least: 0, most: 12 },
  column: { least: 40, most: 200 },
} as const;

/** The options out of what a user wrote, by their names; what is no such value counts as not written. */
export function readFormatOptions(written: (name: string) => unknown): FormatOptions {
  const choice = <Value extends string>(
    name: keyof typeof formatWords,
    values: readonly Value[],
    usual: Value,
  ): Value => values.find((value) => value === written(name)) ?? usual;
  const number = <Usual>(name: keyof typeof formatLimits, usual: Usual): number | Usual => {
    const value = written(name);
    const { least, most } = formatLimits[name];
    return Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : usual;
  };
  const numberOrKeep = (name: 'blankLines' | 'indent') =>
    written(name) === null ? null : number(name, gentleFormat[name]);
  return {
    spaces: choice('spaces', formatWords.spaces, gentleFormat.spaces),
    blankLines: numberOrKeep('blankLines'),
    indent: numberOrKeep('indent'),
    hang: written('hang') === true,
    wrap: choice('wrap', formatWords.wrap, gentleFormat.wrap),
    column: number('column', gentleFormat.column),
    quotes: choice('quotes', formatWords.quotes, gentleFormat.quotes),
  };
}
