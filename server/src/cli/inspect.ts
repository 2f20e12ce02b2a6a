import pc from 'picocolors';
import { type Provision, walkProvisions } from '../core/model/provision.ts';
import { definitionsOf } from '../core/resolve/definitions.ts';
import { referencesOf } from '../core/resolve/references.ts';
import { definitionLabel } from './definitionEntries.ts';
import { type DocumentArguments, faultOf, isComplete, visitDocuments } from './documents.ts';
import { printable } from './excerpt.ts';
import { type Inspection, inspectionFrame, inspectionJson, provisionPlace } from './inspection.ts';
import { type CommandIo, exitCodes } from './io.ts';

export interface InspectArguments extends DocumentArguments {
  readonly json: boolean;
}

/** `proviso inspect`: prints what was recognised in each document, for people or as JSON. */
export async function inspect(args: InspectArguments, io: CommandIo): Promise<number> {
  const fault = faultOf(args);
  if (fault !== null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  if (args.json) io.out(inspectionFrame.start);
  let first = true;
  const visit = await visitDocuments(args, io, ({ path, analysis, findings }) => {
    const inspection = {
      path,
      snapshot: analysis.snapshot,
      outline: analysis.outline,
      definitions: definitionsOf(analysis),
      references: referencesOf(analysis),
      findings,
    };
    if (!first) io.out(args.json ? ',' : '\n');
    io.out(args.json ? inspectionJson(inspection) : inspectionText(inspection, io.color));
    first = false;
  });
  if (args.json) io.out(inspectionFrame.end);
  return isComplete(visit) ? exitCodes.clean : exitCodes.trouble;
}

/** Deeper levels are all set in by this much: a line of a page's width must still hold the words. */
const deepestIndentation = 20;

/** The outline of a document, each provision behind its line number and set in by its depth; its definitions; its findings. */
export function inspectionText(
  { path, snapshot, outline, definitions, findings }: Inspection,
  color: boolean,
): string {
  const colors = pc.createColors(color);
  const width = String(snapshot.lineCount).length;
  const lineLabel = (line: number) => colors.dim(String(line).padStart(width));
  const rows = [colors.bold(printable(path))];
  const depths = new Map<Provision, number>();
  for (const provision of walkProvisions(outline)) {
    const depth = provision.parent ? (depths.get(provision.parent) ?? -1) + 1 : 0;
    depths.set(provision, depth);
    const { line } = provisionPlace(provision, snapshot);
    rows.push(
      `${lineLabel(line)}  ${'  '.repeat(Math.min(depth, deepestIndentation))}${provisionLabel(provision)}`,
    );
  }
  if (definitions.length > 0) rows.push('', 'definitions');
  for (const definition of definitions) {
    const { line } = snapshot.positionAt(definition.range.start);
    rows.push(`${lineLabel(line + 1)}  ${definitionLabel(definition)}`);
  }
  rows.push('', findings.length === 0 ? 'no findings' : 'findings');
  for (const finding of findings) {
    const { line, column } = snapshot.positionAt(finding.range.start);
    rows.push(
      `${lineLabel(line + 1)}  column ${column + 1}: ${finding.severity} ${finding.rule} ${printable(finding.message)}`,
    );
  }
  return `${rows.join('\n')}\n`;
}

/** `article 5 (Payment)`, with what an outline reader should know of it in square brackets. */
function provisionLabel(provision: Provision): string {
  const remarks = [
    ...(provision.inline ? ['inline'] : []),
    ...(provision.implied ? ['implied'] : []),
    ...(provision.confidence < 0.5 ? ['doubtful'] : []),
  ];
  return [
    provision.kind,
    ...(provision.ordinal === null ? [] : [printable(provision.ordinal)]),
    ...(provision.caption === null ? [] : [`(${printable(provision.caption)})`]),
    ...(remarks.length === 0 ? [] : [`[${remarks.join(', ')}]`]),
  ].join(' ');
}
