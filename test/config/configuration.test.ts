import { describe, expect, it } from 'vitest';
import { readConfiguration, readRuleSettings } from '../../server/src/core/config/configuration.ts';
import { defaultConfiguration, mergeConfigurations } from '../../server/src/core/config/model.ts';
import { TextSnapshot } from '../../server/src/core/text/snapshot.ts';
import { renderListing } from '../render.ts';

/** The text with each problem below its place. */
function problemsOf(text: string): string {
  const { problems } = readConfiguration(text);
  const annotations = problems.map(({ range, severity, message }) => ({
    range,
    label: `${severity}: ${message}`,
  }));
  return `\n${renderListing(text, annotations)}\n`;
}

const full = `{
  // Where the schema lies.
  "$schema": "./proviso.schema.json",
  "rules": { "numbering-gap": "error", "duplicate-number": "off" },
  "scheme": { "article": "arabic", "section": "decimal" },
  "format": { "wrap": "column", "column": 72, "indent": null, "hang": true, "blankLines": 1 },
  "ignoredTerms": ["Harbour Society", "Linnet",],
  "documents": { "Loan Agreement": "../loan.legal" }, /* the end */
}
`;

describe('proviso.json', () => {
  it('holds severities, the scheme, the layout, ignored terms and documents', () => {
    const { configuration, problems } = readConfiguration(full);
    expect(problems).toEqual([]);
    expect(configuration).toEqual({
      rules: new Map([
        ['numbering-gap', 'error'],
        ['duplicate-number', 'off'],
      ]),
      scheme: new Map([
        ['article', 'arabic'],
        ['section', 'decimal'],
      ]),
      format: { wrap: 'column', column: 72, indent: null, hang: true, blankLines: 1 },
      ignoredTerms: ['Harbour Society', 'Linnet'],
      documents: new Map([['Loan Agreement', '../loan.legal']]),
      notDefects: [],
    });
  });

  it.each(['', '\n', '{}', '\uFEFF{}', '// nothing decided yet'])(
    'decides nothing where it is %j',
    (text) => {
      expect(readConfiguration(text)).toEqual({
        configuration: defaultConfiguration,
        parents: [],
        overrides: [],
        problems: [],
      });
    },
  );

  it('applies without the keys and values that mean nothing, and says where they stand', () => {
    const text = `{
  "rulez": {},
  "zzz": 1,
  "rules": {
    "numbering-gapp": "off",
    "misordered-number": "warn",
    "duplicate-number": "hint",
    "no-such-thing-at-all": "off"
  },
  "scheme": { "artcle": "arabic", "section": 5, "preamble": "arabic" },
  "format": { "colum": 72, "column": 20, "indent": 1.5, "hang": "yes", "wrap": null, "quotes": "curly" },
  "ignoredTerms": ["Linnet", 7, " "],
  "documents": { "Loan": null, "Lease": "lease.legal" }
}`;
    expect(problemsOf(text)).toMatchInlineSnapshot(`
      "
      {
        "rulez": {},
        ^^^^^^^ warning: There is no key "rulez"; did you mean "rules"?
        "zzz": 1,
        ^^^^^ warning: There is no key "zzz".
        "rules": {
          "numbering-gapp": "off",
          ^^^^^^^^^^^^^^^^ warning: There is no rule "numbering-gapp"; did you mean "numbering-gap"?
          "misordered-number": "warn",
                               ^^^^^^ warning: "misordered-number" takes "error", "warning", "information", "hint" or "off", not "warn".
          "duplicate-number": "hint",
          "no-such-thing-at-all": "off"
          ^^^^^^^^^^^^^^^^^^^^^^ warning: There is no rule "no-such-thing-at-all".
        },
        "scheme": { "artcle": "arabic", "section": 5, "preamble": "arabic" },
                    ^^^^^^^^ warning: There is no kind of provision "artcle"; did you mean "article"?
                                                   ^ warning: "section" takes "arabic", "decimal", "roman-upper", "roman-lower", "alpha-upper", "alpha-lower" or "word", not 5.
                                                      ^^^^^^^^^^ warning: There is no kind of provision "preamble".
        "format": { "colum": 72, "column": 20, "indent": 1.5, "hang": "yes", "wrap": null, "quotes": "curly" },
                    ^^^^^^^ warning: There is no option "colum"; did you mean "column"?
                                           ^^ warning: "column" takes a whole number from 40 to 200, not 20.
                                                         ^^^ warning: "indent" takes a whole number from 0 to 12 or null, not 1.5.
                                                                      ^^^^^ warning: "hang" takes false or true, not "yes".
                                                                                     ^^^^ warning: "wrap" takes "keep", "column" or "paragraph", not null.
        "ignoredTerms": ["Linnet", 7, " "],
                                   ^ warning: A term is words in quotation marks, not 7.
                                      ^^^ warning: A term is words in quotation marks, not " ".
        "documents": { "Loan": null, "Lease": "lease.legal" }
                               ^^^^ warning: A path is words in quotation marks, not null.
      }
      "
    `);
    expect(readConfiguration(text).configuration).toEqual({
      rules: new Map([['duplicate-number', 'hint']]),
      scheme: new Map(),
      format: { quotes: 'curly' },
      ignoredTerms: ['Linnet'],
      documents: new Map([['Lease', 'lease.legal']]),
      notDefects: [],
    });
  });

  it('says what a value of another kind is', () => {
    expect(problemsOf('["rules"]')).toMatchInlineSnapshot(`
      "
      ["rules"]
      ^^^^^^^^^ warning: The file holds keys and values in braces, not ["rules"].
      "
    `);
    expect(
      problemsOf('{"rules": "off",\n"scheme": [],\n"ignoredTerms": "Linnet",\n"documents": 1}'),
    ).toMatchInlineSnapshot(`
      "
      {"rules": "off",
                ^^^^^ warning: "rules" holds keys and values in braces, not "off".
      "scheme": [],
                ^^ warning: "scheme" holds keys and values in braces, not [].
      "ignoredTerms": "Linnet",
                      ^^^^^^^^ warning: "ignoredTerms" holds a list in square brackets, not "Linnet".
      "documents": 1}
                   ^ warning: "documents" holds keys and values in braces, not 1.
      "
    `);
  });

  it('counts the last of two equal keys and tells of the first', () => {
    const text = '{"rules": {"numbering-gap": "off",\n"numbering-gap": "hint"}}';
    expect(problemsOf(text)).toMatchInlineSnapshot(`
      "
      {"rules": {"numbering-gap": "off",
                 ^^^^^^^^^^^^^^^ warning: "numbering-gap" stands twice; the last one counts.
      "numbering-gap": "hint"}}
      "
    `);
    expect(readConfiguration(text).configuration.rules.get('numbering-gap')).toBe('hint');
  });
});

