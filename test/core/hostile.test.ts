import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileTexts } from './hostileTexts.ts';

/**
 * Longer than any of these documents may take, by far: what is linear takes a few tenths of a second, what is
 * quadratic or worse does not come back in any time; a busy machine may be twenty times slower. The reading runs in a worker, so that one that hangs can be ended.
 */
const patience = 40_000;

const program = `
  import { parentPort } from 'node:worker_threads';
  import { AnalysisHost } from './analysis.ts';
  import { foldingRanges } from './features/provisions/folding.ts';
  import { outline } from './features/provisions/outline.ts';
  import { selectionRanges } from './features/provisions/selection.ts';
  import { runRules } from './rules/run.ts';

  parentPort.on('message', (text) => {
    try {
      const host = new AnalysisHost();
      host.open({ uri: 'hostile', text });
      const analysis = host.update('hostile', text + 'x');
      const failed = [];
      runRules(analysis, { onRuleError: (rule, error) => failed.push(rule + ': ' + error) });
      outline(analysis);
      foldingRanges(analysis);
      selectionRanges(analysis, text.length >> 1);
      parentPort.postMessage(failed.join('; ') || 'read');
    } catch (error) {
      parentPort.postMessage(String(error?.stack ?? error));
    }
  });
`;

let code = '';
let worker: Worker | null = null;

beforeAll(async () => {
  const resolveDir = fileURLToPath(new URL('../../server/src/core/', import.meta.url));
  const bundled = await build({
    stdin: { contents: program, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  code = bundled.outputFiles[0]?.text ?? '';
});

afterAll(() => worker?.terminate());

async function readInWorker(text: string): Promise<string> {
  const current = worker ?? new Worker(code, { eval: true });
  worker = current;
  let timer: NodeJS.Timeout | undefined;
  const answer = await Promise.race([
    new Promise<string>((resolve) => {
      current.once('message', resolve);
      current.once('error', (error) => resolve(String(error)));
      current.postMessage(text);
    }),
    new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(`not read within ${patience / 1000} seconds`), patience);
    }),
  ]);
  clearTimeout(timer);
  current.removeAllListeners('message').removeAllListeners('error');
  if (answer.startsWith('not read')) {
    worker = null;
    await current.terminate();
  }
  return answer;
}

describe('the core reads, in time and without an exception,', () => {
  test.each(Object.entries(hostileTexts))(
    '%s',
    async (_, text) => {
      expect(await readInWorker(text())).toBe('read');
    },
    patience * 3,
  );
});
