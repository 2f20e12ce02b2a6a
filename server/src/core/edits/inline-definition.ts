import type { Analysis } from '../analysis.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import type { Definition } from '../model/definition.ts';
import { type TermUse, termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { OfferedPlan } from './define-term.ts';
import { entryOf } from './definition-list.ts';
import { type Decision, type PlannedEdit, planEdits } from './edit-plan.ts';
import { nameOf } from './term-family.ts';

/** What is longer or used more often is better defined. */
const longestMeaning = 160;
const mostUses = 6;

/**
 * Puts the meaning of a term in the place of each of its uses and takes the definition out. Whether the sentences are
 * still right only their author can tell, so all of it is to be confirmed.
 */
export function inlineDefinition(analysis: Analysis, definition: Definition): OfferedPlan | null {
  const terms = termsOf(analysis);
  const uses = terms.usesOf(definition);
  const entry = entryOf(analysis, definition);
  const { meaning, form, quoted, pointer } = definition;
  if (!entry || entry.isBroken || !meaning || form !== 'means' || quoted || pointer) return null;
  if (uses.length === 0 || uses.length > mostUses || terms.definitionsOfTerm(definition.term).length > 1)
    return null;
  const { text } = analysis.snapshot;
  const words = text
    .slice(meaning.start, meaning.end)
    .replace(/\s+/g, ' ')
    .replace(/[.;,]$/, '');
  if (words.length > longestMeaning || /[.;:]\s/.test(words)) return null;
  const edits: PlannedEdit[] = [];
  const decisions: Decision[] = [];
  for (const use of uses) {
    const edit = replaceUse(analysis, use, nameOf(definition), words);
    if (edit) edits.push(edit);
    else decisions.push({ ...use.range, why: say`“${use.text}” is not written as it is defined.` });
  }
  const behind = text.slice(entry.end).search(/\S/);
  const end = behind < 0 ? text.length : entry.end + behind;
  if (decisions.length === 0)
    edits.push({
      start: entry.start,
      end: Math.max(entry.end, text.lastIndexOf('\n', end - 1) + 1),
      newText: '',
      reason: 'definition',
      needsConfirmation: true,
      explanation: say`“${definition.term}” is not used any more.`,
    });
  return {
    title:
      uses.length === 1
        ? say`Write the meaning of “${definition.term}” where it is used`
        : say`Write the meaning of “${definition.term}” in its ${uses.length} places`,
    planned: planEdits(text, edits, decisions),
  };
}

function replaceUse(
  { paragraphs }: Analysis,
  use: TermUse,
  name: string,
  meaning: string,
): PlannedEdit | null {
  const [only, second] = use.pieces;
  const paragraph = paragraphAt(paragraphs, use.range.start);
  if (!only || second || use.text !== name || !paragraph) return null;
  const at = paragraph.toLogical(only.start);
  const before = /\b(\w{1,19})\s$/.exec(paragraph.text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  // "a berth" for "Berth" would repeat the article in "the Berth"; one that does not fit is for the author to change.
  const isLed = /^(?:the|an?|this|such|each|any|every|its|their|his|her)$/i.test(before);
  const plain = isLed ? meaning.replace(/^(?:the|an?|any|each) /i, '') : meaning;
  if (/^an?$/i.test(before) && /^[aeiou]/i.test(plain) !== /^an$/i.test(before)) return null;
  return {
    ...only,
    newText: plain,
    reason: 'term',
    needsConfirmation: true,
    explanation: say`The meaning of “${name}” in its place.`,
  };
}
