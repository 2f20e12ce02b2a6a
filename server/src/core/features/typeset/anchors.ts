import type { Analysis } from '../../analysis.ts';
import type { Definition } from '../../model/definition.ts';
import { type Provision, walkProvisions } from '../../model/provision.ts';
import { perAnalysis } from '../../resolve/per-analysis.ts';
import { termsOf } from '../../resolve/terms.ts';

/**
 * Names by which a typeset document is linked to provisions. They follow from what a provision says and not from where it stands, so
 * that an edit leaves the links elsewhere as they are.
 */
export function provisionAnchor({ id }: Provision): string {
  return `p${hashOf(id)}`;
}

/** The same for a definition: its term, and which of its definitions in the order of the text. */
export function definitionAnchor(analysis: Analysis, definition: Definition): string {
  const nth = termsOf(analysis).definitionsOfTerm(definition.term).indexOf(definition);
  return `d${hashOf(`${definition.term.toLowerCase()} ${nth}`)}`;
}

/** What a link of a typeset document leads to. */
export type Anchored =
  | { readonly provision: Provision; readonly definition?: never }
  | { readonly definition: Definition; readonly provision?: never };

/** Null where what the link led to is gone. */
export function anchored(analysis: Analysis, anchor: string): Anchored | null {
  return anchorsOf(analysis).get(anchor) ?? null;
}

const anchorsOf = perAnalysis((analysis): ReadonlyMap<string, Anchored> => {
  const found = new Map<string, Anchored>();
  for (const provision of walkProvisions(analysis.outline))
    found.set(provisionAnchor(provision), { provision });
  for (const definition of termsOf(analysis).definitions)
    found.set(definitionAnchor(analysis, definition), { definition });
  return found;
});

/** Two numbers of 32 bits together: among some thousands of names no two are alike by chance. */
function hashOf(name: string): string {
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
    other = (other << 13) | (other >>> 19);
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
