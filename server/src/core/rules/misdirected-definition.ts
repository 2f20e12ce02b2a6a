import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { nearestAround } from '../model/locate.ts';
import { isRootKind, type Provision } from '../model/provision.ts';
import type { Reference } from '../model/reference.ts';
import { nameInPlace } from '../resolve/citation-names.ts';
import { referencesOf } from '../resolve/references.ts';
import { type Terms, termsOf } from '../resolve/terms.ts';
import { countLeading } from '../text/ascending.ts';
import type { TextRange } from '../text/range.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';

/** More of a provision is not searched. */
const longestSearch = 60_000;
const nearby = 3000;

/** A definition sends the reader to a provision that does not define the term. */
export const misdirectedDefinition: Rule = {
  id: 'misdirected-definition',
  title: 'Definitions that point to the wrong place',
  severity: 'warning',
  scope: 'document',
  *check(analysis) {
    const terms = termsOf(analysis);
    const pointers = terms.definitions.filter(({ pointer, quoted }) => pointer && !quoted);
    if (pointers.length === 0) return;
    const references = referencesOf(analysis);
    for (const definition of pointers) {
      const reference = definition.pointer && firstWithin(references, definition.pointer.range);
      const targets = reference ? clearTargets(reference) : null;
      if (!reference || !targets) continue;
      const elsewhere = givenElsewhere(terms, definition);
      if (!elsewhere && reference.status !== 'resolved') continue;
      // A conversion that lost the numbers of subdivisions cuts a section short: it goes on behind its end.
      if (
        elsewhere &&
        targets.some(({ end }) => end <= elsewhere.range.start && elsewhere.range.start < end + nearby)
      )
        continue;
      if (targets.some((target) => mayDefine(analysis, terms, target, definition, elsewhere !== null)))
        continue;
      yield {
        range: reference.range,
        message: elsewhere
          ? elsewhere.source && elsewhere.source.ordinal !== null
            ? say`${reference.text} does not define “${definition.term}”; it is defined in ${nameInPlace(elsewhere.source)}.`
            : say`${reference.text} does not define “${definition.term}”; it is defined elsewhere.`
          : say`${reference.text} does not define “${definition.term}”.`,
        related: elsewhere
          ? [{ range: elsewhere.range, message: say`The definition of “${definition.term}”.` }]
          : [],
      };
    }
  },
};

function firstWithin(references: readonly Reference[], { start, end }: TextRange): Reference | null {
  const found = references[countLeading(references, ({ range }) => range.start < start)];
  return found && found.range.end <= end + 1 ? found : null;
}

/**
 * The sections it leads to for certain, be it that they lack the subdivision it names; null where it leads out of the
 * document or nowhere.
 */
function clearTargets({ status, confidence, members }: Reference): readonly TextRange[] | null {
  if (status === 'external' || status === 'ambiguous') return null;
  // Schedules give their figures in tables, under headings of their own.
  if (members.some(({ targets: all }) => all.some(({ provision }) => isRootKind(provision.kind))))
    return null;
  const targets: TextRange[] = [];
  for (const member of members) {
    const reached = member.failure?.reason === 'too-deep' ? member.failure.reached : null;
    // That the subdivision is missing may be doubtful; which section is meant is not.
    if (!reached && (member.status !== 'resolved' || confidence < 0.8)) return null;
    if (reached) targets.push(sectionAround(reached, reached.range));
    for (const { provision, range } of member.targets) targets.push(sectionAround(provision, range));
  }
  return targets.length > 0 ? targets : null;
}

/** "Section 2.3(e)(i)" is right enough where another item of the section defines the term. */
function sectionAround(provision: Provision, range: TextRange): TextRange {
  const section = nearestAround(
    provision,
    ({ kind }) => kind === 'section' || kind === 'article' || isRootKind(kind),
  );
  return section?.parent ? section.range : range;
}

/**
 * The term is defined there. Where it is defined nowhere else, it is enough that its words stand there in any form: then
 * it may be defined in a way that is not known; else they must at least be set in quotation marks.
 */
function mayDefine(
  { snapshot }: Analysis,
  terms: Terms,
  target: TextRange,
  definition: Definition,
  definedElsewhere: boolean,
): boolean {
  const inside = ({ start, end }: TextRange): boolean => target.start <= start && end <= target.end;
  if (inside(definition.range) || target.end - target.start > longestSearch) return true;
  if (terms.definitionsOfTerm(definition.term).some((other) => other !== definition && inside(other.range)))
    return true;
  const words = snapshot.text.slice(target.start, target.end);
  const text = withoutPlurals(words);
  const term = withoutPlurals(definition.term);
  // The mark for what was left out may stand behind the last words of a provision.
  if (!definedElsewhere)
    return (
      text.includes(term) ||
      leftOut.test(words) ||
      leftOut.test(snapshot.text.slice(target.end, target.end + 10))
    );
  return ['"', '“', '*', '_', '‘'].some(
    (mark) => text.includes(`${mark}${term}`) || text.includes(`${mark} ${term}`),
  );
}

/** What was left out when the document was filed may have defined it. */
const leftOut = /\*{3}|\[ ?[*●•_…] ?[*●•_…\]]|\[(?:[A-Z][a-z]+ )?(?:redacted|omitted)/i;

function withoutPlurals(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').replace(/s\b/g, '');
}

function givenElsewhere(terms: Terms, definition: Definition): Definition | null {
  return (
    terms
      .definitionsOfTerm(definition.term)
      .find(
        (other) => other !== definition && other.pointer === null && !other.quoted && saysMeaning(other),
      ) ?? null
  );
}

/** An entry of a list without words behind it is what a conversion left of another pointer. */
function saysMeaning({ listed, meaning }: Definition): boolean {
  return !listed || (meaning !== null && meaning.end - meaning.start > 30);
}
