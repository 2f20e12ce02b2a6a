import type { Designation } from './designation.ts';
import type { LineFlow } from './flow.ts';
import type { LineFacts } from './lines.ts';
import { Role } from './roles.ts';

/** The caption of a provision: its text and where it stands (absolute, half-open), and the last line it takes up. */
export interface Caption {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lastLine: number;
  /** Text of the provision itself follows on the caption's last line. */
  readonly runIn: boolean;
}

export interface CaptionSource {
  readonly lines: readonly LineFacts[];
  readonly roles: Uint8Array;
  readonly flow: ReadonlyArray<LineFlow | null>;
  lineStart(line: number): number;
  lineText(line: number): string;
}

const longestCaption = 200;

/**
 * Reads the caption behind a designation: in brackets, run in before the text, alone on the line (and on the lines it
 * wraps to), or on the next line. Looks at five lines at most.
 */
export function readCaption(source: CaptionSource, line: number, designation: Designation): Caption | null {
  const facts = source.lines[line];
  if (!facts) return null;
  const text = source.lineText(line);
  const from = skipSeparators(text, designation.end);
  const rest = text.slice(from, facts.end);
  if (rest.startsWith('(')) return readBracketed(source, line, from);
  if (rest === '')
    return (designation.keyword ? readNextLine(source, line) : null) ?? readRunInBelow(source, line);
  return (
    readRunIn(source, line, from, rest) ??
    readWrappedRunIn(source, line, from, rest) ??
    readWholeHeading(source, line, from, rest, designation)
  );
}

const separators =
  /[\s\u00a0\u200b]*(?:[-–—:.]+[\s\u00a0]+)?(?:[*_]{1,3})?(?:[-–—:.]+[\s\u00a0]+)?[\s\u00a0\u200b]*(?:<[^>]{1,80}>)?/y;

function skipSeparators(text: string, from: number): number {
  separators.lastIndex = from;
  separators.test(text);
  return Math.max(from, separators.lastIndex);
}

