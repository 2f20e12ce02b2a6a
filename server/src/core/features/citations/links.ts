import type { Analysis } from '../../analysis.ts';
import type { Citation } from '../../inline/citation.ts';
import { readCitations } from '../../inline/citations.ts';
import { isAttachmentUnit } from '../../inline/unit-words.ts';
import { innermostProvision } from '../../model/locate.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../../model/provision.ts';
import type { Reference, ReferenceMember } from '../../model/reference.ts';
import { foundIn } from '../../resolve/found.ts';
import { rootOf } from '../../resolve/instruments.ts';
import { Role } from '../../syntax/roles.ts';
import type { TextRange } from '../../text/range.ts';
import { piecesOf, referenceIndexOf } from './reference-index.ts';

/** A citation that leads into an attachment of the same document. */
export interface AttachmentLink {
  readonly range: TextRange;
  readonly target: Provision;
}

/**
 * The citations of attachments that the document holds, and of what stands in them ("Exhibit 3-1", "Schedules A and B",
 * "Section 2 of Exhibit A"), and the attachments that it lists, in the order of the text. Linear.
 */
export function attachmentLinks(analysis: Analysis): AttachmentLink[] {
  const attachments = attachmentsByName(analysis);
  if (attachments.size === 0) return [];
  return [
    ...linksOfCitations(analysis),
    ...linksOfLabels(analysis, attachments),
    ...linksOfContents(analysis, attachments),
  ].sort((a, b) => a.range.start - b.range.start);
}

function* linksOfCitations(analysis: Analysis): Generator<AttachmentLink> {
  for (const reference of referenceIndexOf(analysis).all) {
    for (const member of reference.members) {
      const target = targetOf(member);
      if (!target || !leadsAway(target, reference.source)) continue;
      const isFirst = member === reference.members[0];
      for (const range of isFirst ? piecesWithWord(reference, member) : piecesOf({ reference, member }))
        yield { range, target };
    }
  }
}

/** The word belongs to the first number: "Schedules 1" in "Schedules 1 and 2". */
function piecesWithWord(reference: Reference, member: ReferenceMember): readonly TextRange[] {
  if (reference.members.length === 1) return reference.pieces;
  return reference.pieces.flatMap(({ start, end }) =>
    start < member.range.end ? [{ start, end: Math.min(end, member.range.end) }] : [],
  );
}

/** Of "Section 9 of Exhibit A", which is not there, Exhibit A is. */
function targetOf({ targets, failure }: ReferenceMember): Provision | null {
  return targets[0]?.provision ?? failure?.reached ?? null;
}

/** Whether a citation leads into an attachment in which it does not stand itself. */
function leadsAway(target: Provision, source: Provision | null): boolean {
  const root = rootOf(target);
  if (!isAttachmentKind(root.kind)) return false;
  for (let at = source; at; at = at.parent) if (at === root) return false;
  return true;
}

/** What stands on a line by itself is no citation: "Exhibit A" in a list of the attachments. */
function* linksOfLabels(
  analysis: Analysis,
  attachments: ReadonlyMap<string, Provision>,
): Generator<AttachmentLink> {
  const index = referenceIndexOf(analysis);
  for (const { paragraph, answer } of foundIn(analysis, readCitations)) {
    for (const citation of answer) {
      for (const { start, end, target } of namedIn(citation, attachments)) {
        const offset = paragraph.toDocument(start);
        const source = innermostProvision(analysis.outline, offset);
        const isHeading = source?.designation?.start === offset;
        if (isHeading || index.at(offset) !== null || !leadsAway(target, source)) continue;
        for (const range of paragraph.pieces(start, end)) yield { range, target };
      }
    }
  }
}

/** Entries of contents are no citations either, but are written like them. */
function* linksOfContents(
  analysis: Analysis,
  attachments: ReadonlyMap<string, Provision>,
): Generator<AttachmentLink> {
  for (let line = 0; line < analysis.lines.length; line += 1) {
    if (analysis.roles[line] !== Role.contents) continue;
    const lineStart = analysis.snapshot.lineStart(line);
    for (const citation of readCitations(analysis.snapshot.lineText(line))) {
      for (const { start, end, target } of namedIn(citation, attachments))
        yield { range: { start: lineStart + start, end: lineStart + end }, target };
    }
  }
}

/** The attachments that a citation names, by their names alone. */
function* namedIn(
  { unit, members, start: citationStart }: Citation,
  attachments: ReadonlyMap<string, Provision>,
): Generator<{ start: number; end: number; target: Provision }> {
  if (unit === null || !isAttachmentUnit(unit)) return;
  for (const [index, { start, end, steps }] of members.entries()) {
    const target = attachments.get(nameKey(unit, steps[0]?.number ?? ''));
    if (target) yield { start: index === 0 ? citationStart : start, end, target };
  }
}

/** Of several attachments with one name the first is meant: the later ones are its continued pages or other copies. */
function attachmentsByName(analysis: Analysis): ReadonlyMap<string, Provision> {
  const attachments = new Map<string, Provision>();
  for (const provision of walkProvisions(analysis.outline)) {
    if (!isAttachmentKind(provision.kind) || provision.number === null) continue;
    const key = nameKey(provision.kind, provision.number);
    if (!attachments.has(key)) attachments.set(key, provision);
  }
  return attachments;
}

function nameKey(kind: string, number: string): string {
  return `${kind} ${number.toLowerCase()}`;
}