describe('a text that is not JSON', () => {
  it.each([
    ['a comma is missing', '{"rules": {"numbering-gap": "off" "duplicate-number": "hint"}}'],
    ['a brace is not closed', '{"rules": {"numbering-gap": "off"'],
    ['a value is not yet written', '{"rules": {"numbering-gap": "off", "duplicate-number": }}'],
    ['more follows', '{"rules": {"numbering-gap": "off"}} and so on'],
  ])('is read as far as it goes where %s', (_, text) => {
    const { configuration, problems } = readConfiguration(text);
    expect(problems.map(({ severity }) => severity)).toContain('error');
    expect(configuration.rules.get('numbering-gap')).toBe('off');
  });

  it('says what is missing, at its place', () => {
    expect(problemsOf('{"rules": {"numbering-gap": "off"\n"duplicate-number": }}')).toMatchInlineSnapshot(`
      "
      {"rules": {"numbering-gap": "off"
      "duplicate-number": }}
      ^^^^^^^^^^^^^^^^^^ error: A comma is expected here.
                          ^ error: A value is expected here.
      "
    `);
    expect(problemsOf('Article 1. (Name)')).toMatchInlineSnapshot(`
      "
      Article 1. (Name)
      ^^^^^^^ error: This is not JSON.
      "
    `);
  });

  it.each([
    '{',
    '[[[',
    '"',
    '\u0000',
    '\uD800',
    '{"rules":',
    '/*',
    '['.repeat(100_000),
    '{"a":'.repeat(100_000),
    `{"${'x'.repeat(100_000)}": {}}`,
    '{"__proto__": {"rules": {}}, "constructor": 1}',
  ])('never throws (%#)', (text) => {
    const { configuration, problems } = readConfiguration(text);
    expect(configuration).toEqual(defaultConfiguration);
    expect(problems).not.toEqual([]);
    const { length } = new TextSnapshot(text).text;
    for (const { range } of problems) {
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThanOrEqual(length);
    }
  });
});

