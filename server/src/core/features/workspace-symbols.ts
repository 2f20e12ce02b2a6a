import type { Analysis } from '../analysis.ts';
import { type Provision, walkProvisions } from '../model/provision.ts';
import { findProvisions } from './go-to-provision.ts';
import { nameOf } from './outline.ts';
import { gistOf } from './passage.ts';
import { titleOf } from './places.ts';

/** A provision of one of several documents. */
export interface WorkspaceSymbol {
  readonly provision: Provision;
  /** Its citation and caption: "Section 16.4(2) Notices". */
  readonly name: string;
  /** What the document is called by its title; empty where it has none. */
  readonly container: string;
}

/**
 * The provisions of one document that someone may mean who typed `query`: those at an address ("16.4(2)"), then those
 * whose names hold the typed characters in this order, as editors match them. At most `most`; linear.
 */
export function workspaceSymbols(
  analysis: Analysis,
  query: string,
  most: number,
): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found = new Set(wanted === '' ? [] : findProvisions(analysis, query, 0).slice(0, most));
  for (const provision of walkProvisions(analysis.outline)) {
    if (found.size >= most) break;
    if (!provision.implied && holds(nameOf(analysis, provision).toLowerCase(), wanted)) found.add(provision);
  }
  const container = analysis.outline.find(({ caption }) => caption !== null)?.caption ?? '';
  return [...found].map((provision) => ({ provision, name: fullName(analysis, provision), container }));
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
function fullName(analysis: Analysis, provision: Provision): string {
  if (provision.ordinal === null) return nameOf(analysis, provision);
  return `${titleOf(analysis, provision)} ${gistOf(analysis, provision)}`.trim();
}
