import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';
import { printable } from './excerpt.ts';

/** A unified diff that `patch` and `git apply` take. What a terminal might obey is shown by a dot. */
export function diffOf(path: string, before: string, after: string, color: boolean): string {
  const name = path.replaceAll('\\', '/');
  const diff = createTwoFilesPatch(`a/${name}`, `b/${name}`, inLines(before), inLines(after), '', '', {
    context: 3,
  });
  const lines = diff.split('\n').filter((line) => !/^={10}/.test(line));
  const colors = pc.createColors(color);
  return lines
    .map((line) => {
      const [, content = '', lineEnd = ''] = /^(.*?)(\r?)$/s.exec(line) ?? [];
      const shown = content.split('\f').map(printable).join('\f') + lineEnd;
      if (/^(?:---|\+\+\+) /.test(line)) return colors.bold(shown);
      if (line.startsWith('@@')) return colors.cyan(shown);
      if (line.startsWith('-')) return colors.red(shown);
      return line.startsWith('+') ? colors.green(shown) : shown;
    })
    .join('\n');
}

/** Where lines end in a lone CR, a diff would take all of them for one. */
function inLines(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}
