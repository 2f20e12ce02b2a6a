import type { ProvisionKind } from '../../model/provision.ts';
import type { Steps } from '../../text/steps.ts';

/** A heading in a document that is too long to be read. Lines and columns count from 0. */
export interface PlainHeading {
  /** The line as it is written, without blanks around it. */
  readonly name: string;
  readonly kind: ProvisionKind;
  readonly line: number;
  readonly column: number;
  /** The line on which the next heading of its rank or a higher one stands, or behind the last line. */
  readonly endLine: number;
  readonly children: readonly PlainHeading[];
}

/** Nobody reads through a longer outline, and memory must have a bound for any text. */
const mostHeadings = 20_000;

/** A heading that takes more is prose. */
const longestHeading = 160;

/**
 * Finds lines that open with the name and the number of a division or an attachment, and looks at nothing else: what
 * a document of any length can be given in one pass and next to no memory.
 */
export function* plainOutline(text: string): Steps<readonly PlainHeading[]> {
  const headings: OpenHeading[] = [];
  const open: OpenHeading[] = [];
  const closeFrom = (rank: number, line: number): void => {
    for (let last = open.at(-1); last && last.rank >= rank; last = open.at(-1)) {
      last.endLine = line;
      open.pop();
    }
  };
  let found = 0;
  let line = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 10;
    if (code !== 10 && code !== 13) continue;
    const heading =
      at - start <= longestHeading && found < mostHeadings ? headingIn(text.slice(start, at), line) : null;
    if (heading) {
      found += 1;
      closeFrom(heading.rank, line);
      (open.at(-1)?.children ?? headings).push(heading);
      open.push(heading);
    }
    if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    line += 1;
    start = at + 1;
    if (line % linesInAStep === 0) yield;
  }
  closeFrom(0, line);
  return headings;
}

interface OpenHeading extends PlainHeading {
  /** The smaller, the higher it stands. */
  readonly rank: number;
  endLine: number;
  readonly children: OpenHeading[];
}

const linesInAStep = 4_096;

/** The number ends the line, or punctuation or a capital follows it: "Section 5 of the Credit Agreement" goes on in a sentence. */
const headed =
  /^[\s#*_]{0,20}(Article|Chapter|Part|Title|Section|Exhibit|Schedule|Annex|Appendix|ARTICLE|CHAPTER|PART|TITLE|SECTION|EXHIBIT|SCHEDULE|ANNEX|APPENDIX)[ \t]{1,4}(?:\d{1,4}(?:\.\d{1,4}){0,3}(?!\.?\d)|[IVXLC]{1,8}|[A-Z](?:-\d{1,3})?)(?:\.[ \t]|\.?[:)*_—–-]|\.?[ \t]{1,4}["“(]?[A-Z]|\.?[ \t]*$)/;

const divisions: Readonly<Record<string, { kind: ProvisionKind; rank: number }>> = {
  exhibit: { kind: 'exhibit', rank: 0 },
  schedule: { kind: 'schedule', rank: 0 },
  annex: { kind: 'annex', rank: 0 },
  appendix: { kind: 'appendix', rank: 0 },
  part: { kind: 'part', rank: 1 },
  title: { kind: 'part', rank: 1 },
  chapter: { kind: 'chapter', rank: 2 },
  article: { kind: 'article', rank: 3 },
  section: { kind: 'section', rank: 4 },
};

function headingIn(written: string, line: number): OpenHeading | null {
  const word = headed.exec(written)?.[1];
  const division = word === undefined ? undefined : divisions[word.toLowerCase()];
  if (!division) return null;
  const name = written.trim();
  return { name, ...division, line, column: written.indexOf(name), endLine: line, children: [] };
}
