import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/core/analysis.ts';
import { readConfiguration } from '../../server/src/core/config/configuration.ts';
import {
  ignoreTerm,
  projectWithout,
  silenceHere,
  silenceInFile,
  silenceInProject,
} from '../../server/src/core/config/silencing.ts';
import { walkProvisions } from '../../server/src/core/model/provision.ts';
import type { Finding, TextEdit } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

const lease = `LEASE AGREEMENT

Article 1. (Rent)

The rent is low.

    Article 3. (Heat)

The tenant pays for (a) the heat, which the landlord
meters, (b) the light and (c) the water.

Article 3. (Term)

The term is one year.
`;

const captionsAbove = `ARTICLES OF INCORPORATION

CHAPTER I
GENERAL PROVISIONS

(Trade Name)
Article 1. The name of the company is Linnet.

(Purposes)
Article 2. The company builds boats.

(Seat)
Article 2. The seat of the company is
in Kyoto.

(Notices)
Article 3. Notices are posted.

(Shares)
Article 4. There are 400 shares.
`;

const documents = [
  ['as it is', lease],
  ['with CRLF', lease.replaceAll('\n', '\r\n')],
  ['with CR', lease.replaceAll('\n', '\r')],
  ['with a byte order mark', `\uFEFF${lease}`],
  ['with front matter', `---\ntitle: Lease\n---\n${lease}`],
  ['without a last line end', lease.trimEnd()],
  ['of one page behind another', lease.replace('Article 3. (Term)', '\fArticle 3. (Term)')],
  ['of lines without blanks between', lease.replaceAll('\n\n', '\n')],
  ['with captions above the numbers', captionsAbove],
  [
    'among the samples',
    readFileSync(new URL('../../samples/with-defects.agreement', import.meta.url), 'utf8'),
  ],
  ['with comments', lease.replaceAll('\n\n', '\n\n<!-- a note -->\n')],
] as const;

describe.each(documents)('a finding of a document %s', (_, text) => {
  const analysis = analyze(text);
  const findings = runRules(analysis);

  it('is silenced where it stands, and nothing else changes', () => {
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      const edit = silenceHere(analysis, finding);
      const line = analysis.snapshot.lineAt(finding.range.start);
      const isSilenced = ({ rule, range }: Finding): boolean =>
        rule === finding.rule && analysis.snapshot.lineAt(range.start) === line;
      expect(contentOf(analyze(applied(text, edit)), edit)).toEqual(contentOf(analysis, null, isSilenced));
    }
  });

  it('is silenced in the whole file, and nothing else changes', () => {
    for (const finding of findings) {
      const edit = silenceInFile(analysis, finding.rule);
      const isSilenced = ({ rule }: Finding): boolean => rule === finding.rule;
      expect(contentOf(analyze(applied(text, edit)), edit)).toEqual(contentOf(analysis, null, isSilenced));
    }
  });
});

describe('the comment', () => {
  const indented = lease.indexOf('    Article 3');

  it('is set in like the line it is for', () => {
    const finding = { rule: 'numbering-gap', range: { start: indented + 4, end: indented + 14 } } as Finding;
    expect(applied(lease, silenceHere(analyze(lease), finding)).slice(indented)).toMatch(
      /^ {4}<!-- proviso-ignore numbering-gap -->\n {4}Article 3\. /,
    );
  });

  it('stands behind a byte order mark', () => {
    const finding = { rule: 'numbering-gap', range: { start: 1, end: 9 } } as Finding;
    expect(applied('\uFEFFArticle 1.', silenceHere(analyze('\uFEFFArticle 1.'), finding))).toBe(
      '\uFEFF<!-- proviso-ignore numbering-gap -->\nArticle 1.',
    );
  });

  it('for the file stands below front matter, even where nothing follows it', () => {
    const silenced = (text: string): string => applied(text, silenceInFile(analyze(text), 'numbering-gap'));
    const comment = '<!-- proviso-ignore-file numbering-gap -->';
    expect(silenced('---\na: b\n---\nText')).toBe(`---\na: b\n---\n${comment}\nText`);
    expect(silenced('---\na: b\n---')).toBe(`---\na: b\n---\n${comment}\n`);
    expect(silenced('---\r\na: b\r\n---\r\n')).toBe(`---\r\na: b\r\n---\r\n${comment}\r\n`);
    expect(silenced('\uFEFFText')).toBe(`\uFEFF${comment}\nText`);
    expect(silenced('')).toBe(`${comment}\n`);
  });
});

