import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { termsOf } from '../resolve/terms.ts';
import { findProvisions } from './provisions/go-to-provision.ts';
import { nameOf } from './provisions/outline.ts';
import { gistOf } from './provisions/passage.ts';
import { titleOf } from './provisions/places.ts';
import { definedTermOf, standsOut } from './terms/defined-term.ts';

/** A provision or a defined term of one of several documents. */
export interface WorkspaceSymbol {
  readonly subject: Provision | Definition;
  /** A citation and caption, "Section 16.4(2) Notices", or the term. */
  readonly name: string;
  /** What the document is called by its title; empty where it has none. */
  readonly container: string;
}

/**
 * What someone may mean of one document who typed `query`: the provisions at an address ("16.4(2)"), then the terms that
 * hold the words, then all whose names hold the typed characters in this order, as editors match them. At most `most`;
 * linear.
 */
export function workspaceSymbols(
  analysis: Analysis,
  query: string,
  most: number,
): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found = new Set<Provision | Definition>();
  const add = (subjects: Iterable<Provision | Definition>): void => {
    for (const subject of subjects) {
      if (found.size >= most) break;
      found.add(subject);
    }
  };
  const terms = termsNamed(analysis, wanted);
  if (wanted !== '') {
    add(findProvisions(analysis, query, 0));
    add(terms.filter(({ term }) => plain(term).includes(wanted)));
  }
  add(provisionsNamed(analysis, wanted));
  add(terms);
  const container = analysis.outline.find(({ caption }) => caption !== null)?.caption ?? '';
  return [...found].map((subject) => ({ subject, name: nameOfSubject(analysis, subject), container }));
}

function* provisionsNamed(analysis: Analysis, wanted: string): Generator<Provision> {
  for (const provision of walkProvisions(analysis.outline))
    if (!provision.implied && holds(nameOf(analysis, provision).toLowerCase(), wanted)) yield provision;
}

/** Each term where its meaning stands, not where it is only pointed to. */
function termsNamed(analysis: Analysis, wanted: string): readonly Definition[] {
  return termsOf(analysis).definitions.filter(
    (definition) =>
      holds(plain(definition.term), wanted) &&
      !definition.quoted &&
      standsOut(definition) &&
      (definition.pointer === null || definedTermOf(analysis, definition).home === definition),
  );
}

function plain(term: string): string {
  return term.toLowerCase().replace(/\s+/g, '');
}

function holds(name: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Outlines show what something stands in; a list of many documents does not, so that the citation has to say it. */
function nameOfSubject(analysis: Analysis, subject: Provision | Definition): string {
  if ('term' in subject) return subject.term;
  if (subject.ordinal === null) return nameOf(analysis, subject);
  return `${titleOf(analysis, subject)} ${gistOf(analysis, subject)}`.trim();
}
