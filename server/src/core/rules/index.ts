import { ambiguousReference } from './ambiguous-reference.ts';
import { brokenReference } from './broken-reference.ts';
import { captionMismatch } from './caption-mismatch.ts';
import { contentsMismatch } from './contents-mismatch.ts';
import { doubtfulTarget } from './doubtful-target.ts';
import { draftingNote } from './drafting-note.ts';
import { duplicateCaption } from './duplicate-caption.ts';
import { duplicateNumber } from './duplicate-number.ts';
import { inconsistentCaption } from './inconsistent-caption.ts';
import { inconsistentDesignation } from './inconsistent-designation.ts';
import { inlineEnumeration } from './inline-enumeration.ts';
import { invalidDate } from './invalid-date.ts';
import { listConjunction } from './list-conjunction.ts';
import { listPunctuation } from './list-punctuation.ts';
import { mergeConflict } from './merge-conflict.ts';
import { misorderedNumber } from './misordered-number.ts';
import { missingAttachment } from './missing-attachment.ts';
import { missingCaption } from './missing-caption.ts';
import { missingSpace } from './missing-space.ts';
import { missingTerminalPunctuation } from './missing-terminal-punctuation.ts';
import { numberingGap } from './numbering-gap.ts';
import { placeholder } from './placeholder.ts';
import { repeatedWord } from './repeated-word.ts';
import type { Rule } from './rule.ts';
import { selfReference } from './self-reference.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';
import { unbalancedQuotes } from './unbalanced-quotes.ts';
import { unreferencedAttachment } from './unreferenced-attachment.ts';
import { unusedSuppressionAmong } from './unused-suppression.ts';
import { vagueReference } from './vague-reference.ts';
import { wordsFigures } from './words-figures.ts';
import { wrongKindReference } from './wrong-kind-reference.ts';
import { wrongWeekday } from './wrong-weekday.ts';

const checks: readonly Rule[] = [
  mergeConflict,
  numberingGap,
  duplicateNumber,
  misorderedNumber,
  inlineEnumeration,
  inconsistentDesignation,
  missingCaption,
  duplicateCaption,
  inconsistentCaption,
  contentsMismatch,
  wordsFigures,
  invalidDate,
  wrongWeekday,
  repeatedWord,
  missingSpace,
  unbalancedQuotes,
  unbalancedBrackets,
  placeholder,
  draftingNote,
  missingTerminalPunctuation,
  listPunctuation,
  listConjunction,
  brokenReference,
  wrongKindReference,
  ambiguousReference,
  captionMismatch,
  doubtfulTarget,
  selfReference,
  missingAttachment,
  unreferencedAttachment,
  vagueReference,
];

const unusedSuppression = unusedSuppressionAmong([...checks.map(({ id }) => id), 'unused-suppression']);

/** All rules. Each has a page of its name in docs/rules. What silenced nothing is known when all others have run. */
export const rules: readonly Rule[] = [...checks, unusedSuppression];
