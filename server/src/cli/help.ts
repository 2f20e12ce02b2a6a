import type { CAC } from 'cac';
import { documentExtensions } from '../core/workspace/legal-files.ts';

const notes = `Exit codes:
  0  no findings at or above the --fail-on level; for fix, all done
  1  findings at or above it; for fix --dry-run, something would change; for rename-term,
     insert, move, promote, demote, delete and renumber, a place is left to decide
  2  bad usage, or a file that could not be read or written (the others are still done), one of settings among them

Paths are files, folders, patterns ("contracts/**/*.txt") or - for standard input. Folders are searched for
${documentExtensions.join(' ')};
a file that is named directly or by a pattern is read whatever its name. Nothing leaves this machine.
`;

/** The help of the matched command, or of the program; from the commands and options as they are declared. */
export function helpText(program: CAC): string {
  const command = program.matchedCommand;
  const commands = command ? [] : program.commands;
  const options = [...(command?.options ?? []), ...program.globalCommand.options];
  const sections = [
    `Usage: proviso ${command ? `${command.rawName} [options]` : '<command> [options]'}`,
    command ? command.description : 'Reads legal documents as they are written.',
    ...(commands.length > 0 ? [`Commands:\n${table(commands)}`] : []),
    `Options:\n${table(options)}`,
  ];
  const about = command?.name === 'lsp' ? '' : `\n${notes}`;
  return `${sections.join('\n\n')}\n${about}`;
}

interface HelpEntry {
  readonly rawName: string;
  readonly description: string;
  readonly config?: object;
}

function table(entries: readonly HelpEntry[]): string {
  const width = Math.max(...entries.map((entry) => entry.rawName.length));
  return entries
    .map(({ rawName, description, config }) => {
      const preset = config && 'default' in config ? config.default : undefined;
      return `  ${rawName.padEnd(width)}  ${description}${typeof preset === 'string' ? ` (default: ${preset})` : ''}`;
    })
    .join('\n');
}
