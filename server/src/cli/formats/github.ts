import { printable } from '../excerpt.ts';
import { type Format, placeOf, writtenOf } from './format.ts';
import { pathFrom } from './paths.ts';

/** For GitHub Actions: each finding is a command to its runner, which shows it in the lines of a pull request. */
export function githubFormat({ cwd }: { readonly cwd: string }): Format {
  return {
    begin: () => '',
    finding({ rule, severity, range, message }, { path, file, snapshot }) {
      const { line, column, endLine, endColumn } = placeOf(snapshot, range);
      // Columns count only within one line: with others the runner would take them for a mistake.
      const columns = line === endLine ? { col: column, endColumn } : {};
      const place = { file: pathFrom(cwd, file) ?? path, line, endLine, ...columns };
      return command(levels[severity], { ...place, title: `Proviso: ${rule}` }, message);
    },
    document: (document) => writtenOf(document),
    end: ({ visit: { unreadable, failures }, notShown }) => {
      const troubles = [...unreadable, ...failures].map(({ path, reason }) =>
        command('error', { title: 'Proviso' }, `${path}: ${reason}`),
      );
      const rest =
        notShown === 0 ? '' : command('notice', { title: 'Proviso' }, `${notShown} more findings.`);
      return troubles.join('') + rest;
    },
  };
}

const levels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

function command(
  level: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${pairs.join(',')}::${escapeData(message)}\n`;
}

/** A line of a document must not end the command and begin another. */
function escapeData(text: string): string {
  return printable(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
