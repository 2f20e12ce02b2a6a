import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CheckingArguments } from '../../server/src/cli/checking.ts';
import { startThreads } from '../../server/src/cli/threads.ts';
import { folderWith } from './world.ts';

const args: CheckingArguments = { encoding: null, format: 'text', failing: [], color: false, cwd: '/' };

test('a thread that breaks down loses its document and no other', { timeout: 60_000 }, async () => {
  const workerpool = createRequire(import.meta.url).resolve('workerpool');
  const script = `require(${JSON.stringify(workerpool)}).worker({
    check: ({ path }) => (path === 'bad.legal' ? process.exit(7) : { path, unreadable: null }),
  });`;
  const threads = startThreads(join(folderWith({ 'thread.cjs': script }), 'thread.cjs'), 2, args);
  const paths = ['a.legal', 'bad.legal', 'b.legal', 'c.legal', 'd.legal', 'e.legal'];
  const checked = await Promise.all(paths.map((path) => threads.check({ path, file: `/${path}` })));
  await threads.end();
  expect(checked.map(({ path, unreadable }) => `${path}: ${unreadable}`)).toEqual(
    paths.map((path) =>
      path === 'bad.legal' ? `${path}: the thread that checked this document broke down` : `${path}: null`,
    ),
  );
  expect(checked[1]?.complaints).toBe(
    'proviso: bad.legal: the thread that checked this document broke down\n',
  );
});
