import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { defaultConfiguration } from '../../server/src/core/config/model.ts';
import { readSuppressions } from '../../server/src/core/config/suppressions.ts';
import type { Rule, SilencedFindings } from '../../server/src/core/rules/rule.ts';
import { runRules } from '../../server/src/core/rules/run.ts';
import { renderListing } from '../render.ts';

/** Reports every word in capitals, so that each test can say where something is found. */
const shouting: Rule = reporting('shouting', /[A-Z]{4,}/g);
const figures: Rule = reporting('figures', /\d{3,}/g);

function reporting(id: string, pattern: RegExp): Rule {
  return {
    id,
    title: 'A word',
    severity: 'warning',
    scope: 'document',
    *check({ snapshot }) {
      for (const { index, 0: word } of snapshot.text.matchAll(pattern))
        yield { range: { start: index, end: index + word.length }, message: word };
    },
  };
}

/** Finds nothing, and keeps what it is told of the rules before it. */
function looking(seen: SilencedFindings[]): Rule {
  return {
    ...shouting,
    id: 'looking',
    check: (_, __, silenced) => {
      seen.push(silenced);
      return [];
    },
  };
}

/** What is found in a text, below the lines. */
function found(text: string): string {
  const findings = runRules(analyze(text), { rules: [shouting, figures] });
  const annotations = findings.map(({ range, rule }) => ({ range, label: rule }));
  return `\n${renderListing(text, annotations)}\n`;
}

describe('a comment', () => {
  it('silences the named rules on the next line of text, and no other rule or line', () => {
    expect(
      found(`<!-- proviso-ignore shouting -->
LOUD 500
LOUD 500

<!-- proviso-ignore figures, shouting -->
LOUD 500
<!--proviso-ignore figures shouting-->
LOUD 500
<!-- proviso-ignore no-such-rule -->
LOUD 500
`),
    ).toMatchInlineSnapshot(`
      "
      <!-- proviso-ignore shouting -->
      LOUD 500
           ^^^ figures
      LOUD 500
      ^^^^ shouting
           ^^^ figures

      <!-- proviso-ignore figures, shouting -->
      LOUD 500
      <!--proviso-ignore figures shouting-->
      LOUD 500
      <!-- proviso-ignore no-such-rule -->
      LOUD 500
      ^^^^ shouting
           ^^^ figures

      "
    `);
  });

  it('silences all rules where it names none', () => {
    expect(found('<!-- proviso-ignore -->\nLOUD 500\n\nLOUD 500\n')).toMatchInlineSnapshot(`
      "
      <!-- proviso-ignore -->
      LOUD 500

      LOUD 500
      ^^^^ shouting
           ^^^ figures

      "
    `);
  });

  it('reaches over blanks, other comments, rules and page furniture', () => {
    expect(
      found(`<!-- proviso-ignore shouting -->

<!-- a note -->
<!-- proviso-ignore figures -->
----------
<page>
   LOUD 500
LOUD 500
`),
    ).toMatchInlineSnapshot(`
      "
      <!-- proviso-ignore shouting -->

      <!-- a note -->
      <!-- proviso-ignore figures -->
      ----------
      <page>
         LOUD 500
      LOUD 500
      ^^^^ shouting
           ^^^ figures

      "
    `);
  });

  it('may run over several lines', () => {
    expect(found('<!-- proviso-ignore\n  shouting,\n\n  figures\n-->\nLOUD 500\n')).not.toContain('^');
    const analysis = analyze('  <!-- proviso-ignore\nshouting --> \nLOUD\n');
    const [suppression] = readSuppressions(analysis);
    expect(suppression).toMatchObject({ rules: ['shouting'], line: 2 });
    expect(suppression && analysis.snapshot.slice(suppression.range)).toBe(
      '<!-- proviso-ignore\nshouting -->',
    );
  });

  it('silences the whole file from wherever it stands', () => {
    const text = 'LOUD 500\n\nLOUD 500\n<!-- proviso-ignore-file shouting -->\n';
    expect(found(text)).toMatchInlineSnapshot(`
      "
      LOUD 500
           ^^^ figures

      LOUD 500
           ^^^ figures
      <!-- proviso-ignore-file shouting -->

      "
    `);
    expect(found(text.replace(' shouting', ''))).not.toContain('^');
  });

  it.each([
    '<!-- proviso-ignored shouting -->',
    '<!-- proviso-ignore-line shouting -->',
    '<!-- please proviso-ignore shouting -->',
    'proviso-ignore shouting',
    '<!--\n<!-- proviso-ignore shouting\n-->',
  ])('of another kind silences nothing: %j', (comment) => {
    expect(found(`${comment}\nLOUD\n`)).toContain('^^^^ shouting');
  });

  it('is no comment inside front matter', () => {
    expect(found('---\n<!-- proviso-ignore-file -->\n---\nLOUD\n')).toContain('^^^^ shouting');
  });

  it('with nothing below it, or never closed, silences nothing', () => {
    expect(readSuppressions(analyze('LOUD\n<!-- proviso-ignore shouting -->\n'))).toMatchObject([
      { line: -1 },
    ]);
    const text = 'LOUD\n<!-- proviso-ignore shouting\nLOUD\n';
    expect(readSuppressions(analyze(text))).toEqual([
      { range: { start: 5, end: text.length }, rules: ['shouting', 'LOUD'], line: -1 },
    ]);
  });
});

