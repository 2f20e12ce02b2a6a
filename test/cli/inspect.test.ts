import { describe, expect, test } from 'vitest';
import { inspect, inspectionText } from '../../server/src/cli/inspect.ts';
import { inspectionJson } from '../../server/src/cli/inspection.ts';
import type { Definition } from '../../server/src/core/model/definition.ts';
import type { Finding } from '../../server/src/core/rules/rule.ts';
import { range } from '../../server/src/core/text/range.ts';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';
import { parseDocument } from '../fixture.ts';
import { buildProvisions, type ProvisionSketch } from '../provisions.ts';
import { cleanDocument, faultyDocument, folderWith, recordIo } from './world.ts';

const defaults = { paths: [], json: false, encoding: null };

/** A document with one of everything that is printed: a caption above the number, an implied and an inline provision. */
function inspection() {
  const { text, marks } = parseDocument(`
    (Place)
    Article 1
       ^^^^^^ Article 1 is no article
    Both (i) here and
    (ii) there.
  `);
  const place = (part: string) => range(text.indexOf(part), text.indexOf(part) + part.length);
  const outline = buildProvisions([
    {
      number: '1',
      caption: 'Place',
      designation: place('Article 1'),
      heading: place('(Place)\nArticle 1'),
      range: range(0, text.length),
      children: [
        {
          kind: 'paragraph',
          ordinal: '1',
          implied: true,
          range: place('Both (i) here and\n(ii) there.\n'),
          children: [
            { kind: 'item', number: 'i', inline: true, confidence: 1 / 3, range: place('(i) here and\n') },
          ],
        },
      ],
    },
  ]);
  const findings: Finding[] = marks.map((mark) => ({
    rule: 'wrong-article',
    severity: 'warning',
    range: mark.range,
    message: mark.message ?? '',
    related: [],
    fixes: [],
  }));
  const definitions: Definition[] = [
    {
      term: 'Place',
      range: place('Place'),
      pieces: [place('Place')],
      form: 'pointer',
      mark: 'none',
      listed: false,
      meaning: null,
      pointer: { text: 'Article 1', range: place('Article 1') },
      scope: null,
      source: null,
      quoted: false,
      confidence: 0.75,
    },
  ];
  return {
    path: 'a.legal',
    snapshot: new TextSnapshot(text),
    outline,
    definitions,
    references: [],
    findings,
  };
}

/** Provisions one inside the other, far deeper than a stack of calls goes. */
function nested(depth: number): ProvisionSketch {
  let sketch: ProvisionSketch = { kind: 'item', number: 'a', range: range(0, 3) };
  for (let level = 1; level < depth; level += 1) sketch = { ...sketch, children: [sketch] };
  return sketch;
}

describe('the JSON of a document', () => {
  test('has exactly these keys, in this order', () => {
    expect(JSON.stringify(JSON.parse(inspectionJson(inspection())), null, 1)).toMatchInlineSnapshot(`
      "{
       "path": "a.legal",
       "outline": [
        {
         "kind": "article",
         "number": "1",
         "caption": "Place",
         "line": 2,
         "column": 1,
         "endLine": 4,
         "confidence": 1,
         "children": [
          {
           "kind": "paragraph",
           "number": null,
           "caption": null,
           "line": 3,
           "column": 1,
           "endLine": 4,
           "implied": true,
           "confidence": 1,
           "children": [
            {
             "kind": "item",
             "number": "i",
             "caption": null,
             "line": 3,
             "column": 6,
             "endLine": 3,
             "inline": true,
             "confidence": 0.333,
             "children": []
            }
           ]
          }
         ]
        }
       ],
       "definitions": [
        {
         "term": "Place",
         "line": 1,
         "column": 2,
         "form": "pointer",
         "pointer": "Article 1",
         "confidence": 0.75
        }
       ],
       "references": [],
       "findings": [
        {
         "rule": "wrong-article",
         "severity": "warning",
         "line": 2,
         "column": 4,
         "endLine": 2,
         "endColumn": 10,
         "message": "Article 1 is no article"
        }
       ]
      }"
    `);
  });

  test('of deeply nested provisions does not overflow the stack', () => {
    const depth = 100_000;
    const outline = buildProvisions([nested(depth)]);
    const json = inspectionJson({
      path: 'a',
      snapshot: new TextSnapshot('(a)'),
      outline,
      definitions: [],
      references: [],
      findings: [],
    });
    expect(json.match(/"kind":"item"/g)).toHaveLength(depth);
    expect(json.match(/\[/g)?.length).toBe(json.match(/\]/g)?.length);
    expect(json.endsWith(`${']}'.repeat(depth - 1)}],"definitions":[],"references":[],"findings":[]}`)).toBe(
      true,
    );
  });
});

