import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import type { FileSummary } from '../../server/src/core/model/summary.ts';
import { summarize } from '../../server/src/core/workspace/summarize.ts';
import { WorkspaceIndex } from '../../server/src/core/workspace/workspace-index.ts';
import { parseDocument } from '../fixture.ts';

const root = 'file:///deals/';

/** The document as it is read in a fixture. */
function written(source: string): string {
  return parseDocument(source).text;
}

function indexOf(files: Record<string, string>, links: Record<string, string> = {}): WorkspaceIndex {
  const index = new WorkspaceIndex();
  const documents = new Map(Object.entries(links).map(([title, path]) => [title, root + path]));
  index.configure([root], documents.size > 0 ? [{ folder: root, documents }] : []);
  for (const [path, text] of Object.entries(files)) index.set(summarize(analyze(text, root + path)));
  return index;
}

const loan = written(`
  CREDIT AGREEMENT

  Section 1. Loan. The Bank lends $100.

  Section 2. Terms. "Quay" means the quay at Berth 4.
`);

const pledge = written(`
  PLEDGE AGREEMENT

  Section 1. Terms. Capitalized terms not defined herein have the meanings given to them in the Credit Agreement.

  Section 2. Pledge. The Quay secures what is owed under Section 1 of the Credit Agreement. See Exhibit B.
`);

const report = written(`
  EXHIBIT B

  FORM OF REPORT

  The Quay is in good order.
`);

describe('a document named by another', () => {
  test('is the one that is called so', () => {
    const index = indexOf({ 'loan.legal': loan, 'pledge.legal': pledge });
    expect(index.documentCalled('Credit Agreement', `${root}pledge.legal`)).toBe(`${root}loan.legal`);
    expect(index.documentCalled('the Credit Agreement', `${root}pledge.legal`)).toBe(`${root}loan.legal`);
    expect(index.termSourcesOf(`${root}pledge.legal`)).toEqual([`${root}loan.legal`]);
    expect([...index.citersOf(`${root}loan.legal`).keys()]).toEqual([`${root}pledge.legal`]);
    expect(index.usersOfTermsOf(`${root}loan.legal`)).toEqual([`${root}pledge.legal`]);
  });

  test('is the nearest of several, and none where two are as near', () => {
    const index = indexOf({
      'one/loan.legal': loan,
      'one/pledge.legal': pledge,
      'two/loan.legal': loan,
      'three/pledge.legal': pledge,
    });
    expect(index.documentCalled('Credit Agreement', `${root}one/pledge.legal`)).toBe(`${root}one/loan.legal`);
    expect(index.documentCalled('Credit Agreement', `${root}three/pledge.legal`)).toBeNull();
  });

  test('is the one that the project or the front matter gives, whatever it calls itself', () => {
    const files = {
      'facility.legal': written(`
      FACILITY LETTER

      Section 1. Loan. The Bank lends $100.
`),
      'pledge.legal': pledge,
      'lease.legal': written(`
      ---
      imports:
        Credit Agreement: facility.legal
      ---
      LEASE

      Section 1. Rent. Section 1 of the Credit Agreement applies.
`),
    };
    const plain = indexOf(files);
    expect(plain.documentCalled('Credit Agreement', `${root}pledge.legal`)).toBeNull();
    expect(plain.documentCalled('Credit Agreement', `${root}lease.legal`)).toBe(`${root}facility.legal`);
    const linked = indexOf(files, { 'credit agreement': 'facility.legal' });
    expect(linked.documentCalled('Credit Agreement', `${root}pledge.legal`)).toBe(`${root}facility.legal`);
    expect([...linked.citersOf(`${root}facility.legal`).keys()].sort()).toEqual([
      `${root}lease.legal`,
      `${root}pledge.legal`,
    ]);
  });

  test('is never told by a name that every document may have, nor is it the citing document itself', () => {
    const index = indexOf({
      'lease.legal': written(`
      LEASE

      Section 1. Rent. The rent is $5. This Lease ends soon.
`),
      'pledge.legal': pledge,
    });
    expect(index.documentCalled('Lease', `${root}pledge.legal`)).toBeNull();
    expect(index.documentCalled('Pledge Agreement', `${root}pledge.legal`)).toBeNull();
  });

  test('is in no folder outside of the workspace, whatever a path says', () => {
    const index = indexOf({
      'a/lease.legal': written(`
      ---
      imports: ["../../secret.legal", "/etc/hosts", "../loan.legal"]
      ---
      LEASE
`),
      'loan.legal': loan,
    });
    expect(index.get(`${root}a/lease.legal`)?.imports.map(({ path }) => path)).toEqual([
      '../../secret.legal',
      '/etc/hosts',
      '../loan.legal',
    ]);
    expect(index.importsOf(`${root}a/lease.legal`)).toEqual([`${root}loan.legal`]);
  });
});

