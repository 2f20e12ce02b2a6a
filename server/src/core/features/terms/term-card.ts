import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import { isRootKind, type Provision } from '../../model/provision.ts';
import { amendedDocumentOf } from '../../resolve/amended-definitions.ts';
import { termsOf } from '../../resolve/terms.ts';
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
  readonly facts: ReadonlyArray<readonly LinkedText[]>;
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

function quotedFact(analysis: Analysis, home: Definition): readonly LinkedText[] {
  const amended = amendedDocumentOf(analysis, home);
  return amended === null
    ? [plain('Defined in text that is quoted from another document: it defines nothing in this one.')]
    : [plain(`Defined in text that is put into the ${amended}: it defines nothing in this document.`)];
}

function amendedFact(analysis: Analysis, home: Definition): ReadonlyArray<readonly LinkedText[]> {
  const amended = amendedDocumentOf(analysis, home);
  return amended === null ? [] : [[plain(`Put into the ${amended}.`)]];
}

/** "Defined in Section 4.2 (line 310), to which Section 1.1 (line 40) points." */
function placesFact(analysis: Analysis, { home, definitions }: DefinedTerm): readonly LinkedText[] {
  if (home.pointer && !home.meaning) return pointedFact(analysis, home);
  const pointers = definitions.filter((other) => other !== home && other.pointer !== null);
  const defined = [plain('Defined '), ...whereAll(analysis, [home])];
  if (pointers.length === 0) return [...defined, plain('.')];
  const names = pointers.map((pointer) => [linkTo(analysis, pointer)]);
  return [
    ...defined,
    plain(', to which '),
    ...joined(names),
    plain(names.length === 1 ? ' points.' : ' point.'),
  ];
}

/** "Section 1.1 (line 40) points to the Credit Agreement, which was not looked up." */
function pointedFact(analysis: Analysis, definition: Definition): readonly LinkedText[] {
  const { pointer } = definition;
  if (!pointer) return [];
  const name = linkTo(analysis, definition);
  const source = [{ ...name, text: capitalised(name.text) }, plain(' points to ')];
  const words = pointer.text.replace(/\s+/g, ' ');
  const [target] = pointedTargets(analysis, definition);
  if (!target) return [...source, plain(`${words}, which was not looked up.`)];
  const link = { text: words, target: target.provision.heading };
  return [...source, link, plain(', where no definition of it was recognised.')];
}

/** Definitions of the same words that are not this one: more in the same scope, and those that count elsewhere. */
function othersFact(
  analysis: Analysis,
  { home, definitions }: DefinedTerm,
): ReadonlyArray<readonly LinkedText[]> {
  const again = definitions.filter((other) => other !== home && other.pointer === null);
  const apart = definedApart(analysis, { home, definitions });
  const facts: LinkedText[][] = [];
  if (again.length > 0) facts.push([plain('Defined again '), ...whereAll(analysis, again), plain('.')]);
  if (apart.length > 0) facts.push([plain('Defined otherwise '), ...whereAll(analysis, apart), plain('.')]);
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
function usesFact(analysis: Analysis, defined: DefinedTerm): readonly LinkedText[] {
  const uses = termsOf(analysis).countUsesOfAny(defined.definitions);
  return [...scopeWords(analysis, defined), plain(`. ${timesUsed(uses)}.`)];
}

function scopeWords(analysis: Analysis, defined: DefinedTerm): readonly LinkedText[] {
  const link = (scope: Provision): LinkedText => ({ text: titleOf(analysis, scope), target: scope.heading });
  const { scope } = defined.home;
  if (scope) return [plain('Holds in '), link(scope), plain(' alone')];
  const others = new Set(definedApart(analysis, defined).flatMap((other) => other.scope ?? []));
  if (others.size === 0) return [plain('Holds in the whole document')];
  return [plain('Holds in the whole document but '), ...joined([...others].map((other) => [link(other)]))];
}

export function timesUsed(count: number): string {
  if (count > 2) return `Used ${count} times`;
  return ['Not used', 'Used once', 'Used twice'][count] ?? '';
}

/** "Section 1.1 (line 40)"; a place without a number by its line alone. */
export function placeName(analysis: Analysis, definition: Definition): string {
  const line = analysis.snapshot.lineAt(definition.range.start) + 1;
  const around = definedIn(analysis, definition);
  const isNamed = around !== null && (around.parent !== null || !isRootKind(around.kind));
  return isNamed ? `${titleOf(analysis, around)} (line ${line})` : `line ${line}`;
}

function linkTo(analysis: Analysis, definition: Definition): LinkedText {
  return { text: placeName(analysis, definition), target: meaningPlace(definition).selection };
}

/** "in Section 1.1 (line 40) and on line 300". */
function whereAll(analysis: Analysis, definitions: readonly Definition[]): readonly LinkedText[] {
  return joined(
    definitions.map((definition) => {
      const link = linkTo(analysis, definition);
      return [plain(link.text.startsWith('line ') ? 'on ' : 'in '), link];
    }),
  );
}

const mostNamed = 3;

function joined(all: ReadonlyArray<readonly LinkedText[]>): readonly LinkedText[] {
  const shown = all.slice(0, mostNamed);
  const left = all.length - shown.length;
  const parts = shown.flatMap((words, index) => {
    if (index === 0) return words;
    return [plain(left === 0 && index === shown.length - 1 ? ' and ' : ', '), ...words];
  });
  return left > 0 ? [...parts, plain(` and ${left} more`)] : parts;
}

function plain(text: string): LinkedText {
  return { text, target: null };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
