import type { Citation, CitationUnit } from './citation.ts';
import { readLead, readQualifier, standsAlone } from './citation-context.ts';
import { readBracketedList, readCitedList } from './citation-numbers.ts';
import { acquisitionRegulation, collection } from './law-words.ts';
import { isAttachmentUnit, isCommonWord, readUnitWord, unitWordAlternatives } from './unit-words.ts';

/**
 * The citations in the text of a paragraph, in order; none overlaps another. A provision's own number at its head is read
 * as one too: only the tree can tell. Linear: each citation is read once.
 */
export function readCitations(text: string): readonly Citation[] {
  const found: Citation[] = [];
  let position = 0;
  const take = (citation: Citation | null): void => {
    if (!citation || citation.start < position) return;
    found.push(citation);
    position = citation.end;
  };
  for (const trigger of triggersOf(text)) {
    if (trigger.start < position) continue;
    if (trigger.kind === 'law') take(lawCitation(trigger.start, trigger.end, text));
    else if (trigger.kind === 'bracket') take(readBareBrackets(text, trigger.start));
    else take(readWorded(text, trigger.start, trigger.end));
  }
  return shareQualifiers(text, found);
}

interface Trigger {
  readonly kind: 'word' | 'bracket' | 'law';
  readonly start: number;
  readonly end: number;
}

const unitWord = new RegExp(`(?<![A-Za-z\\d.-])(?:${unitWordAlternatives})(?![A-Za-z-])`, 'gi');
const bareBrackets =
  /(?<=[A-Za-z,:] )\([A-Za-z\d]{1,4}\)(?:(?:,|,? (?:and|or|to|through|minus|plus)) \([A-Za-z\d]{1,4}\)){0,6} (?:above|below|hereof)\b(?! [$\d])/g;

function triggersOf(text: string): Trigger[] {
  const triggers: Trigger[] = [];
  const collect = (pattern: RegExp, kind: Trigger['kind']): void => {
    for (const match of text.matchAll(pattern))
      triggers.push({ kind, start: match.index, end: match.index + match[0].length });
  };
  collect(unitWord, 'word');
  if (/\) (?:above|below|hereof)/.test(text)) collect(bareBrackets, 'bracket');
  if (/U\.?[ \u00a0]?S\.?[ \u00a0]?C|F\.?[ \u00a0]?R|FAR/.test(text)) {
    collect(collection, 'law');
    collect(acquisitionRegulation, 'law');
  }
  return triggers.sort((a, b) => a.start - b.start || order(a.kind) - order(b.kind));
}

function order(kind: Trigger['kind']): number {
  return kind === 'law' ? 0 : 1;
}

const plain = {
  unit: null,
  plural: false,
  place: null,
  ordinals: [],
  count: null,
  members: [],
  outer: null,
  qualifier: null,
  caption: null,
  lawBefore: null,
} as const;

function lawCitation(start: number, end: number, text: string): Citation {
  return { ...plain, start, end, lawBefore: text.slice(start, end) };
}

/** "(iii) above", "(a) and (b) above". */
function readBareBrackets(text: string, start: number): Citation | null {
  const list = readBracketedList(text, start);
  if (!list) return null;
  const behind = /^ (above|below|hereof)\b/.exec(text.slice(list.end, list.end + 8));
  const place = behind?.[1] === 'above' ? 'above' : behind?.[1] === 'below' ? 'below' : null;
  return { ...plain, start, end: list.end + (behind?.[0].length ?? 0), place, members: list.members };
}

/** A citation whose unit word stands at `start` to `end`. */
function readWorded(text: string, start: number, end: number): Citation | null {
  const printed = text.slice(start, end);
  const word = readUnitWord(printed);
  if (!word) return null;
  const capital = /^[A-Z§]/.test(printed);
  if (/^ss?\.$/i.test(printed) && !/^[ \u00a0]?\d/.test(text.slice(end, end + 2))) return null;
  const lead = readLead(text, start);
  const list = readCitedList(text, end, word.unit, word.plural);
  if (list && mayCite(text, start, word.unit, capital, list.end)) {
    // "agrees that Section 4 applies", "such Section 4": a number needs nothing said before.
    const led = lead.place !== 'such' && lead.place !== null;
    return withContext(text, {
      ...plain,
      start: led ? lead.start : start,
      end: list.end,
      unit: word.unit,
      plural: word.plural,
      place: led ? lead.place : null,
      ordinals: [],
      members: list.members,
      lawBefore: lead.law,
    });
  }
  if (list) return null;
  // The words themselves are spoken of: “the term "this Section" means …”.
  if (/["“]$/.test(text.slice(lead.start - 1, lead.start)) && /^["”]/.test(text.slice(end, end + 1)))
    return null;
  return readUnnumbered(text, {
    ...lead,
    unit: word.unit,
    plural: word.plural,
    capital,
    unitStart: start,
    end,
  });
}

