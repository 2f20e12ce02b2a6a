import { duplicateNumber } from './duplicate-number.ts';
import { misorderedNumber } from './misordered-number.ts';
import { numberingGap } from './numbering-gap.ts';
import type { Rule } from './rule.ts';

/** All rules. Each has a page of its name in docs/rules. */
export const rules: readonly Rule[] = [numberingGap, duplicateNumber, misorderedNumber];
