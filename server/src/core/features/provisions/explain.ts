import type { Analysis } from '../../analysis.ts';
import { nameProvision } from '../../model/naming.ts';
import { type Provision, walkProvisions } from '../../model/provision.ts';
import { acceptanceScore } from '../../syntax/evidence.ts';
import type { Decision } from '../../syntax/readings.ts';
import { Role } from '../../syntax/roles.ts';
import { say, translated } from '../../text/say.ts';

/** Why a line was or was not taken for the heading of a provision. */
export interface LineExplanation {
  /** From 0. */
  readonly line: number;
  readonly text: string;
  /** A provision opens on the line. */
  readonly isHeading: boolean;
  /** One sentence: what the line was taken for. */
  readonly verdict: string;
  /** What was weighed; null where nothing in the line could open a provision. */
  readonly score: { readonly reached: number; readonly needed: number } | null;
  /** In words, in the order in which it was weighed. */
  readonly evidence: readonly string[];
}

/** Explains one line. Linear in the document. */
export function explainLine(analysis: Analysis, line: number): LineExplanation {
  const decision = analysis.decisions.find((candidate) => candidate.line === line) ?? null;
  return explain(analysis, line, decision, headingsByLine(analysis).get(line) ?? null);
}

/** The lines about which there was something to decide, in the order of the text. Linear. */
export function explainDecisions(analysis: Analysis): LineExplanation[] {
  const headings = headingsByLine(analysis);
  return analysis.decisions.map((decision) =>
    explain(analysis, decision.line, decision, headings.get(decision.line) ?? null),
  );
}

function explain(
  analysis: Analysis,
  line: number,
  decision: Decision | null,
  provision: Provision | null,
): LineExplanation {
  const text = analysis.snapshot.lineText(line);
  return {
    line,
    text: text.trim(),
    isHeading: provision !== null,
    verdict: verdictOn(analysis, line, decision, provision, text),
    score: decision ? { reached: decision.score, needed: acceptanceScore } : null,
    evidence: decision ? decision.evidence.map(translated) : [],
  };
}

/** The first provision that opens on each line; those inside sentences are not headings of their lines. */
function headingsByLine(analysis: Analysis): ReadonlyMap<number, Provision> {
  const headings = new Map<number, Provision>();
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.implied || provision.inline || (!provision.designation && !provision.captionRange))
      continue;
    const { start } = provision.designation ?? provision.heading;
    const line = analysis.snapshot.lineAt(start);
    if (!headings.has(line)) headings.set(line, provision);
  }
  return headings;
}

function verdictOn(
  analysis: Analysis,
  line: number,
  decision: Decision | null,
  provision: Provision | null,
  text: string,
): string {
  if (provision) {
    const sure = Math.round(provision.confidence * 100);
    return say`Taken for the heading of ${nameProvision(provision)}, ${sure} % sure.`;
  }
  if (!decision) return verdictOnRole(analysis, line);
  const printed = text.slice(decision.designation.start, decision.designation.end);
  if (decision.accepted) return say`“${printed}” alone makes no list: the line is text.`;
  if (decision.score >= acceptanceScore)
    return say`“${printed}” reads like a heading, but repeats one or stands in a list of contents: the line is text.`;
  return say`“${printed}” is not taken for a heading: the line is text.`;
}

function verdictOnRole(analysis: Analysis, line: number): string {
  switch (analysis.roles[line]) {
    case Role.blank:
      return say`The line is blank.`;
    case Role.furniture:
      return say`The line is a page header, footer or number: it is not read.`;
    case Role.contents:
      return say`The line is an entry of a table of contents.`;
    case Role.table:
    case Role.rule:
      return say`The line belongs to a table, form or rule.`;
    case Role.comment:
    case Role.frontMatter:
      return say`The line is a comment or front matter: it is not read.`;
    case Role.footnote:
      return say`The line is a note at the foot of a page or table.`;
    default:
      return analysis.quoted[line]
        ? say`The line is quoted from another document: it has no headings of this one.`
        : verdictOnText(analysis, line);
  }
}

function verdictOnText(analysis: Analysis, line: number): string {
  const { snapshot } = analysis;
  const { start, end } = snapshot.lineRange(line);
  for (const { inline, designation } of walkProvisions(analysis.outline)) {
    if (inline && designation && designation.start >= start && designation.end <= end)
      return say`“${snapshot.slice(designation)}” is an item inside a sentence: the line is text.`;
  }
  return say`Nothing in the line could be the number of a provision: it is text.`;
}
