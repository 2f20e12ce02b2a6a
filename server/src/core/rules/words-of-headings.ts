import type { Analysis } from '../analysis.ts';
import { stemsOf } from '../inline/term-index.ts';
import { isRootKind, walkProvisions } from '../model/provision.ts';

/** The words of captions and contents, which have capitals without being terms. */
export class WordsOfHeadings {
  readonly #keys = new Set<string>();
  readonly #titles: string[] = [];

  constructor(analysis: Analysis) {
    for (const { caption, kind } of walkProvisions(analysis.outline)) {
      if (!caption) continue;
      const key = stemsOf(caption).join(' ');
      this.#keys.add(key);
      if (isRootKind(kind)) this.#titles.push(` ${key}`);
    }
    for (const { caption } of analysis.contents) this.#keys.add(stemsOf(caption).join(' '));
  }

  /** They head a provision, end the title of the document or of an attachment, or begin with what a provision is headed by. */
  explain(stems: readonly string[]): boolean {
    const key = stems.join(' ');
    if (this.#keys.has(key)) return true;
    if (stems.length > 1 && this.#titles.some((title) => title.endsWith(` ${key}`))) return true;
    return stems.some((_, at) => at > 1 && this.#keys.has(stems.slice(0, at).join(' ')));
  }
}
