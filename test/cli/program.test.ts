import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { runProgram } from '../../server/src/cli/program.ts';
import { cleanDocument, faultyDocument, folderWith, recordIo } from './world.ts';

const noServer = () => Promise.reject(new Error('The server was started.'));

async function run(argv: string[], cwd = '/', stdin = '') {
  const io = recordIo(cwd, stdin);
  const exitCode = await runProgram(argv, io, noServer);
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

describe('the program', () => {
  test('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test('prints help, of itself and of each command', async () => {
    const { exitCode, stdout } = await run(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Usage: proviso <command> \[options\]\n/);
    for (const command of ['check', 'inspect', 'terms', 'lsp']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
      const help = await run([command, '--help']);
      expect(help.exitCode).toBe(0);
      expect(help.stdout).toMatch(new RegExp(`^Usage: proviso ${command} `));
    }
    expect((await run(['check', '-h'])).stdout).toContain('--fail-on <level>');
  });

  test.each([
    [[], 'proviso: no command given; proviso --help lists the commands\n'],
    [['frob'], 'proviso: unknown command "frob"; proviso --help lists the commands\n'],
    [['check', 'a', '--frob'], 'proviso: Unknown option `--frob`; proviso --help lists the options\n'],
    [['--frob'], 'proviso: Unknown option `--frob`; proviso --help lists the options\n'],
    [['check', '--json', 'a'], 'proviso: Unknown option `--json`; proviso --help lists the options\n'],
    [['check', 'a', '--fail-on'], /--fail-on <level>` value is missing/],
    [['check', 'a', '--fail-on', 'bad'], /--fail-on takes error, .* not "bad"/],
    [['inspect', 'a', '--encoding', '437'], /unknown encoding "437"/],
    [['terms', 'a', '--json', '--csv'], 'proviso: choose --json or --csv\n'],
    [['lsp'], /proviso lsp --stdio/],
    [['lsp', '--stdio', 'a'], /Unused args: `a`/],
  ])('%j is bad usage', async (argv, message) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
  });

  test('hands lists of files and other endings to check', async () => {
    const folder = folderWith({ 'deal/a.txt': faultyDocument, 'b.legal': faultyDocument });
    const argv = ['check', '--ext', 'txt,.md', '--null', '--files-from', '-', '--workers', '1', 'deal'];
    const { stdout } = await run(argv, folder, 'b.legal\0');
    expect(stdout).toMatch(/^deal\/a\.txt:9:1 /);
    expect(stdout).toMatch(/^b\.legal:9:1 /m);
    expect(stdout).toContain('2 documents checked');
  });

  test('hands paths and options to check', async () => {
    const folder = folderWith({ 'a.legal': faultyDocument, '-b.legal': faultyDocument });
    const argv = ['check', '--fail-on', 'error', 'a.legal', '--no-color', '-', '--', '-b.legal'];
    const { exitCode, stdout } = await run(argv, folder, cleanDocument);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('3 documents checked: 2 warnings in 2 documents\n');
  });

  test('hands paths and options to inspect, file names that are figures too', async () => {
    const folder = folderWith({ '007': Buffer.from(cleanDocument, 'utf16le') });
    const { exitCode, stdout } = await run(['inspect', '--encoding', 'utf-16le', '--json', '007'], folder);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).files[0].outline[0].children[0]).toMatchObject({
      kind: 'article',
      number: '1',
    });
    expect((await run(['inspect', '007'], folder)).stdout).toMatch(/^007\n/);
  });

  test('prints no colours with --no-color', async () => {
    const printed = async (...argv: string[]) => {
      const io = recordIo('/', faultyDocument);
      await runProgram(argv, { ...io, color: true }, noServer);
      return io.stdout;
    };
    expect(await printed('check', '-')).toContain('\x1B[33mwarning');
    expect(await printed('check', '--no-color', '-')).toContain(' warning ');
    expect(await printed('--no-color', 'check', '-')).not.toContain('\x1B[');
  });

  test('starts the language server, also with what editors add', async () => {
    for (const argv of [
      ['lsp', '--stdio'],
      ['lsp', '--stdio', '--clientProcessId=42'],
    ]) {
      let started = 0;
      const io = recordIo('/');
      const exitCode = await runProgram(argv, io, async () => {
        started += 1;
      });
      expect({ exitCode, started, stdout: io.stdout, stderr: io.stderr }).toEqual({
        exitCode: 0,
        started: 1,
        stdout: '',
        stderr: '',
      });
    }
  });
});
