import { ambiguousReference } from './ambiguous-reference.ts';
import { amountMismatch } from './amount-mismatch.ts';
import { brokenImport } from './broken-import.ts';
import { brokenReference } from './broken-reference.ts';
import { captionMismatch } from './caption-mismatch.ts';
import { circularDefinition } from './circular-definition.ts';
import { conflictingDefinition } from './conflicting-definition.ts';
import { conflictingFigure } from './conflicting-figure.ts';
import { contentsMismatch } from './contents-mismatch.ts';
import { doubtfulTarget } from './doubtful-target.ts';
import { draftingNote } from './drafting-note.ts';
import { duplicateCaption } from './duplicate-caption.ts';
import { duplicateDefinition } from './duplicate-definition.ts';
import { duplicateNumber } from './duplicate-number.ts';
import { earlyUse } from './early-use.ts';
import { inconsistentCaption } from './inconsistent-caption.ts';
import { inconsistentDefinitionStyle } from './inconsistent-definition-style.ts';
import { inconsistentDesignation } from './inconsistent-designation.ts';
import { inlineEnumeration } from './inline-enumeration.ts';
import { invalidDate } from './invalid-date.ts';
import { listConjunction } from './list-conjunction.ts';
import { listPunctuation } from './list-punctuation.ts';
import { lowercaseTerm } from './lowercase-term.ts';
import { mergeConflict } from './merge-conflict.ts';
import { misdirectedDefinition } from './misdirected-definition.ts';
import { misorderedNumber } from './misordered-number.ts';
import { missingAttachment } from './missing-attachment.ts';
import { missingCaption } from './missing-caption.ts';
import { missingSpace } from './missing-space.ts';
import { missingTerminalPunctuation } from './missing-terminal-punctuation.ts';
import { numberingGap } from './numbering-gap.ts';
import { overlappingDefinition } from './overlapping-definition.ts';
import { partyNameVariant } from './party-name-variant.ts';
import { placeholder } from './placeholder.ts';
import { possibleTerm } from './possible-term.ts';
import { repeatedWord } from './repeated-word.ts';
import type { Rule } from './rule.ts';
import { selfReference } from './self-reference.ts';
import { shiftedReference } from './shifted-reference.ts';
import { signatoryMismatch } from './signatory-mismatch.ts';
import { singleUseDefinition } from './single-use-definition.ts';
import { termVariant } from './term-variant.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';
import { unbalancedQuotes } from './unbalanced-quotes.ts';
import { undefinedTerm } from './undefined-term.ts';
import { unreferencedAttachment } from './unreferenced-attachment.ts';
import { unsortedDefinitions } from './unsorted-definitions.ts';
import { unusedDefinition } from './unused-definition.ts';
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
  shiftedReference,
  missingAttachment,
  unreferencedAttachment,
  vagueReference,
  undefinedTerm,
  possibleTerm,
  unusedDefinition,
  duplicateDefinition,
  termVariant,
  partyNameVariant,
  lowercaseTerm,
  misdirectedDefinition,
  circularDefinition,
  overlappingDefinition,
  earlyUse,
  unsortedDefinitions,
  singleUseDefinition,
  inconsistentDefinitionStyle,
  amountMismatch,
  signatoryMismatch,
  brokenImport,
  conflictingDefinition,
  conflictingFigure,
];

const unusedSuppression = unusedSuppressionAmong([...checks.map(({ id }) => id), 'unused-suppression']);

/** All rules. Each has a page of its name in docs/rules. What silenced nothing is known when all others have run. */
export const rules: readonly Rule[] = [...checks, unusedSuppression];
