import type { CitationUnit } from './citation.ts';

/**
 * The words that cite parts of a document. Sources: the usage of the corpus (CONVENTIONS), of United States and United
 * Kingdom drafting ("clause", "paragraph" of a schedule) and of translated Japanese statutes ("paragraph", "item").
 */
const words: ReadonlyArray<readonly [CitationUnit, singular: string, plural: string]> = [
  ['title', 'title', 'titles'],
  ['part', 'part', 'parts'],
  ['division', 'division', 'divisions'],
  ['chapter', 'chapter', 'chapters'],
  ['article', 'article', 'articles'],
  ['article', 'art.', 'arts.'],
  ['section', 'section', 'sections'],
  ['section', 'sec.', 'secs.'],
  ['section', 'sec', 'secs'],
  ['section', 's.', 'ss.'],
  ['section', '§', '§§'],
  ['rule', 'rule', 'rules'],
  ['regulation', 'regulation', 'regulations'],
  ['subsection', 'subsection', 'subsections'],
  ['subsection', 'sub-section', 'sub-sections'],
  ['clause', 'clause', 'clauses'],
  ['clause', 'subclause', 'subclauses'],
  ['clause', 'sub-clause', 'sub-clauses'],
  ['paragraph', 'paragraph', 'paragraphs'],
  ['paragraph', 'para.', 'paras.'],
  ['subparagraph', 'subparagraph', 'subparagraphs'],
  ['subparagraph', 'sub-paragraph', 'sub-paragraphs'],
  ['item', 'item', 'items'],
  ['subitem', 'subitem', 'subitems'],
  ['subitem', 'sub-item', 'sub-items'],
  ['recital', 'recital', 'recitals'],
  ['exhibit', 'exhibit', 'exhibits'],
  ['schedule', 'schedule', 'schedules'],
  ['annex', 'annex', 'annexes'],
  ['annex', 'annexure', 'annexures'],
  ['appendix', 'appendix', 'appendices'],
  ['attachment', 'attachment', 'attachments'],
  ['addendum', 'addendum', 'addenda'],
];

export interface UnitWord {
  readonly unit: CitationUnit;
  readonly plural: boolean;
}

const unitWords: ReadonlyMap<string, UnitWord> = new Map(
  words.flatMap(
    ([unit, singular, plural]): Array<[string, UnitWord]> => [
      [singular, { unit, plural: false }],
      [plural, { unit, plural: true }],
    ],
  ),
);

/** A pattern for every unit word, longest first; it takes no capture groups. */
export const unitWordAlternatives: string = [...unitWords.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/\./g, '\\.'))
  .join('|');

export function readUnitWord(printed: string): UnitWord | null {
  return unitWords.get(printed.toLowerCase()) ?? null;
}

const ranks: Readonly<Record<CitationUnit, number>> = {
  exhibit: 0,
  schedule: 0,
  annex: 0,
  appendix: 0,
  attachment: 0,
  addendum: 0,
  title: 1,
  part: 2,
  division: 3,
  chapter: 4,
  article: 5,
  regulation: 5,
  section: 6,
  rule: 6,
  recital: 6,
  subsection: 7,
  clause: 8,
  paragraph: 9,
  subparagraph: 10,
  item: 11,
  subitem: 12,
  sentence: 13,
  definition: 13,
};

/** Whether `inner` is cited behind `outer` as a part of it: "Article III, Section 4", "paragraph 1 item (5)". */
export function isDeeper(inner: CitationUnit, outer: CitationUnit): boolean {
  return ranks[inner] > ranks[outer];
}

export function isAttachmentUnit(unit: CitationUnit | null): boolean {
  return unit !== null && ranks[unit] === 0;
}

/** Units whose members are enumerated in brackets, letters or bare figures below the numbered provisions. */
export function isListUnit(unit: CitationUnit | null): boolean {
  return unit !== null && ranks[unit] >= 7 && unit !== 'sentence' && unit !== 'definition';
}

/** Words that say something else as often: they cite only with a capital or before a number in figures. */
export function isCommonWord(unit: CitationUnit): boolean {
  return /^(?:title|part|division|rule|regulation|item|schedule|chapter|attachment|recital)$/.test(unit);
}
