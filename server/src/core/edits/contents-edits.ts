import type { Analysis } from '../analysis.ts';
import { innermostProvision } from '../model/locate.ts';
import { nameProvision } from '../model/naming.ts';
import { isAttachmentKind, type Provision } from '../model/provision.ts';
import { rootOf } from '../resolve/instruments.ts';
import type { ContentsEntry } from '../syntax/contents-entries.ts';
import { say } from '../text/say.ts';
import type { StructuralChange } from './change.ts';
import type { CitationChanges } from './citation-edits.ts';
import { contentsMoves } from './contents-moves.ts';
import type { Decision, PlannedEdit } from './edit-plan.ts';
import { agree, entryNumber } from './entry-number.ts';
import type { NewNumbers } from './numbers-in-text.ts';
import { isSamePath } from './written-number.ts';

/** The tables of contents: entries come, go and move where that is sure, and numbers change. Linear in the entries. */
export function contentsChanges(
  analysis: Analysis,
  numbers: NewNumbers,
  change: StructuralChange,
): CitationChanges {
  const { insertion, newParents } = change;
  const moves = contentsMoves(analysis, numbers, change);
  const edits: PlannedEdit[] = [...moves.edits];
  const decisions: Decision[] = [...moves.decisions];
  let isMissing = insertion !== null && moves.edits.length === 0;
  for (const entry of analysis.contents) {
    if (moves.done.has(entry)) continue;
    const provision = announced(analysis, entry, numbers);
    if (!provision) continue;
    const name = nameProvision(provision);
    if (newParents.has(provision))
      decisions.push({ ...entry.range, why: say`${name} is moved: its entry of the contents is to follow.` });
    if (isMissing)
      decisions.push({ ...entry.range, why: say`The new provision needs an entry of the contents here.` });
    isMissing = false;
    if (numbers.isDeleted(provision)) {
      decisions.push({ ...entry.range, why: say`The contents list ${name}, which is deleted.` });
      continue;
    }
    if (numbers.isReleveled(provision)) {
      const why = say`${name} comes to another level: its entry of the contents is to follow.`;
      decisions.push({ ...entry.range, why });
      continue;
    }
    const number = entryNumber(analysis, entry, provision, numbers);
    if (number === 'unsure') {
      const why = say`It is not sure that this entry of the contents announces ${name}.`;
      decisions.push({ ...entry.range, why });
    } else if (number) {
      const explanation = say`The contents list ${name}.`;
      edits.push({ ...number, reason: 'contents', needsConfirmation: false, explanation });
    }
  }
  return { edits, decisions };
}

/** The one provision whose number changes and that the entry announces. */
function announced(
  analysis: Analysis,
  { designation, range, caption }: ContentsEntry,
  numbers: NewNumbers,
): Provision | null {
  const { keyword, path } = designation;
  const place = innermostProvision(analysis.outline, range.start);
  const found = numbers.carrying(path).filter((provision) => {
    const { numbering, inline, kind } = provision;
    if (!numbering || inline || isAttachmentKind(kind) || !isSamePath(numbering.path, path)) return false;
    if (/^[(]|#\)/.test(numbering.family) && designation.shape !== numbering.family) return false;
    // Contents may stand in an attachment that a conversion put before them.
    if (
      place &&
      rootOf(place) !== rootOf(provision) &&
      !(caption !== '' && agree(caption, provision.caption ?? ''))
    )
      return false;
    return keyword === null || path.length > 1 || numbering.family === keyword;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
