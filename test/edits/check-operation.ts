import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import type { StructuralChange } from '../../server/src/core/edits/change.ts';
import { applyPlan, type EditPlan, type PlannedEdit } from '../../server/src/core/edits/edit-plan.ts';
import { referenceIndexOf } from '../../server/src/core/features/citations/reference-index.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import type { Reference } from '../../server/src/core/model/reference.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';
import { newCaption } from './operations.ts';
import { type PlainMention, plainMentions } from './plain-scan.ts';

/** What a plan does that a lawyer would not forgive. The letters are those of the promises that are checked. */
export function faultsOf(analysis: Analysis, change: StructuralChange, plan: EditPlan): string[] {
  const { text } = analysis.snapshot;
  const changed = applyPlan(text, plan);
  const after = analyze(changed);
  return [
    ...leftOver(analysis, change, plan),
    ...misledCitations(analysis, after, change, plan),
    ...unsureEdits(analysis, plan),
    ...strangeBytes(analysis, changed, change, plan),
    ...lostByUndo(text, changed, plan),
  ];
}

/** (a) Each changed number behind a reference word is edited, or listed, or proven to be another's. */
function leftOver(analysis: Analysis, { renumbering }: StructuralChange, plan: EditPlan): string[] {
  const touched = new Map<string, Provision>();
  const others = [...renumbering.changed].filter(
    // Other numerals are worth the same: what is printed in them already stays.
    ([{ numbering }, { path }]) => numbering?.path.join('.') !== path.join('.'),
  );
  for (const provision of [...others.map(([provision]) => provision), ...renumbering.deleted]) {
    const path = provision.numbering?.path ?? [];
    const sort = provision.numbering?.numeral.startsWith('alpha') ? 'letter' : 'number';
    if (!provision.numbering?.family.startsWith('(')) touched.set(`${sort} ${path.join('.')}`, provision);
  }
  const { text } = analysis.snapshot;
  const headings = [...walkProvisions(analysis.outline)].filter(({ designation }) => designation !== null);
  const faults: string[] = [];
  for (const mention of plainMentions(text)) {
    const provision = touched.get(worthOf(mention));
    if (!provision || !mayName(mention.word, provision)) continue;
    const at = mention.numberStart;
    // A list that was put in order may carry the same number for another member.
    const list = referenceIndexOf(analysis).at(at)?.reference;
    const { start: first, end: last } =
      list && list.members.length > 1 ? list.range : { start: at, end: at + 1 };
    const isEdited = plan.edits.some(
      ({ start, end, reason }) => reason !== 'moved' && start < last && first < end,
    );
    if (isEdited || plan.decisions.some(({ start, end }) => start < mention.end && mention.start < end))
      continue;
    const block = plan.edits.find(({ start, end, reason }) => reason === 'moved' && start <= at && at < end);
    if (block && isChangedInBlock(block, plan, text, mention)) continue;
    const heading = headings.find(
      ({ designation }) => designation && designation.start <= at && at < designation.end,
    );
    // "Sections 5.4 to 5.10" may be printed as before and mean the same: what it means is checked below.
    if (list?.members.some(({ until, status }) => until.length > 0 && status === 'resolved')) continue;
    if (heading && !renumbering.changed.has(heading)) continue;
    if (isAnothers(analysis, at, renumbering)) continue;
    // "Section 13(a), 14 or 15(d) of the Exchange Act": what is said of one is said of all.
    if (referenceIndexOf(analysis).at(mention.start)?.reference.status === 'external') continue;
    faults.push(`(a) left over: ${JSON.stringify(text.slice(mention.start - 30, mention.end + 30))}`);
  }
  return faults;
}

