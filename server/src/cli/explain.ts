import pc from 'picocolors';
import type { Analysis } from '../core/analysis.ts';
import { explainDecisions, type LineExplanation } from '../core/features/provisions/explain.ts';
import { faultOf, isComplete, visitDocuments } from './documents.ts';
import { printable } from './excerpt.ts';
import type { InspectArguments } from './inspect.ts';
import { type CommandIo, exitCodes } from './io.ts';

/** `proviso inspect --explain`: prints each line that could have opened a provision, and what spoke for and against. */
export async function explain(args: InspectArguments, io: CommandIo): Promise<number> {
  const fault = args.json ? '--explain prints for people and goes without --json' : faultOf(args);
  if (fault !== null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  let first = true;
  const visit = await visitDocuments(args, io, ({ path, analysis }) => {
    io.out(`${first ? '' : '\n'}${explanationText(path, analysis, io.color)}`);
    first = false;
  });
  return isComplete(visit) ? exitCodes.clean : exitCodes.trouble;
}

/** A line is cut at this width: a paragraph may stand on one line. */
const widestLine = 90;

function explanationText(path: string, analysis: Analysis, color: boolean): string {
  const colors = pc.createColors(color);
  const width = String(analysis.snapshot.lineCount).length;
  const rows = [colors.bold(printable(path))];
  const explanations = explainDecisions(analysis);
  for (const { line, text, isHeading, verdict, score, evidence } of explanations) {
    const mark = isHeading ? colors.green('+') : colors.yellow('-');
    rows.push(`${colors.dim(String(line + 1).padStart(width))} ${mark} ${printable(cut(text))}`);
    const reasons = evidence.length > 0 ? `: ${evidence.join('; ')}` : '';
    rows.push(`${' '.repeat(width + 3)}${printable(verdict)}`);
    rows.push(colors.dim(`${' '.repeat(width + 3)}${points(score)}${reasons}`));
  }
  const headings = explanations.filter(({ isHeading }) => isHeading).length;
  rows.push('', `${headings} of ${explanations.length} lines are headings`);
  return `${rows.join('\n')}\n`;
}

function points(score: LineExplanation['score']): string {
  return score ? `${score.reached} points of ${score.needed} needed` : 'not weighed';
}

function cut(text: string): string {
  return text.length <= widestLine ? text : `${text.slice(0, widestLine)}…`;
}
