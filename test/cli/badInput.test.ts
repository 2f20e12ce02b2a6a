import { describe, expect, test } from 'vitest';
import { runProgram } from '../../server/src/cli/program.ts';
import { badInputs, conflicting } from '../badInput.ts';
import { cleanDocument, folderWith, recordIo } from './world.ts';

const commands = [['check'], ['inspect'], ['inspect', '--json'], ['inspect', '--explain']];

async function run(folder: string, ...argv: string[]) {
  const io = recordIo(folder);
  const exitCode = await runProgram(argv, io, async () => expect.unreachable());
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

async function outlineOf(folder: string, name: string) {
  const { stdout } = await run(folder, 'inspect', '--json', name);
  const { files } = JSON.parse(stdout);
  return files[0].outline.flatMap(headings);
}

function headings(node: { number: string | null; caption: string | null; children: [] }): string[] {
  const own = node.number === null ? [] : [`${node.number} ${node.caption}`];
  return [...own, ...node.children.flatMap(headings)];
}

describe('the command line is given', () => {
  test.each(badInputs)('$name', async ({ bytes, said, read }) => {
    const folder = folderWith({ 'bad.legal': bytes, 'good.legal': cleanDocument });
    for (const command of commands) {
      const { exitCode, stdout, stderr } = await run(folder, ...command, 'bad.legal', 'good.legal');
      expect(exitCode, command.join(' ')).toBe(read ? 0 : 2);
      // One line about the file, and nothing where there is nothing to say.
      expect(stderr).toMatch(said === null ? /^$/ : /^proviso: bad\.legal: [^\n]+\n$/);
      expect(stderr).toContain(said ?? '');
      expect(stdout).toContain(command[0] === 'check' ? `${read ? 2 : 1} document` : 'good.legal');
    }
    const isEmpty = bytes.length < 4;
    if (read && !isEmpty)
      expect(await outlineOf(folder, 'bad.legal')).toEqual(['1 Name', '2 Purpose', '3 Seat']);
  });

  test('a merge that was left unfinished', async () => {
    const folder = folderWith({ 'bad.legal': conflicting });
    const { exitCode, stdout } = await run(folder, 'check', '.');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('bad.legal:7:1 error merge-conflict Two versions of a passage stand here');
    expect(await outlineOf(folder, 'bad.legal')).toEqual(['1 Name', '2 Purpose', '3 Seat']);
  });
});
