import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { readConfiguration } from '../../server/src/core/config/configuration.ts';
import { defaultConfiguration, type NotDefect } from '../../server/src/core/config/model.ts';
import { projectWithNotDefect, silenceFinding } from '../../server/src/core/config/silencing.ts';
import { applyEdits } from '../../server/src/core/rules/fix.ts';
import { subjectOf } from '../../server/src/core/rules/identity.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

const lease = `LEASE AGREEMENT

Article 1. (Rent)

The rent is low.

Article 3. (Heat)

The tenant pays for (a) the heat, (b) the light and (d) the water.

Article 5. (Term)

The term is one year.
`;

function entriesOf(text: string): NotDefect[] {
  const analysis = analyze(text);
  return runRules(analysis).map((finding) => ({ document: 'a.legal', ...subjectOf(analysis, finding) }));
}

function found(text: string, notDefects: readonly NotDefect[], rules: [string, 'off'][] = []): string[] {
  const configuration = { ...defaultConfiguration, notDefects, rules: new Map(rules) };
  return runRules(analyze(text), { configuration }).map(({ rule, message }) => `${rule}: ${message}`);
}

describe('a finding that is no defect', () => {
  it('is silenced alone', () => {
    const entries = entriesOf(lease);
    const all = found(lease, []);
    expect(entries.map(({ rule }) => rule)).toEqual(['numbering-gap', 'inline-enumeration', 'numbering-gap']);
    for (const [index, entry] of entries.entries())
      expect(found(lease, [entry])).toEqual(all.filter((_, other) => other !== index));
    expect(found(lease, entries)).toEqual([]);
  });

  it('stays silenced when the document is numbered anew, wrapped and added to', () => {
    const entries = entriesOf(lease);
    const later = lease
      .replace('Article 5.', 'Article 6.')
      .replace('Article 3.', 'Article 4.')
      .replace('Article 1.', 'Article 1. (Premises)\n\nThe house is let.\n\nArticle 2.')
      .replace('pays for', 'pays\nfor');
    expect(found(later, []).length).toBe(3);
    expect(found(later, entries)).toEqual([]);
  });

  it('is heard of again when its words change, and its entry is told to be unused', () => {
    const entries = entriesOf(lease);
    const changed = lease.replace('(d) the water', '(d) the gas');
    expect(found(changed, entries)).toEqual([
      expect.stringMatching(
        /^unused-suppression: .* call what inline-enumeration finds at “the water” no defect/,
      ),
      expect.stringMatching(/^inline-enumeration: /),
    ]);
  });

  it('leaves an entry unused once it is mended, unless its rule did not run', () => {
    const [gap] = entriesOf(lease);
    const mended = lease.replace('Article 3.', 'Article 2.').replace('Article 5.', 'Article 3.');
    if (!gap) throw new Error('Nothing was found.');
    expect(found(mended, [gap])).toContainEqual(expect.stringMatching(/^unused-suppression: /));
    expect(found(mended, [gap], [['numbering-gap', 'off']])).not.toContainEqual(
      expect.stringMatching(/^unused-suppression: /),
    );
  });

  it('has its unused entry told where its provision stands, or at the top', () => {
    const [gap] = entriesOf(lease);
    if (!gap) throw new Error('Nothing was found.');
    const placeOf = (entry: NotDefect) => {
      const configuration = { ...defaultConfiguration, notDefects: [entry] };
      const unused = runRules(analyze(lease), { configuration }).find(
        ({ rule }) => rule === 'unused-suppression',
      );
      return unused && lease.slice(unused.range.start, unused.range.end);
    };
    expect(placeOf({ ...gap, text: 'other' })).toContain('Heat');
    expect(placeOf({ ...gap, provision: 'gone' })).toContain('LEASE AGREEMENT');
  });
});

describe('an entry is written', () => {
  const entry: NotDefect = {
    document: 'a.legal',
    rule: 'numbering-gap',
    provision: 'x/y',
    text: 'words "here"',
  };
  const written = (text: string): string | null => {
    const edits = silenceFinding(text, entry);
    return edits && applyEdits(text, edits);
  };

  it('behind the last one, laid out as that is', () => {
    const before =
      '{\r\n\t"notDefects": [\r\n\t\t{"document": "b", "rule": "numbering-gap", "provision": "", "text": ""}, // one\r\n\t],\r\n}';
    expect(written(before)).toBe(
      before.replace(
        '}, // one',
        '},\r\n\t\t{\r\n\t\t\t"document": "a.legal",\r\n\t\t\t"rule": "numbering-gap",\r\n\t\t\t"provision": "x/y",\r\n\t\t\t"text": "words \\"here\\""\r\n\t\t}, // one',
      ),
    );
  });

  it.each([
    '',
    '// nothing yet\n',
    '{}',
    '\uFEFF{}',
    '{"notDefects": []}',
    '{\n  "rules": { "numbering-gap": "hint" }, // why\n}\n',
    '{"notDefects": [ /* none */ ], "rules": {}}',
    '{\n    "notDefects": [\n    ]\n}',
  ])('into %j, which stays as it is', (text) => {
    const after = written(text);
    expect(readConfiguration(after ?? '')).toMatchObject({
      configuration: { notDefects: [entry] },
      problems: [],
    });
    const [edit] = silenceFinding(text, entry) ?? [];
    expect(edit?.range.start).toBe(edit?.range.end);
  });

  it.each(['[]', '5', '{"notDefects": 5}', '{"notDefects": {}}', '{"rules":'])('not into %j', (text) => {
    expect(written(text)).toBeNull();
  });

  it('into a new file', () => {
    expect(readConfiguration(projectWithNotDefect(entry)).configuration.notDefects).toEqual([entry]);
  });
});
