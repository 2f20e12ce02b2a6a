import type { Analysis } from '../analysis.ts';
import { Paragraph, ParagraphText } from '../inline/paragraph.ts';
import { TermIndex } from '../inline/term-index.ts';
import { findTerms, startsSentence } from '../inline/term-matches.ts';
import { readWords } from '../inline/words.ts';
import type { Definition } from '../model/definition.ts';
import { innermostProvision } from '../model/locate.ts';
import { nameProvision } from '../model/naming.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import { rootOf } from '../resolve/instruments.ts';
import { termsOf } from '../resolve/terms.ts';
import { Role } from '../syntax/roles.ts';
import { say } from '../text/say.ts';
import { definitionOver, keyOf } from './definition-words.ts';
import { type FoundTerm, nameAround, neighboursOf } from './names-around.ts';
import type { TermFamily } from './term-family.ts';
import { isAmidCapitals } from './term-wording.ts';

/** A place where a name stands and means the term of a family. Offsets into the paragraph's text. */
export interface TermPlace {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly kind: 'definition' | 'use' | 'contents';
  /** What speaks against changing it without asking, as a sentence for the author; null where nothing does. */
  readonly doubt: string | null;
  /** The doubt is such that it is not changed: the author decides. */
  readonly open: boolean;
}

/** All places of a family's name that mean it, in the order of the text, the contents last. Linear. */
export function placesOf(analysis: Analysis, name: string, family: TermFamily): readonly TermPlace[] {
  return new TermPlaces(analysis, name, family).read();
}

class TermPlaces {
  readonly #analysis: Analysis;
  readonly #name: string;
  readonly #key: string;
  readonly #family: TermFamily;
  readonly #definitions: readonly Definition[];
  readonly #ownRoots: ReadonlySet<Provision>;
  readonly #isOneWord: boolean;
  /** Another term is the beginning of this one: "Customer" and "Customer Agreement". */
  readonly #hasShorter: boolean;
  /** The word alone, in small letters, is common in this document: a capital at the start of a sentence says nothing. */
  #isCommonWord = false;

