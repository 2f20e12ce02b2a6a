import type { Analysis } from '../../analysis.ts';
import type { Provision } from '../../model/provision.ts';
import type { Reference } from '../../model/reference.ts';
import { rootOf } from '../../resolve/instruments.ts';
import { cite, citeInside } from '../provisions/citation.ts';

/** "the preceding Article", and no more than that: not "each of the preceding Articles", nor over a line end. */
export function isPlainRelative(
  { text, pieces, outer, members, range }: Reference,
  { snapshot }: Analysis,
): boolean {
  const behind = snapshot.text.slice(range.end, range.end + 60);
  return (
    !(/\b(?:following|next|succeeding) /i.test(text) && announcesText.test(behind)) &&
    pieces.length === 1 &&
    outer === null &&
    members.length === 1 &&
    /^(?:the[ \u00a0])?(?:immediately[ \u00a0])?(?:preceding|prior|previous|foregoing|last|following|next|succeeding|subsequent|above|such|said|this)[ \u00a0][A-Za-z-]+$/i.test(
      text,
    )
  );
}

/** "The following paragraph is added:" means the text that it is printed with. */
const announcesText =
  /^\s{0,3}(?::|(?:is|are|was|were|(?:shall|will) be)\s(?:hereby\s)?(?:added|inserted|substituted|replaced|deleted|amended|adopted)\b)/;

const wordAndNumber = /^([A-Za-z]+)[ \u00a0][\dA-Z][\w.–-]*(?:[ \u00a0]?\([A-Za-z\d]{1,5}\))*$/;

/** "Section 4.2(a)", called as the document calls what it cites, and nothing else said of it. */
export function isPlain(
  { text, form, pieces, outer, members, caption, range }: Reference,
  analysis: Analysis,
): boolean {
  const [member] = members;
  const [target] = member?.targets ?? [];
  if (form !== 'explicit' || pieces.length !== 1 || outer !== null || members.length !== 1) return false;
  if (!member || !target || member.until.length > 0 || (caption && caption.range.start < range.end))
    return false;
  // Not "Section 5.1 hereof".
  const [, word = ''] = wordAndNumber.exec(text) ?? [];
  const written = citeInside(analysis, target.provision).toLowerCase();
  return word !== '' && written.startsWith(`${word.toLowerCase()} `);
}

/** How a citation cites `target` by number in the document `after`; `toNew` tells where a place of its own has come to. */
export function explicitCitation(
  { source, text, form }: Reference,
  target: Provision,
  after: Analysis,
  toNew: (offset: number) => number | null,
): string | null {
  const standsIn = source && rootOf(source);
  const place = standsIn && toNew(standsIn.range.start);
  const isInside =
    place === rootOf(target).range.start || (standsIn?.parent === null && rootOf(target).parent === null);
  const written = isInside ? citeInside(after, target) : cite(after, target);
  if (written === '') return null;
  const first = written.charAt(0);
  if (form === 'explicit' && /^[a-z]/.test(text)) return first.toLowerCase() + written.slice(1);
  return /^[A-Z]/.test(text) ? first.toUpperCase() + written.slice(1) : written;
}
