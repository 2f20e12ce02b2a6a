import type { Analysis } from '../analysis.ts';
import type { Definition } from '../model/definition.ts';
import type { Provision } from '../model/provision.ts';
import { definitionsOf } from '../resolve/definitions.ts';

/** Lists of definitions, each definition a paragraph of its own, in the order of the text. */
export function definitionLists(analysis: Analysis): ReadonlyArray<readonly Definition[]> {
  const lists: Definition[][] = [];
  let list: Definition[] = [];
  let holder: Provision | null = null;
  let lastLine = -1;
  for (const definition of definitionsOf(analysis)) {
    if (!definition.listed || definition.form === 'label' || definition.quoted) continue;
    const own = holderOf(definition);
    const line = analysis.snapshot.lineAt(definition.range.start);
    // Two names of one meaning are one entry.
    if (line === lastLine && own === holder) continue;
    if (own !== holder || list.length === 0) {
      list = [];
      lists.push(list);
      holder = own;
    }
    list.push(definition);
    lastLine = line;
  }
  return lists;
}

/** The provision whose list it is: the items of a list hold one definition each. */
function holderOf({ source }: Definition): Provision | null {
  if (!source) return null;
  const family = source.numbering?.family ?? '';
  const isItem =
    family.startsWith('(') || family === '#)' || source.kind === 'subsection' || source.kind === 'item';
  return isItem || (source.numbering?.path.length ?? 0) > 1 ? source.parent : source;
}
