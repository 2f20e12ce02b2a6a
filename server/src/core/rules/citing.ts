import type { Analysis } from '../analysis.ts';
import type { CitationUnit } from '../inline/citation.ts';
import { isAttachmentUnit } from '../inline/unit-words.ts';
import type { Reference, ReferenceMember } from '../model/reference.ts';
import { rootOf } from '../resolve/instruments.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { Fix } from './rule.ts';

/** What is less sure is shown, not judged. */
const surely = 0.6;

export function isSure({ confidence }: Reference): boolean {
  return confidence >= surely;
}

export function citesAttachment({ members }: Reference): boolean {
  return members.some(({ steps }) => isAttachmentUnit((steps[0]?.unit ?? null) as CitationUnit | null));
}

/** Whether it stands in an attachment, a document with attachments of its own as often as not. */
export function standsInAttachment({ source }: Reference): boolean {
  return source !== null && rootOf(source).parent !== null;
}

/** Where a finding on a member is shown: on the whole citation where it has but one. */
export function placeOfMember(reference: Reference, member: ReferenceMember): TextRange {
  return reference.members.length === 1 ? reference.range : member.range;
}

/** Replaces what is printed, and says so. */
export function replacement(range: TextRange, printed: string, corrected: string): Fix {
  return { title: say`Change “${printed}” to “${corrected}”`, edits: [{ range, newText: corrected }] };
}

/** "line 20" */
export function lineOf(analysis: Analysis, { start }: TextRange): string {
  return say`line ${analysis.snapshot.lineAt(start) + 1}`;
}
