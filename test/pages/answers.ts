import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import { renderOutline } from '../render.ts';

/** What the page of the markup prints below an example, by the word behind the fence. Each line has its line end. */
export function answer(language: string, text: string): string {
  const printer = printers[language];
  if (!printer) throw new Error(`Nothing is printed below examples as "${language}".`);
  return printer(analyze(text))
    .map((line) => `${line}\n`)
    .join('');
}

/** The text of an example, with what cannot be seen on a page put in for the signs that stand for it. */
export function plainText(example: string): string {
  return example.replaceAll('␌', '\f').replaceAll('→', '\t').replaceAll('⍽', '\u00a0');
}

const printers: Readonly<Record<string, (analysis: Analysis) => readonly string[]>> = {
  outline: ({ outline, snapshot }) => renderOutline(outline, snapshot).split('\n'),
  reasons: ({ decisions, snapshot }) =>
    decisions.map(({ line, designation, accepted, score, evidence }) => {
      const start = snapshot.lineStart(line);
      const printed = snapshot.text.slice(start + designation.start, start + designation.end);
      return `l.${line + 1} ${printed}  ${accepted ? 'opens' : 'no'} ${score}: ${evidence.join(', ')}`;
    }),
  paragraphs: ({ paragraphs }) => paragraphs.map(({ text }) => text),
  labels: ({ labelRows, snapshot }) =>
    labelRows.map(({ label, valueRange, line }) => `${label} | ${snapshot.slice(valueRange)}  l.${line + 1}`),
  ids: ({ outline }) => [...walkProvisions(outline)].map(({ id }) => id),
};
