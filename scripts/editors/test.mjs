import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../command.mjs';
import { editors, installEditor } from './install.mjs';

/** The number of a section is missing, one section cites another, and a term is used twice. */
const lease = [
  'LEASE AGREEMENT',
  '',
  'Section 1.1 Definitions. “Premises” means the shop at 1 Harbour Street.',
  '',
  'Section 1.2 Rent. The rent is due as Section 1.4 says.',
  '',
  'Section 1.4 Use. The Premises are used as a shop, and nothing else is sold on the Premises.',
];

const argumentsOf = {
  Neovim: ['--headless', '-u', 'NONE', '-c', `luafile ${join(root, 'test/editors/neovim.lua')}`],
  Emacs: ['-Q', '--batch', '-l', join(root, 'test/editors/eglot.el')],
};

/** Drives the built server by the clients of other editors; answers how many checks passed and failed. */
export async function testInEditors() {
  const counts = { passed: 0, failed: 0 };
  for (const editor of editors) {
    const program = await installEditor(editor);
    if (program === null) continue;
    const answers = await drive(program, argumentsOf[editor.name]);
    for (const [title, holds] of checks(answers)) {
      counts[holds ? 'passed' : 'failed'] += 1;
      console.log(`${holds ? '✓' : '✗'} ${editor.name} ${title}`);
      if (!holds) console.log(JSON.stringify(answers, null, 1));
    }
  }
  return counts;
}

/** What the editor has seen of a document in a folder of its own. */
async function drive(program, args) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-editor-'));
  try {
    const document = join(folder, 'lease.agreement');
    const answers = join(folder, 'answers.json');
    writeFileSync(document, `${lease.join('\n')}\n`);
    const env = {
      ...process.env,
      HOME: folder,
      PROVISO_DOCUMENT: document,
      PROVISO_ANSWERS: answers,
      PROVISO_NODE: process.execPath,
      PROVISO_PROGRAM: join(root, 'dist/cli.cjs'),
    };
    await run(program, args, { cwd: folder, env, quiet: true });
    return existsSync(answers)
      ? JSON.parse(readFileSync(answers, 'utf8'))
      : { failure: 'it wrote no answers' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checks({ failure, diagnostics = [], jumpedTo = '', renamed = [] }) {
  const text = renamed.join('\n');
  return [
    ['runs to the end', failure === undefined],
    [
      'shows the gap in the numbers on its line',
      diagnostics.some(({ line, message }) => line === 7 && message.includes('Section 1.3')),
    ],
    ['jumps from a citation to the section', jumpedTo === lease[6]],
    [
      'renames a term wherever it is used',
      text.trimEnd() === lease.join('\n').replaceAll('Premises', 'Shop'),
    ],
  ];
}