function worthOf({ word, number }: PlainMention): string {
  if (/^\d/.test(number)) return `number ${number.split('.').map(Number).join('.')}`;
  if (number.length === 1 && /exhibit|schedule|annex|append/.test(word))
    return `letter ${number.charCodeAt(0) - 64}`;
  const digits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };
  let value = 0;
  for (let at = 0; at < number.length; at += 1) {
    const digit = digits[number[at] ?? ''] ?? Number.NaN;
    value += digit < (digits[number[at + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return `number ${value}`;
}

const attachmentWord = /^(?:exhibit|schedule|annex|append)/;

function mayName(word: string, { kind, numbering }: Provision): boolean {
  const isAttachment = attachmentWord.test(kind);
  if (attachmentWord.test(word) !== isAttachment) return false;
  if (isAttachment) return kind.startsWith(word.slice(0, 5));
  const family = numbering?.family ?? '';
  if (kind === 'item' && word === 'section') return false;
  if (word === 'article') return family === 'article' || kind === 'article';
  return (!/^[a-z]/.test(family) && word !== 'chapter') || family.startsWith(word) || word === 'section';
}

/** The same mention in the block at its new place has another number, or the block is gone. */
function isChangedInBlock(block: PlannedEdit, plan: EditPlan, text: string, mention: PlainMention): boolean {
  if (block.newText !== '') return true;
  const inserted = plan.edits.find(({ start, end, reason }) => reason === 'moved' && start === end);
  if (!inserted) return true;
  const before = plainMentions(text.slice(block.start, block.end));
  const now = plainMentions(inserted.newText);
  if (before.length !== now.length) return true;
  const index = before.findIndex(({ numberStart }) => numberStart + block.start === mention.numberStart);
  return now[index]?.number !== mention.number;
}

/** It surely means another document, or a provision whose number stays. */
function isAnothers(
  analysis: Analysis,
  at: number,
  { changed, deleted }: StructuralChange['renumbering'],
): boolean {
  if (analysis.quoted[analysis.snapshot.lineAt(at)] === 1) return true;
  const reference = referenceIndexOf(analysis).at(at)?.reference;
  if (!reference) return false;
  if (reference.status === 'external') return reference.confidence >= 0.6;
  for (let part: Reference | null = reference; part; part = part.outer) {
    for (const { steps, until, targets } of part.members) {
      for (const { range, provision } of [...steps, ...until]) {
        if (range.start > at || at >= range.end) continue;
        const meant = provision ?? targets[0]?.provision;
        return meant !== undefined && !changed.has(meant) && !deleted.has(meant);
      }
    }
  }
  return false;
}

/** (b) What was cited is cited still; (c) what led nowhere does not lead somewhere unless it is listed. */
function misledCitations(
  analysis: Analysis,
  after: Analysis,
  change: StructuralChange,
  plan: EditPlan,
): string[] {
  const faults: string[] = [];
  const before = byContext(analysis);
  const now = byContext(after);
  const said = saidBy(analysis);
  const saidAfter = saidBy(after);
  for (const [context, reference] of before) {
    const successor = now.get(context);
    if (!reference || !successor) continue;
    if (reference.source && isWithin(reference.source, change.renumbering.deleted)) continue;
    const isListed = plan.decisions.some(
      ({ start, end }) => start < reference.range.end && reference.range.start < end,
    );
    if (isListed) continue;
    if (reference.status !== 'resolved') {
      if (successor.status === 'resolved' && reference.status !== 'external')
        faults.push(`(c) resolved by accident: ${reference.text} became ${successor.text}`);
      continue;
    }
    const targets = reference.members.flatMap((member) => member.targets.map(({ provision }) => provision));
    const isGone = targets.some((target) => isWithin(target, change.renumbering.deleted));
    if (isGone) faults.push(`(b) not listed: ${reference.text} cites what is deleted`);
    const meant = new Set(targets.map((target) => said(target)));
    const read = new Set(
      successor.members.flatMap((member) => member.targets.map(({ provision }) => saidAfter(provision))),
    );
    if (meant.has('') || read.has('')) continue;
    if (successor.status !== 'resolved' || !isAlike(meant, read))
      faults.push(
        `(b) ${reference.text} became ${successor.text}: ${[...meant].join(' | ')} became ${[...read].join(' | ')}`,
      );
  }
  return faults;
}

/** What is said before the first number below a provision may become longer or shorter with that number. */
function isAlike(meant: ReadonlySet<string>, read: ReadonlySet<string>): boolean {
  const agree = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
  return (
    [...meant].every((one) => [...read].some((other) => agree(one, other))) &&
    [...read].every((one) => [...meant].some((other) => agree(one, other)))
  );
}

function isWithin(provision: Provision, holders: ReadonlySet<Provision>): boolean {
  for (let at: Provision | null = provision; at; at = at.parent) if (holders.has(at)) return true;
  return false;
}

/** Citations by the long words around them; those whose words come twice are left out, as null. */
function byContext(analysis: Analysis): Map<string, Reference | null> {
  const found = new Map<string, Reference | null>();
  for (const reference of referencesOf(analysis)) {
    const { start, end } = reference.range;
    const { text } = analysis.snapshot;
    const before = longWords(text.slice(Math.max(0, start - 400), start)).slice(-14);
    const context = [...before, '', ...longWords(text.slice(end, end + 60)).slice(0, 2)].join(' ');
    found.set(context, found.has(context) ? null : reference);
  }
  return found;
}

/** What a provision says, without its numbers; empty for what is not the only one to say it. */
function saidBy(analysis: Analysis): (provision: Provision) => string {
  const words = (provision: Provision): string => {
    const { range, heading, designation, children } = provision;
    const end = Math.min(range.end, range.start + 1200, children[0]?.range.start ?? range.end);
    const said = longWords(analysis.snapshot.text.slice(designation?.end ?? heading.start, end));
    return said.slice(0, 12).join(' ');
  };
  const counts = new Map<string, number>();
  for (const provision of walkProvisions(analysis.outline))
    counts.set(words(provision), (counts.get(words(provision)) ?? 0) + 1);
  return (provision) => (counts.get(words(provision)) === 1 ? words(provision) : '');
}

const numberWords =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;

function longWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter(
    (word) => !/^[ivxl]+$/.test(word) && !numberWords.test(word) && !citing.test(word),
  );
}

const citing =
  /^(?:article|section|clause|paragraph|subparagraph|item|chapter|exhibit|schedule|annex|appendi\w+|preceding|following|next|previous|above|through|immediately|prior|foregoing|such|this|subsection)s?$/;

/** (d) Nothing is edited of which it is not sure what it means. */
function unsureEdits(analysis: Analysis, plan: EditPlan): string[] {
  const faults: string[] = [];
  for (const edit of plan.edits) {
    if (edit.reason !== 'citation') continue;
    const reference = referenceIndexOf(analysis).at(edit.start)?.reference;
    if (reference?.status !== 'resolved' || reference.confidence < 0.6)
      faults.push(`(d) unsure: ${JSON.stringify(analysis.snapshot.slice(edit))} became ${edit.newText}`);
  }
  return faults;
}

/** (e) All words that do not number or cite are there as before, and nothing else came. */
function strangeBytes(
  analysis: Analysis,
  changed: string,
  change: StructuralChange,
  plan: EditPlan,
): string[] {
  const { text } = analysis.snapshot;
  const deleted = [...change.renumbering.deleted].map(({ range, heading, captionRange }) =>
    text.slice(
      Math.min(range.start, heading.start, captionRange?.start ?? range.start),
      Math.max(range.end, heading.end),
    ),
  );
  const expected = countWords([text]);
  for (const [word, count] of countWords(deleted)) expected.set(word, (expected.get(word) ?? 0) - count);
  if (change.insertion) for (const word of longWords(newCaption)) expected.set(word, 1);
  // Entries of contents come, go and move with what they announce.
  for (const { start, end, newText, reason } of plan.edits) {
    if (reason !== 'contents') continue;
    for (const [word, count] of countWords([newText])) expected.set(word, (expected.get(word) ?? 0) + count);
    for (const [word, count] of countWords([text.slice(start, end)]))
      expected.set(word, (expected.get(word) ?? 0) - count);
  }
  const found = countWords([changed]);
  const faults: string[] = [];
  for (const word of new Set([...expected.keys(), ...found.keys()]))
    if ((expected.get(word) ?? 0) !== (found.get(word) ?? 0))
      faults.push(`(e) the word ${word} came or went`);
  for (const edit of plan.edits)
    if (
      edit.reason !== 'moved' &&
      edit.reason !== 'contents' &&
      Math.max(edit.end - edit.start, edit.newText.length) > 60
    )
      faults.push(`(e) a long edit: ${edit.newText}`);
  return faults;
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(longWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** (f) The edits undone give the original. */
function lostByUndo(text: string, changed: string, { edits }: EditPlan): string[] {
  let undone = changed;
  for (const { start, end, newText } of edits.toReversed()) {
    const before = edits.filter((other) => other.start < start || (other.start === start && other.end < end));
    const at =
      start + before.reduce((sum, other) => sum + other.newText.length - (other.end - other.start), 0);
    if (undone.slice(at, at + newText.length) !== newText) return ['(f) an edit is not where it should be'];
    undone = undone.slice(0, at) + text.slice(start, end) + undone.slice(at + newText.length);
  }
  return undone === text ? [] : ['(f) undo does not give the original'];
}
