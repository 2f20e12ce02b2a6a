import type { MapArrow, MapEntry, MapResult } from '../../server/src/lsp/protocol/protocol.ts';

/** What of a map is drawn. */
export interface ShownMap {
  readonly nodes: readonly ShownNode[];
  readonly arrows: readonly MapArrow[];
  /** How many there are that could be drawn. */
  readonly all: number;
  /** How many have no connection and are left out. */
  readonly alone: number;
  /** How many have fewer connections than those that are drawn, and are left out because all could not be read. */
  readonly lesser: number;
}

export interface ShownNode extends MapEntry {
  /** How many stand in it and are not drawn. */
  readonly inside: number;
}

/** More cannot be read on one screen. */
export const mostReadable = 60;

/** A map of which parts are closed: what stands in a closed part is drawn as that part, with all its arrows. */
export class MapModel {
  readonly #entries: ReadonlyMap<string, MapEntry>;
  readonly #children = new Map<string | null, MapEntry[]>();
  readonly #arrows: readonly MapArrow[];
  #open = new Set<string>();
  #filter = '';
  #isWhole = false;

  constructor({ nodes, edges }: MapResult) {
    this.#entries = new Map(nodes.map((node) => [node.id, node]));
    this.#arrows = edges;
    for (const node of nodes) {
      const siblings = this.#children.get(node.parent);
      if (siblings) siblings.push(node);
      else this.#children.set(node.parent, [node]);
    }
    this.openSome();
  }

  /** Opens level by level as long as what is drawn then can be read. */
  openSome(): void {
    this.#isWhole = false;
    this.#open = new Set();
    for (;;) {
      const before = this.#open;
      const closed = [...this.#entries.keys()].filter(
        (id) => this.#children.has(id) && !before.has(id) && this.#drawnFor(id) === id,
      );
      if (closed.length === 0) return;
      this.#open = new Set([...before, ...closed]);
      if (this.#drawable().nodes.length <= mostReadable) continue;
      this.#open = before;
      return;
    }
  }

  openAll(): void {
    this.#isWhole = true;
    this.#open = new Set(this.#entries.keys());
  }

  /** Opens a part, or closes it with all that is in it; what is in nothing and holds nothing stays. */
  toggle(id: string): void {
    if (this.#children.has(id) && !this.#open.has(id)) this.#open.add(id);
    else {
      const parent = this.#entries.get(id)?.parent;
      if (parent) this.#open.delete(parent);
    }
  }

  filter(words: string): void {
    this.#filter = words.trim().toLowerCase();
  }

  /** Those with connections; of very many the best connected, unless all are asked for. */
  shown(): ShownMap {
    const found = this.#drawable();
    if (this.#isWhole || found.nodes.length <= mostReadable || this.#filter !== '') return found;
    const degrees = new Map<string, number>();
    for (const { from, to } of found.arrows)
      for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
    const best = new Set(
      [...found.nodes]
        .sort((one, other) => (degrees.get(other.id) ?? 0) - (degrees.get(one.id) ?? 0))
        .slice(0, mostReadable)
        .map(({ id }) => id),
    );
    return {
      ...found,
      lesser: found.nodes.length - best.size,
      nodes: found.nodes.filter(({ id }) => best.has(id)),
      arrows: found.arrows.filter(({ from, to }) => best.has(from) && best.has(to)),
    };
  }

  #drawable(): ShownMap {
    const counts = new Map<string, MapArrow>();
    for (const { from, to, count } of this.#arrows) {
      const arrow = { from: this.#drawnFor(from), to: this.#drawnFor(to), count };
      if (arrow.from === arrow.to) continue;
      const key = JSON.stringify([arrow.from, arrow.to]);
      counts.set(key, { ...arrow, count: count + (counts.get(key)?.count ?? 0) });
    }
    let arrows = [...counts.values()];
    const isWanted = (id: string) =>
      `${this.#entries.get(id)?.name} ${this.#entries.get(id)?.detail}`.toLowerCase().includes(this.#filter);
    if (this.#filter !== '') arrows = arrows.filter(({ from, to }) => isWanted(from) || isWanted(to));
    const connected = new Set(arrows.flatMap(({ from, to }) => [from, to]));
    const drawn = [...this.#entries.values()].filter(
      ({ id }) => this.#drawnFor(id) === id && !this.#isOpened(id),
    );
    const nodes = drawn
      .filter(({ id }) => connected.has(id) || (this.#filter !== '' && isWanted(id)))
      .map((entry) => ({ ...entry, inside: this.#children.get(entry.id)?.length ?? 0 }));
    // An opened part is drawn only where it is cited itself.
    const opened = [...connected]
      .filter((id) => this.#isOpened(id))
      .flatMap((id) => this.#entries.get(id) ?? [])
      .map((entry) => ({ ...entry, inside: 0 }));
    const all = drawn.length + opened.length;
    return { nodes: [...nodes, ...opened], arrows, all, alone: drawn.length - nodes.length, lesser: 0 };
  }

  #isOpened(id: string): boolean {
    return this.#open.has(id) && this.#children.has(id);
  }

  /** The outermost closed part around something, or that itself. */
  #drawnFor(id: string): string {
    let drawn = id;
    for (let at = this.#entries.get(id)?.parent ?? null; at; at = this.#entries.get(at)?.parent ?? null)
      if (!this.#open.has(at)) drawn = at;
    return drawn;
  }
}
