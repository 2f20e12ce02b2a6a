import type { Provision } from '../server/src/core/model/provision.ts';
import type { TextRange } from '../server/src/core/text/range.ts';

/** What a test says of a provision; the rest is filled in. */
export interface ProvisionSketch extends Partial<Omit<Provision, 'parent' | 'children'>> {
  readonly range: TextRange;
  readonly children?: readonly ProvisionSketch[];
}

/** Provisions made by hand, for tests of what prints or carries them; without recursion, so that any depth will do. */
export function buildProvisions(sketches: readonly ProvisionSketch[]): Provision[] {
  const roots: Provision[] = [];
  let built = 0;
  const pending = sketches.map((sketch) => ({ sketch, parent: null as Provision | null, siblings: roots }));
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { sketch, parent, siblings } = next;
    const children: Provision[] = [];
    const number = sketch.number ?? null;
    const provision: Provision = {
      id: String(built),
      kind: 'article',
      number,
      ordinal: number,
      numbering: null,
      caption: null,
      designation: null,
      captionRange: null,
      heading: sketch.range,
      inline: false,
      block: 0,
      implied: false,
      confidence: 1,
      ...sketch,
      parent,
      children,
    };
    siblings.push(provision);
    built += 1;
    for (const child of sketch.children ?? []) {
      pending.push({ sketch: child, parent: provision, siblings: children });
    }
  }
  return roots;
}
