import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import type { Reference, ReferenceMember } from '../../server/src/core/model/reference.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';
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
  references: (analysis) => referencesOf(analysis).map((reference) => referenceLine(analysis, reference)),
  ids: ({ outline }) => [...walkProvisions(outline)].map(({ id }) => id),
};

/** `l.3 Sections 2 and 9  unresolved: section 2 l.5; no 9`. */
function referenceLine(analysis: Analysis, { range, text, status, external, members }: Reference): string {
  const line = `l.${analysis.snapshot.lineAt(range.start) + 1} ${text}  ${status}`;
  const said = members.map((member) => memberWords(analysis, member)).filter((words) => words !== '');
  const answers = status === 'external' ? [external ?? ''].filter((name) => name !== '') : said;
  return answers.length > 0 ? `${line}: ${answers.join('; ')}` : line;
}

function memberWords(analysis: Analysis, { targets, failure }: ReferenceMember): string {
  const found = targets.map(({ provision, range }) => {
    const whole = range.start === provision.range.start;
    const start = whole ? (provision.designation ?? provision.heading).start : range.start;
    return `${whole ? '' : 'in '}${nameOf(provision)} l.${analysis.snapshot.lineAt(start) + 1}`;
  });
  if (!failure || failure.reason === 'several') return found.join(failure ? ' or ' : ', ');
  return `no ${failure.sought}${failure.reached ? ` in ${nameOf(failure.reached)}` : ''}`;
}

function nameOf({ kind, ordinal, caption }: Provision): string {
  return ordinal === null ? `${kind}${caption ? ` (${caption})` : ''}` : `${kind} ${ordinal}`;
}