function readBracketed(source: CaptionSource, line: number, from: number): Caption | null {
  let depth = 0;
  const parts: string[] = [];
  for (let at = line, seen = 0; at < source.lines.length && seen < 5; at += 1) {
    if (source.roles[at] !== Role.text) {
      if (source.roles[at] === Role.furniture && seen > 0) continue;
      return null;
    }
    if (seen > 0 && (source.flow[at]?.blanks ?? 0) > 0 && !source.flow[at]?.acrossFurniture) return null;
    seen += 1;
    const text = source.lineText(at);
    const start = at === line ? from : (source.lines[at]?.start ?? 0);
    for (let index = start; index < text.length; index += 1) {
      if (text[index] === '(') depth += 1;
      else if (text[index] === ')') {
        depth -= 1;
        if (depth > 0) continue;
        parts.push(text.slice(start, index));
        const caption = parts.join(' ').replace(/^\(/, '').replace(/\s+/g, ' ').trim();
        const after = text.slice(index + 1).replace(/[\s.:*_|]+/g, '');
        // "(as defined below) shall" is text, not a caption.
        if (caption === '' || !/^[A-Z\d“"[]/.test(caption) || (/^[a-z,]/.test(after) && at === line))
          return null;
        return {
          text: caption,
          start: source.lineStart(line) + from + 1,
          end: source.lineStart(at) + index,
          lastLine: at,
          runIn: after !== '',
        };
      }
    }
    parts.push(text.slice(start));
  }
  return null;
}

/** Ends a caption that runs in before the text: a stop, or a dash before a long text, and a new sentence. */
const runInCaption =
  /^([A-Z][^.:!?]{1,110}?)(?:[*_]{1,3})?(?:[.:](?:[*_]{1,3})?|\s+[-–—](?=\s.{60}))(?:[*_]{1,3})?(?:[\s\u00a0]+(?=[A-Z“"([\d])|[\s\u00a0]*$)/;

/** `Payment. The Buyer shall …`: a few words in title case, a stop, and then the text. */
function readRunIn(source: CaptionSource, line: number, from: number, rest: string): Caption | null {
  const found = runInCaption.exec(rest);
  const words = found?.[1]?.trim() ?? '';
  if (!found || words === '' || !isTitleCase(words)) return null;
  const follows = rest.length > found[0].length;
  const runsOn = (source.flow[nextTextLine(source, line)]?.blanks ?? 1) === 0;
  if (!follows && runsOn && !/[.:]\s*[*_]*$/.test(found[0])) return null;
  const start = source.lineStart(line) + from;
  return {
    text: words.replace(/[*_]+/g, ''),
    start,
    end: start + words.length,
    lastLine: line,
    runIn: follows,
  };
}

/** A run-in caption that wraps: "5.09 Consolidations, Mergers, Sales of Assets," / "and Dissolutions. The Borrower …". */
function readWrappedRunIn(source: CaptionSource, line: number, from: number, rest: string): Caption | null {
  const next = nextTextLine(source, line);
  const below = source.lines[next];
  const flow = source.flow[next];
  if (!below || !flow || flow.blanks > 0 || flow.acrossFurniture || flow.acrossOther || below.designation)
    return null;
  const lower = source.lineText(next).slice(below.start, below.end);
  const found = runInCaption.exec(`${rest} ${lower}`);
  const words = found?.[1]?.trimEnd() ?? '';
  const wrapped = words.length - rest.length - 1;
  if (!found || wrapped < 1 || !isTitleCase(words)) return null;
  return {
    text: words.replace(/[*_]+/g, '').replace(/\s+/g, ' '),
    start: source.lineStart(line) + from,
    end: source.lineStart(next) + below.start + wrapped,
    lastLine: next,
    runIn: rest.length + 1 + lower.length > found[0].length,
  };
}

/** The number stands alone and its caption runs in on the line below: "8." / "Unemployment. The Company …". */
function readRunInBelow(source: CaptionSource, line: number): Caption | null {
  const next = nextTextLine(source, line);
  const below = source.lines[next];
  const flow = source.flow[next];
  if (!below || !flow || flow.blanks > 2 || flow.acrossOther || below.designation) return null;
  return readRunIn(source, next, below.start, source.lineText(next).slice(below.start, below.end));
}

/** A heading that stands by itself: the line, and the lines it wraps to until a blank one. */
function readWholeHeading(
  source: CaptionSource,
  line: number,
  from: number,
  rest: string,
  designation: Designation,
): Caption | null {
  let text = rest;
  let last = line;
  for (let at = line + 1; at < source.lines.length && at <= line + 3; at += 1) {
    const facts = source.lines[at];
    if (!facts || source.roles[at] !== Role.text || facts.designation) break;
    const continues = rest === rest.toUpperCase() ? facts.capitals : true;
    if (!continues) break;
    text += ` ${source.lineText(at).slice(facts.start, facts.end)}`;
    last = at;
  }
  const next = source.flow[nextTextLine(source, last)];
  const alone =
    next === undefined || next === null || next.blanks > 0 || next.acrossFurniture || next.acrossOther;
  const capitalsLine = rest === rest.toUpperCase() && /[A-Z]{2}/.test(rest);
  const marked = (source.lines[line]?.headingLevel ?? 0) > 0 || isDivisionKeyword(designation);
  if (!alone && !capitalsLine && !marked) return null;
  if (!alone && marked && !capitalsLine) {
    text = rest;
    last = line;
  }
  const caption = text
    .trimEnd()
    .replace(/\{#[^{}]{0,80}\}$/, '')
    .replace(/[*_#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (caption.length > longestCaption || !isHeadingLike(caption)) return null;
  // Without a word such as "Article" before it or a mark, a line of many words is text, not a caption.
  const plain = designation.keyword === null && !marked && !capitalsLine;
  if (plain && !isCaptionLike(caption) && caption.split(' ').length > 7) return null;
  return {
    text: caption.replace(/[.:]$/, ''),
    start: source.lineStart(line) + from,
    end: source.lineStart(last) + (source.lines[last]?.end ?? 0),
    lastLine: last,
    runIn: false,
  };
}

/** "(Purpose)" on a line of its own directly above "Article 2", as Japanese articles are printed. */
export function readCaptionAbove(source: CaptionSource, line: number): Caption | null {
  const facts = source.lines[line];
  if (!facts || facts.heads !== null || facts.end - facts.start > 100) return null;
  const text = source.lineText(line).slice(facts.start, facts.end);
  if (!/^\([A-Z][^()]*\)$/.test(text)) return null;
  const next = nextTextLine(source, line);
  const below = source.lines[next];
  const blanks = source.flow[next]?.blanks ?? Number.POSITIVE_INFINITY;
  const above = source.flow[line]?.blanks ?? 0;
  if (below?.designation?.keyword !== 'article' || blanks > 1 || blanks > above + 1) return null;
  const start = source.lineStart(line) + facts.start + 1;
  return {
    text: text.slice(1, -1).trim(),
    start,
    end: start + text.length - 2,
    lastLine: line,
    runIn: false,
  };
}

function isDivisionKeyword(designation: Designation): boolean {
  return ['article', 'chapter', 'part', 'title', 'division'].includes(designation.keyword ?? '');
}

/** `ARTICLE I` and below it `DEFINITIONS`. */
function readNextLine(source: CaptionSource, line: number): Caption | null {
  const at = nextTextLine(source, line);
  const facts = source.lines[at];
  const flow = source.flow[at];
  if (!facts || !flow || facts.designation || flow.blanks > 3 || flow.acrossOther) return null;
  const text = source.lineText(at).slice(facts.start, facts.end).replace(/[*_]+/g, '');
  // "(English translation)" says how the attachment came about, not what it is.
  if (/^\((?:English )?translation\)$/i.test(text)) return null;
  const next = source.flow[nextTextLine(source, at)];
  const alone = facts.capitals || !next || next.blanks > 0 || next.acrossFurniture;
  if (/^\(.+\)$/.test(text) && /^\([A-Z]/.test(text)) {
    return {
      text: text.slice(1, -1),
      start: source.lineStart(at) + facts.start + 1,
      end: source.lineStart(at) + facts.end - 1,
      lastLine: at,
      runIn: false,
    };
  }
  if (!alone || text.length > 100 || /[.;,:]$/.test(text) || !isCaptionLike(text)) return null;
  return {
    text,
    start: source.lineStart(at) + facts.start,
    end: source.lineStart(at) + facts.end,
    lastLine: at,
    runIn: false,
  };
}

export function nextTextLine(source: Pick<CaptionSource, 'lines' | 'roles'>, line: number): number {
  for (let at = line + 1; at < source.lines.length && at < line + 60; at += 1) {
    if (source.roles[at] === Role.text) return at;
  }
  return source.lines.length;
}

const smallWords = new Set(
  'a an and as at but by for from in into nor of off on or per the to up upon with without vs via during prior not this these its their such any all under between among against than if when no other'.split(
    ' ',
  ),
);

/** Title case, capitals, or a few words that begin with a capital: "Conditions precedent". */
export function isCaptionLike(text: string): boolean {
  const words = text.split(/[\s/]+/).filter((word) => /[A-Za-z]/.test(word));
  return isTitleCase(text) || (words.length <= 5 && /^[A-Z]/.test(text));
}

/** Title case or capitals, no more than a dozen words: "Conditions Precedent to Each Loan". */
export function isTitleCase(text: string): boolean {
  const words = text.split(/[\s/]+/).filter((word) => /[A-Za-z]/.test(word));
  if (words.length === 0 || words.length > 14) return false;
  if (words.length === 1) return /^[^a-z]*[A-Z]/.test(text);
  let capital = 0;
  let small = 0;
  for (const word of words) {
    if (/^[^A-Za-z]*[A-Z]/.test(word)) capital += 1;
    else if (!smallWords.has(word.toLowerCase().replace(/[^a-z]/g, ''))) small += 1;
  }
  return capital >= 1 && (small === 0 || (capital > small * 1.5 && small <= 2));
}

/** A heading that stands alone may be in sentence case: "No adverse changes in the business". */
function isHeadingLike(text: string): boolean {
  if (!/[A-Za-z]/.test(text) || /[;,]$/.test(text) || /^[a-z]/.test(text)) return false;
  const words = text.split(/\s+/).length;
  if (/[.]$/.test(text)) return words <= 12 && isTitleCase(text);
  return words <= 24 && !/[a-z]\. [A-Z]/.test(text) && !/\b(?:shall|means|hereby|agrees)\b/.test(text);
}
