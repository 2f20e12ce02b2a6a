import type { Analysis } from '../analysis.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import { paragraphAt, paragraphsTouching } from '../inline/paragraphs.ts';
import { nameAtSentenceStart } from '../model/naming.ts';
import { perOutline } from '../model/perOutline.ts';
import { isRootKind, type Provision, walkProvisions } from '../model/provision.ts';
import { findSiblingGroups, isListItem } from '../model/siblings.ts';
import { type Ending, endingMarkOf, endingOf } from '../resolve/endings.ts';
import { findLists } from '../resolve/lists.ts';
import { Role } from '../syntax/roles.ts';
import { say } from '../text/say.ts';
import type { Rule, RuleReport } from './rule.ts';

/** A provision just ends, or ends with a semicolon though its list is over. */
export const missingTerminalPunctuation: Rule = {
  id: 'missing-terminal-punctuation',
  title: 'A provision that does not end its sentence',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    yield* findOpenSentences(analysis);
    yield* findOpenSections(analysis);
    yield* findOpenLists(analysis);
  },
};

/** Sentences that end with a word. */
function* findOpenSentences(analysis: Analysis): Generator<RuleReport> {
  for (const { children } of walkProvisions(analysis.outline)) {
    let leaves = 0;
    let bare = 0;
    let stops = 0;
    for (const child of children) {
      if (!isLeaf(child)) continue;
      const mark = endingMarkOf(analysis, child);
      leaves += 1;
      if (mark === '') bare += 1;
      else if (mark === '.') stops += 1;
    }
    // Where several end without a sign it is the writer's way, or a table's.
    if (bare === 0 || (bare > 1 && bare * 4 > leaves)) continue;
    const allOthersStop = bare === 1 && stops >= fewestStops && stops === leaves - 1;
    const own = children.filter(isLeaf);
    for (const [index, provision] of own.entries()) {
      const ending = endingOf(analysis, provision);
      if (ending?.mark !== '' || ending.conjunction !== null) continue;
      // An item ends with a full stop where those beside it do.
      if (isListItem(provision) && stops < fewestStops) continue;
      const next = own[index + 1];
      const isFollowed = next !== undefined && countsOn(analysis, provision, next);
      if (!endsInSentence(analysis, provision, ending, { needsVerb: !allOthersStop, isFollowed })) continue;
      yield report(ending, say`${nameAtSentenceStart(provision)} ends without a full stop.`);
    }
  }
}

const fewestStops = 3;

function isLeaf(provision: Provision): boolean {
  if (provision.inline || provision.implied || provision.kind === 'signature' || isRootKind(provision.kind))
    return false;
  return provision.children.every(isInline) && provision.designation !== null && provision.confidence >= 0.6;
}

function isInline({ inline }: Provision): boolean {
  return inline;
}

/** Of siblings that end with a full stop one ends with a semicolon. */
function* findOpenSections(analysis: Analysis): Generator<RuleReport> {
  for (const { members } of findSiblingGroups(analysis.outline, 5)) {
    if (isListItem(members[0])) continue;
    const own = members.filter(({ children }) => children.every(isInline));
    const marks = own.map((provision) => endingMarkOf(analysis, provision));
    const stops = marks.filter((mark) => mark === '.').length;
    if (stops < 4 || stops * 5 < own.length * 4 || stops === own.length) continue;
    for (const provision of own) {
      const ending = endingOf(analysis, provision);
      if (!ending || (ending.mark !== ';' && ending.mark !== ',') || ending.conjunction !== null) continue;
      const sign = ending.mark === ';' ? say`a semicolon` : say`a comma`;
      yield report(
        ending,
        say`${nameAtSentenceStart(provision)} ends with ${sign}; the ${stops} others end with a full stop.`,
      );
    }
  }
}

