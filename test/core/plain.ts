import type { Analysis } from '../../server/src/core/analysis.ts';
import { foldingRanges } from '../../server/src/core/features/provisions/folding.ts';
import { type OutlineEntry, outline } from '../../server/src/core/features/provisions/outline.ts';
import { selectionRanges } from '../../server/src/core/features/provisions/selection.ts';
import { type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import { definitionsOf } from '../../server/src/core/resolve/definitions.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Severity } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { contains, range, type TextRange } from '../../server/src/core/text/range.ts';
import { plainReferences, referenceViolations } from './reference-violations.ts';

/** All that an analysis says, as plain data, part by part: two analyses of one text must agree on it. */
export function plainData(analysis: Analysis): Readonly<Record<string, unknown>> {
  const { roles, quoted, blocks, decisions, labelRows, lines, facts, paragraphs } = analysis;
  const provisions = [...walkProvisions(analysis.outline)].map(({ parent, children, ...own }) => ({
    ...own,
    parent: parent?.id ?? null,
    children: children.length,
  }));
  return {
    lines,
    scheme: facts.scheme,
    wrapWidth: facts.wrapWidth,
    roles: roles.join(''),
    quoted: quoted.join(''),
    blocks: [...blocks],
    decisions,
    provisions,
    labelRows,
    paragraphs: paragraphs.map(({ start, end, lines: own, text }) => ({ start, end, own, text })),
    outline: outline(analysis),
    definitions: definitionsOf(analysis).map(({ source, scope, ...own }) => ({
      ...own,
      source: source?.id,
      scope: scope?.id,
    })),
    references: plainReferences(analysis),
    findings: runRules(analysis, { severities: allOn }),
  };
}

/** Those that are off by default too. */
const allOn: ReadonlyMap<string, Severity> = new Map(rules.map(({ id }) => [id, 'warning']));

/** The first part on which two analyses differ, with what each says, or null. */
export function firstDifference(left: Analysis, right: Analysis): string | null {
  const one = plainData(left);
  const other = plainData(right);
  for (const part of Object.keys(one)) {
    const a = JSON.stringify(one[part]);
    const b = JSON.stringify(other[part]);
    if (a === b) continue;
    let same = 0;
    while (a[same] === b[same]) same += 1;
    const near = (text: string) => text.slice(Math.max(0, same - 80), same + 120);
    return `${part}: …${near(a)}… instead of …${near(b)}…`;
  }
  return null;
}

/** What is wrong with an analysis, whatever its text; empty where all is well. */
export function violations(analysis: Analysis): string[] {
  return [
    ...provisionViolations(analysis),
    ...referenceViolations(analysis),
    ...otherViolations(analysis),
    ...featureViolations(analysis),
  ];
}

/** Siblings of which the first has not ended where the second begins. */
export function overlaps({ outline, snapshot }: Analysis): string[] {
  const found: string[] = [];
  const last = new Map<Provision | null, Provision>();
  for (const provision of walkProvisions(outline)) {
    const before = last.get(provision.parent);
    const line = snapshot.lineAt(provision.range.start) + 1;
    if (before && before.range.end > provision.range.start)
      found.push(
        `${provision.kind} ${provision.number} on line ${line} begins inside ${before.kind} ${before.number}`,
      );
    last.set(provision.parent, provision);
  }
  return found;
}

function provisionViolations({ outline, snapshot }: Analysis): string[] {
  const wrong: string[] = [];
  const whole = range(0, snapshot.text.length);
  const ids = new Set<string>();
  for (const provision of walkProvisions(outline)) {
    const { id, parent, heading, designation, captionRange, number, confidence } = provision;
    const say = (what: string) =>
      wrong.push(`${provision.kind} ${number} on line ${snapshot.lineAt(provision.range.start) + 1} ${what}`);
    if (ids.has(id)) say(`shares its id ${id}`);
    ids.add(id);
    if (!isProper(provision.range) || !contains(whole, provision.range)) say('leaves the document');
    if (parent && !contains(parent.range, provision.range)) say('leaves its parent');
    if (parent && !parent.children.includes(provision)) say('is unknown to its parent');
    if (!isProper(heading) || !contains(provision.range, heading)) say('has a heading outside of it');
    if (heading.end === heading.start) say('has an empty heading');
    for (const [name, part] of Object.entries({ designation, captionRange })) {
      if (!part || !parent) continue;
      // "(Purpose)" above "Article 2" stands before the provision, inside of what holds it.
      const above = part === captionRange && designation !== null && part.end <= designation.start;
      if (!isProper(part) || part.end === part.start || !contains(above ? parent.range : heading, part))
        say(`has a ${name} outside of its heading`);
    }
    if (
      designation &&
      number !== null &&
      !snapshot
        .slice(designation)
        .replace(/[\s\\]/g, '')
        .includes(number)
    )
      say(`does not print ${number} in “${snapshot.slice(designation)}”`);
    if (!(confidence >= 0 && confidence <= 1)) say(`has a confidence of ${confidence}`);
  }
  return wrong;
}

function otherViolations(analysis: Analysis): string[] {
  const wrong: string[] = [];
  const { snapshot, roles, quoted, lines, blocks, labelRows } = analysis;
  const count = snapshot.lineCount;
  if (lines.length !== count || roles.length !== count || quoted.length !== count)
    wrong.push(`${count} lines have ${lines.length} facts, ${roles.length} roles`);
  let last = -1;
  for (const { firstLine, lastLine } of blocks) {
    if (firstLine <= last || lastLine < firstLine || lastLine >= count)
      wrong.push(`the paragraph of lines ${firstLine} to ${lastLine} follows line ${last} of ${count}`);
    last = lastLine;
  }
  const whole = range(0, snapshot.text.length);
  for (const { labelRange, valueRange, label } of labelRows) {
    if (!contains(whole, valueRange) || labelRange.end > valueRange.start || !isProper(valueRange))
      wrong.push(`the row ${label} is out of place`);
  }
  let place = 0;
  for (const { rule, range: found, related, message } of runRules(analysis)) {
    if (found.start < place) wrong.push(`${rule} is not in the order of the text`);
    place = found.start;
    for (const part of [found, ...related.map((other) => other.range)]) {
      if (!isProper(part) || part.end === part.start || !contains(whole, part))
        wrong.push(`${rule} points nowhere: ${message}`);
    }
  }
  return wrong;
}

function featureViolations(analysis: Analysis): string[] {
  const wrong: string[] = [];
  const { snapshot } = analysis;
  const pending: Array<{ entry: OutlineEntry; inside: TextRange }> = outline(analysis).map((entry) => ({
    entry,
    inside: range(0, snapshot.text.length),
  }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { entry, inside } = next;
    if (entry.name.trim() === '') wrong.push(`an entry of kind ${entry.kind} has no name`);
    if (!contains(entry.range, entry.selectionRange))
      wrong.push(`“${entry.name}” selects what is not its own`);
    if (!contains(inside, entry.range)) wrong.push(`“${entry.name}” leaves the entry above`);
    for (const child of entry.children) pending.push({ entry: child, inside: entry.range });
  }
  for (const { startLine, endLine } of foldingRanges(analysis)) {
    if (startLine < 0 || startLine >= endLine || endLine >= snapshot.lineCount)
      wrong.push(`lines ${startLine} to ${endLine} of ${snapshot.lineCount} cannot be folded`);
  }
  for (let part = 0; part <= 4; part += 1) {
    const offset = Math.floor((snapshot.text.length * part) / 4);
    let inner: TextRange | null = null;
    for (const selection of selectionRanges(analysis, offset)) {
      if (!contains(range(0, snapshot.text.length), selection))
        wrong.push(`${offset} selects outside the text`);
      if (
        inner &&
        (!contains(selection, inner) || selection.end - selection.start <= inner.end - inner.start)
      )
        wrong.push(`${offset} selects something smaller on the way out`);
      inner = selection;
    }
  }
  return wrong;
}

function isProper({ start, end }: TextRange): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start <= end;
}
