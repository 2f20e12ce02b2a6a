import type { Analysis } from '../analysis.ts';
import { readVerb } from '../inline/definition-verbs.ts';
import { readPointer } from '../inline/meanings.ts';
import { paragraphAt } from '../inline/paragraphs.ts';
import type { Definition, DefinitionPointer } from '../model/definition.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { scopeOf } from './scopes.ts';

/**
 * Definitions whose terms are the captions of a list: "1.4 Affiliate. Any company that is controlled by another." They
 * are told from sections that say how to read the document by standing together, without marks, and by their words: no
 * sentence orders anything. Linear.
 */
export function readCaptionDefinitions(
  analysis: Analysis,
  defined: readonly Definition[],
): readonly Definition[] {
  const found: Definition[] = [];
  const marked = new Set(defined.map(({ source }) => source));
  for (const provision of walkProvisions(analysis.outline)) {
    if (!listsDefinitions.test(provision.caption ?? '')) continue;
    const entries = provision.children.filter((child) => child.caption && !child.inline);
    const plain = entries.filter((entry) => !marked.has(entry));
    const meant = plain.filter((entry) => isMeaning(meaningText(analysis, entry)));
    if (meant.length < fewestEntries || meant.length * 5 < plain.length * 4) continue;
    for (const entry of meant) {
      const definition = createDefinition(analysis, entry);
      if (definition) found.push(definition);
    }
  }
  return found;
}

const listsDefinitions = /^(?:certain |additional |general )?(?:definitions?|defined terms|glossary)\b/i;

const fewestEntries = 3;

/** So far a meaning is read. */
const longestMeaning = 400;

/** The words behind a caption, with single blanks, as far as they are looked at. */
function meaningText({ snapshot }: Analysis, { heading, range }: Provision): string {
  const words = snapshot.text.slice(heading.end, Math.min(range.end, heading.end + longestMeaning));
  return words.replace(/\s+/g, ' ').replace(/^[ .:–—-]+/, '');
}

/** "The person who …", "With respect to a person, any other person …", "The term shall have the meaning set forth in …". */
function isMeaning(text: string): boolean {
  if (givesMeaning.test(text)) return true;
  // What is said of the thing in clauses of their own may be anything.
  const head = text.slice(
    0,
    Math.max(0, text.search(/[.;,:]|\b(?:that|which|who|whom|whose|as|when|where)\b|$/)),
  );
  return opensMeaning.test(text) && !opensRule.test(text) && !orders.test(head);
}

const givesMeaning =
  /^(?:(?:The|This) term )?(?:(?:shall )?(?:have|has) the meaning|(?:shall )?means? |[Rr]efers to )/;
const opensMeaning = /^(?:[A-Z][\w’'-]*|\$?\d[\d,.]*) /;
const opensRule =
  /^(?:Unless|Except|Notwithstanding|For (?:the )?purposes?|With reference|References?|If|When|Where|In)\b/;
const orders = /\b(?:shall|will|may|must|agrees?|is|are)\b/;

function createDefinition(analysis: Analysis, source: Provision): Definition | null {
  const { caption, captionRange } = source;
  if (!caption || !captionRange || !isName(caption)) return null;
  const start = captionRange.start;
  const range = { start, end: start + caption.length };
  // A caption that runs over a line end is no plain text.
  if (analysis.snapshot.text.slice(range.start, range.end) !== caption) return null;
  const pointer = pointerOf(analysis, source);
  return {
    term: caption,
    range,
    pieces: [range],
    form: pointer ? 'pointer' : 'colon',
    mark: 'none',
    listed: false,
    meaning: pointer ? null : meaningRange(analysis, source),
    pointer,
    scope: scopeOf(source, null),
    source,
    quoted: analysis.quoted[analysis.snapshot.lineAt(start)] === 1,
    confidence: 0.65,
  };
}

/** Words with capitals, and not two names or a whole sentence. */
function isName(caption: string): boolean {
  const words = caption.split(' ');
  return (
    words.length <= 8 &&
    words.every((word) => /^[A-Z0-9][\w’'&/-]*$/.test(word) || /^(?:of|the|and|in|for|to|on|by)$/.test(word))
  );
}

function meaningRange({ snapshot }: Analysis, { heading, range }: Provision): Definition['meaning'] {
  const behind = snapshot.text.slice(heading.end, range.end);
  const gap = /^[\s.:–—-]*/.exec(behind)?.[0].length ?? 0;
  return gap < behind.length ? { start: heading.end + gap, end: range.end } : null;
}

/** "The term shall have the meaning set forth in Section 16.1" sends the reader there. */
function pointerOf(analysis: Analysis, { heading }: Provision): DefinitionPointer | null {
  const paragraph = paragraphAt(analysis.paragraphs, heading.end);
  if (!paragraph) return null;
  const behind = paragraph.toLogical(heading.end);
  const opening =
    /^[\s.:–—-]*(?:(?:The|This) term )?/.exec(paragraph.text.slice(behind, behind + 40))?.[0].length ?? 0;
  const verb = readVerb(paragraph.text, behind + opening, false);
  const pointer = verb && readPointer(paragraph.text, verb.end);
  return pointer?.instead
    ? { text: pointer.text, range: paragraph.rangeOf(pointer.start, pointer.end) }
    : null;
}
