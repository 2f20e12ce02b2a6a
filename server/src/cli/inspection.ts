import type { Definition } from '../core/model/definition.ts';
import type { Provision } from '../core/model/provision.ts';
import type { Reference, ReferenceTarget } from '../core/model/reference.ts';
import type { Finding } from '../core/rules/rule.ts';
import type { TextSnapshot } from '../core/text/snapshot.ts';
import { definitionEntry } from './definitionEntries.ts';
import { findingEntry } from './formats/json.ts';

/** What `inspect` tells of one document, and all that its JSON is made from. */
export interface Inspection {
  readonly path: string;
  readonly snapshot: TextSnapshot;
  readonly outline: readonly Provision[];
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  readonly findings: readonly Finding[];
}

/** Opens and closes the JSON of `inspect --json`; the files stand between, with commas. */
export const inspectionFrame = { start: '{"version":1,"files":[', end: ']}\n' } as const;

/** One file of `inspect --json`. Lines and columns count from 1, columns in UTF-16. */
export function inspectionJson(inspection: Inspection): string {
  const { path, snapshot, outline, definitions, references, findings } = inspection;
  return [
    `{"path":${JSON.stringify(path)},"outline":`,
    outlineJson(outline, snapshot),
    ',"definitions":',
    JSON.stringify(definitions.map((definition) => definitionEntry(definition, snapshot))),
    ',"references":',
    JSON.stringify(references.map((reference) => referenceEntry(reference, snapshot))),
    ',"findings":',
    JSON.stringify(findings.map((finding) => findingEntry(finding, snapshot))),
    '}',
  ].join('');
}

/** The printed line of a provision (its number's, where it has one), and the last line of all of it; from 1. */
export function provisionPlace(provision: Provision, snapshot: TextSnapshot) {
  const start = snapshot.positionAt((provision.designation ?? provision.heading).start);
  const last = snapshot.lineAt(Math.max(provision.range.start, provision.range.end - 1));
  return { line: start.line + 1, column: start.column + 1, endLine: last + 1 };
}

/** Written without recursion, which JSON.stringify is not: a document may nest deeper than the stack goes. */
function outlineJson(roots: readonly Provision[], snapshot: TextSnapshot): string {
  const parts = ['['];
  const open = [roots.values()];
  let first = true;
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const next = level.next();
    if (next.done) {
      open.pop();
      parts.push(open.length > 0 ? ']}' : ']');
      first = false;
    } else {
      if (!first) parts.push(',');
      parts.push(JSON.stringify(provisionEntry(next.value, snapshot)).slice(0, -1), ',"children":[');
      open.push(next.value.children.values());
      first = true;
    }
  }
  return parts.join('');
}

function provisionEntry(provision: Provision, snapshot: TextSnapshot) {
  return {
    kind: provision.kind,
    number: provision.number,
    caption: provision.caption,
    ...provisionPlace(provision, snapshot),
    ...(provision.inline && { inline: true }),
    ...(provision.implied && { implied: true }),
    confidence: Math.round(provision.confidence * 1000) / 1000,
  };
}

function referenceEntry(reference: Reference, snapshot: TextSnapshot) {
  const start = snapshot.positionAt(reference.range.start);
  const end = snapshot.positionAt(reference.range.end);
  const targets = reference.members.flatMap((member) => member.targets);
  return {
    text: reference.text,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    form: reference.form,
    status: reference.status,
    ...(reference.external !== null && { external: reference.external }),
    targets: targets.map((target) => targetEntry(target, snapshot)),
    confidence: Math.round(reference.confidence * 1000) / 1000,
  };
}

/** A target stands where its number is printed; one without a number where its text begins. */
function targetEntry({ provision, range }: ReferenceTarget, snapshot: TextSnapshot) {
  const { line, column } = provisionPlace(provision, snapshot);
  const whole = range.start === provision.range.start;
  const place = snapshot.positionAt(range.start);
  return {
    kind: provision.kind,
    number: provision.ordinal,
    line: whole ? line : place.line + 1,
    column: whole ? column : place.column + 1,
  };
}
