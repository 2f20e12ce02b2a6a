import type { Analysis } from '../analysis.ts';
import { isAttachmentKind, walkProvisions } from '../model/provision.ts';
import { countLeading } from '../text/ascending.ts';
import type { TextRange } from '../text/range.ts';
import { perAnalysis } from './per-analysis.ts';

/**
 * The parts of a document that are meant to be filled in later or by hand: signature blocks and attached forms, in the
 * order of the text, without overlaps.
 */
export const findFormRanges = perAnalysis((analysis: Analysis): readonly TextRange[] => {
  const { text } = analysis.snapshot;
  if (wholeForm.test(text.slice(0, longestOpening))) return [{ start: 0, end: text.length }];
  const ranges: TextRange[] = [];
  for (const provision of walkProvisions(analysis.outline)) {
    const isForm =
      provision.kind === 'signature' ||
      (isAttachmentKind(provision.kind) &&
        form.test(
          analysis.snapshot.text.slice(
            provision.range.start,
            Math.min(provision.range.end, provision.range.start + longestTitle),
          ),
        ));
    if (isForm && provision.range.start >= (ranges[ranges.length - 1]?.end ?? 0))
      ranges.push(provision.range);
  }
  return ranges;
});

/** Whether an offset stands in one of the ranges, which are in order. */
export function isInForm(ranges: readonly TextRange[], offset: number): boolean {
  const first = ranges[countLeading(ranges, ({ end }) => end <= offset)];
  return first !== undefined && first.start <= offset;
}

/** The opening of an attachment in which its title stands. */
const longestTitle = 400;

const form =
  /\b(?:form|forms|FORM|FORMS|Form|Forms|template|TEMPLATE|Template|specimen|SPECIMEN|sample|SAMPLE|Sample|certificate|CERTIFICATE|Certificate|notice|NOTICE|Notice|request|REQUEST|Request|assignment|ASSIGNMENT|Assignment|questionnaire|QUESTIONNAIRE|release|RELEASE|letter of credit|LETTER OF CREDIT|opinion|OPINION|Opinion|PROMISSORY|Promissory|NOTE)\b/;

/** The opening of a document in which its title stands. */
const longestOpening = 1500;

const wholeForm = /\b(?:form|example|sample|specimen|template) (?:of|for)\b|\btemplate\b/i;
