import type { Analysis } from '../analysis.ts';
import { nameAtSentenceStart, nameProvision } from '../model/naming.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { referencesOf } from '../resolve/references.ts';
import { say } from '../text/say.ts';
import { isSure } from './citing.ts';
import type { Rule } from './rule.ts';

/**
 * A citation says what is to be found there ("the conditions precedent set forth in the prior Article"); it is not there,
 * and another provision bears that very name.
 */
export const doubtfulTarget: Rule = {
  id: 'doubtful-target',
  title: 'A citation whose target does not hold what it says',
  severity: 'information',
  scope: 'document',
  *check(analysis) {
    let captions: ReadonlyMap<string, readonly Provision[]> | null = null;
    for (const reference of referencesOf(analysis)) {
      // Few citations have a subject, and looking for it costs less than to weigh each.
      const said = subjectOf(analysis, reference);
      if (said === null || !mayBeDoubted(reference)) continue;
      const subject = simplify(said);
      const targets = reference.members.flatMap(({ targets: found }) =>
        found.map(({ provision }) => provision),
      );
      const target = targets[0];
      if (subject === '' || !target?.caption) continue;
      captions ??= indexCaptions(analysis);
      const named = (captions.get(opening(subject)) ?? []).filter(
        ({ kind, caption }) =>
          kind === target.kind && ` ${simplify(caption ?? '')} `.startsWith(` ${subject} `),
      );
      const other = named.length === 1 ? named[0] : undefined;
      if (!other || isWithin(other, target) || isWithin(target, other)) continue;
      // Last, since it reads all the text of the targets.
      if (targets.some((provision) => speaksOf(analysis, provision, subject))) continue;
      yield {
        range: reference.range,
        message: say`${nameAtSentenceStart(target)} says nothing of “${said}”; ${nameProvision(other)} is captioned “${other.caption ?? ''}”. Is that meant?`,
        related: [other, target].map((provision) => ({
          range: provision.heading,
          message: say`${nameAtSentenceStart(provision)} is here.`,
        })),
      };
    }
  },
};

/** A paragraph without a number is not known by its provision's caption. */
function mayBeDoubted(reference: Reference): boolean {
  const { status, members, form, text } = reference;
  return (
    status === 'resolved' &&
    members.length === 1 &&
    form !== 'anaphoric' &&
    isSure(reference) &&
    !/paragraph/i.test(text)
  );
}

const announced =
  /\b(?:the|all|any|each|such)(?: of the| the)?((?: [a-z’'-]{3,}){2,4}) (?:set forth|set out|specified|described|provided for|listed|contained|stated|prescribed|enumerated) in $/i;

/** What the citation says it cites: two to four words before "set forth in". Null where it does not say. */
function subjectOf({ snapshot }: Analysis, { range }: Reference): string | null {
  if (!standsBehindIn(snapshot.text, range.start)) return null;
  const before = snapshot.text.slice(Math.max(0, range.start - 160), range.start);
  const words = announced.exec(before.replace(/\s+/g, ' '))?.[1];
  return words?.trim() ?? null;
}

/** Most citations do not: that is seen without copying a text. */
function standsBehindIn(text: string, place: number): boolean {
  let at = place - 1;
  while (at > 0 && /\s/.test(text.charAt(at))) at -= 1;
  return (
    at > 1 &&
    /[nN]/.test(text.charAt(at)) &&
    /[iI]/.test(text.charAt(at - 1)) &&
    /\s/.test(text.charAt(at - 2))
  );
}

function speaksOf({ snapshot }: Analysis, target: Provision, subject: string): boolean {
  const text = ` ${simplify(snapshot.slice(target.range))} `;
  // "documents and certificates": each word by itself may be what is there.
  return subject.split(' ').every((word) => text.includes(` ${word} `)) || text.includes(` ${subject} `);
}

/** The captioned provisions by the first letters of their captions: few need be read whole. */
function indexCaptions(analysis: Analysis): ReadonlyMap<string, readonly Provision[]> {
  const found = new Map<string, Provision[]>();
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.caption === null || provision.ordinal === null || provision.parent === null) continue;
    const key = opening(provision.caption);
    const list = found.get(key);
    if (list) list.push(provision);
    else found.set(key, [provision]);
  }
  return found;
}

function opening(words: string): string {
  return words.slice(0, 3).toLowerCase();
}

/** Small letters, no punctuation, plurals as singulars. */
function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .split(' ')
    .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word))
    .join(' ')
    .trim();
}

function isWithin(provision: Provision, holder: Provision): boolean {
  for (let at: Provision | null = provision; at; at = at.parent) if (at === holder) return true;
  return false;
}
