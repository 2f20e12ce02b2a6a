import { type Command, cac } from 'cac';
import { version } from '../../../package.json';
import { configurationFileName } from '../core/config/keys.ts';
import type { NamedPlace, StructureCommand } from '../core/edits/structure-commands.ts';
import { check } from './check.ts';
import type { DocumentArguments } from './documents.ts';
import { printable } from './excerpt.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { format, layoutWords } from './format.ts';
import { formats } from './formats/formats.ts';
import { helpText } from './help.ts';
import { html } from './html.ts';
import { stdinPath } from './inputs.ts';
import { inspect } from './inspect.ts';
import { type CommandIo, exitCodes } from './io.ts';
import { lsp } from './lsp.ts';
import type { PlanArguments } from './plan.ts';
import { renameTerm } from './renameTerm.ts';
import { listRules } from './rules.ts';
import { failOnLevels } from './severities.ts';
import { changeStructure } from './structure.ts';
import { terms } from './terms.ts';

/** Runs the command that `argv` (without node and script) asks for; returns the exit code. */
export async function runProgram(
  argv: readonly string[],
  processIo: CommandIo,
  startServer: () => Promise<unknown>,
): Promise<number> {
  // Words of the command line are repeated where they make no sense; they may come from names of files.
  const err = (text: string): void => processIo.err(text.split('\n').map(printable).join('\n'));
  let io: CommandIo = { ...processIo, err };
  const program = cac('proviso');
  program.option('--no-color', 'Print without colours');
  program.option('-h, --help', 'Print this help, or that of a command');
  program.option('-v, --version', 'Print the version');
  const encoding = [
    '--encoding <name>',
    'Read all files in this encoding instead of telling it from each',
  ] as const;
  const config = [
    '--config <file>',
    `Take the settings from this file instead of the nearest ${configurationFileName}`,
  ] as const;
  // Without a default of its own the parser would take the other option for one that lacks its value.
  const noConfig = [
    '--no-config',
    `Take no settings from any ${configurationFileName}`,
    { default: [] },
  ] as const;
  const ext = [
    '--ext <endings>',
    'Search folders also for files with these endings, as .txt,.md; may be given again',
  ] as const;
  const rule = ['--rule <id=severity>', 'Set the severity of a rule, or off; may be given again'] as const;

  const write = ['--write', 'Write the file; all that is shown is changed, or nothing'] as const;
  const all = ['--all', 'Make also the changes that want to be confirmed'] as const;
  const planJson = ['--json', 'Print the changes as JSON, each with its reason'] as const;
  const inside = ['--in <instrument>', 'The instrument or attachment they are of: "Exhibit 1"'] as const;
  const keep = [
    '--keep-relative',
    'Leave “the preceding Article” as it is where it would mean another one, and list it',
  ] as const;
  const reading = (command: Command): Command =>
    command
      .option(...encoding)
      .option(...config)
      .option(...noConfig)
      .option(...ext)
      .option(...rule);
  const planning = (command: Command): Command =>
    command
      .option(...write)
      .option(...all)
      .option(...planJson)
      .option(...encoding);
  const structural = (command: Command): Command => command.option(...inside).option(...keep);
  const beside = (command: Command): Command =>
    command
      .option('--before <provision>', 'The provision before which it comes: "Article 5"')
      .option('--after <provision>', 'The provision behind which it comes: "Article 4"');

  reading(
    program
      .command('check [...paths]', 'Check documents and print what is wrong with them')
      .option('--fail-on <level>', `Exit with 1 from this severity on: ${failOnLevels.join(', ')}`, {
        default: 'warning',
      })
      .option('--format <name>', `Write findings as ${Object.keys(formats).join(', ')}`, { default: 'text' })
      .option('--max-findings <number>', 'Show no more than so many; all are counted')
      .option(
        '--files-from <file>',
        'Check also the files that this one lists, a line each; - for standard input',
      )
      .option('--null', 'The names in that list end with NUL, not with their lines')
      .option('--workers <number>', 'Check in so many threads; auto for as many as the work is worth', {
        default: 'auto',
      }),
  ).action((paths, options) =>
    check(
      {
        ...documentArguments(paths, options),
        failOn: lastOf(options.failOn),
        format: lastOf(options.format),
        maxFindings: options.maxFindings === undefined ? null : lastOf(options.maxFindings),
        workers: lastOf(options.workers),
        list:
          options.filesFrom === undefined
            ? null
            : { from: listName(lastOf(options.filesFrom)), byNul: isGiven(options.null) },
      },
      io,
    ),
  );
  reading(
    program
      .command('fix [...paths]', 'Apply the fixes that are certain, and show them as a diff')
      .option('--dry-run', 'Write nothing; exit with 1 if something would change'),
  ).action((paths, options) =>
    fix({ ...documentArguments(paths, options), dryRun: isGiven(options.dryRun) }, io),
  );
  reading(
    program
      .command(
        'format [...paths]',
        'Lay documents out anew without a change of words, and show what changes as a diff',
      )
      .option('--write', 'Write the files')
      .option('--check', 'Name the files that would change; exit with 1 if there is one')
      .option('--wrap <where>', `Where lines end: ${Object.keys(layoutWords.wrap).join(', ')}`)
      .option('--column <number>', 'The column before which they end')
      .option('--indent <columns>', 'How much further in items stand than what they are items of')
      .option('--hang', 'Begin all lines of an item below its text')
      .option('--spaces <where>', `Where blanks are made one: ${Object.keys(layoutWords.spaces).join(', ')}`)
      .option('--blank-lines <number>', 'The most empty lines between two others')
      .option('--quotes <kind>', `Quotation marks: ${Object.keys(layoutWords.quotes).join(', ')}`),
  ).action((paths, options) => {
    const given = (value: unknown) => (value === undefined ? undefined : lastOf(value));
    return format(
      {
        ...documentArguments(paths, options),
        write: isGiven(options.write),
        check: isGiven(options.check),
        layout: {
          wrap: given(options.wrap) ?? (options.column === undefined ? undefined : 'column'),
          column: given(options.column),
          indent: given(options.indent),
          hang: isGiven(options.hang) || undefined,
          spaces: given(options.spaces),
          blankLines: given(options.blankLines),
          quotes: given(options.quotes),
        },
      },
      io,
    );
  });
  reading(
    program
      .command('inspect [...files]', 'Print the outline that was recognised in documents')
      .option('--json', 'Print it as JSON')
      .option('--explain', 'Print instead why each line is a heading or is none'),
  ).action((paths, options) => {
    const named = documentArguments(paths, options);
    return options.explain === true
      ? explain({ ...named, json: options.json === true }, io)
      : inspect({ ...named, json: options.json === true }, io);
  });
  reading(
    program
      .command(
        'terms [...files]',
        'List the defined terms of documents: what they mean, where, how often they are used',
      )
      .option('--json', 'Print them as JSON, with the places of all uses')
      .option('--csv', 'Print them as a table for spreadsheets'),
  ).action((paths, options) =>
    terms(
      { ...documentArguments(paths, options), json: options.json === true, csv: options.csv === true },
      io,
    ),
  );
  reading(
    program.command('html <file>', 'Write a document, typeset, as a page of HTML that needs nothing else'),
  ).action((file, options) => html(documentArguments([file], options), io));
  planning(
    program
      .command('rename-term <file> <term> <name>', 'Rename a defined term, and show the changes as a diff')
      .option('--in <instrument>', 'The instrument or attachment that defines it: "Exhibit 1"'),
  ).action((file, term, name, options) =>
    renameTerm(
      {
        ...planArguments(file, options),
        term: String(term),
        newName: String(name),
        inside: options.in === undefined ? null : lastOf(options.in),
      },
      io,
    ),
  );
  const structure = (file: unknown, options: ParsedOptions, command: StructureCommand | null) =>
    changeStructure(
      {
        ...planArguments(file, options),
        // The numbering that a project pins has a part in this alone.
        ...(command?.kind === 'renumber' ? { config: configOf(options) } : {}),
        command,
        inside: options.in === undefined ? null : lastOf(options.in),
        keepRelative: isGiven(options.keepRelative),
      },
      io,
    );
  structural(
    planning(
      program
        .command('renumber <file> [provision]', 'Put the numbers in order, with all citations of them')
        .option(...config)
        .option(...noConfig)
        .option('--absorb', 'Make numbers of their own of branches such as 4-2 and 12A'),
    ),
  ).action((file, provision, options) =>
    structure(file, options, {
      kind: 'renumber',
      provision: provision === undefined ? null : String(provision),
      branches: isGiven(options.absorb) ? 'absorbed' : 'kept',
    }),
  );
  beside(
    structural(
      planning(
        program
          .command('insert <file>', 'Put a provision in beside another one; numbers and citations follow')
          .option('--heading <text>', 'Its heading without the number, its caption, or its text')
          .option('--branch', 'Let its number branch off that of --after (4-2, 4.2A): all others stay'),
      ),
    ),
  ).action((file, options) => {
    const place = placeOf(options);
    const number = isGiven(options.branch) ? 'branch' : 'next';
    const heading = options.heading === undefined ? '' : lastOf(options.heading);
    return structure(file, options, place && { kind: 'insert', place, heading, number });
  });
  beside(
    structural(
      planning(
        program.command(
          'move <file> <provision>',
          'Move a provision beside another one; numbers and citations follow',
        ),
      ),
    ),
  ).action((file, provision, options) => {
    const place = placeOf(options);
    return structure(file, options, place && { kind: 'move', provision: String(provision), place });
  });
  for (const [kind, what] of [
    ['delete', 'Delete a provision'],
    ['promote', 'Take a provision out of the one it stands in, to follow it'],
    ['demote', 'Put a provision into its neighbour above, as the last there'],
  ] as const)
    structural(
      planning(program.command(`${kind} <file> <provision>`, `${what}; numbers and citations follow`)),
    ).action((file, provision, options) => structure(file, options, { kind, provision: String(provision) }));
  program
    .command('rules [id]', 'List the rules, or print the page of one')
    .option('--json', 'List them as JSON')
    .action((id, options) =>
      listRules({ id: id === undefined ? null : String(id), json: options.json === true }, io),
    );
  program
    .command('lsp', 'Start the language server')
    .option('--stdio', 'Speak over standard input and output')
    .option('--clientProcessId <id>', 'End when this process ends; some editors pass it')
    .action((options) => lsp({ stdio: options.stdio === true, startServer }, io));

  try {
    program.parse(['', '', ...argv.map(readableByParser)], { run: false });
    const { options, args, matchedCommand } = program;
    if (options.color === false) io = { ...io, color: false };
    if (options.help) {
      io.out(helpText(program));
      return exitCodes.clean;
    }
    if (options.version) {
      io.out(`${version}\n`);
      return exitCodes.clean;
    }
    if (matchedCommand) return await program.runMatchedCommand();
    program.globalCommand.checkUnknownOptions();
    const fault = args[0] === undefined ? 'no command given' : `unknown command "${args[0]}"`;
    io.err(`proviso: ${fault}; proviso --help lists the commands\n`);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CACError') throw error;
    io.err(`proviso: ${error.message}; proviso --help lists the options\n`);
  }
  return exitCodes.trouble;
}

