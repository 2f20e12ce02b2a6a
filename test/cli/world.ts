import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CheckArguments } from '../../server/src/cli/check.ts';
import type { CommandIo } from '../../server/src/cli/io.ts';

/** A folder with these files, until the test ends. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** What a command wrote, beside the streams it wrote to. */
export interface RecordedIo extends CommandIo {
  readonly stdout: string;
  readonly stderr: string;
}

export function recordIo(cwd: string, stdin = ''): RecordedIo {
  const written = { stdout: '', stderr: '' };
  return {
    cwd,
    color: false,
    rulePage: (rule) => readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), 'utf8'),
    async *stdin() {
      yield Buffer.from(stdin);
    },
    out: (text) => {
      written.stdout += text;
    },
    err: (text) => {
      written.stderr += text;
    },
    drained: () => Promise.resolve(),
    threadScript: null,
    get stdout() {
      return written.stdout;
    },
    get stderr() {
      return written.stderr;
    },
  };
}

/** What `check` is told where nothing is said. */
export const defaults: CheckArguments = {
  paths: [],
  failOn: 'warning',
  format: 'text',
  maxFindings: null,
  workers: 'auto',
  list: null,
  encoding: null,
};

export const cleanDocument = `Article 1. (Name)

The Company is called Sole.

Article 2. (Purpose)

The Company makes shoes.

Article 3. (Seat)

The Company has its seat in Kyoto.
`;

/** One finding: Article 2 stands twice. */
export const faultyDocument = cleanDocument.replace('Article 3.', 'Article 2.');
