import { distance } from 'fastest-levenshtein';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { isSure, replacement } from './citing.ts';
import type { Rule } from './rule.ts';

/** "Section 8.2 (Indemnity)", and Section 8.2 is captioned otherwise. */
export const captionMismatch: Rule = {
  id: 'caption-mismatch',
  title: 'A citation whose caption is not that of the provision',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    let byCaption: Map<string, Provision> | null = null;
    for (const reference of referencesOf(analysis).filter((one) => one.caption !== null)) {
      const { caption } = reference;
      if (!caption || reference.status !== 'resolved' || !isSure(reference)) continue;
      const target = reference.members.length === 1 ? reference.members[0]?.targets[0]?.provision : undefined;
      if (!target?.caption || isAlike(caption.text, target.caption)) continue;
      byCaption ??= indexCaptions(analysis.outline);
      const meant = byCaption.get(simplify(caption.text));
      yield {
        range: caption.range,
        message: meant
          ? say`${nameAtSentenceStart(target)} is captioned “${target.caption}”, not “${caption.text}”; that is the caption of ${nameProvision(meant)}.`
          : say`${nameAtSentenceStart(target)} is captioned “${target.caption}”, not “${caption.text}”.`,
        related: [target, ...(meant ? [meant] : [])].map((provision) => ({
          range: provision.heading,
          message: say`${nameAtSentenceStart(provision)} is here.`,
        })),
        fixes: [replacement(caption.range, caption.text, target.caption)],
      };
    }
  },
};

function indexCaptions(outline: readonly Provision[]): Map<string, Provision> {
  const found = new Map<string, Provision>();
  for (const provision of walkProvisions(outline)) {
    if (provision.caption === null || provision.ordinal === null) continue;
    const key = simplify(provision.caption);
    if (!found.has(key)) found.set(key, provision);
  }
  return found;
}

/** The same but for case, punctuation, small words, a few letters, or one cut short. */
function isAlike(cited: string, printed: string): boolean {
  const a = simplify(cited);
  const b = simplify(printed);
  if (a === '' || b === '' || a.includes(b) || b.includes(a)) return true;
  return distance(a, b) <= Math.max(2, Math.floor(Math.min(a.length, b.length) / 5));
}

function simplify(caption: string): string {
  return caption
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\b(?:the|of|and|or|a|an|to|for|in|on|by)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