describe('a document that was checked', () => {
  it('tells which comments silenced something', () => {
    const text = `<!-- proviso-ignore-file figures -->
<!-- proviso-ignore shouting -->
LOUD 500
<!-- proviso-ignore shouting -->
quiet
<!-- proviso-ignore-file figures -->
`;
    const analysis = analyze(text);
    const seen: SilencedFindings[] = [];
    const findings = runRules(analysis, { rules: [shouting, figures, looking(seen)] });
    expect(findings).toEqual([]);
    const all = seen.flatMap(({ suppressions }) =>
      suppressions.all.filter((each) => suppressions.isUsed(each, each.rules?.[0] ?? null)),
    );
    const used = all.map(({ range }) => analysis.snapshot.lineAt(range.start));
    expect(used.sort()).toEqual([0, 1]);
  });

  it('shows what the configuration says, unless a comment says otherwise', () => {
    const text = 'LOUD 500\n\n<!-- proviso-ignore shouting -->\nLOUD 500\n';
    const configuration = {
      ...defaultConfiguration,
      rules: new Map([
        ['shouting', 'error' as const],
        ['figures', 'off' as const],
      ]),
    };
    const findings = runRules(analyze(text), { rules: [shouting, figures], configuration });
    expect(findings.map(({ rule, severity, range }) => [rule, severity, range.start])).toEqual([
      ['shouting', 'error', 0],
    ]);
  });

  it('hands the configuration to its rules', () => {
    const configuration = { ...defaultConfiguration, ignoredTerms: ['Linnet'] };
    const handed: unknown[] = [];
    const asking: Rule = {
      ...shouting,
      check: (_, given) => {
        handed.push(given);
        return [];
      },
    };
    runRules(analyze(''), { rules: [asking], configuration });
    runRules(analyze(''), { rules: [asking] });
    expect(handed).toEqual([configuration, defaultConfiguration]);
  });

  it('uses no comment for what a rule found before it threw', () => {
    const broken: Rule = {
      ...shouting,
      *check(...given) {
        yield* shouting.check(...given);
        throw new Error('broken');
      },
    };
    const text = '<!-- proviso-ignore -->\nLOUD\n';
    const errors: string[] = [];
    const onRuleError = (rule: string): void => void errors.push(rule);
    const seen: SilencedFindings[] = [];
    const findings = runRules(analyze(text), { rules: [broken, looking(seen)], onRuleError });
    expect([findings, errors]).toEqual([[], ['shouting']]);
    expect(seen.map((silenced) => [silenced.hasRun('shouting'), silenced.hasRun(null)])).toEqual([
      [false, false],
    ]);
    expect(seen[0]?.suppressions.all.map((each) => seen[0]?.suppressions.isUsed(each, null))).toEqual([
      false,
    ]);
  });

  it('is read once from end to end, however many comments it has', () => {
    const count = 20_000;
    const comments = '<!-- proviso-ignore a -->\n'.repeat(count);
    const unclosed = '<!-- proviso-ignore a\n'.repeat(count);
    for (const text of [comments, `${comments}LOUD\n`, unclosed]) {
      const analysis = analyze(text);
      let lines = 0;
      const counted = {
        ...analysis,
        roles: new Proxy(analysis.roles, {
          get: (roles, key) => {
            lines += 1;
            const found: unknown = Reflect.get(roles, key);
            // A search of its own works on the array alone, and goes through it once.
            return typeof found === 'function' ? found.bind(roles) : found;
          },
        }),
      };
      expect(readSuppressions(counted).length).toBe(text === unclosed ? 1 : count);
      expect(lines).toBeLessThan(10 * count);
    }
  });
});