/** "title 5" and "the following rule (a)" are prose as often as citations: in small letters they need a figure. */
function mayCite(text: string, start: number, unit: CitationUnit, capital: boolean, end: number): boolean {
  if (capital) return true;
  const number = text.slice(start, end);
  if (isAttachmentUnit(unit)) return /["“\dA-Z]/.test(number.slice(4));
  if (unit === 'recital') return /[ \u00a0]\(?[A-Z\d]{1,4}\)?$/.test(number);
  if (isCommonWord(unit)) return /\d/.test(number) || (unit === 'item' && /\(/.test(number));
  return true;
}

interface Unnumbered {
  readonly start: number;
  readonly unitStart: number;
  readonly end: number;
  readonly unit: CitationUnit;
  readonly plural: boolean;
  readonly capital: boolean;
  readonly place: Citation['place'];
  readonly ordinals: readonly number[];
  readonly count: number | null;
}

function readUnnumbered(text: string, word: Unnumbered): Citation | null {
  let { place, end } = word;
  if (isAttachmentUnit(word.unit)) return readOnlyAttachment(text, word);
  if (place === null && word.ordinals.length === 0) {
    // "the paragraph above"
    const behind = /^[ \u00a0](?:immediately[ \u00a0])?(above|below)\b(?![ \u00a0](?:the|a|an)\b)/.exec(
      text.slice(end, end + 24),
    );
    if (!behind || !/\b[Tt]he[ \u00a0]$/.test(text.slice(Math.max(0, word.unitStart - 4), word.unitStart)))
      return null;
    place = behind[1] === 'above' ? 'above' : 'below';
    end += behind[0].length;
    if (!standsAlone(word.unit, place, word.capital, word.plural) || isCommonWord(word.unit)) return null;
    return { ...plain, start: word.unitStart - 4, end, unit: word.unit, plural: word.plural, place };
  }
  if (!standsAlone(word.unit, place, word.capital, word.plural)) return null;
  const citation = withContext(text, {
    ...plain,
    start: word.start,
    end,
    unit: word.unit,
    plural: word.plural,
    place,
    ordinals: word.ordinals,
    count: word.count,
  });
  // "the first paragraph" alone may be of anything; "of Article 6" says of what.
  if (word.ordinals.length > 0 && place === null && !citation.outer) return null;
  return citation;
}

const belongsHere = /^[ \u00a0](?:hereto|attached hereto|(?:attached )?to th(?:is|e) [A-Z][a-z]+)/;

/** "the Schedule to this Agreement": the one attachment that needs no number. */
function readOnlyAttachment(
  text: string,
  { unitStart, end, unit, capital, plural, place }: Unnumbered,
): Citation | null {
  if (!capital || plural || place !== null) return null;
  const before = /\b[Tt]he[ \u00a0]$/.exec(text.slice(Math.max(0, unitStart - 5), unitStart));
  const behind = belongsHere.exec(text.slice(end, end + 60));
  if (!before || !behind) return null;
  return { ...plain, start: unitStart - before[0].length, end: end + behind[0].length, unit };
}

/** Reads what follows a citation: its caption, what it is a part of, and the document it belongs to. */
function withContext(text: string, citation: Citation): Citation {
  let { end } = citation;
  const behind = /^[ \u00a0](above|below)\b(?![ \u00a0](?:the|a|an|\d)\b)/.exec(text.slice(end, end + 14));
  const place = citation.place ?? (behind ? (behind[1] === 'above' ? 'above' : 'below') : null);
  if (behind) end += behind[0].length;
  const caption = readCaption(text, end);
  const outer = readOuter(text, caption?.after ?? end);
  if (outer) {
    return {
      ...citation,
      place,
      end: outer.end,
      caption: caption?.caption ?? null,
      outer,
      qualifier: outer.qualifier,
    };
  }
  const qualifier = readQualifier(text, caption?.after ?? end) ?? readLinkedDocument(text, end);
  // The caption ends the citation only where nothing else does: it is what the number is checked against.
  return {
    ...citation,
    place,
    end: qualifier && qualifier.end > end ? qualifier.end : (caption?.after ?? end),
    caption: caption?.caption ?? null,
    qualifier,
  };
}

const linkTarget = /[^[\]()\n]{0,80}\]\(([^)\s#]{1,200})/y;

/** "[Section 5. Payment](terms.md#payment)": the link says that the citation is of another document. */
function readLinkedDocument(text: string, at: number): Citation['qualifier'] {
  linkTarget.lastIndex = at;
  const found = linkTarget.exec(text);
  return found ? { kind: 'named', name: found[1] ?? '', start: at, end: at } : null;
}

const captionPattern =
  /[ \u00a0]{0,2}(?:\((?:entitled |titled |captioned )?["“]?([A-Z][A-Za-z’',;&/ \u00a0-]{2,90}?)["”]?\)|,?[ \u00a0](?:entitled|titled|captioned),?[ \u00a0]["“]([^"”]{3,100}?)[,.]?["”])/y;

function readCaption(text: string, at: number): { caption: Citation['caption']; after: number } | null {
  captionPattern.lastIndex = at;
  const found = captionPattern.exec(text);
  if (!found) return null;
  const words = found[1] ?? found[2] ?? '';
  // "(the “Act”)", "(“Parent”)" define; a caption has no quotation marks of its own in brackets.
  if (found[1] !== undefined && /["“]/.test(found[0])) {
    if (!/titled|captioned/.test(found[0])) return null;
  }
  const start = at + found[0].indexOf(words);
  return { caption: { text: words, start, end: start + words.length }, after: captionPattern.lastIndex };
}

const outerLink =
  /[ \u00a0]{0,2},?[ \u00a0]{1,3}(?:of|in|to|under|within|contained in|set forth in|as set forth in)[ \u00a0]{1,3}/y;
const outerLead =
  /(?:(?:the|this|these|such|said|that|its)[ \u00a0]{1,3})?(?:immediately[ \u00a0]{1,3})?(?:(?:preceding|prior|previous|foregoing|following|next|above|first|second|third|fourth|fifth|sixth|last)[ \u00a0]{1,3})?/iy;
const outerWord = new RegExp(`(?:${unitWordAlternatives}|sentence|definition)(?![A-Za-z-])`, 'iy');

/** "Article 7" in "paragraph 2 of Article 7". What links a Section "to Exhibit A" links only attachments. */
function readOuter(text: string, at: number): Citation | null {
  outerLink.lastIndex = at;
  if (!outerLink.test(text)) return null;
  outerLead.lastIndex = outerLink.lastIndex;
  outerLead.test(text);
  const wordAt = Math.max(outerLead.lastIndex, outerLink.lastIndex);
  outerWord.lastIndex = wordAt;
  const word = outerWord.exec(text);
  if (!word) return null;
  const end = outerWord.lastIndex;
  if (/^(?:sentence|definition)$/i.test(word[0])) {
    const unit = word[0].toLowerCase() as CitationUnit;
    const lead = readLead(text, wordAt);
    return { ...plain, start: lead.start, end, unit, place: lead.place, ordinals: lead.ordinals };
  }
  // "of Schedule 13D" and "of this Exhibit" name the document, and are read as its qualifier.
  const citation = readWorded(text, wordAt, end);
  return citation && (citation.members.length > 0 || citation.place !== null || citation.ordinals.length > 0)
    ? citation
    : null;
}

const betweenCitations = /^[ \u00a0]{0,2}(?:,[ \u00a0]?)?(?:and\/or|and|or)?[ \u00a0]{1,2}$/;

/** "Section 4 and Section 5 of the Act", "Code Sections 409A and 4999": what is said of one of a list is said of all. */
function shareQualifiers(text: string, citations: readonly Citation[]): readonly Citation[] {
  const shared = citations.slice();
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const citation = shared[index];
    const next = shared[index + 1];
    if (!citation || !next || citation.qualifier || citation.lawBefore || !next.qualifier) continue;
    if (citation.unit !== next.unit || citation.outer || citation.place !== null) continue;
    if (betweenCitations.test(text.slice(citation.end, next.start)))
      shared[index] = { ...citation, qualifier: next.qualifier };
  }
  for (let index = 1; index < shared.length; index += 1) {
    const citation = shared[index];
    const before = shared[index - 1];
    if (
      !citation ||
      !before?.lawBefore ||
      citation.lawBefore ||
      citation.qualifier ||
      citation.unit !== before.unit
    )
      continue;
    if (betweenCitations.test(text.slice(before.end, citation.start)))
      shared[index] = { ...citation, lawBefore: before.lawBefore };
  }
  return shared;
}
