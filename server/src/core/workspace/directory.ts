import { distanceBetween } from './document-links.ts';

/** Files under keys. */
export class Directory {
  readonly #files = new Map<string, Set<string>>();

  under(key: string): Iterable<string> {
    return this.#files.get(key) ?? [];
  }

  add(key: string, uri: string): void {
    const known = this.#files.get(key);
    if (known) known.add(uri);
    else this.#files.set(key, new Set([uri]));
  }

  remove(key: string, uri: string): void {
    const known = this.#files.get(key);
    if (known?.delete(uri) && known.size === 0) this.#files.delete(key);
  }

  clear(): void {
    this.#files.clear();
  }
}

/** Files under keys, of which those near a file count. What a key means in a folder is looked for once. */
export class NearDirectory extends Directory {
  readonly #isCandidate: (uri: string, from: string) => boolean;
  readonly #nearest = new Map<string, Map<string, string | null>>();

  /** `isCandidate` depends on no more of `from` than its folder. */
  constructor(isCandidate: (uri: string, from: string) => boolean) {
    super();
    this.#isCandidate = isCandidate;
  }

  /** The file that lies nearest, by the folders between; null where none does, or two are as near. */
  nearest(key: string, from: string): string | null {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const byFolder = this.#nearest.get(key) ?? new Map<string, string | null>();
    this.#nearest.set(key, byFolder);
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.#find(key, folder);
    byFolder.set(folder, found);
    return found;
  }

  override add(key: string, uri: string): void {
    super.add(key, uri);
    this.#nearest.delete(key);
  }

  override remove(key: string, uri: string): void {
    super.remove(key, uri);
    this.#nearest.delete(key);
  }

  /** The candidates are others now. */
  forgetNearest(): void {
    this.#nearest.clear();
  }

  #find(key: string, folder: string): string | null {
    let best: string | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const uri of this.under(key)) {
      if (!this.#isCandidate(uri, folder)) continue;
      const distance = distanceBetween(folder, uri);
      if (distance > bestDistance) continue;
      best = distance === bestDistance ? null : uri;
      bestDistance = distance;
    }
    return best;
  }
}
