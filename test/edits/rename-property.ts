import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { applyPlan, type EditPlan, isRefusal } from '../../server/src/core/edits/edit-plan.ts';
import { renameTerm } from '../../server/src/core/edits/rename-term.ts';
import { nameOf } from '../../server/src/core/edits/term-family.ts';
import type { Definition } from '../../server/src/core/model/definition.ts';
import { isRootKind } from '../../server/src/core/model/provision.ts';
import { definitionsOf } from '../../server/src/core/resolve/definitions.ts';
import { type TermUse, termsOf } from '../../server/src/core/resolve/terms.ts';
import { Role } from '../../server/src/core/syntax/roles.ts';
import type { TestDocument } from '../core/documents.ts';

/** What came of renaming one term to a fresh name and back. */
export interface RoundTrip {
  readonly path: string;
  readonly term: string;
  readonly fresh: string;
  /** Why the term was not renamed; null where it was. */
  readonly refusal: string | null;
  /** `refused` where the old name is also defined elsewhere with another meaning. */
  readonly back: 'made' | 'refused' | 'not tried';
  /** What must not be: each a sentence with its place. */
  readonly faults: readonly string[];
  /** Places that a plain scan finds, by what became of them. */
  readonly scanned: ReadonlyMap<string, number>;
}

/** Renames a term and renames it back, and looks for anything that is not as it should be. */
export function roundTrip({ path, text }: TestDocument, before: Analysis, definition: Definition): RoundTrip {
  const term = nameOf(definition);
  const fresh = freshName(term, text);
  const result = { path, term, fresh, back: 'not tried' } as const;
  const plan = renameTerm(before, definition, fresh);
  if (isRefusal(plan)) return { ...result, refusal: plan.refusal, faults: [], scanned: new Map() };
  const { faults, scanned } = scan(before, definition, term, plan);
  const renamed = applyPlan(text, plan);
  const after = analyze(renamed);
  faults.push(...touchedFurniture(before, plan), ...unlistedMeanings(before, definition, plan));
  faults.push(...compareGraphs(before, after, definition, fresh));
  faults.push(...renameToOtherLength(before, definition, term));
  const again = termsOf(after).definitions.find((one) => one.term.endsWith(fresh) && !one.quoted);
  if (!again)
    return { ...result, refusal: null, faults: [...faults, 'not defined under its new name'], scanned };
  const back = renameTerm(after, again, term);
  if (isRefusal(back)) {
    // Elsewhere in the document the old name has another meaning still: going back to it is refused for that.
    const isTaken = termsOf(after)
      .definitionsOfTerm(term)
      .some(({ quoted }) => !quoted);
    if (!isTaken || !back.refusal.includes('is already defined')) faults.push(`no way back: ${back.refusal}`);
    return { ...result, refusal: null, back: 'refused', faults, scanned };
  }
  const returned = applyPlan(renamed, back);
  const expected = rightArticles(text, returned);
  // "RayChem Lien" for a term that is defined as "RAYCHEM LIEN" comes back as any other word would.
  const isRecased =
    returned.toLowerCase() === expected.toLowerCase() && /[a-z][A-Z]/.test(lettersOf(text, term));
  if (returned !== expected && !isRecased) faults.push(firstDifference(expected, returned));
  return { ...result, refusal: null, back: 'made', faults, scanned };
}

/** To a name of fewer or more words, which the lines have to be filled with anew: nothing else may change either. */
function renameToOtherLength(before: Analysis, definition: Definition, term: string): readonly string[] {
  const fresh = term.includes(' ') ? 'Wendolin' : 'Wendolin Ottokar';
  const plan = renameTerm(before, definition, term === term.toUpperCase() ? fresh.toUpperCase() : fresh);
  if (isRefusal(plan)) return [];
  const { text } = before.snapshot;
  const after = analyze(applyPlan(text, plan));
  const faults = [...scan(before, definition, term, plan).faults, ...touchedFurniture(before, plan)];
  faults.push(...compareGraphs(before, after, definition, fresh));
  return faults.map((fault) => `${fresh}: ${fault}`);
}

/** A part of the document in which the same words have a meaning of their own keeps them, and the author is told. */
function unlistedMeanings(
  analysis: Analysis,
  { term, scope }: Definition,
  { edits, decisions }: EditPlan,
): readonly string[] {
  const covers =
    ({ range }: Definition) =>
    (place: { start: number; end: number }) =>
      place.start < range.end && range.start < place.end;
  return termsOf(analysis)
    .definitionsOfTerm(term)
    .filter(
      (other) =>
        !other.quoted &&
        other.scope !== null &&
        !isRootKind(other.scope.kind) &&
        other.scope !== scope &&
        (scope === null || (scope.range.start <= other.range.start && other.range.end <= scope.range.end)),
    )
    .filter((other) => !edits.some(covers(other)) && !decisions.some(covers(other)))
    .map(({ range }) => `its own meaning in line ${analysis.snapshot.lineAt(range.start) + 1} is not listed`);
}

