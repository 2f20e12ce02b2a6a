import type { Analysis } from '../../server/src/core/analysis.ts';
import { Role } from '../../server/src/core/syntax/roles.ts';

/** A term that a plain search of the text finds in quotation marks, once, where it is defined. */
export interface PlainTerm {
  readonly term: string;
  /** `"X" means …` opens its paragraph, or `(the "X")` names what stands before it. */
  readonly form: 'listed' | 'bracket';
  readonly start: number;
  readonly end: number;
  /** What defines it: the paragraph, or the brackets with the blank before them. */
  readonly from: number;
  readonly until: number;
}

export interface PlainUse {
  readonly start: number;
  readonly end: number;
}

const quotedTerm =
  /(["“])[*_]{0,3}([A-Z][A-Za-z’'-]{1,30}(?: (?:[A-Z][A-Za-z’'-]{1,30}|of|in|for|to)){0,5})[*_]{0,3}["”]/g;
const mostParagraph = 4000;

/**
 * The terms of a document that are set in quotation marks once: `"X" means …` at the beginning of a line, or `(the "X")`.
 * Found by patterns that the program does not use.
 */
export function findPlainTerms(analysis: Analysis, text: string): PlainTerm[] {
  const all = [...text.matchAll(quotedTerm)];
  const counts = new Map<string, number>();
  for (const [, , term = ''] of all) counts.set(keyOf(term), (counts.get(keyOf(term)) ?? 0) + 1);
  const found: PlainTerm[] = [];
  for (const match of all) {
    const [whole, , term = ''] = match;
    if (counts.get(keyOf(term)) !== 1 || / (?:of|in|for|to)$/.test(term)) continue;
    if (!isRunningText(analysis, match.index)) continue;
    const place = definesAt(text, match.index, match.index + whole.length);
    const start = match.index + whole.indexOf(term);
    if (place) found.push({ term, start, end: start + term.length, ...place });
  }
  return found;
}

function definesAt(
  text: string,
  start: number,
  end: number,
): Pick<PlainTerm, 'form' | 'from' | 'until'> | null {
  const before = /\(((?:the|each,? an?|an?|collectively,? the|hereinafter,? the) )?$/.exec(
    text.slice(Math.max(0, start - 30), start),
  );
  if (
    before &&
    text[end] === ')' &&
    /[\w,”"] $/.test(text.slice(Math.max(0, start - before[0].length - 2), start - before[0].length))
  )
    return { form: 'bracket', from: start - before[0].length - 1, until: end + 1 };
  const line = text.lastIndexOf('\n', start) + 1;
  if (!/^\s*(?:\(?[a-z0-9.]{1,6}[.)]\s{1,6})?$/.test(text.slice(line, start))) return null;
  if (!/^[^.;:"“”()\n]{0,60}\s(?:shall )?mean(?:s|ing)?\s/.test(text.slice(end, end + 80))) return null;
  const rest = text.slice(end, end + mostParagraph);
  const next = /\r?\n[ \t]*\r?\n|\r?\n[ \t]*["“]/.exec(rest);
  if (!next) return null;
  const own = rest.slice(0, next.index);
  // What is defined inside would be lost too, and a list may go on in the next paragraph.
  if (/["“”]/.test(own) || !/\.\s*$/.test(own)) return null;
  return { form: 'listed', from: line, until: end + next.index + (/^\r?\n/.exec(next[0])?.[0].length ?? 0) };
}

/** In whatever case and number. */
export function keyOf(term: string): string {
  return term.toLowerCase().replace(/ies\b/g, 'y').replace(/s\b/g, '');
}

/**
 * Where the words stand as they are written, in running text, and are no part of a longer name: no capital stands beside
 * them and no quotation mark.
 */
export function findPlainUses(analysis: Analysis, text: string, words: string): PlainUse[] {
  const found: PlainUse[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    const before = text.slice(Math.max(0, at - 40), at);
    const after = text.slice(end, end + 40);
    if (/[\w“"'’*_-]$|[A-Z][\w.’-]* (?:of |and |& |or )?$|[A-Z][A-Z]+\s+$/.test(before)) {
      if (!/(?:^|[\s(])(?:The|Each|Any|If|Such|All|No|Every) $/.test(before)) continue;
    }
    if (/^[\w”"'’*_-]|^ (?:(?:of|and|or|for|in|&) )?(?:the )?[A-Z]|^\s*[:.]?\s*\n/.test(after)) continue;
    if (!/[a-z]/.test(before) || !/[a-z]/.test(after)) continue;
    if (isRunningText(analysis, at)) found.push({ start: at, end });
  }
  return found;
}

/** A line of running text: no heading, furniture, table or quotation from another document. */
export function isRunningText(analysis: Analysis, offset: number): boolean {
  const line = analysis.snapshot.lineAt(offset);
  const words = analysis.snapshot.lineText(line);
  return (
    analysis.roles[line] === Role.text &&
    analysis.quoted[line] !== 1 &&
    words.trim().length > 30 &&
    !/[<>|{}]|https?:/.test(words)
  );
}