  constructor(analysis: Analysis, name: string, family: TermFamily) {
    this.#analysis = analysis;
    this.#name = name;
    this.#key = keyOf(name);
    this.#family = family;
    this.#isOneWord = !this.#key.includes(' ');
    const all = termsOf(analysis).definitions;
    this.#hasShorter = !this.#isOneWord && all.some(({ term }) => this.#key.startsWith(`${keyOf(term)} `));
    this.#definitions = all;
    this.#ownRoots = new Set(
      all.flatMap(({ scope }) => (scope && isRootKind(scope.kind) && scope.parent ? [scope] : [])),
    );
  }

  read(): readonly TermPlace[] {
    const found = termsOf(this.#analysis).paragraphs.flatMap(({ paragraph, answer }) =>
      answer.matches
        .map((match, at): FoundTerm => ({ paragraph, ...answer, match, at }))
        .filter(({ match }) => match.term.stems.join(' ') === this.#key),
    );
    const small = found.filter(({ paragraph, match }) =>
      /^[a-z]/.test(paragraph.text[match.start] ?? ''),
    ).length;
    this.#isCommonWord = this.#isOneWord && small * 4 > found.length - small;
    const places = [...found.flatMap((one) => this.#judge(one) ?? []), ...this.#readDoubtfulParts()];
    return [...places, ...this.#readContents()];
  }

  #judge(found: FoundTerm): TermPlace | null {
    const { paragraph, match } = found;
    const range = paragraph.rangeOf(match.start, match.end);
    if (this.#analysis.quoted[this.#analysis.snapshot.lineAt(range.start)] === 1) return null;
    const place = { paragraph, start: match.start, end: match.end };
    const own = definitionOver(this.#definitions, range);
    const written = paragraph.text.slice(match.start, match.end);
    // Where "control" is defined beside "Control", the index knows them as one.
    const isSmall = match.spelling === 'lower' || (/^[a-z]/.test(written) && !/^[a-z]/.test(this.#name));
    if (own && isSmall && this.#family.definitions.has(own))
      return { ...place, kind: 'definition', doubt: say`It is defined here in small letters.`, open: true };
    if (own)
      return this.#family.definitions.has(own)
        ? { ...place, kind: 'definition', doubt: null, open: false }
        : null;
    if (!this.#leadsHere(written, range.start)) return null;
    if (isSmall)
      return this.#isOneWord
        ? null
        : { ...place, kind: 'use', doubt: say`“${this.#name}” stands here in small letters.`, open: true };
    if (match.within && this.#isOneWord) {
      const isApart = this.#isBehindGap(paragraph, match.start);
      if (!isApart && !isAmidCapitals(paragraph.text, match.start, match.end)) return null;
      const doubt = isApart
        ? say`After the end of a page “${this.#name}” may be part of a longer name.`
        : say`Amid capitals “${this.#name}” may be part of a longer name.`;
      return { ...place, kind: 'use', doubt, open: false };
    }
    if (match.spelling === 'mixed' && this.#hasShorter)
      return {
        ...place,
        kind: 'use',
        doubt: say`It may be a shorter term before an ordinary word.`,
        open: true,
      };
    const name = nameAround(found);
    if (name)
      return { ...place, kind: 'use', doubt: say`“${name}” seems to be a name of its own.`, open: true };
    return { ...place, kind: 'use', doubt: this.#doubtOf(found, range.start), open: false };
  }

  /** "Customer agreement" may be an agreement with a Customer, or a Customer Agreement that has lost its capital. */
  #readDoubtfulParts(): readonly TermPlace[] {
    const count = this.#key.split(' ').length;
    const places: TermPlace[] = [];
    for (const { paragraph, answer } of termsOf(this.#analysis).paragraphs) {
      const { matches } = answer;
      for (const { term, spelling, start, end } of matches) {
        if (spelling !== 'mixed' || !term.stems.join(' ').startsWith(`${this.#key} `)) continue;
        const last = readWords(paragraph.text.slice(start, end))[count - 1];
        const until = start + (last?.end ?? 0);
        if (!this.#leadsHere(paragraph.text.slice(start, until), paragraph.toDocument(start))) continue;
        const doubt = say`It may be “${term.written}” without its capital.`;
        places.push({ paragraph, start, end: until, kind: 'use', doubt, open: true });
      }
    }
    return places;
  }

  #leadsHere(written: string, offset: number): boolean {
    const definition = termsOf(this.#analysis).definitionAt(written, offset);
    return definition !== null && this.#family.definitions.has(definition);
  }

  #doubtOf(found: FoundTerm, offset: number): string | null {
    const { paragraph, match } = found;
    if (match.altered) return say`A word inside “${this.#name}” has another number here.`;
    const source = innermostProvision(this.#analysis.outline, offset);
    const caption = source?.captionRange;
    const isInCaption = caption != null && caption.start <= offset && offset < caption.end;
    const { before, behind } = neighboursOf(found);
    // All words of a caption may have capitals.
    if (!isInCaption && (before !== '' || behind !== ''))
      return say`It may be part of the name “${before}${paragraph.text.slice(match.start, match.end)}${behind}”.`;
    if (isInCaption && source && isRootKind(source.kind))
      return say`It stands in the title of ${nameProvision(source)}.`;
    if (/^[a-z]/.test(this.#name)) return say`“${this.#name}” may be ordinary words here.`;
    const root = source && rootOf(source);
    if (root && this.#ownRoots.has(root) && !this.#isInFamilyRoot(root))
      return say`It stands in ${nameProvision(root)}, which has definitions of its own.`;
    if (!this.#isOneWord) return null;
    if (isInCaption) return say`In a heading “${this.#name}” may be an ordinary word.`;
    if (isHeading(found)) return say`In a heading “${this.#name}” may be an ordinary word.`;
    return this.#isCommonWord && startsSentence(paragraph.text, match.start)
      ? say`At the start of a sentence “${this.#name}” may be an ordinary word.`
      : null;
  }

  /** Lines that are no text stand between a word and the one before it. */
  #isBehindGap(paragraph: Paragraph, start: number): boolean {
    const { snapshot } = this.#analysis;
    const before = paragraph.text.slice(0, start).trimEnd().length - 1;
    return (
      before >= 0 &&
      snapshot.lineAt(paragraph.toDocument(start)) - snapshot.lineAt(paragraph.toDocument(before)) > 1
    );
  }

  #isInFamilyRoot(root: Provision): boolean {
    return [...this.#family.definitions].some(({ source }) => source !== null && rootOf(source) === root);
  }

  /** Contents are no paragraphs: what they announce is read here, over the line ends of an entry. */
  #readContents(): readonly TermPlace[] {
    const { roles } = this.#analysis;
    if (!roles.includes(Role.contents)) return [];
    const index = new TermIndex(termsOf(this.#analysis).definitions.map(({ term }) => term));
    const places: TermPlace[] = [];
    for (let line = 0; line < roles.length; line += 1) {
      if (roles[line] !== Role.contents) continue;
      // The first line of an entry may look like text: a name may begin on it.
      const members = roles[line - 1] === Role.text ? [line - 1, line] : [line];
      const start = this.#analysis.snapshot.lineStart(line);
      for (; roles[line + 1] === Role.contents; line += 1) members.push(line + 1);
      const paragraph = paragraphOf(this.#analysis, members);
      for (const match of findTerms(paragraph.text, index)) {
        const offset = paragraph.toDocument(match.start);
        const isUse = match.spelling !== 'lower' && !(match.within && this.#isOneWord);
        if (match.term.stems.join(' ') !== this.#key || !isUse) continue;
        if (paragraph.toDocument(match.end - 1) < start) continue;
        if (!this.#leadsHere(paragraph.text.slice(match.start, match.end), offset)) continue;
        const doubt = this.#isOneWord ? say`In a heading “${this.#name}” may be an ordinary word.` : null;
        places.push({ paragraph, start: match.start, end: match.end, kind: 'contents', doubt, open: false });
      }
    }
    return places;
  }
}

/** "6.0 Term and Termination": what opens a line and is joined to another word with a capital that is no term. */
function isHeading({ paragraph: { text }, matches, match, at }: FoundTerm): boolean {
  const joined = /^ (?:and|or|of|&) [A-Z]/.exec(text.slice(match.end, match.end + 8));
  const next = matches[at + 1];
  return (
    joined !== null &&
    startsSentence(text, match.start) &&
    (next === undefined || next.start > match.end + joined[0].length)
  );
}

function paragraphOf({ snapshot, lines }: Analysis, members: readonly number[]): Paragraph {
  const firstLine = members[0] ?? 0;
  const facts = members.flatMap((line) => lines[line] ?? []);
  const starts = members.map((line, at) => snapshot.lineStart(line) + (facts[at]?.start ?? 0));
  const ends = members.map((line, at) => snapshot.lineStart(line) + (facts[at]?.end ?? 0));
  const start = starts[0] ?? 0;
  const content = new ParagraphText(starts.map((from, at) => snapshot.text.slice(from, ends[at])));
  const offsets = starts.map((from) => from - start);
  return new Paragraph(
    { content, facts, lines: members.map((line) => line - firstLine), offsets },
    firstLine,
    start,
  );
}
