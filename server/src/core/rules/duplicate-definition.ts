import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { nearestAround } from '../model/locate.ts';
import type { Provision } from '../model/provision.ts';
import { termsOf } from '../resolve/terms.ts';
import type { Rule } from './rule.ts';
import { isIgnored, judges } from './terms.ts';

/** A term is given two meanings in one scope. */
export const duplicateDefinition: Rule = {
  id: 'duplicate-definition',
  title: 'Terms that are defined twice',
  severity: 'warning',
  scope: 'document',
  *check(analysis, configuration) {
    const first = new Map<Provision | null, Map<string, Definition>>();
    for (const definition of termsOf(analysis).definitions) {
      if (!judges(analysis, definition) || isIgnored(configuration, definition.term)) continue;
      const place = placeOf(analysis, definition);
      if (place === undefined) continue;
      const terms = first.get(place) ?? new Map<string, Definition>();
      first.set(place, terms);
      const key = `${definition.listed ? 'listed' : 'named'} ${definition.term}`;
      const earlier = terms.get(key);
      if (!earlier) {
        terms.set(key, definition);
        continue;
      }
      yield {
        range: definition.range,
        message: `“${definition.term}” is defined here a second time.`,
        related: [{ range: earlier.range, message: `The first definition of “${earlier.term}”.` }],
      };
    }
  },
};

/**
 * Within which the definition must be the only one; undefined where it need not be. Definitions of a list must be the
 * only ones of their scope. Names given in brackets are compared within one section: another section may speak of
 * another notice, and a form that is attached names its parties anew.
 */
function placeOf(analysis: Analysis, definition: Definition): Provision | null | undefined {
  const { form, listed, scope, source } = definition;
  if (form === 'means' && listed) return narrowsItself(analysis, definition) ? undefined : scope;
  if (form !== 'parenthesis') return undefined;
  const section = nearestAround(
    source,
    ({ kind }) => kind === 'section' || kind === 'article' || kind === 'clause',
  );
  return section ?? undefined;
}

/** "Unless otherwise specified, “Subsidiary” means a Subsidiary of the Borrower" adds to the other definition. */
function narrowsItself({ snapshot }: Analysis, { term, meaning }: Definition): boolean {
  if (!meaning) return true;
  const words = snapshot.text.slice(meaning.start, meaning.start + term.length + 16).replace(/\s+/g, ' ');
  return words.replace(/^(?:an?|the|any|each|such) /, '').startsWith(term);
}
