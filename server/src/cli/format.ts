import pc from 'picocolors';
import { formatDocument } from '../core/format/format.ts';
import { formatLimits, readFormatOptions } from '../core/format/options.ts';
import type { TextEdit } from '../core/rules/rule.ts';
import { complain, reasonOf } from './complaints.ts';
import { diffOf } from './diff.ts';
import { type DocumentArguments, faultOf, isComplete, visitDocuments } from './documents.ts';
import { type CommandIo, exitCodes } from './io.ts';
import { bytesOf, FileChanged, replaceFile } from './replaceFile.ts';

export interface FormatArguments extends DocumentArguments {
  /** Whether to write the files; else what would change is only shown. */
  readonly write: boolean;
  /** Whether to name the files that would change and no more. */
  readonly check: boolean;
  /** What is asked for of the layout, by the names of the options of the core, as it was written. */
  readonly layout: Readonly<Record<string, string | boolean | undefined>>;
}

/** The values of the options that are words. */
export const layoutWords = {
  spaces: { keep: 'keep', 'within-sentences': 'withinSentences', everywhere: 'everywhere' },
  wrap: { keep: 'keep', column: 'column', paragraph: 'paragraph' },
  quotes: { keep: 'keep', straight: 'straight', curly: 'curly' },
} as const;

/**
 * `proviso format`: lays documents out anew, without a change of words or of what they are read as. Shows what would
 * change; with `--write` it is written. With `--check` files that would change are named, and make it end with 1.
 */
export async function format(args: FormatArguments, io: CommandIo): Promise<number> {
  const layout = layoutOf(args.layout);
  const fault = typeof layout === 'string' ? layout : faultOf(args);
  if (fault !== null || typeof layout === 'string') {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  const count = { documents: 0, changed: 0, refused: 0 };
  const visit = await visitDocuments(args, io, async ({ analysis, source, path, file, configuration }) => {
    count.documents += 1;
    // What is asked for on the command line goes before what the project has decided.
    const options = readFormatOptions((name) =>
      layout.has(name) ? layout.get(name) : Reflect.get(configuration.format, name),
    );
    const text = applied(source.text, formatDocument(analysis, options));
    if (text === source.text) return;
    try {
      const bytes = bytesOf(source, text);
      if (args.check) io.out(`${path}\n`);
      else io.out(diffOf(path, source.text, text, io.color));
      if (args.write && file !== null) await replaceFile(file, source.bytes, bytes);
      count.changed += 1;
    } catch (error) {
      count.refused += 1;
      complain(io, path, `left as it is: ${error instanceof FileChanged ? error.message : reasonOf(error)}`);
    }
  });
  if (visit.settings === 'refused') return exitCodes.trouble;
  io.out(`${pc.createColors(io.color).bold(summary(count, args.write))}\n`);
  if (count.refused > 0 || !isComplete(visit)) return exitCodes.trouble;
  return args.check && count.changed > 0 ? exitCodes.findings : exitCodes.clean;
}

/** The layout by the names and values of the core, or what is wrong with what was written. */
function layoutOf(written: FormatArguments['layout']): ReadonlyMap<string, unknown> | string {
  const layout = new Map<string, unknown>();
  for (const [name, value] of Object.entries(written)) {
    if (value === undefined) continue;
    const option = name === 'blankLines' ? 'blank-lines' : name;
    if (name in layoutWords) {
      const words: Readonly<Record<string, string>> = layoutWords[name as keyof typeof layoutWords];
      const known = Object.hasOwn(words, String(value)) ? words[String(value)] : undefined;
      if (known === undefined)
        return `--${option} takes ${Object.keys(words).join(', ')}, and not "${value}"`;
      layout.set(name, known);
    } else if (name in formatLimits) {
      const { least, most } = formatLimits[name as keyof typeof formatLimits];
      const number = /^\d{1,3}$/.test(String(value)) ? Number(value) : Number.NaN;
      if (!(number >= least && number <= most))
        return `--${option} takes a number from ${least} to ${most}, and not "${value}"`;
      layout.set(name, number);
    } else layout.set(name, value);
  }
  return layout;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, newText } of edits) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

function summary({ documents, changed }: { documents: number; changed: number }, write: boolean): string {
  const looked = `${documents} document${documents === 1 ? '' : 's'} read`;
  if (changed === 0) return `${looked}: nothing to lay out anew`;
  return `${looked}: ${changed} ${changed === 1 ? 'document' : 'documents'} laid out anew${write ? '' : ', none written'}`;
}
