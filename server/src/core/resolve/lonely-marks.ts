import type { Analysis } from '../analysis.ts';
import { type LonelyMark, readLonelyMarks } from '../inline/pairs.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { Role } from '../syntax/roles.ts';
import type { Steps } from '../text/steps.ts';
import { foundIn, readInSteps } from './found.ts';
import { perAnalysis } from './per-analysis.ts';

/** A quotation mark or bracket that has no partner in the document. */
export interface PlacedMark {
  readonly paragraph: Paragraph;
  readonly mark: LonelyMark;
}

/**
 * The marks that stay without a partner when paragraphs are read together: a quotation may run over several paragraphs,
 * each of which opens it anew, and a bracket may hold a list. Linear in the paragraphs.
 */
export const findLonelyMarks = perAnalysis((analysis: Analysis): readonly PlacedMark[] => {
  const found = foundIn(analysis, readLonelyMarks);
  if (found.length === 0) return [];
  const marks: Array<readonly LonelyMark[]> = analysis.paragraphs.map(() => []);
  for (const { index, answer } of found) marks[index] = answer;
  return (['quote', 'round', 'square'] as const).flatMap((kind) => findOfKind(analysis, marks, kind));
});

/** Reads the marks of each paragraph. */
export function readMarks(analysis: Analysis): Steps<void> {
  return readInSteps(analysis, readLonelyMarks);
}

/** How many paragraphs a quotation or a bracket may run over. */
const longestRun = { quote: 120, round: 24, square: 60 } as const;

interface OpenMark extends PlacedMark {
  readonly index: number;
  /** It may open a quotation of several paragraphs: "as follows:". */
  readonly announced: boolean;
}

/** `marks` are those of each paragraph. */
function findOfKind(
  analysis: Analysis,
  marks: ReadonlyArray<readonly LonelyMark[]>,
  kind: LonelyMark['kind'],
): PlacedMark[] {
  const lonely: PlacedMark[] = [];
  const open: OpenMark[] = [];
  const giveUp = (until: number): void => {
    let given = 0;
    while (until - (open[given]?.index ?? until) > longestRun[kind]) given += 1;
    for (const one of given > 0 ? open.splice(0, given) : []) lonely.push(one);
  };
  analysis.paragraphs.forEach((paragraph, index) => {
    const own = marks[index] ?? [];
    if (own.length === 0 && open.length === 0) return;
    giveUp(index);
    while (kind === 'quote' && isQuotationOver(open[open.length - 1], paragraph))
      for (const one of open.splice(open.length - 1)) lonely.push(one);
    const last = open[open.length - 1];
    if (last && endsWith(last, paragraph)) open.pop();
    else if (last && isOtherTerm(last, paragraph)) for (const one of open.splice(0)) lonely.push(one);
    const announced = /:$/.test(analysis.paragraphs[index - 1]?.text.slice(-1) ?? '');
    for (const mark of own) {
      if (mark.kind !== kind) continue;
      const place = {
        paragraph,
        mark,
        index,
        announced: (announced || !mark.first) && !isDefinition(paragraph.text, mark.at),
      };
      // The cells of a table are torn apart by its rows; they can only close what was opened before.
      if (analysis.roles[paragraph.firstLine] !== Role.text && (mark.opens || open.length === 0)) continue;
      if (kind === 'quote' && isAloneInBrackets(paragraph.text, mark)) lonely.push(place);
      else if (mark.opens) {
        // A paragraph of a long quotation opens it anew.
        if (kind === 'quote' && mark.first && !mark.last && open.length > 0) continue;
        open.push(place);
      } else if (open.length > 0 && !isOver(open[open.length - 1], paragraph)) open.pop();
      else lonely.push(place);
    }
  });
  return [...lonely, ...open].filter(
    ({ mark, paragraph }) =>
      !mark.setOff &&
      !mark.struck &&
      (paragraph.content.ask(isSentence) ||
        (kind === 'quote' &&
          (isAloneInBrackets(paragraph.text, mark) || paragraph.content.ask(isOneDefinition)))),
  );
}

