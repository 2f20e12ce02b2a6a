import { describe, expect, test } from 'vitest';
import { runProgram } from '../../server/src/cli/program.ts';
import { folderWith, recordIo } from './world.ts';

async function run(argv: string[], files: Record<string, string>) {
  const io = recordIo(folderWith(files));
  const exitCode = await runProgram(argv, io, () => Promise.reject(new Error('The server was started.')));
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

const document = `Article 1. (Rent)
The rent is due under
Article 9. of the Code on demand.

Article 2. (Term)
The term is a year.
`;

describe('inspect --explain', () => {
  test('prints what was weighed at each line that could be a heading', async () => {
    const { exitCode, stdout, stderr } = await run(['inspect', '--explain', 'a.legal'], {
      'a.legal': document,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('a.legal');
    expect(lines[1]).toBe('1 + Article 1. (Rent)');
    expect(lines[2]).toMatch(/^ {4}Taken for the heading of Article 1, \d+ % sure\.$/);
    expect(lines[3]).toMatch(/^ {4}\d+ points of \d+ needed: named; /);
    expect(lines[4]).toBe('3 - Article 9. of the Code on demand.');
    expect(lines[6]).toContain('the line before leads to a citation');
    expect(lines.slice(-3)).toEqual(['', '2 of 3 lines are headings', '']);
  });

  test('explains each file and goes on behind one that cannot be read', async () => {
    const { exitCode, stdout, stderr } = await run(['inspect', '--explain', 'a.legal', 'gone', 'b.legal'], {
      'a.legal': document,
      'b.legal': `Article 1. ${'Rent '.repeat(100)}\n`,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('gone');
    expect(stdout).toContain('\n\nb.legal\n');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(400);
  });

  test('does not go with --json', async () => {
    const { exitCode, stdout, stderr } = await run(['inspect', '--explain', '--json', 'a.legal'], {
      'a.legal': document,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('without --json');
  });
});
