import type { TextRange } from '../text/range.ts';
import { endsSentence } from './flow.ts';
import { LineMark } from './line-marks.ts';
import type { ParseInput } from './parse.ts';
import { Role } from './roles.ts';

/**
 * A row of a label table: "o  Closing Date:   September 16, 2003;". Label and value may each run over several lines,
 * side by side; the ranges cover the first line of each. Rows are targets of citations and meanings of terms.
 */
export interface LabelRow {
  readonly label: string;
  readonly labelRange: TextRange;
  readonly valueRange: TextRange;
  readonly line: number;
}

const row =
  /^([\s\u00a0]*(?:(?:o|[-*•·])[\s\u00a0]+)?)([A-Z][^:]{1,80}?)(:)?([\s\u00a0]{2,}|\t+|:[\s\u00a0]+)(\S.*)$/;

/** The label rows of a document: lines with a label, a colon here or on the label's next line, and a value beside it. */
export function readLabelRows(input: ParseInput): readonly LabelRow[] {
  const rows: LabelRow[] = [];
  for (let index = 0; index < input.lines.length; index += 1) {
    if (!((input.marks[index] ?? 0) & LineMark.bullet) || input.roles[index] !== Role.text) continue;
    if ((input.lines[index]?.length ?? 0) > 300) continue;
    const found = row.exec(input.lineText(index));
    if (!found) continue;
    const [, lead = '', label = '', colon, gap = '', value = ''] = found;
    const closed = colon !== undefined || gap.startsWith(':') || labelClosesBelow(input, index);
    if (!closed) continue;
    const start = input.lineStart(index) + lead.length;
    const valueStart = start + label.length + (colon?.length ?? 0) + gap.length;
    rows.push({
      label: label.trim(),
      labelRange: { start, end: start + label.length },
      valueRange: { start: valueStart, end: valueStart + value.trimEnd().length },
      line: index,
    });
  }
  return rows;
}

/** The label goes on below itself and ends in a colon there: "Portion of the price not" / "credited to capital:". */
function labelClosesBelow(input: ParseInput, index: number): boolean {
  for (let below = index + 1; below < Math.min(index + 4, input.lines.length); below += 1) {
    const line = input.lines[below];
    if (!line || input.roles[below] !== Role.text || line.bullet) return false;
    if (/^[^:]{1,60}:(?:\s|$)/.test(input.lineText(below).trimStart())) return true;
    if (endsSentence(line)) return false;
  }
  return false;
}
