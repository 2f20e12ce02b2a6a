import type { Analysis } from '../../analysis.ts';
import { paragraphAt } from '../../inline/paragraphs.ts';
import type { Definition } from '../../model/definition.ts';
import { innermostProvision } from '../../model/locate.ts';
import type { Provision } from '../../model/provision.ts';
import { termsOf } from '../../resolve/terms.ts';
import { countLeading } from '../../text/ascending.ts';
import type { TextRange } from '../../text/range.ts';
import { say } from '../../text/say.ts';
import { nameOf } from '../provisions/outline.ts';
import { titleOf } from '../provisions/places.ts';
import { extentOf } from './term-meaning.ts';

/** What somebody reads who has the cursor at a place: what views that follow the cursor speak of. */
export interface InView {
  /** "Section 4.2", or the term whose definition is read. */
  readonly title: string;
  /** The provision around; null outside of all. */
  readonly provision: Provision | null;
  /** What is read of it. */
  readonly range: TextRange;
  /** The definition that is read, in a list of them. */
  readonly definition: Definition | null;
}

/**
 * The provision around a cursor: that of which an item is part, since an item goes on with a sentence that began above it. Of
 * a chapter what stands before its first article; of a list of definitions the one under the cursor.
 */
export function inView(analysis: Analysis, offset: number): InView {
  const around = readAsOne(innermostProvision(analysis.outline, offset));
  const definition = listedAt(analysis, offset);
  if (definition)
    return {
      title: say`“${definition.term}”`,
      provision: around,
      range: wholeOf(analysis, definition),
      definition,
    };
  if (!around) return { title: '', provision: null, range: { start: offset, end: offset }, definition: null };
  const end = around.children.find((child) => !isPartOfText(child))?.range.start ?? around.range.end;
  const range = { start: around.range.start, end: Math.max(around.range.start, end) };
  return {
    title: headed(analysis, around),
    provision: around,
    range,
    definition: null,
  };
}

/** "Section 4.2"; what has no number is called as in the outline: "Preamble". */
function headed(analysis: Analysis, provision: Provision): string {
  if (!provision.parent) return '';
  return provision.ordinal === null ? nameOf(analysis, provision) : titleOf(analysis, provision);
}

function readAsOne(provision: Provision | null): Provision | null {
  let at = provision;
  while (at?.parent && isPartOfText(at)) at = at.parent;
  return at;
}

/** What goes on with the text around it rather than standing by itself. */
function isPartOfText({ kind, implied, inline }: Provision): boolean {
  return implied || inline || kind === 'item' || kind === 'subitem' || kind === 'paragraph';
}

/** The definition that opens the paragraph at a cursor, or of whose list it is part. */
function listedAt(analysis: Analysis, offset: number): Definition | null {
  const { definitions } = termsOf(analysis);
  const until = paragraphAt(analysis.paragraphs, offset)?.end ?? offset;
  const behind = countLeading(definitions, ({ range }) => range.start <= until);
  for (let at = behind - 1; at >= Math.max(0, behind - mostNested); at -= 1) {
    const definition = definitions[at];
    if (!definition?.listed) continue;
    const { start, end } = wholeOf(analysis, definition);
    return start <= offset && offset <= end ? definition : null;
  }
  return null;
}

/** So many definitions inside another one are passed over. */
const mostNested = 8;

function wholeOf(analysis: Analysis, definition: Definition): TextRange {
  const { range } = definition;
  const paragraph = paragraphAt(analysis.paragraphs, range.start);
  const extent = extentOf(analysis, definition);
  return {
    start: paragraph?.start ?? range.start,
    end: Math.max(paragraph?.end ?? range.end, extent?.end ?? range.end),
  };
}
