import { fileNameOf } from '../features/file-name.ts';
import type { FigureSummary, FileSummary } from '../model/summary.ts';
import { say } from '../text/say.ts';
import { summarize } from '../workspace/summarize.ts';
import type { Rule } from './rule.ts';

/** Two documents that belong together state different numbers of authorised shares. */
export const conflictingFigure: Rule = {
  id: 'conflicting-figure',
  title: 'Authorised shares that a document that belongs to this one states otherwise',
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
        yield {
          range: figure,
          message: say`${shown(figure.value)} shares are authorised here, and ${shown(other.value)} in ${name}.`,
          related: [{ range: other, message: say`The shares authorised in ${name}.`, file }],
        };
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
    const key = `${figure.subject} of ${figure.holder}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, figure);
    else if (known?.value !== figure.value) found.set(key, null);
  }
  return new Map([...found].flatMap(([key, figure]) => (figure ? [[key, figure] as const] : [])));
}

function shown(value: number): string {
  return value.toLocaleString('en-US');
}