describe('the text of a document', () => {
  test('is its outline with line numbers, and its findings', () => {
    expect(inspectionText(inspection(), false)).toMatchInlineSnapshot(`
      "a.legal
      2  article 1 (Place)
      3    paragraph 1 [implied]
      3      item i [inline, doubtful]

      definitions
      1  “Place” pointer: Article 1

      findings
      2  column 4: warning wrong-article Article 1 is no article
      "
    `);
  });

  test('of deeply nested provisions stays as wide as a page', () => {
    const outline = buildProvisions([nested(100_000)]);
    const text = inspectionText(
      {
        path: 'a',
        snapshot: new TextSnapshot('(a)'),
        outline,
        definitions: [],
        references: [],
        findings: [],
      },
      false,
    );
    expect(Math.max(...text.split('\n', 1000).map((line) => line.length))).toBeLessThan(60);
  });
});

describe('inspect', () => {
  test('prints the outline and the findings', async () => {
    const io = recordIo(folderWith({ 'a.legal': faultyDocument }));
    expect(await inspect({ ...defaults, paths: ['a.legal'] }, io)).toBe(0);
    expect(io.stdout).toContain('article 1 (Name)\n');
    expect(io.stdout).toMatch(/\n *9 {2}column 1: warning duplicate-number /);
  });

  test('prints one JSON document for all files, and findings do not make it fail', async () => {
    const folder = folderWith({
      'a.legal': faultyDocument,
      'b.legal': Buffer.from(`\uFEFF${cleanDocument}`),
    });
    const io = recordIo(folder, cleanDocument);
    expect(await inspect({ ...defaults, paths: ['a.legal', 'b.legal', '-'], json: true }, io)).toBe(0);
    const { version, files } = JSON.parse(io.stdout);
    expect(version).toBe(1);
    expect(files.map((file: { path: string }) => file.path)).toEqual(['a.legal', 'b.legal', '<stdin>']);
    expect(files.map((file: { findings: unknown[] }) => file.findings.length)).toEqual([1, 0, 0]);
    expect(files[0].findings[0]).toMatchObject({ rule: 'duplicate-number', line: 9, column: 1, endLine: 9 });
    // A byte order mark is no part of the text: the first column is still 1.
    expect(files[1].outline).toEqual(files[2].outline);
  });

  test('leaves valid JSON behind where files cannot be read, and ends with 2', async () => {
    const io = recordIo(folderWith({ 'b.legal': cleanDocument }));
    expect(await inspect({ ...defaults, paths: ['gone', 'b.legal', 'away'], json: true }, io)).toBe(2);
    expect(JSON.parse(io.stdout).files).toHaveLength(1);
    expect(io.stderr).toBe('proviso: gone: no such file or folder\nproviso: away: no such file or folder\n');
    const none = recordIo('/');
    expect(await inspect({ ...defaults, paths: ['/gone'], json: true }, none)).toBe(2);
    expect(JSON.parse(none.stdout)).toEqual({ version: 1, files: [] });
  });

  test('without a file is bad usage', async () => {
    const io = recordIo('/');
    expect(await inspect({ ...defaults, json: true }, io)).toBe(2);
    expect(io.stdout).toBe('');
    expect(io.stderr).toContain('name at least one file');
  });
});
