import { standsOut } from '../features/terms/defined-term.ts';
import type { ProvisionKind } from '../model/provision.ts';
import type { FileSummary } from '../model/summary.ts';
import type { TextRange } from '../text/range.ts';

/** A provision or a defined term of a file of which only the summary is at hand. */
export interface FileSymbol extends TextRange {
  readonly name: string;
  /** Null for a term. */
  readonly kind: ProvisionKind | null;
  /** What was typed stands in the name as it was typed; else its letters do, in this order. */
  readonly isPlain: boolean;
}

/** Those whose names hold the typed characters in this order, as editors match them. Linear. */
export function* fileSymbols(summary: FileSummary, query: string): Generator<FileSymbol> {
  const wanted = plain(query);
  for (const { name, kind, start, end } of summary.provisions) {
    const match = matchOf(name, wanted);
    if (match !== null) yield { name, kind, start, end, isPlain: match === 'plain' };
  }
  for (const { term, start, end } of summary.definitions) {
    const match = standsOut({ term }) ? matchOf(term, wanted) : null;
    if (match !== null) yield { name: term, kind: null, start, end, isPlain: match === 'plain' };
  }
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}

function matchOf(name: string, wanted: string): 'plain' | 'letters' | null {
  const letters = plain(name);
  if (letters.includes(wanted)) return 'plain';
  let at = 0;
  for (const character of wanted) {
    at = letters.indexOf(character, at) + 1;
    if (at === 0) return null;
  }
  return 'letters';
}
