import type { Analysis } from '../analysis.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import { TermIndex } from '../inline/term-index.ts';
import { findTerms } from '../inline/term-matches.ts';
import { innermostProvision } from '../model/locate.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import { holdsAt, scopeOf } from '../resolve/scopes.ts';
import { termsOf } from '../resolve/terms.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import { defineInList, type OfferedPlan } from './define-term.ts';
import { commonest } from './definition-list.ts';
import { isRefusal, type PlannedEdit, planEdits } from './edit-plan.ts';
import { faultOfName } from './new-name.ts';
import { readWrittenName } from './term-layout.ts';

/** Longer selections are no name. */
const mostWords = 6;

/**
 * Makes a defined term of the words that are selected: in brackets behind them, or as an entry in the list of
 * definitions. Where the words follow in small letters they may mean the term: each is to be confirmed.
 */
export function defineSelection(analysis: Analysis, { start, end }: TextRange): readonly OfferedPlan[] {
  const paragraph = paragraphAt(analysis.paragraphs, start);
  if (!paragraph || end > paragraph.end || end <= start) return [];
  const [from, until] = trimmed(paragraph.text, paragraph.toLogical(start), paragraph.toLogical(end));
  const words = paragraph.text.slice(from, until).replace(/\s+/g, ' ');
  const name = capitalised(words);
  const isTorn = /\w/.test(paragraph.text[from - 1] ?? '') || /\w/.test(paragraph.text[until] ?? '');
  if (isTorn || words.split(' ').length > mostWords || faultOfName(name, name) !== null) return [];
  if (
    termsOf(analysis)
      .definitionsOfTerm(name)
      .some(({ quoted }) => !quoted)
  )
    return [];
  const place = paragraph.rangeOf(from, until);
  const style = bracketsOf(analysis);
  const later = laterPlaces(analysis, name, place.end);
  const bracket: PlannedEdit = {
    start: place.end,
    end: place.end,
    newText: ` ${style.opening}${name}${style.closing}`,
    reason: 'definition',
    needsConfirmation: false,
    explanation: say`“${name}” is defined here.`,
  };
  const { text } = analysis.snapshot;
  const offered: OfferedPlan[] = [
    { title: say`Define “${name}” in brackets here`, planned: planEdits(text, [bracket, ...later]) },
  ];
  const listed = defineInList(analysis, name, place.start);
  if (listed && !isRefusal(listed.planned)) {
    const own = laterPlaces(analysis, name, place.start)
      .filter((edit) => edit.start < place.end)
      .map((edit) => ({
        ...edit,
        needsConfirmation: false,
        explanation: say`The use that is to be defined.`,
      }));
    offered.push({
      title: listed.title,
      planned: planEdits(text, [...listed.planned.edits, ...own, ...later]),
    });
  }
  return offered;
}

/** Without blanks around the words and an article before them. */
function trimmed(text: string, start: number, end: number): [number, number] {
  const selected = text.slice(start, end);
  const lead = /^\s*(?:(?:the|an?|this|such|any|each)\s+)?/i.exec(selected)?.[0].length ?? 0;
  const behind = selected.length - selected.trimEnd().length;
  return [start + lead, Math.max(start + lead, end - behind)];
}

/** Small words inside a name stay small. */
const linking = /^(?:of|the|and|or|for|in|to|on|an?|by|with|at|from|under)$/;

function capitalised(words: string): string {
  return words
    .split(' ')
    .map((word, at) => (at > 0 && linking.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

interface Brackets {
  readonly opening: string;
  readonly closing: string;
}

/** How this document names a thing in brackets, by most of its places. */
function bracketsOf(analysis: Analysis): Brackets {
  const separator = '\n';
  const { text } = analysis.snapshot;
  const found = definitionsOf(analysis).flatMap(({ form, range, quoted }) => {
    if (form !== 'parenthesis' || quoted) return [];
    const opening = /\((?:the )?[*_]{0,3}["“'‘]?[*_]{0,3}$/.exec(
      text.slice(Math.max(0, range.start - 16), range.start),
    );
    const closing = /^[*_]{0,3}["”'’]?[*_]{0,3}\)/.exec(text.slice(range.end, range.end + 10));
    return opening && closing ? [`${opening[0]}${separator}${closing[0]}`] : [];
  });
  const [opening = '(the "', closing = '")'] = commonest(found)?.split(separator) ?? [];
  return { opening, closing };
}

/** Where the words stand behind a place, in its scope, without the capitals of a term. */
function laterPlaces(analysis: Analysis, name: string, offset: number): readonly PlannedEdit[] {
  const scope = scopeOf(innermostProvision(analysis.outline, offset), null);
  const index = new TermIndex([...termsOf(analysis).definitions.map(({ term }) => term), name]);
  const key = index.find(name);
  const edits: PlannedEdit[] = [];
  for (const paragraph of analysis.paragraphs) {
    if (paragraph.end <= offset || !holdsAt(scope, paragraph.start)) continue;
    for (const { term, spelling, start, end } of findTerms(paragraph.text, index)) {
      const { start: at } = paragraph.rangeOf(start, end);
      if (term !== key || (spelling !== 'lower' && spelling !== 'mixed') || at < offset) continue;
      if (analysis.quoted[analysis.snapshot.lineAt(at)] === 1) continue;
      const written = readWrittenName(paragraph, start, end);
      for (const run of written.runs) {
        const shown = analysis.snapshot.slice(run);
        edits.push({
          start: run.start,
          end: run.end,
          newText: shown.replace(/[A-Za-z][\w’'&]*/g, (word) =>
            linking.test(word) ? word : capitalised(word),
          ),
          reason: 'term',
          needsConfirmation: true,
          explanation: say`“${name}” may be meant here.`,
        });
      }
    }
  }
  return edits;
}
