import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../server/src/core/config/configuration.ts';
import { addressFrom, pathFrom } from '../../server/src/core/config/paths.ts';
import { configurationFor, readProject } from '../../server/src/core/config/project.ts';

/** A project of files by their paths below `file:///work/`, whose first is the one that decides. */
async function projectOf(files: Record<string, object>) {
  const texts = new Map(
    Object.entries(files).map(([path, content]) => [`file:///work/${path}`, JSON.stringify(content)]),
  );
  const read: string[] = [];
  const project = await readProject([...texts.keys()][0] ?? '', async (uri) => {
    read.push(uri);
    const text = texts.get(uri);
    return text === undefined ? null : readConfiguration(text);
  });
  if (!project) throw new Error('There is no such project.');
  const chainProblems = project.files.flatMap(({ uri, chainProblems: problems }) =>
    problems.map(({ severity, message }) => `${uri.slice('file:///work/'.length)}: ${severity}: ${message}`),
  );
  const rulesOf = (path: string) =>
    Object.fromEntries(configurationFor(project, `file:///work/${path}`).rules);
  return { project, read, chainProblems, rulesOf };
}

const gap = (severity: string) => ({ rules: { 'numbering-gap': severity } });

describe('a file that builds on others', () => {
  it('counts before them, and the later of them before the earlier', async () => {
    const { rulesOf, chainProblems } = await projectOf({
      'deal/proviso.json': { extends: ['../house.json', './client.json'], ...gap('hint') },
      'house.json': {
        rules: { 'numbering-gap': 'error', 'duplicate-number': 'error', 'missing-caption': 'error' },
      },
      'deal/client.json': { rules: { 'duplicate-number': 'off' } },
    });
    expect(rulesOf('deal/a.legal')).toEqual({
      'numbering-gap': 'hint',
      'duplicate-number': 'off',
      'missing-caption': 'error',
    });
    expect(chainProblems).toEqual([]);
  });

  it('may name one file by itself, and that another', async () => {
    const { rulesOf } = await projectOf({
      'proviso.json': { extends: 'a b#1.json' },
      'a%20b%231.json': { extends: './far/c.json' },
      'far/c.json': gap('off'),
    });
    expect(rulesOf('a.legal')).toEqual({ 'numbering-gap': 'off' });
  });

  it('counts a file that is reached twice once, where it is first reached', async () => {
    const { rulesOf, read } = await projectOf({
      'proviso.json': { extends: ['b.json', 'c.json'] },
      'b.json': { extends: 'd.json', ...gap('hint') },
      'c.json': { extends: 'd.json' },
      'd.json': gap('error'),
    });
    expect(rulesOf('a.legal')).toEqual({ 'numbering-gap': 'hint' });
    expect(read).toHaveLength(4);
  });

  it('is told where a file is missing and where one builds on itself; the rest applies', async () => {
    const { rulesOf, chainProblems } = await projectOf({
      'proviso.json': { extends: ['gone.json', 'b.json'], ...gap('hint') },
      'b.json': { extends: './c/c.json', rules: { 'duplicate-number': 'off' } },
      'c/c.json': { extends: ['../b.json', 'c.json'] },
    });
    expect(rulesOf('a.legal')).toEqual({ 'numbering-gap': 'hint', 'duplicate-number': 'off' });
    expect(chainProblems).toEqual([
      'c/c.json: warning: This file builds on itself: c.json, ../b.json, c.json.',
      'c/c.json: warning: This file builds on itself: c.json, c.json.',
      'b.json: warning: This file builds on itself: b.json, c/c.json, b.json.',
      'proviso.json: error: There is no file "gone.json".',
    ]);
  });

  it('says the same of a file from wherever it is reached', async () => {
    const files = { 'a.json': { extends: 'b.json' }, 'b.json': { extends: 'a.json' } };
    const [fromA, fromB] = [
      await projectOf(files),
      await projectOf({ 'b.json': files['b.json'], 'a.json': files['a.json'] }),
    ];
    expect(fromA.chainProblems.sort()).toEqual(fromB.chainProblems.sort());
  });

  it('is read in good time however many there are', async () => {
    const count = 300;
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${index}.json`,
        { extends: [`${index + 1}.json`, `${index + 2}.json`, `${(index * 7) % count}.json`] },
      ]),
    );
    const started = performance.now();
    const { project } = await projectOf(files);
    expect(project.files).toHaveLength(count);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('takes the paths of documents from where they are written', async () => {
    const { project } = await projectOf({
      'deal/proviso.json': { extends: '../common/house.json', documents: { Lease: 'lease.legal' } },
      'common/house.json': { documents: { 'Loan Agreement': 'loan.legal', Lease: 'other.legal' } },
    });
    expect(configurationFor(project, 'file:///work/deal/a.legal').documents).toEqual(
      new Map([
        ['Loan Agreement', '../common/loan.legal'],
        ['Lease', 'lease.legal'],
      ]),
    );
  });
});

describe('overrides', () => {
  it('count for the documents that they name, the later before the earlier', async () => {
    const { rulesOf } = await projectOf({
      'proviso.json': {
        ...gap('error'),
        overrides: [
          { files: 'drafts/', ...gap('hint') },
          { files: ['*.bylaws', 'drafts/final/**'], ...gap('off') },
        ],
      },
    });
    expect(rulesOf('a.legal')).toEqual({ 'numbering-gap': 'error' });
    expect(rulesOf('drafts/a.legal')).toEqual({ 'numbering-gap': 'hint' });
    expect(rulesOf('drafts/final/a.legal')).toEqual({ 'numbering-gap': 'off' });
    expect(rulesOf('drafts/a.bylaws')).toEqual({ 'numbering-gap': 'off' });
  });

  it('of a file that is built on start from its folder, and give way to what builds on it', async () => {
    const { rulesOf } = await projectOf({
      'deal/one/proviso.json': { extends: '../../proviso.json', rules: { 'duplicate-number': 'hint' } },
      'proviso.json': {
        overrides: [{ files: 'deal/one/', rules: { 'numbering-gap': 'off', 'duplicate-number': 'off' } }],
      },
    });
    expect(rulesOf('deal/one/a.legal')).toEqual({ 'numbering-gap': 'off', 'duplicate-number': 'hint' });
    expect(rulesOf('a.legal')).toEqual({ 'duplicate-number': 'hint' });
  });
});

it('entries of findings that are no defects are for their document alone', async () => {
  const entry = { document: 'deal/a b.legal', rule: 'numbering-gap', provision: 'x', text: 'y' };
  const { project } = await projectOf({ 'proviso.json': { notDefects: [entry] } });
  expect(configurationFor(project, 'file:///work/deal/a%20b.legal').notDefects).toEqual([entry]);
  expect(configurationFor(project, 'file:///work/deal/c.legal').notDefects).toEqual([]);
});

describe('paths and addresses', () => {
  it.each([
    ['file:///work/', '../a.json', 'file:///a.json'],
    ['file:///work/', '../../../a.json', 'file:///a.json'],
    ['file:///', './a b.json', 'file:///a%20b.json'],
    ['vscode-remote://host/work/x/', '../y/a#b.json', 'vscode-remote://host/work/y/a%23b.json'],
  ])('from %s %s leads to %s', (folder, path, address) => {
    expect(addressFrom(folder, path)).toBe(address);
  });

  it.each([
    ['file:///work/deal/', 'file:///work/deal/a%20b.legal', 'a b.legal'],
    ['file:///work/deal/', 'file:///work/b.legal', '../b.legal'],
    ['file:///c%3A/work/', 'file:///c:/work/100%25.legal', '100%.legal'],
    ['file:///work/', 'file:///work/100%.legal', '100%.legal'],
    ['file:///work/', 'untitled:Untitled-1', null],
    ['file:///work/', 'vscode-remote://host/work/a.legal', null],
  ])('from %s to %s leads %s', (folder, uri, path) => {
    expect(pathFrom(folder, uri)).toBe(path);
  });
});