/** The last item of a list ends as if another followed. */
function* findOpenLists(analysis: Analysis): Generator<RuleReport> {
  for (const list of findLists(analysis)) {
    const { parent, items } = list;
    const last = items[items.length - 1];
    if (!last || last.leads || items.length < 3) continue;
    const { ending, provision } = last;
    // So it should.
    if (ending.conjunction === null && ending.mark !== ';' && ending.mark !== '') continue;
    if (list.goesOn || !endsWithItsLists(analysis, parent)) continue;
    const others = items.slice(0, -1).filter((item) => !item.leads);
    const separated = others.filter((item) => item.ending.mark === ';').length;
    if (separated < 2 || separated * 2 < others.length) continue;
    const name = nameAtSentenceStart(provision);
    if (ending.conjunction !== null)
      yield report(ending, say`${name} ends with “${ending.conjunction}”, but no item follows it.`, false);
    else if (ending.mark === ';')
      yield report(ending, say`${name} is the last of its list, but ends with a semicolon.`);
    else if (
      ending.mark === '' &&
      separated === others.length &&
      endsInSentence(analysis, provision, ending, { fewestWords: fewestItemWords, needsVerb: false })
    )
      yield report(ending, say`${name} is the last of its list, but ends without a full stop.`);
  }
}

/**
 * A list in an item of another list ends as that list's items do: with a full stop only where they have one. In the last
 * item of the other list it ends as that list does.
 */
function endsWithItsLists(analysis: Analysis, parent: Provision): boolean {
  for (let item: Provision | null = parent; item; item = item.parent) {
    const family = item.numbering?.family ?? '';
    if (family === '' || /^[a-z]/.test(family) || family.includes('.#')) return true;
    const list: readonly Provision[] = groupsOf(analysis.outline).get(item) ?? [];
    if (list.length > 1 && list[list.length - 1] === item) continue;
    const near = list
      .slice(0, mostCompared)
      .filter((other) => other !== item)
      .map((other) => endingMarkOf(analysis, lastWithin(other)));
    return near.includes('.') && !near.includes(';');
  }
  return true;
}

const groupsOf = perOutline((outline): ReadonlyMap<Provision, readonly Provision[]> => {
  const groups = new Map<Provision, readonly Provision[]>();
  for (const { members } of findSiblingGroups(outline, 2))
    for (const member of members) groups.set(member, members);
  return groups;
});

/** The provision with which a provision ends: the last item of its last list. */
function lastWithin(provision: Provision): Provision {
  let last = provision;
  for (let child = last.children.at(-1); child && !child.inline; child = last.children.at(-1)) last = child;
  return last;
}

/** Of so many items beside it the way of a list is seen. */
const mostCompared = 12;

function report(ending: Ending, message: string, fixable = true): RuleReport {
  const end = ending.mark === '' ? ending.at : ending.at + 1;
  return {
    range: { start: Math.max(0, ending.at - 1), end: Math.max(end, ending.end) },
    message,
    fixes: fixable
      ? [{ title: say`End it with a full stop`, edits: [{ range: { start: ending.at, end }, newText: '.' }] }]
      : [],
  };
}

const verb =
  /\b(?:shall|will|may|must|is|are|was|were|has|have|had|does|do|can|agrees?|means|includes?|constitutes?)\b/;

/** An item of a list is short. */
const fewestItemWords = 3;

/** What is known of a text that may be a sentence. */
interface Circumstances {
  readonly fewestWords?: number;
  /** Where all texts beside it are sentences, it is one too. */
  readonly needsVerb?: boolean;
  /** The next number begins right behind it, so that its text does not go on there. */
  readonly isFollowed?: boolean;
}

/**
 * Whether the last paragraph of a provision is a sentence, on lines of text: headings, addresses, formulas, and text that
 * a table, another language or the rest of the sentence follows, are none.
 */
