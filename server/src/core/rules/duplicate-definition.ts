import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { nearestAround } from '../model/locate.ts';
import { isAttachmentKind, type Provision } from '../model/provision.ts';
import { nameInPlace } from '../resolve/citation-names.ts';
import { readTerms, termsOf } from '../resolve/terms.ts';
import { say } from '../text/say.ts';
import type { Rule } from './rule.ts';
import { isIgnored, judges } from './terms.ts';

/** A term is given two meanings in one scope. */
export const duplicateDefinition: Rule = {
  id: 'duplicate-definition',
  title: 'Terms that are defined twice',
  severity: 'warning',
  scope: 'document',
  prepare: readTerms,
  *check(analysis, configuration) {
    const first = new Map<string, Definition>();
    const numberOf = numbersOfPlaces();
    const forms = new RepeatedForms();
    const found: Array<{ readonly definition: Definition; readonly earlier: Definition }> = [];
    for (const definition of termsOf(analysis).definitions) {
      if (!judges(analysis, definition) || isIgnored(configuration, definition.term)) continue;
      const keys = placesOf(analysis, definition).map(
        ({ place, as }) => `${as} ${numberOf(place)} ${definition.term}`,
      );
      const earlier = keys.map((key) => first.get(key)).find((known) => known !== undefined);
      for (const key of keys) if (!first.has(key)) first.set(key, definition);
      if (!earlier) continue;
      found.push({ definition, earlier });
      if (!definition.listed) forms.add(definition);
    }
    for (const { definition, earlier } of found) {
      if (!definition.listed && forms.includes(definition)) continue;
      const place = earlier.source;
      yield {
        range: definition.range,
        message:
          place && place !== definition.source && place.ordinal !== null
            ? say`“${definition.term}” is defined here a second time; ${nameInPlace(place)} defines it already.`
            : say`“${definition.term}” is defined here a second time.`,
        related: [{ range: earlier.range, message: say`The first definition of “${earlier.term}”.` }],
      };
    }
  },
};

interface UniquePlace {
  readonly place: Provision | null;
  /** What must be the only one there. */
  readonly as: string;
}

/**
 * Within which the definition must be the only one of its kind. Definitions of a list must be the only ones of their
 * scope, and what points elsewhere the only one of its list. Names given in brackets must be the only ones of their
 * section: another section may speak of another notice. In all of the scope they are one too many where the same words
 * get the name again.
 */
function placesOf(analysis: Analysis, definition: Definition): UniquePlace[] {
  const { form, listed, scope, source } = definition;
  if (listed && form === 'pointer') return [{ place: source && (source.parent ?? source), as: 'listed' }];
  if (listed && form === 'means') {
    if (narrowsItself(analysis, definition)) return [];
    return [
      { place: scope, as: 'means' },
      { place: source && (source.parent ?? source), as: 'listed' },
    ];
  }
  if (form !== 'parenthesis' || source?.kind === 'signature') return [];
  const section = nearestAround(
    source,
    ({ kind }) => kind === 'section' || kind === 'article' || kind === 'clause',
  );
  // What is attached may be several forms, each of which names its parties anew.
  const named = scope && isAttachmentKind(scope.kind) ? '' : namedWords(analysis, definition);
  return [
    ...(section ? [{ place: section, as: 'named' }] : []),
    ...(named ? [{ place: scope, as: `named ${named}` }] : []),
  ];
}

/** "Unless otherwise specified, “Subsidiary” means a Subsidiary of the Borrower" adds to the other definition. */
function narrowsItself({ snapshot }: Analysis, { term, meaning }: Definition): boolean {
  if (!meaning) return true;
  const words = snapshot.text.slice(meaning.start, meaning.start + term.length + 16).replace(/\s+/g, ' ');
  return /^(?:an?|any|each|such) /.test(words) && words.replace(/^[a-z]+ /, '').startsWith(term);
}

/** So many words before a name in brackets say whether the same thing is named. */
const wordsCompared = 6;

/** The last words before the brackets, without case; empty where they are blanks to be filled in or too few. */
function namedWords({ snapshot }: Analysis, { range }: Definition): string {
  const before = snapshot.text.slice(Math.max(0, range.start - 160), range.start);
  const bracket = before.lastIndexOf('(');
  // "(each a “License”)" names any of its kind, here and there.
  if (bracket < 0 || /_{3}|\[/.test(before) || /^\((?:each\b|an? )/.test(before.slice(bracket))) return '';
  const words =
    before
      .slice(0, bracket)
      .toLowerCase()
      .match(/[a-z0-9&]+/g) ?? [];
  return words.length < wordsCompared ? '' : words.slice(-wordsCompared).join(' ');
}

/** Provisions are told apart by numbers, the document itself is 0. */
function numbersOfPlaces(): (place: Provision | null) => number {
  const numbers = new Map<Provision | null, number>([[null, 0]]);
  return (place) => {
    const known = numbers.get(place) ?? numbers.size;
    numbers.set(place, known);
    return known;
  };
}

/** Where several names are given anew close by, another form begins that was not seen as one. */
class RepeatedForms {
  readonly #counts = new Map<number, number>();

  add({ range }: Definition): void {
    const at = Math.floor(range.start / formLength);
    this.#counts.set(at, (this.#counts.get(at) ?? 0) + 1);
  }

  includes({ range }: Definition): boolean {
    const at = Math.floor(range.start / formLength);
    return [at - 1, at, at + 1].some((near) => (this.#counts.get(near) ?? 0) >= namesOfForm);
  }
}

const formLength = 4000;
const namesOfForm = 3;
