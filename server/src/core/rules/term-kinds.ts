import { nameEndings, properNames, publicNames, publicPapers } from '../inline/name-words.ts';
import { commonTerms, roleWords, termHeads, termNouns } from '../inline/term-words.ts';
import { say } from '../text/say.ts';

/** What kind of term words with capitals may be, by the words alone. */
export interface TermKind {
  readonly points: number;
  readonly reason: () => string;
  /** Somebody who acts: such terms often stand without an article. */
  readonly role: boolean;
  /** Contracts define just these words again and again. */
  readonly common: boolean;
  /** However much speaks for it, it is no more than possible: the words explain themselves, or name what a law prescribes. */
  readonly plain: boolean;
}

const plainTerm: TermKind = {
  points: 0,
  reason: () => say`a word with a capital`,
  role: false,
  common: false,
  plain: false,
};

/** Null where they are none. */
export function kindOfTerm(stems: readonly string[]): TermKind | null {
  const key = stems.join(' ');
  if (commonTerms.has(key))
    return {
      ...plainTerm,
      points: stems.length > 1 ? 5 : 4,
      reason: () => say`a term that contracts define`,
      common: true,
    };
  if (publicNames.has(key)) return null;
  if (stems.length > 6 || stems.includes('and') || stems.includes('or')) return null;
  if (stems.some((stem) => /\d|&|['’]/.test(stem) || stem.length === 1)) return null;
  const proper = stems.some((stem) => properNames.has(stem));
  if (proper && !isTermHead(stems.at(-1) ?? '')) return null;
  const [only] = stems;
  if (stems.length === 1 && only !== undefined) return kindOfWord(only);
  const head = headOf(stems);
  const last = stems.at(-1) ?? '';
  const kind = { ...plainTerm, plain: proper || publicPapers.has(key) || stems[0] === 'calendar' };
  if (roleWords.has(head)) return { ...kind, points: 2, reason: endsAsTermsDo, role: true };
  if (doubtfulHeads.has(last)) return { ...kind, reason: endsAsTermsDo };
  if (nameEndings.has(last) || nameEndings.has(head)) return null;
  if (termHeads.has(head) || termHeads.has(last)) return { ...kind, points: 2, reason: endsAsTermsDo };
  // "Owner-provided", "Directly Caused": no word for a thing.
  return /ed$/.test(last) || /ly$/.test(stems[0] ?? '')
    ? null
    : { ...kind, points: 1, reason: () => say`words with capitals`, plain: true };
}

const endsAsTermsDo = (): string => say`it ends as terms do`;

function kindOfWord(stem: string): TermKind | null {
  if (roleWords.has(stem))
    return { ...plainTerm, points: 2, reason: () => say`one who acts in contracts`, role: true };
  if (termNouns.has(stem))
    return { ...plainTerm, points: 1, reason: () => say`a thing that contracts define` };
  return nameEndings.has(stem) ? null : { ...plainTerm, points: -1 };
}

/** No name ends so: "Federal Funds Rate" is a term where "Federal Reserve Bank" is none. */
function isTermHead(stem: string): boolean {
  return termHeads.has(stem) && !nameEndings.has(stem) && !properNames.has(stem);
}

/** What is called so may be a part of the document, an office or a paper of the public as well. */
const doubtfulHeads: ReadonlySet<string> = new Set(
  (
    'agreement budget plan policy report service schedule statement standard page form law title committee council group ' +
    'fund office market index number time'
  ).split(' '),
);

/** "event" in "event of default", "date" in "closing date". */
function headOf(stems: readonly string[]): string {
  const at = stems.findIndex((stem) => /^(?:of|for|in|to)$/.test(stem));
  return (at > 0 ? stems[at - 1] : stems.at(-1)) ?? '';
}