/** The last paragraph of a long quotation opens it anew and closes it, and so has both its marks. */
function endsWith({ mark, paragraph: opening }: PlacedMark, paragraph: Paragraph): boolean {
  if (mark.kind !== 'quote' || opening === paragraph) return false;
  if (!mark.first && !/:\s{0,3}$/.test(opening.text.slice(Math.max(0, mark.at - 4), mark.at))) return false;
  return /^["“][^"“”]*["”][.;,]?$/.test(paragraph.text);
}

/** A round bracket does not outlive the sentence that ends with its paragraph, unless the next one goes on with it. */
function isOver(place: PlacedMark | undefined, paragraph: Paragraph): boolean {
  if (place?.mark.kind !== 'round' || /^[a-z]/.test(paragraph.text)) return false;
  return /[a-z]{2}\.$/.test(place.paragraph.text.slice(-3)) && !goesOn.test(place.paragraph.text.slice(-9));
}

/** "(15 U.S.C. Sec.": the number stands in the next line. */
const goesOn = /\b(?:Secs?|Arts?|Paras?|Nos?|Vol|Reg|Stat|Sched|Ex|cl|pp?)\.$/i;

/** A label, a cell or a torn line holds too little to say that something is missing in it. */
function isSentence(text: string): boolean {
  return text.length > fewestCharacters && (smallWords.test(text) || capitals.test(text));
}

const fewestCharacters = 30;
const smallWords = /(?:\b[a-z]{2,20}\b[^a-z]{1,40}){3}/;
/** "THE WORK IS PROVIDED AS IS AND WITHOUT ANY WARRANTY": no caption is as long. */
const capitals = /(?:\b[A-Z]{1,20}\b[ ,;“”"()\n]{1,4}){12}/;

/** Where the term that a paragraph defines has one mark only, little else need stand there. */
function isOneDefinition(text: string): boolean {
  const [mark, other] = text.matchAll(/["“”]/g);
  return mark !== undefined && other === undefined && definedTerm.test(text);
}

const definedTerm =
  /^[\s*_]{0,6}(?:[\da-z().]{1,6}\s{1,4})?[*_]{0,3}["“]?[\s*_]{0,3}[A-Z][^"“”.;:]{1,60}[*_]{0,3}["”]?[*_]{0,3}(?::\s{1,3}see|\s{1,3}(?:means?|shall mean|has the meaning|shall have the meaning|is defined))\b/i;

function isDefinition(text: string, at: number): boolean {
  return /^["“][^"“”.;:]{1,60}\s(?:means?|shall mean|has the meaning|shall have the meaning|is defined)\b/.test(
    text.slice(at, at + 90),
  );
}

/** `(the "Seller)` and `(the Seller")`: the bracket holds a short name and one mark. */
function isAloneInBrackets(text: string, { at, opens }: LonelyMark): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  const behind = text.slice(at + 1, at + 60);
  return opens
    ? /\([^()"“”]{0,40}$/.test(before) && /^[^()"“”]{2,58}\)/.test(behind)
    : /\([^()"“”]{2,58}$/.test(before) && /^[.,]?\)/.test(behind);
}

/** Words that are quoted inside a sentence do not outlive it, unless they are quoted at length: "as follows: …". */
function isQuotationOver(place: OpenMark | undefined, paragraph: Paragraph): boolean {
  if (!place || place.paragraph === paragraph || place.mark.first) return false;
  const { text } = place.paragraph;
  const before = text.slice(Math.max(0, place.mark.at - 20), place.mark.at);
  return (
    !/(?:[:,;.–—-]|\b(?:read|reads|states?|follows|following|as|that|say))[\s*_(]{0,4}$/i.test(before) &&
    /[a-z)][.;]$/.test(text.slice(-2))
  );
}

/** In a list of definitions each quotes its own term: what the one before left open, it does not go on with. */
function isOtherTerm({ mark, announced, paragraph: opening }: OpenMark, paragraph: Paragraph): boolean {
  if (mark.kind !== 'quote' || announced || opening === paragraph) return false;
  return (
    /^["“]/.test(paragraph.text) &&
    paragraph.content.ask(readLonelyMarks).every(({ kind }) => kind !== 'quote')
  );
}