function touchedFurniture({ snapshot, roles }: Analysis, { edits }: EditPlan): readonly string[] {
  return edits.flatMap(({ start, end }) => {
    const lines = [snapshot.lineAt(start), snapshot.lineAt(Math.max(start, end - 1))] as const;
    const isTouched = roles.slice(lines[0], lines[1] + 1).includes(Role.furniture);
    return isTouched ? [`furniture is changed in line ${lines[0] + 1}`] : [];
  });
}

const freshWords = [
  'Zorvath',
  'Quimbel',
  'Brontak',
  'Vexlor',
  'Trandil',
  'Plinkor',
  'Gravelt',
  'Drumfel',
  'Skolvan',
];

/** A name that no document has, of as many words in the same number and case. */
function freshName(term: string, text: string): string {
  let next = 0;
  const small = /^(?:of|the|and|or|for|in|to|on|by|with|at|from|under|per|a|an|as)$/i;
  const fresh = term.replace(/[A-Za-z0-9][\w’'&]*(?:\.\w(?!\w))*(?:\([a-z]{1,2}\))?/g, (word) => {
    if (small.test(word)) return word;
    const made = freshWords[next % freshWords.length] ?? '';
    next += 1;
    const plural = /[^siu]s$/i.test(word) && word.length > 3;
    const whole = `${made}${plural ? 's' : (/\(e?s\)$/.exec(word)?.[0] ?? '')}`;
    if (word === word.toUpperCase() && (word.length > 1 || term === term.toUpperCase()))
      return whole.toUpperCase();
    return /^[a-z]/.test(word) ? whole.toLowerCase() : whole;
  });
  return text.includes(fresh) ? 'Zorvath' : fresh;
}

/**
 * Every place where the words of the term stand, found by a pattern over the raw text that knows nothing of the term
 * index: each is edited, or listed, or no use for one of the reasons below.
 */
function scan(
  analysis: Analysis,
  definition: Definition,
  term: string,
  plan: EditPlan,
): { faults: string[]; scanned: Map<string, number> } {
  const { text } = analysis.snapshot;
  const scanned = new Map<string, number>();
  const faults: string[] = [];
  for (const { start, end } of occurrences(text, term)) {
    const reason = fateOf(analysis, definition, plan, start, end);
    if (reason === null) {
      const around = text.slice(Math.max(0, start - 60), end + 60).replace(/\s+/g, ' ');
      faults.push(`left over in line ${analysis.snapshot.lineAt(start) + 1}: ${around}`);
    } else scanned.set(reason, (scanned.get(reason) ?? 0) + 1);
  }
  return { faults, scanned };
}

