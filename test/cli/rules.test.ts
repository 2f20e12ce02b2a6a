import { expect, test } from 'vitest';
import { listRules } from '../../server/src/cli/rules.ts';
import { rulePageAddress } from '../../server/src/core/features/rule-page.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { recordIo } from './world.ts';

async function run(id: string | null, json = false) {
  const io = recordIo('/');
  const exitCode = await listRules({ id, json }, io);
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

test('rules lists each rule with its severity and what it reports', async () => {
  const { exitCode, stdout } = await run(null);
  expect(exitCode).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(rules.length);
  expect(lines.find((line) => line.startsWith('numbering-gap '))).toMatch(
    / {2}warning +A number is left out$/,
  );
});

test('rules --json lists them for programs', async () => {
  const { rules: listed } = JSON.parse((await run(null, true)).stdout);
  expect(listed.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
  expect(listed[0]).toMatchObject({ title: expect.any(String), severity: rules[0]?.severity });
});

test('rules with an id prints the page of the manual', async () => {
  expect((await run('numbering-gap')).stdout).toMatch(/^# numbering-gap\n/);
  expect(await run('numbering-gab')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'proviso: There is no rule "numbering-gab"; did you mean "numbering-gap"?\n',
  });
});

test('a page that did not come along is said to be missing', async () => {
  const io = { ...recordIo('/'), rulePage: () => null };
  expect(await listRules({ id: 'numbering-gap', json: false }, io)).toBe(2);
});

test.each([
  [
    'https://github.com/acme/proviso',
    'https://github.com/acme/proviso/blob/HEAD/docs/rules/numbering-gap.md',
  ],
  [
    { type: 'git', url: 'git+https://github.com/acme/proviso.js.git' },
    'https://github.com/acme/proviso.js/blob/HEAD/docs/rules/numbering-gap.md',
  ],
  ['github:acme/proviso', 'https://github.com/acme/proviso/blob/HEAD/docs/rules/numbering-gap.md'],
  ['https://example.com/acme/proviso', null],
  [undefined, null],
])('the page on the web follows from the repository %j', (repository, address) => {
  expect(rulePageAddress({ repository }, 'numbering-gap')).toBe(address);
});

test('there is no page on the web without a repository, nor for what is no rule', () => {
  expect(rulePageAddress({}, 'numbering-gap')).toBeNull();
  expect(rulePageAddress({ repository: 'github:acme/proviso' }, '../secret')).toBeNull();
});