describe('a project', () => {
  const silenced = (text: string): string | null => {
    const edits = silenceInProject(text, 'numbering-gap');
    return edits?.reduceRight(applied, text) ?? null;
  };

  it.each([
    ['{}', '{\n  "rules": {\n    "numbering-gap": "off"\n  }\n}'],
    [
      '{\n\t// why\n\t"ignoredTerms": ["Linnet"], // a boat\n}\n',
      '{\n\t// why\n\t"ignoredTerms": ["Linnet"],\n\t"rules": {\n\t\t"numbering-gap": "off"\n\t}, // a boat\n}\n',
    ],
    [
      '{\r\n    "rules": {\r\n        "duplicate-number": "hint" // for now\r\n    }\r\n}\r\n',
      '{\r\n    "rules": {\r\n        "duplicate-number": "hint",\r\n        "numbering-gap": "off" // for now\r\n    }\r\n}\r\n',
    ],
    [
      '{"rules": {"duplicate-number": "error"}, "documents": {}}',
      '{"rules": {"duplicate-number": "error", "numbering-gap": "off"}, "documents": {}}',
    ],
    [
      '{"documents": {"Lease": "lease.legal"}}',
      '{"documents": {"Lease": "lease.legal"}, "rules": { "numbering-gap": "off" }}',
    ],
    ['{"rules": {"numbering-gap": "error"}} // end', '{"rules": {"numbering-gap": "off"}} // end'],
    ['{"rulez": 5, "rules": {"numbering-gap": 1}}', '{"rulez": 5, "rules": {"numbering-gap": "off"}}'],
  ])('%j keeps its comments and its formatting', (text, expected) => {
    expect(silenced(text)).toBe(expected);
  });

  it.each([
    '{"rules": {"numbering-gap": "hint" "duplicate-number": "off"}}',
    '{"rules": "off"}',
    '{"rules": {"numbering-gap": "hint", "numbering-gap": "error"}}',
    '[]',
    'Article 1.',
  ])('%j is left alone', (text) => {
    expect(silenced(text)).toBeNull();
  });

  const ignoring = (text: string): string | null =>
    ignoreTerm(text, 'Linnet')?.reduceRight(applied, text) ?? null;

  it.each([
    ['{}', '{\n  "ignoredTerms": ["Linnet"]\n}'],
    ['{"ignoredTerms": ["Wren"]} // birds', '{"ignoredTerms": ["Wren", "Linnet"]} // birds'],
    [
      '{\r\n\t"ignoredTerms": [\r\n\t\t"Wren" // a boat\r\n\t]\r\n}',
      '{\r\n\t"ignoredTerms": [\r\n\t\t"Wren",\r\n\t\t"Linnet" // a boat\r\n\t]\r\n}',
    ],
    [
      '{\n  "rules": { "numbering-gap": "off" }\n}\n',
      '{\n  "rules": { "numbering-gap": "off" },\n  "ignoredTerms": ["Linnet"]\n}\n',
    ],
    ['', '{\n  "ignoredTerms": [\n    "Linnet"\n  ]\n}\n'],
  ])('%j takes a term that is to be ignored, and keeps its comments and its formatting', (text, expected) => {
    expect(ignoring(text)).toBe(expected);
  });

  it.each(['[]', '{"ignoredTerms": "Wren"}', 'Article 1.'])('%j takes no term', (text) => {
    expect(ignoring(text)).toBeNull();
  });

  it('that has no settings gets some, also in an empty file', () => {
    for (const text of [projectWithout('numbering-gap'), silenced('') ?? '', silenced('\uFEFF{}') ?? '']) {
      expect(readConfiguration(text)).toMatchObject({
        configuration: { rules: new Map([['numbering-gap', 'off']]) },
        problems: [],
      });
    }
  });
});

function applied(text: string, { range, newText }: TextEdit): string {
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

/** Outline and findings, with the places as they were before the edit and without the line numbers in messages. */
function contentOf(
  analysis: Analysis,
  edit: TextEdit | null,
  leftOut: (finding: Finding) => boolean = () => false,
) {
  const length = edit?.newText.length ?? 0;
  const before = (offset: number): number =>
    edit && offset >= edit.range.start + length ? offset - length : offset;
  return {
    outline: [...walkProvisions(analysis.outline)].map(
      ({ kind, number, caption, confidence, designation, inline, parent }) => ({
        kind,
        number,
        caption,
        confidence,
        inline,
        start: designation && before(designation.start),
        parent: parent && [parent.kind, parent.number],
      }),
    ),
    findings: runRules(analysis)
      .filter((finding) => !leftOut(finding))
      .map(({ rule, message, range }) => [rule, message.replace(/line \d+/, 'line'), before(range.start)]),
  };
}