function occurrences(text: string, term: string): { start: number; end: number }[] {
  const words = term.split(/[^\w’'&.()$]+/).filter((word) => word !== '');
  const pattern = words
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/['’]/g, "['’]")
        .replace(/ies$|y$/, '(?:y|ies)')
        .replace(/(?<!ie)s$/, 's?'),
    )
    .join('(?:[\\s*_/,“”"-]{1,40}|<PAGE>|(?<=\\n[ \\t]*)\\d{1,3}(?=[ \\t]*\\n)){1,6}');
  const letters = words.filter((word) => /^[A-Z]$/.test(word));
  return [
    ...text.matchAll(
      new RegExp(`(?<![A-Za-z0-9])${pattern}${/s$/i.test(term) ? '' : '(?:e?s)?'}(?![A-Za-z0-9])`, 'gi'),
    ),
  ]
    .filter(({ 0: found }) => letters.every((letter) => new RegExp(`\\b${letter}\\b`).test(found)))
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** What became of a place; null where it was forgotten. */
function fateOf(
  analysis: Analysis,
  definition: Definition,
  plan: EditPlan,
  start: number,
  end: number,
): string | null {
  const { snapshot, roles, quoted } = analysis;
  const { text } = snapshot;
  const term = nameOf(definition);
  const written = text.slice(start, end);
  if (plan.edits.some((edit) => edit.reason !== 'article' && edit.start < end && start < edit.end))
    return 'renamed';
  if (plan.decisions.some((place) => place.start < end && start < place.end)) return 'listed for the author';
  const line = snapshot.lineAt(start);
  if (roles[line] === Role.furniture) return 'page furniture';
  if (roles[line] === Role.comment || roles[line] === Role.frontMatter) return 'comment or front matter';
  if (quoted[line] === 1) return 'quoted from another document';
  if (
    /^[A-Z0-9]/.test(term) &&
    /(?:^|\s)[a-z]{2}/.test(
      written.replace(/\b(?:of|the|and|or|for|in|to|on|by|as|at|an|with|from|under|per)\b/g, ''),
    )
  )
    return 'small letters';
  const [before, behind] = around(analysis, start, end);
  if (
    /[A-Z][\w.’'&-]*[\s,*_“”"&/]{1,40}(?:\d{1,3}\s+|of\s+(?:the\s+)?)?$/.test(before) ||
    /^(?:[’']?[sS])?[\s,*_“”"&/-]{1,40}(?:of\s+(?:the\s+)?)?[A-Z(]/.test(behind)
  )
    return 'part of a longer name';
  const context = singularOf(`${before.slice(-60)}${written}${behind.slice(0, 60)}`.replace(/\s+/g, ' '));
  if (
    definitionsOf(analysis).some(
      (longer) => isLonger(longer.term, term) && context.includes(singularOf(longer.term)),
    )
  )
    return 'longer term';
  if (/\w[-.]$/.test(before) || /^[-.@]\w/.test(behind)) return 'part of a longer word';
  return isElsewhere(analysis, definition, start) ? 'outside of its scope' : null;
}

/** What stands before and behind a place; the end of a page between two words parts no name. */
function around({ snapshot, roles }: Analysis, start: number, end: number): [string, string] {
  const lines = (from: number, until: number): string => {
    const shown: string[] = [];
    for (let line = Math.max(0, from); line <= until && line < snapshot.lineCount; line += 1)
      if (roles[line] !== Role.furniture && roles[line] !== Role.blank) shown.push(snapshot.lineText(line));
    return shown.join('\n').replace(/<PAGE>|^[ \t]*(?:- ?)?\d{1,3}(?: ?-)?[ \t]*$/gm, '');
  };
  const [first, last] = [snapshot.lineAt(start), snapshot.lineAt(end)];
  const before = `${lines(first - 12, first - 1)}\n${snapshot.text.slice(snapshot.lineStart(first), start)}`;
  const behind = `${snapshot.text.slice(end, snapshot.lineRange(last).end)}\n${lines(last + 1, last + 12)}`;
  return [before.slice(-120), behind.slice(0, 120)];
}

/** Where the definition does not hold, or another definition of the same words holds that is not renamed with it. */
function isElsewhere(analysis: Analysis, definition: Definition, place: number): boolean {
  const holds = ({ scope }: Definition): boolean =>
    scope === null || (scope.range.start <= place && place < scope.range.end);
  if (!holds(definition)) return true;
  const words = singularOf(definition.term);
  return definitionsOf(analysis).some(
    (other) => other.scope !== definition.scope && holds(other) && singularOf(other.term) === words,
  );
}

function isLonger(longer: string, term: string): boolean {
  const [one, other] = [singularOf(longer), singularOf(term)];
  return one.length > other.length + 1 && one.includes(other);
}

function singularOf(term: string): string {
  return term
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/ies\b/g, 'y')
    .replace(/s\b/g, '');
}

function compareGraphs(before: Analysis, after: Analysis, definition: Definition, fresh: string): string[] {
  const [old, young] = [termsOf(before), termsOf(after)];
  if (old.definitions.length !== young.definitions.length)
    return [`${old.definitions.length} definitions became ${young.definitions.length}`];
  const faults: string[] = [];
  for (const [index, one] of old.definitions.entries()) {
    const other = young.definitions[index];
    if (!other) continue;
    const same = one.term === other.term;
    // A word in small letters that is defined ("from") is an ordinary word nearly everywhere.
    if (/^[a-z]+$/.test(one.term)) continue;
    const uses = usesOf(before, one).length;
    const now = usesOf(after, other).length;
    if (same && uses !== now) faults.push(`${one.term}: ${uses} uses became ${now}`);
    if (one === definition && !other.term.toLowerCase().endsWith(fresh.toLowerCase()))
      faults.push(`${one.term} became ${other.term}`);
  }
  return faults;
}

/** All that is written in the letters of a term, in any case. */
function lettersOf(text: string, term: string): string {
  return occurrences(text, term)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

/** The text, but for articles that its author had wrong: a renaming that writes the article writes it right. */
function rightArticles(text: string, returned: string): string {
  if (text === returned) return text;
  const wrong =
    /\b(?:a(?=\s+[“"]?(?:[AEIO][a-z]|[AEFHILMNORSX][A-Z]))|an(?=\s+[“"]?[BCDFGJKLMNPQRSTVWXYZ][a-z]))/gi;
  let shift = 0;
  return text.replace(wrong, (article, at: number) => {
    const other = article.length === 1 ? `${article}n` : article.slice(0, 1);
    const behind = text.slice(at + article.length, at + article.length + 3);
    if (!returned.startsWith(`${other}${behind}`, at + shift)) return article;
    shift += other.length - article.length;
    return other;
  });
}

/** Those in text of this document: what is quoted from another has its own terms. */
function usesOf(analysis: Analysis, definition: Definition): readonly TermUse[] {
  const { snapshot, quoted } = analysis;
  return termsOf(analysis)
    .usesOf(definition)
    .filter(({ range }) => quoted[snapshot.lineAt(range.start)] !== 1);
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const show = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 30), at + 40));
  return `not the same bytes: ${show(one)} came back as ${show(other)}`;
}