/** The parser takes a lone `-` for an option, and what follows a switch for a number; neither may touch a file name. */
function readableByParser(argument: string): string {
  if (argument === '-') return stdinPath;
  return [
    '--json',
    '--csv',
    '--explain',
    '--stdio',
    '--dry-run',
    '--write',
    '--check',
    '--hang',
    '--all',
    '--absorb',
    '--branch',
    '--keep-relative',
    '--null',
  ].includes(argument)
    ? `${argument}=true`
    : argument;
}

interface ParsedOptions {
  readonly [name: string]: unknown;
}

/** The parser takes the value of a switch with a hyphen in its name for a text; in doubt nothing is written. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/** Of an option that was given more than once, the last counts. */
function lastOf(value: unknown): string {
  return String([value].flat().at(-1));
}

/** Behind `--` stand paths that may start with a dash. */
function pathsOf(paths: readonly unknown[], options: ParsedOptions): string[] {
  const behindDashes = Array.isArray(options['--']) ? options['--'] : [];
  return [...paths, ...behindDashes].map(String);
}

/** The parser was given another name for the dash. */
function listName(given: string): string {
  return given === stdinPath ? '-' : given;
}

/** `.txt,md` names two endings; a dot belongs before each. */
function endingsOf(given: string): string[] {
  return given
    .split(',')
    .map((ending) => ending.trim())
    .filter((ending) => ending !== '')
    .map((ending) => (ending.startsWith('.') ? ending : `.${ending}`));
}