describe('an attachment in a file of its own', () => {
  test('is found beside the document that cites it', () => {
    const index = indexOf({
      'deal/pledge.legal': pledge,
      'deal/annexes/report.legal': report,
      'other/report.legal': report,
    });
    const citing = `${root}deal/pledge.legal`;
    expect(index.attachment('exhibit b', citing)).toBe(`${root}deal/annexes/report.legal`);
    expect(index.othersOf(citing).withAttachment('exhibit', 'B')).toHaveLength(1);
    expect([...index.missing(`${root}deal/annexes/report.legal`).keys()]).toEqual([citing]);
    expect(index.attachment('exhibit b', `${root}else/pledge.legal`)).toBeNull();
  });
});

describe('a change', () => {
  const index = indexOf({ 'loan.legal': loan, 'pledge.legal': pledge });
  const set = (text: string): readonly string[] => index.set(summarize(analyze(text, `${root}loan.legal`)));

  test('concerns nobody where a file tells the others nothing new', () => {
    expect(set(`\n\n${loan.replace('$100', '$200')}`)).toEqual([]);
  });

  test('concerns those that cite the file where it does', () => {
    expect(set(loan.replace('Berth 4', 'Berth 5'))).toEqual([`${root}pledge.legal`]);
    expect(set(loan.replace('CREDIT', 'LOAN'))).toEqual([`${root}pledge.legal`]);
    expect(set(loan)).toEqual([`${root}pledge.legal`]);
    expect(index.remove(`${root}loan.legal`)).toEqual([`${root}pledge.legal`]);
  });
});

describe('after any changes', () => {
  const texts = [
    loan,
    pledge,
    report,
    loan.replace('CREDIT', 'PLEDGE'),
    `---\nimports:\n  Credit Agreement: ../loan.legal\n---\n${pledge}`,
    `${loan}\n\nEXHIBIT B\n\nThe form.`,
  ];
  const paths = ['loan.legal', 'pledge.legal', 'a/loan.legal', 'a/pledge.legal', 'a/b/report.legal'];
  const summaries = paths.map((path) => texts.map((text) => summarize(analyze(text, root + path))));
  const links = [
    [],
    [{ folder: `${root}a/`, documents: new Map([['credit agreement', `${root}loan.legal`]]) }],
  ];
  const change = fc.record({
    path: fc.nat(paths.length - 1),
    text: fc.option(fc.nat(texts.length - 1)),
    links: fc.option(fc.nat(1), { freq: 6 }),
  });

  test('the index answers as one that is made anew', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const kept = new WorkspaceIndex();
        const files = new Map<string, FileSummary>();
        let now = links[0] ?? [];
        kept.configure([root], now);
        for (const { path, text, links: other } of changes) {
          if (other !== null) {
            now = links[other] ?? [];
            kept.configure([root], now);
          }
          const summary = text === null ? undefined : summaries[path]?.[text];
          const uri = root + paths[path];
          if (summary) files.set(uri, summary);
          else files.delete(uri);
          if (summary) kept.set(summary);
          else kept.remove(uri);
        }
        const fresh = new WorkspaceIndex();
        fresh.configure([root], now);
        for (const summary of files.values()) fresh.set(summary);
        expect(answersOf(kept)).toEqual(answersOf(fresh));
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  function answersOf(index: WorkspaceIndex): unknown {
    return paths.map((path) => {
      const uri = root + path;
      return {
        summary: index.get(uri),
        called: ['credit agreement', 'pledge agreement'].map((name) => index.documentCalled(name, uri)),
        attachment: index.attachment('exhibit b', uri),
        imports: index.importsOf(uri),
        sources: index.termSourcesOf(uri),
        users: [...index.usersOfTermsOf(uri)].sort(),
        citers: sorted(index.citersOf(uri)),
        missing: sorted(index.missing(uri)),
      };
    });
  }

  function sorted(found: ReadonlyMap<string, ReadonlySet<string>>): unknown {
    return [...found].map(([uri, names]) => [uri, [...names].sort()]).sort();
  }
});
