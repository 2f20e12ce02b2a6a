import { type Analysis, analyzeChanged } from '../analysis.ts';
import { referenceIndexOf } from '../features/citations/reference-index.ts';
import { explicitCitation, isPlain, isPlainRelative } from '../features/citations/restated-citation.ts';
import type { Provision } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { say } from '../text/say.ts';
import { type Planned, planEdits } from './edit-plan.ts';
import { seriesOf } from './new-numbers.ts';

/** A citation and the words that say the same: by number instead of by place, or the other way round. */
export interface Restatement {
  readonly reference: Reference;
  readonly words: string;
}

const surely = 0.6;

/** What the citation at a place can give way to: "the preceding Article" to "Article 4", and back. */
export function restatementAt(analysis: Analysis, offset: number): Restatement | null {
  const reference = referenceIndexOf(analysis).at(offset)?.reference;
  const target = reference && onlyTarget(reference);
  if (!reference || !target) return null;
  if (isPlainRelative(reference, analysis)) {
    const words = explicitCitation(reference, target, analysis, (place) => place);
    return words === null || words === reference.text ? null : { reference, words };
  }
  if (!isPlain(reference, analysis) || reference.members[0]?.steps.length !== 1) return null;
  const relation = relationTo(analysis, reference, target);
  if (relation === null) return null;
  const [unit = ''] = /^[A-Za-z]+/.exec(reference.text) ?? [];
  const words = `${relation} ${unit}`;
  const opens = opensSentence(analysis, reference);
  return { reference, words: opens ? words.charAt(0).toUpperCase() + words.slice(1) : words };
}

/** The changed text is read: the citation must mean the same there, and so must all others. */
export function restateCitation(analysis: Analysis, { reference, words }: Restatement): Planned {
  const { start, end } = reference.range;
  const { text } = analysis.snapshot;
  const after = analyzeChanged(analysis, text.slice(0, start) + words + text.slice(end));
  const now = referenceIndexOf(after).at(start)?.reference;
  const by = words.length - (end - start);
  const place = placeOf(onlyTarget(reference));
  const isSame =
    now?.range.start === start &&
    now.range.end === end + by &&
    now.confidence >= surely &&
    placeOf(onlyTarget(now)) === (place > start ? place + by : place);
  if (!isSame) return { refusal: say`“${words}” would not be read as a citation of the same provision.` };
  const explanation = say`“${reference.text}” says the same.`;
  const edit = { start, end, newText: words, needsConfirmation: false, explanation };
  return planEdits(text, [{ ...edit, reason: 'citation' }]);
}

function onlyTarget({ status, confidence, members }: Reference): Provision | null {
  const [target, ...others] = members.flatMap(({ targets }) => targets);
  const isSure = status === 'resolved' && confidence >= surely && others.length === 0;
  return isSure && target ? target.provision : null;
}

function placeOf(provision: Provision | null): number {
  return provision?.designation?.start ?? provision?.range.start ?? -1;
}

/** How the target is called from where the citation stands, if it is a neighbour or what the citation stands in. */
function relationTo(analysis: Analysis, { source }: Reference, target: Provision): string | null {
  const series = seriesOf(analysis, target);
  if ('refusal' in series) return null;
  for (let at = source; at; at = at.parent) {
    const here = series.indexOf(at);
    if (here < 0) continue;
    if (at === target) return 'this';
    if (series[here - 1] === target) return 'the preceding';
    return series[here + 1] === target ? 'the following' : null;
  }
  return null;
}

function opensSentence({ snapshot }: Analysis, { range, source }: Reference): boolean {
  const before = snapshot.text.slice(Math.max(0, range.start - 8), range.start);
  const behindNumber =
    source?.designation && snapshot.text.slice(source.designation.end, range.start).trim() === '';
  return behindNumber === true || /(?:^|[.!?]["”’)]?\s{1,4}|\n[ \t]{0,4}\n[ \t]{0,4})$/.test(before);
}