/** Beside what something comes; null where the command line does not say so, or says two things. */
function placeOf({ before, after }: ParsedOptions): NamedPlace | null {
  if ((before === undefined) === (after === undefined)) return null;
  return before === undefined
    ? { side: 'after', provision: lastOf(after) }
    : { side: 'before', provision: lastOf(before) };
}

/** What all commands are told that plan edits of one file; settings have no part in that. */
function planArguments(file: unknown, options: ParsedOptions): PlanArguments {
  return {
    ...documentArguments([file], options),
    config: false,
    json: isGiven(options.json),
    write: isGiven(options.write),
    all: isGiven(options.all),
  };
}

/** What all commands that read documents are told. */
function documentArguments(paths: readonly unknown[], options: ParsedOptions): DocumentArguments {
  const { encoding, rule, ext } = options;
  const config = configOf(options);
  return {
    paths: pathsOf(paths, options),
    encoding: encoding === undefined ? null : String(encoding),
    extensions: ext === undefined ? [] : [ext].flat().flatMap((endings) => endingsOf(String(endings))),
    rules: rule === undefined ? [] : [rule].flat().map(String),
    ...(config === undefined ? {} : { config }),
  };
}

/** Which settings count; those of the nearest file where nothing is said. */
function configOf(options: ParsedOptions): string | false | undefined {
  const config = [options.config].flat().at(-1);
  return config === undefined || config === false ? config : String(config);
}
