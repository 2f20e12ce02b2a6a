import type { DefinitionForm } from '../model/definition.ts';
import {
  accordingly,
  beforeVerb,
  colon,
  hasMeaning,
  includes,
  isDefined,
  isVerb,
  means,
  qualification,
  refers,
} from './definition-words.ts';

export interface Verb {
  readonly form: DefinitionForm;
  readonly end: number;
  /** No verb that can only define: wants other definitions beside it. */
  readonly weak: boolean;
}

/** The verb behind a term, over brackets and qualifications. */
export function readVerb(text: string, from: number, listed: boolean): Verb | null {
  if (listed) {
    const at = matchAt(colon, text, from);
    if (at > 0) {
      const verb = verbAt(text, at);
      if (verb) return verb;
      return { form: 'colon', end: at, weak: false };
    }
  }
  let at = from;
  for (let step = 0; step < 7; step += 1) {
    const verb = verbAt(text, at);
    if (verb) return verb;
    const next = skipQualifier(text, at);
    if (next === at) break;
    at = next;
  }
  const qualified = matchAt(qualification, text, from);
  if (qualified > 0) {
    const verb = verbAt(text, matchAt(/,? ?/y, text, qualified));
    if (verb) return verb;
  }
  if (listed) {
    const blank = matchAt(/ (?=[a-z])/y, text, from);
    const is = blank > 0 ? matchAt(isVerb, text, blank) : -1;
    if (is > 0) return { form: 'means', end: is, weak: true };
  }
  return null;
}

function skipQualifier(text: string, at: number): number {
  for (const pattern of beforeVerb) {
    const end = matchAt(pattern, text, at);
    if (end > at) return end;
  }
  return at;
}

function verbAt(text: string, at: number): Verb | null {
  for (const [pattern, form] of verbs) {
    const end = matchAt(pattern, text, at);
    if (end > at) return { form, end, weak: false };
  }
  return null;
}

const verbs: ReadonlyArray<readonly [RegExp, DefinitionForm]> = [
  [hasMeaning, 'means'],
  [accordingly, 'means'],
  [isDefined, 'means'],
  [means, 'means'],
  [refers, 'means'],
  [includes, 'includes'],
];

/** Where a sticky pattern ends that matches at `at`, or -1. */
export function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
