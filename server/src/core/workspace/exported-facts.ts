import type { FileSummary } from '../model/summary.ts';

/**
 * All that a file tells others, without the places: where it stays the same, nothing else need be computed again. As a hash
 * of 64 bits: that two different files should agree by accident is not to be expected.
 */
export function exportedFacts(summary: FileSummary): string {
  const { title, names, imports, termSources, attachments, provisions, definitions, figures } = summary;
  const hash = new TextHash();
  hash.add(title ?? '');
  hash.addAll(names);
  hash.addAll(imports.map((one) => `${one.title ?? ''}\n${one.path}`));
  hash.addAll(termSources);
  hash.addAll(attachments.map(({ word, number, isWholeFile }) => `${word} ${number} ${isWholeFile}`));
  hash.addAll(provisions.map(({ kind, number, caption }) => `${kind} ${number} ${caption ?? ''}`));
  hash.addAll(definitions.map(({ term, meaning }) => `${term}\n${meaning}`));
  hash.addAll(figures.map(({ subject, unit, holder, value }) => `${subject} ${holder} ${unit}${value}`));
  return hash.value;
}

/** The same for any text. */
export function hashOfText(text: string): string {
  const hash = new TextHash();
  hash.add(text);
  return hash.value;
}

/** Two hashes of 32 bits side by side (FNV-1a, and the same in another order), fast and the same everywhere. */
class TextHash {
  #first = 0x811c9dc5;
  #second = 0x9747b28c;

  addAll(texts: readonly string[]): void {
    this.add(String(texts.length));
    for (const text of texts) this.add(text);
  }

  /** An end is marked, so that "ab", "c" and "a", "bc" differ. */
  add(text: string): void {
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0x10000;
      this.#first = Math.imul(this.#first ^ code, 0x01000193);
      this.#second = Math.imul(this.#second, 0x5bd1e995) ^ code ^ (this.#second >>> 13);
    }
  }

  get value(): string {
    return `${(this.#first >>> 0).toString(36)}.${(this.#second >>> 0).toString(36)}`;
  }
}
