import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { finish, type Steps } from '../../server/src/core/text/steps.ts';
import type { DocumentReader } from '../../server/src/core/workspace/reading.ts';
import { summarize } from '../../server/src/core/workspace/summarize.ts';
import { WorkspaceIndex } from '../../server/src/core/workspace/workspace-index.ts';
import { type FixtureFile, parseDocument } from '../fixture.ts';

export const root = 'file:///deals/';

/** The files of a workspace in memory: nothing has to be waited for. */
export class World {
  readonly index = new WorkspaceIndex();
  readonly files = new Map<string, FixtureFile>();
  readonly #analyses = new Map<string, Analysis>();

  /** The texts are read as fixtures of one file each, by their paths; `links` are those of a proviso.json at the root. */
  constructor(written: Record<string, string>, links: Record<string, string> = {}) {
    const documents = new Map(Object.entries(links).map(([title, path]) => [title, root + path]));
    this.index.configure([root], documents.size > 0 ? [{ folder: root, documents }] : []);
    this.index.isComplete = true;
    for (const [path, source] of Object.entries(written)) {
      const file = parseDocument(source);
      this.files.set(path, file);
      const analysis = analyze(file.text, root + path);
      this.#analyses.set(root + path, analysis);
      this.index.set(summarize(analysis));
    }
  }

  get reader(): DocumentReader<undefined> {
    const analyses = this.#analyses;
    return {
      index: this.index,
      addressOf: ({ uri }) => uri,
      *analysis(address) {
        yield;
        return analyses.get(address);
      },
    };
  }

  /** The document with the cursor, and where that is. */
  get cursor(): { analysis: Analysis; offset: number } {
    for (const [path, { cursor }] of this.files) {
      const analysis = this.#analyses.get(root + path);
      if (cursor !== null && analysis) return { analysis, offset: cursor };
    }
    throw new Error('No file has a cursor.');
  }

  ask<Answer>(
    question: (analysis: Analysis, offset: number, reader: DocumentReader<undefined>) => Steps<Answer>,
  ): Answer {
    const { analysis, offset } = this.cursor;
    return finish(question(analysis, offset, this.reader));
  }
}
