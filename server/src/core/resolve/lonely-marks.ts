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
    const last = open[open.length - 1];
    if (last && endsWith(last, paragraph)) open.pop();
    else if (last && isOtherTerm(last, paragraph)) for (const one of open.splice(0)) lonely.push(one);
    const announced = /:$/.test(analysis.paragraphs[index - 1]?.text.slice(-1) ?? '');
    for (const mark of own) {
      if (mark.kind !== kind) continue;
      const place = { paragraph, mark, index, announced: announced || !mark.first };
      // The cells of a table are torn apart by its rows; they can only close what was opened before.
      if (analysis.roles[paragraph.firstLine] !== Role.text && (mark.opens || open.length === 0)) continue;
      if (mark.opens) {
        // A paragraph of a long quotation opens it anew.
        if (kind === 'quote' && mark.first && !mark.last && open.length > 0) continue;
        open.push(place);
      } else if (open.length > 0 && !isOver(open[open.length - 1], paragraph)) open.pop();
      else lonely.push(place);
    }
  });
  return [...lonely, ...open].filter(
    (place) => !place.mark.setOff && place.paragraph.content.ask(isSentence),
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
  return /[a-z]{2}\.$/.test(place.paragraph.text.slice(-3));
}

/** A label, a cell or a torn line holds too little to say that something is missing in it. */
function isSentence(text: string): boolean {
  return text.length > fewestCharacters && smallWords.test(text);
}

const fewestCharacters = 30;
const smallWords = /(?:\b[a-z]{2,20}\b[^a-z]{1,40}){3}/;

/** In a list of definitions each quotes its own term: what the one before left open, it does not go on with. */
function isOtherTerm({ mark, announced, paragraph: opening }: OpenMark, paragraph: Paragraph): boolean {
  if (mark.kind !== 'quote' || announced || opening === paragraph) return false;
  return (
    /^["“]/.test(paragraph.text) &&
    paragraph.content.ask(readLonelyMarks).every(({ kind }) => kind !== 'quote')
  );
}
