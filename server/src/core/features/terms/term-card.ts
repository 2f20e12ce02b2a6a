import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import { isRootKind, type Provision } from '../../model/provision.ts';
import { amendedDocumentOf } from '../../resolve/amended-definitions.ts';
import { termsOf } from '../../resolve/terms.ts';
import { say, sayAround } from '../../text/say.ts';
import { titleOf } from '../provisions/places.ts';
import { type DefinedTerm, definedIn, meaningPlace, pointedTargets } from './defined-term.ts';
import { type LinkedText, type MeaningParagraph, meaningOf } from './term-meaning.ts';

/** A defined term as it is shown to someone who reads elsewhere. */
export interface TermCard {
  /** As it is written where it is defined. */
  readonly term: string;
  /** What it means; empty where that does not stand in the document. */
  readonly meaning: readonly MeaningParagraph[];
  /** Where it is defined, where it holds, how often it is used: sentences, with places as links. */
  readonly facts: readonly Words[];
}

/** The term with its meaning cut behind so many characters. */
export function termCardOf(analysis: Analysis, defined: DefinedTerm, longest: number): TermCard {
  const { home } = defined;
  return {
    term: home.term,
    meaning: meaningOf(analysis, home, longest),
    facts: home.quoted
      ? [quotedFact(analysis, home)]
      : [
          placesFact(analysis, defined),
          ...amendedFact(analysis, home),
          ...othersFact(analysis, defined),
          usesFact(analysis, defined),
        ],
  };
}

function quotedFact(analysis: Analysis, home: Definition): Words {
  const amended = amendedDocumentOf(analysis, home);
  return amended === null
    ? sayLinked`Defined in text that is quoted from another document: it defines nothing in this one.`
    : sayLinked`Defined in text that is put into the ${amended}: it defines nothing in this document.`;
}

function amendedFact(analysis: Analysis, home: Definition): readonly Words[] {
  const amended = amendedDocumentOf(analysis, home);
  return amended === null ? [] : [sayLinked`Put into the ${amended}.`];
}

/** "Defined in Section 4.2 (line 310), to which Section 1.1 (line 40) points." */
function placesFact(analysis: Analysis, { home, definitions }: DefinedTerm): Words {
  if (home.pointer && !home.meaning) return pointedFact(analysis, home, home.pointer.text);
  const places = whereAll(analysis, [home]);
  const pointers = definitions.filter((other) => other !== home && other.pointer !== null);
  if (pointers.length === 0) return sayLinked`Defined ${places}.`;
  const names = joined(pointers.map((pointer) => [linkTo(analysis, pointer)]));
  return pointers.length === 1
    ? sayLinked`Defined ${places}, to which ${names} points.`
    : sayLinked`Defined ${places}, to which ${names} point.`;
}

/** "Section 1.1 (line 40) points to the Credit Agreement, which was not looked up." */
function pointedFact(analysis: Analysis, definition: Definition, pointer: string): Words {
  const name = linkTo(analysis, definition);
  const source = [{ ...name, text: capitalised(name.text) }];
  const pointed = pointer.replace(/\s+/g, ' ');
  const [target] = pointedTargets(analysis, definition);
  if (!target) return sayLinked`${source} points to ${pointed}, which was not looked up.`;
  const link = [{ text: pointed, target: target.provision.heading }];
  return sayLinked`${source} points to ${link}, where no definition of it was recognised.`;
}

/** Definitions of the same words that are not this one: more in the same scope, and those that count elsewhere. */
function othersFact(analysis: Analysis, { home, definitions }: DefinedTerm): readonly Words[] {
  const again = definitions.filter((other) => other !== home && other.pointer === null);
  const apart = definedApart(analysis, { home, definitions });
  const facts: Words[] = [];
  if (again.length > 0) facts.push(sayLinked`Defined again ${whereAll(analysis, again)}.`);
  if (apart.length > 0) facts.push(sayLinked`Defined otherwise ${whereAll(analysis, apart)}.`);
  return facts;
}

/** Definitions of the same words that count in other parts of the document. */
function definedApart(analysis: Analysis, { home, definitions }: DefinedTerm): readonly Definition[] {
  const known = new Set(definitions);
  return termsOf(analysis)
    .definitionsOfTerm(home.term)
    .filter((other) => !other.quoted && !known.has(other) && other.scope !== home.scope);
}

/** "Holds in Exhibit A alone. Used 12 times." */
function usesFact(analysis: Analysis, defined: DefinedTerm): Words {
  const uses = termsOf(analysis).countUsesOfAny(defined.definitions);
  return sayLinked`${scopeWords(analysis, defined)}. ${timesUsed(uses)}.`;
}

function scopeWords(analysis: Analysis, defined: DefinedTerm): Words {
  const link = (scope: Provision): Words => [{ text: titleOf(analysis, scope), target: scope.heading }];
  const { scope } = defined.home;
  if (scope) return sayLinked`Holds in ${link(scope)} alone`;
  const others = new Set(definedApart(analysis, defined).flatMap((other) => other.scope ?? []));
  if (others.size === 0) return sayLinked`Holds in the whole document`;
  return sayLinked`Holds in the whole document but ${joined([...others].map(link))}`;
}

export function timesUsed(count: number): string {
  switch (count) {
    case 0:
      return say`Not used`;
    case 1:
      return say`Used once`;
    case 2:
      return say`Used twice`;
    default:
      return say`Used ${count} times`;
  }
}

/** "Section 1.1 (line 40)"; a place without a number by its line alone. */
export function placeName(analysis: Analysis, definition: Definition): string {
  const line = analysis.snapshot.lineAt(definition.range.start) + 1;
  const around = namedAround(analysis, definition);
  return around ? say`${titleOf(analysis, around)} (line ${line})` : say`line ${line}`;
}

function namedAround(analysis: Analysis, definition: Definition): Provision | null {
  const around = definedIn(analysis, definition);
  return around !== null && (around.parent !== null || !isRootKind(around.kind)) ? around : null;
}

function linkTo(analysis: Analysis, definition: Definition): LinkedText {
  return { text: placeName(analysis, definition), target: meaningPlace(definition).selection };
}

/** "in Section 1.1 (line 40) and on line 300". */
function whereAll(analysis: Analysis, definitions: readonly Definition[]): Words {
  return joined(
    definitions.map((definition) => {
      const link = [linkTo(analysis, definition)];
      return namedAround(analysis, definition) ? sayLinked`in ${link}` : sayLinked`on ${link}`;
    }),
  );
}

const mostNamed = 3;

function joined(all: readonly Words[]): Words {
  const shown = all.slice(0, mostNamed);
  const left = all.length - shown.length;
  const series = shown.reduce((before, next, index) =>
    left === 0 && index === shown.length - 1
      ? sayLinked`${before} and ${next}`
      : sayLinked`${before}, ${next}`,
  );
  return left > 0 ? sayLinked`${series} and ${String(left)} more` : series;
}

type Words = readonly LinkedText[];

/** A sentence with its links. */
function sayLinked(parts: TemplateStringsArray, ...values: ReadonlyArray<Words | string>): Words {
  return sayAround(parts, ...values).flatMap((piece) =>
    typeof piece === 'string' ? { text: piece, target: null } : piece,
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