function endsInSentence(
  analysis: Analysis,
  provision: Provision,
  ending: Ending,
  { fewestWords = 10, needsVerb = true, isFollowed = false }: Circumstances,
): boolean {
  const { text } = analysis.snapshot;
  const paragraph = paragraphAt(analysis.paragraphs, ending.at - 1);
  // A line without a full stop may have been read together with the provision behind it.
  if (!paragraph || (paragraph.end > ending.end + 3 && !isFollowed)) return false;
  const from = Math.max(provision.heading.end, provision.designation?.end ?? 0, paragraph.start);
  const own = text.slice(from, ending.at);
  if (own.split(/\s+/).length < fewestWords) return false;
  if (needsVerb && !verb.test(own) && !/^[a-z]/.test(own)) return false;
  if ((isFollowed || !needsVerb) && !runsAsSentence(own)) return false;
  if (
    !/[a-z]{2}[)\]”"]?$/.test(own.slice(-4)) ||
    /[_…]{2}|\[\s?\*|https?:|@|[^\u0020-\u024f\s\u2000-\u206f]/.test(own.slice(-80)) ||
    /\]\(\S*$/.test(own.slice(-longestLink))
  )
    return false;
  if (openWords.test(own.slice(-10)) || /^[^\n]{0,11}[*_]{2}/.test(text.slice(ending.at, ending.at + 13)))
    return false;
  const line = analysis.snapshot.lineAt(ending.at);
  if (analysis.roles[line] !== Role.text || analysis.quoted[line] === 1) return false;
  if (
    titles.test(own.slice(-longestLink)) ||
    bullets.test(own) ||
    standsApart(analysis, provision, paragraph)
  )
    return false;
  if (isFollowed) return true;
  if (isCutByPage(analysis, line)) return false;
  const behind = text.slice(ending.end, ending.end + 300);
  if (/^\s{0,200}(?:[|\][]|<(?!PAGE))/.test(behind)) return false;
  const next = /[\p{L}\d(§*#]/u.exec(behind)?.[0] ?? '';
  return !/[a-z]|[^\0-\u024f]/.test(next);
}

const longestLink = 300;

/** Items without numbers: whether they end with a sign is the writer's way. */
const bullets = /\n[ \t]{0,12}[*•·-][ \t]{1,4}\S[^\n]{0,2000}\n[ \t]{0,12}[*•·-][ \t]/;

/** "Exhibit A - Territory Exhibit B - Prices": what a list of attachments comes to when its lines are lost. */
const titles =
  /\b(?:Exhibit|Schedule|Appendix|Annex) [A-Z\d]{1,4} ?[-–—:] [^.;]{2,120}\b(?:Exhibit|Schedule|Appendix|Annex) [A-Z\d]{1,4} ?[-–—:]/;

/**
 * A line behind the text of its provision may be a heading without a number, of what follows; lines of which the one
 * before ends with a word too are a list.
 */
function standsApart(
  { paragraphs, snapshot }: Analysis,
  { designation, heading, range }: Provision,
  paragraph: Paragraph,
): boolean {
  const start = Math.max(heading.end + 1, designation?.end ?? range.start);
  const before = [...paragraphsTouching(paragraphs, { start, end: paragraph.start })].at(-1);
  if (!before || before === paragraph) return false;
  if (/[\p{L}]$/u.test(before.text.slice(-1))) return true;
  return (
    snapshot.lineAt(paragraph.start) === snapshot.lineAt(paragraph.end) &&
    /[.:;]["”)]?$/.test(before.text.slice(-2)) &&
    /^[A-Z][a-z]/.test(paragraph.text) &&
    paragraph.text.split(/\s+/).length <= mostHeadingWords
  );
}

const mostHeadingWords = 12;

/** The number of a page stands behind the next lines of text: they may be the title of the page, the sentence go on below. */
function isCutByPage({ roles, snapshot }: Analysis, line: number): boolean {
  let lines = 0;
  for (let next = line + 1; next < snapshot.lineCount && lines < 3; next += 1) {
    if (snapshot.slice(snapshot.lineRange(next)).trim() === '') continue;
    if (roles[next] === Role.furniture) return lines > 0;
    lines += 1;
  }
  return false;
}

/** The words behind the last stop are those of a sentence: no caption, no name, no rows of a table. */
function runsAsSentence(own: string): boolean {
  const last = own.split(/(?<=[a-z)”"])[.;:]\s/).at(-1) ?? '';
  if (last.trim().split(/\s+/).length < fewestItemWords) return false;
  if (verb.test(last)) return true;
  // Captions too have their little words in small letters.
  const long = last.match(/[A-Za-z]{4,}/g) ?? [];
  return long.filter((word) => /^[a-z]/.test(word)).length * 2 > long.length;
}

/** Whether the next provision has the next number, and nothing but blanks stands between. */
function countsOn({ snapshot }: Analysis, provision: Provision, next: Provision): boolean {
  const [path, following] = [provision.numbering?.path ?? [], next.numbering?.path ?? []];
  return (
    provision.numbering?.family === next.numbering?.family &&
    following.at(-1) === (path.at(-1) ?? Number.NaN) + 1 &&
    next.confidence >= 0.7 &&
    next.range.start - provision.range.end < longestGap &&
    snapshot.text.slice(provision.range.end, next.range.start).trim() === ''
  );
}

const longestGap = 300;

/** Words with which no sentence ends: it goes on where a page or a heading cut it. */
const openWords =
  /\b(?:the|an?|of|to|in|for|with|by|any|this|that|its|their|and|or|than|as|from|such|under|at|on)$/i;
