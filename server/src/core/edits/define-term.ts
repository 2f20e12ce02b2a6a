import type { Analysis } from '../analysis.ts';
import { pluralOf, singular } from '../inline/inflection.ts';
import { nameProvision } from '../model/naming.ts';
import { say } from '../text/say.ts';
import {
  commonest,
  type DefinitionEntry,
  type DefinitionList,
  listFor,
  placeInList,
} from './definition-list.ts';
import { type Planned, planEdits } from './edit-plan.ts';
import { faultOfName } from './new-name.ts';

/** A plan under the title that offers it. */
export interface OfferedPlan {
  readonly title: string;
  readonly planned: Planned;
}

/** What stands for the meaning until somebody writes it; the rule on blanks reminds of it. */
const openMeaning = '[●]';

/**
 * A definition of words that are used at a place and defined nowhere: an entry in the list of definitions that holds
 * there, written as its neighbours are, at its place in the alphabet. Null where the document has no such list.
 */
export function defineInList(analysis: Analysis, words: string, offset: number): OfferedPlan | null {
  const term = inSingular(words.trim().replace(/[\s*_]+/g, ' '));
  const list = faultOfName(term, term) === null ? listFor(analysis, offset) : null;
  const style = list && styleOf(analysis, list);
  if (!list || !style) return null;
  const at = placeInList(list, term);
  const next = list.entries[at];
  const last = list.entries.at(-1);
  const entry = `${style.indentation}${style.opening}${term}${style.closing}${openMeaning}${style.ending}`;
  if (!next && (!last || style.ending !== '.')) return null;
  const place = next ? next.start : (last?.end ?? 0);
  return {
    title: list.provision ? say`Define “${term}” in ${nameProvision(list.provision)}` : say`Define “${term}”`,
    planned: planEdits(analysis.snapshot.text, [
      {
        start: place,
        end: place,
        newText: next ? `${entry}${list.gap}` : `${list.gap}${entry}`,
        reason: 'definition',
        needsConfirmation: false,
        explanation: say`“${term}” is used and defined nowhere: its meaning is left open.`,
      },
    ]),
  };
}

/** How most entries of a list are written. */
interface EntryStyle {
  readonly indentation: string;
  readonly opening: string;
  /** With the verb: `" means `. */
  readonly closing: string;
  readonly ending: string;
}

function styleOf({ snapshot }: Analysis, { entries }: DefinitionList): EntryStyle | null {
  const plain = entries.filter(({ closing }) => closing !== null && plainClosing.test(closing));
  const separator = '\n';
  const common = commonest(plain.map(({ opening, closing }) => `${opening}${separator}${closing}`));
  const [opening, closing] = common?.split(separator) ?? [];
  const indentation = commonest(entries.map((entry) => entry.indentation));
  const ending = commonest(entries.map((entry) => endingOf(snapshot.text, entry)));
  if (opening === undefined || closing === undefined || indentation === null || ending === null) return null;
  return /^[.;]$/.test(ending) ? { indentation, opening, closing, ending } : null;
}

/** Nothing but marks and a verb between a term and its meaning. */
const plainClosing = /^ ?[*_"”'’]{0,6}[,:]? ?(?:(?:shall |will )?means?[:,]? ?|: ?|[-–—] ?)$/;

/** The last character of an entry. */
export function endingOf(text: string, { end }: DefinitionEntry): string {
  return text.charAt(end - 1);
}

/** A term is defined in the singular, whatever its first use. */
function inSingular(words: string): string {
  const [, before = '', last = ''] = /^(.* )?(\S+)$/s.exec(words) ?? [];
  const single = last.charAt(0) + singular(last.toLowerCase()).slice(1);
  return single !== last && pluralOf(single) === last && !/ of /.test(before) ? `${before}${single}` : words;
}