describe('settings of the editor', () => {
  it.each([undefined, null, 5, 'off', ['off'], {}])('decide nothing where they are %j', (value) => {
    expect(readRuleSettings(value)).toEqual(defaultConfiguration);
  });

  it('give way to the project where both speak of a rule', () => {
    const editor = readRuleSettings({ 'numbering-gap': 'off', 'duplicate-number': 'hint', 'no-rule': 'off' });
    const project = readConfiguration('{"rules": {"numbering-gap": "error"}, "ignoredTerms": ["Linnet"]}');
    expect(mergeConfigurations(editor, project.configuration)).toEqual({
      ...defaultConfiguration,
      rules: new Map([
        ['numbering-gap', 'error'],
        ['duplicate-number', 'hint'],
      ]),
      ignoredTerms: ['Linnet'],
    });
  });
});

describe('what says where other settings come from', () => {
  it('is read', () => {
    const { parents, overrides, problems } = readConfiguration(
      '{"extends": "../house.json", "overrides": [{"files": ["*.legal", "drafts/"], "rules": {"numbering-gap": "off"}}]}',
    );
    expect(problems).toEqual([]);
    expect(parents).toEqual([{ path: '../house.json', range: { start: 12, end: 27 } }]);
    expect(overrides).toMatchObject([
      { patterns: ['*.legal', 'drafts/'], configuration: { rules: new Map([['numbering-gap', 'off']]) } },
    ]);
    expect(readConfiguration('{"extends": ["a.json", "b.json"]}').parents.map(({ path }) => path)).toEqual([
      'a.json',
      'b.json',
    ]);
  });

  it('is told of where it means nothing', () => {
    const text = `{
  "extends": ["a.json", "", 5, "/etc/house.json", "C:\\\\house.json", "https://example.com/a.json"],
  "overrides": [
    { "rules": {} },
    { "files": "*.legal", "documents": {}, "rules": { "numbering-gap": "of" } },
    "drafts/",
  ],
  "notDefects": [
    { "document": "a", "rule": "numbering-gap" },
    { "document": "a", "rule": "numbering-gab", "provision": "", "text": "" },
    { "document": "a", "rule": "numbering-gap", "provision": "", "text": "", "reasons": "" },
  ],
}
`;
    expect(problemsOf(text)).toMatchInlineSnapshot(`
      "
      {
        "extends": ["a.json", "", 5, "/etc/house.json", "C:\\\\house.json", "https://example.com/a.json"],
                              ^^ warning: A path is words in quotation marks, not "".
                                  ^ warning: A path is words in quotation marks, not 5.
                                     ^^^^^^^^^^^^^^^^^ warning: "/etc/house.json" is no path from the folder of this file.
                                                        ^^^^^^^^^^^^^^^^ warning: "C:\\\\house.json" is no path from the folder of this file.
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "https://example.com/a.json" is no path from the folder of this file.
        "overrides": [
          { "rules": {} },
          ^^^^^^^^^^^^^^^ warning: An override names the documents that it is for under "files".
          { "files": "*.legal", "documents": {}, "rules": { "numbering-gap": "of" } },
                                ^^^^^^^^^^^ warning: There is no key of an override "documents".
                                                                             ^^^^ warning: "numbering-gap" takes "error", "warning", "information", "hint" or "off", not "of".
          "drafts/",
          ^^^^^^^^^ warning: An override holds keys and values in braces, not "drafts/".
        ],
        "notDefects": [
          { "document": "a", "rule": "numbering-gap" },
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This entry does not say "provision", "text" in quotation marks.
          { "document": "a", "rule": "numbering-gab", "provision": "", "text": "" },
                                     ^^^^^^^^^^^^^^^ warning: There is no rule "numbering-gab"; did you mean "numbering-gap"?
          { "document": "a", "rule": "numbering-gap", "provision": "", "text": "", "reasons": "" },
                                                                                   ^^^^^^^^^ warning: There is no key of an entry "reasons".
        ],
      }

      "
    `);
    expect(problemsOf('{"extends": {}, "overrides": {}, "notDefects": "all"}')).toMatchInlineSnapshot(`
      "
      {"extends": {}, "overrides": {}, "notDefects": "all"}
                  ^^ warning: "extends" holds a path or a list in square brackets, not {}.
                                   ^^ warning: "overrides" holds a list in square brackets, not {}.
                                                     ^^^^^ warning: "notDefects" holds a list in square brackets, not "all".
      "
    `);
  });
});
