import { expect, test } from 'vitest';
import { html } from '../../server/src/cli/html.ts';
import { folderWith, recordIo } from './world.ts';

const sale = 'SALE AGREEMENT\n\n1. Terms. "Lot" means a chest.\n\n2. Sale. Each Lot of Section 1 is sold.\n';

async function run(paths: readonly string[]) {
  const io = recordIo(folderWith({ 'sale.legal': sale }));
  const exitCode = await html({ paths, encoding: null, rules: [], config: false }, io);
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

test('a document is written as one page', async () => {
  const { exitCode, stdout, stderr } = await run(['sale.legal']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^<!DOCTYPE html>\n/);
  expect(stdout).toContain('<title>SALE AGREEMENT</title>');
  expect(stdout).toMatch(/<a class="citation" href="#p\w+" data-to="p\w+">Section 1<\/a>/);
});

test('what cannot be read is complained of, and nothing is written', async () => {
  const { exitCode, stdout, stderr } = await run(['nowhere.legal']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('nowhere.legal');
});
