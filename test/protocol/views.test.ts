import { describe, expect, it } from 'vitest';
import {
  type DocumentReferencesResult,
  type NamedGroup,
  type ProvisionReferencesResult,
  requests,
  type ShownTerm,
  type SigningsResult,
  type TermsInViewResult,
  type TermTableResult,
  type TermUsesResult,
} from '../../server/src/lsp/protocol/protocol.ts';
import { ferryHire } from './ferryHire.ts';
import { askAbout } from './serverProcess.ts';

const { text } = ferryHire;

const at = (words: string) => {
  const before = text.slice(0, text.indexOf(words));
  const line = before.split('\n').length - 1;
  return { line, character: before.length - before.lastIndexOf('\n') - 1 };
};

const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
  askAbout(ferryHire, method, params);

const shown = (terms: readonly ShownTerm[]) =>
  terms.map(({ term, meaning, isBuilt }) => `${term}${isBuilt ? ' +' : ''}: ${meaning}`);
const groups = (found: readonly NamedGroup[]) =>
  found.map(({ name, places }) => `${name} [${places.map((place) => place.name).join('] [')}]`);

describe('terms in view', () => {
  it('are those that the provision around the cursor uses, with their meanings', async () => {
    const position = at('half of it before');
    const found = await ask<TermsInViewResult>(requests.termsInView, { position, pinned: [] });
    expect(found.title).toBe('Section 2.1');
    expect(shown(found.terms)).toEqual([
      'Hire +: the sum that Section 2.1 states for each Crossing.',
      'Hirer: Quay Tea House Ltd.',
      'Crossing +: one trip of the Ferry between the two Landings.',
      'Landings +: the quay and the pier that the Owner shows to the Hirer.',
    ]);
    expect(found.terms[0]?.range.start).toEqual(at('Hire" means'));
    expect(found.terms[0]?.card).toContain('**Hire**');
  });

  it('are in a list of definitions those of the definition at the cursor, and not the term itself', async () => {
    const position = at('one trip of');
    const { title, terms } = await ask<TermsInViewResult>(requests.termsInView, { position, pinned: [] });
    expect(title).toBe('“Crossing”');
    expect(terms.map(({ term }) => term)).toEqual(['Ferry', 'Landings']);
  });

  it('hold the pinned ones wherever the cursor is, as long as they are defined', async () => {
    const position = { line: 0, character: 0 };
    const pinned = ['Tide Table', 'Nothing', 7];
    const found = await ask<TermsInViewResult>(requests.termsInView, { position, pinned });
    expect(shown(found.pinned)).toEqual(['Tide Table: the table that hangs at the pier.']);
  });

  it('lead on to the terms of their meanings', async () => {
    const named = await ask<ShownTerm[]>(requests.termsOfMeaning, { term: 'Crossing', nth: 0 });
    expect(named.map(({ term }) => term)).toEqual(['Ferry', 'Landings']);
  });
});

describe('the table of terms', () => {
  it('counts the uses of each', async () => {
    const { terms } = await ask<TermTableResult>(requests.termTable);
    expect(terms.map(({ term, uses, provision }) => `${term} ${uses} ${provision}`)).toEqual([
      'Crossing 3 Section 1.1',
      'Ferry 5 Section 1.1',
      'Hire 5 Section 1.1',
      'Hirer 4 ',
      'Landings 2 Section 1.1',
      'Owner 4 ',
      'Tide Table 0 Section 1.1',
    ]);
    expect(terms.at(-1)?.findings.map(({ rule }) => rule)).toEqual(['unused-definition']);
  });

  it('tells the provisions that use a term', async () => {
    const found = await ask<TermUsesResult>(requests.termUses, { term: 'Ferry', nth: 0 });
    expect(groups(found.provisions)).toEqual([
      ' [FERRY HIRE AGREEMENT] [This Ferry Hire Agreement is made between Lantern Ferries Ltd. (the …]',
      'Section 1.1 [… means one trip of the Ferry between the two Landings.]',
      'Section 2.3 [… The Owner insures the Ferry as Section 12 of the Marine Insurance Act requires. The …]',
      'Section 3.1 [… Term. The Hirer returns the Ferry at the end of the summer. Sections 2.1 to 2.3 go on until …]',
    ]);
  });
});

describe('cross-references', () => {
  it('are what a provision cites, who cites it and its items, and what it cites of other documents', async () => {
    const own = await ask<ProvisionReferencesResult>(requests.provisionReferences, {
      position: at('the rest at'),
    });
    expect(own.title).toBe('Section 2.1');
    expect(own.cites.map(({ name }) => name)).toEqual(['Section 2.2']);
    expect(own.citedBy.map(({ name }) => name)).toEqual(['Section 1.1', 'Section 2.3', 'Section 3.1']);
    const other = await ask<ProvisionReferencesResult>(requests.provisionReferences, {
      position: at('insures the'),
    });
    expect(groups(other.external)).toEqual(['Marine Insurance Act [Section 12 of the Marine Insurance Act]']);
  });

  it('of the whole document are the broken ones and those that lead out of it', async () => {
    const { broken, external } = await ask<DocumentReferencesResult>(requests.documentReferences);
    expect(broken.map(({ rule, provision, text: words }) => `${rule} ${provision} ${words}`)).toEqual([
      'broken-reference Section 2.2 Section 2.7',
    ]);
    expect(external.map(({ name }) => name)).toEqual(['Marine Insurance Act']);
  });
});

it('parties are named with their short names, and signatures with who signed', async () => {
  const { signings } = await ask<SigningsResult>(requests.signings);
  expect(signings.map(({ parties }) => parties.map(({ name, shortName }) => `${name} ${shortName}`))).toEqual(
    [['Lantern Ferries Ltd. Owner', 'Quay Tea House Ltd. Hirer']],
  );
  const places = signings.flatMap(({ signatures }) => signatures.flatMap((block) => block.places));
  expect(places.map(({ name, detail }) => `${name} ${detail}`.trim())).toEqual([
    'LANTERN FERRIES LTD.',
    'Ada Pike signed',
    'QUAY TEA HOUSE LTD.',
    'Tom Reed',
  ]);
});
