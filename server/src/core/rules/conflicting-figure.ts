import { fileNameOf } from '../features/file-name.ts';
import type { FigureSummary, FileSummary } from '../model/summary.ts';
import { say } from '../text/say.ts';
import { summarize } from '../workspace/summarize.ts';
import type { Rule } from './rule.ts';

/** Two documents that belong together state different figures of the company: its authorised shares, their par value, its directors. */
export const conflictingFigure: Rule = {
  id: 'conflicting-figure',
  title: 'A figure of the company that a document that belongs to this one states otherwise',
  severity: 'information',
  scope: 'workspace',
  *check(analysis, _configuration, _silenced, others) {
    const together = others.together();
    if (together.length === 0) return;
    const own = statedOnce(summarize(analysis));
    for (const file of together) {
      const there = statedOnce(file);
      for (const [subject, figure] of own) {
        const other = there.get(subject);
        if (!other || other.value === figure.value) continue;
        const name = fileNameOf(file.uri);
        const { message, elsewhere } = told(figure, other, name);
        yield { range: figure, message, related: [{ range: other, message: elsewhere, file }] };
      }
    }
  },
};

/**
 * The figures by what and whose they are. A document that states several numbers of one kind speaks of several times: nobody
 * can tell which is meant.
 */
function statedOnce({ figures }: FileSummary): ReadonlyMap<string, FigureSummary> {
  const found = new Map<string, FigureSummary | null>();
  for (const figure of figures) {
    const key = `${figure.subject} in ${figure.unit} of ${figure.holder}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, figure);
    else if (known?.value !== figure.value) found.set(key, null);
  }
  return new Map([...found].flatMap(([key, figure]) => (figure ? [[key, figure] as const] : [])));
}

function told(
  figure: FigureSummary,
  other: FigureSummary,
  name: string,
): { readonly message: string; readonly elsewhere: string } {
  const [here, there] = [shown(figure), shown(other)];
  if (figure.subject.startsWith('par value'))
    return {
      message: say`The par value is ${here} here, and ${there} in ${name}.`,
      elsewhere: say`The par value in ${name}.`,
    };
  if (figure.subject.startsWith('directors'))
    return {
      message:
        figure.subject === 'directors'
          ? say`There are ${here} directors here, and ${there} in ${name}.`
          : say`There are at most ${here} directors here, and ${there} in ${name}.`,
      elsewhere: say`The number of directors in ${name}.`,
    };
  return {
    message: say`${here} shares are authorised here, and ${there} in ${name}.`,
    elsewhere: say`The shares authorised in ${name}.`,
  };
}

function shown({ unit, value }: FigureSummary): string {
  return unit + value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
