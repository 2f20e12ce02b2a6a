import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { inLabel, inMessage } from '../../client/src/plainWords.ts';
import { runProgram } from '../../server/src/cli/program.ts';
import { analyze } from '../../server/src/core/analysis.ts';
import { htmlPage } from '../../server/src/core/features/typeset/typeset-page.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { escapeMarkdown } from '../../server/src/lsp/protocol/markup.ts';
import { folderWith, recordIo } from '../cli/world.ts';
import { ServerProcess } from '../protocol/serverProcess.ts';
import { hostileDocument, hostileNames } from './hostileDocument.ts';

const everyRule = rules.flatMap(({ id }) => ['--rule', `${id}=warning`]);

/** What moves a cursor, colours, begins a line or turns the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be shown.
const steering = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** With all that an editor may have switched on. */
const markdown: MarkdownReader = new (createRequire(import.meta.url)('markdown-it'))({
  html: true,
  linkify: true,
});

interface MarkdownReader {
  parse(value: string, env: object): MarkdownToken[];
}

interface MarkdownToken {
  readonly type: string;
  readonly content: string;
  readonly children: MarkdownToken[] | null;
  attrGet(name: string): string | null;
}

/** The kinds of marks in Markdown beside words. */
function marksIn(value: string): string[] {
  return markdown
    .parse(value, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map(({ type }) => type)
    .filter(
      (type) => !['inline', 'text', 'text_special', 'paragraph_open', 'paragraph_close'].includes(type),
    );
}

function wordsIn(value: string): string {
  return markdown
    .parse(value, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ content }) => content)
    .join('');
}

describe('the words of a document', () => {
  it.each(hostileNames)('are words in Markdown: %j', (name) => {
    expect(marksIn(escapeMarkdown(name))).toEqual([]);
    expect(marksIn(escapeMarkdown(`  \t${name}\n\n${name}`))).toEqual([]);
  });

  it('are read in Markdown as they are written', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '&',
      '#',
      '-',
      '+',
      '=',
      '1.',
      ' ',
      'a',
      'http://',
      'www.a.b',
      'x@y.z',
      '\\',
      '|',
      '~~',
      '!',
      '$',
      ':',
      '"',
      '\n',
      '\t',
      '&amp;',
      '---',
      '```',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const words = pieces.join('').trim();
        expect(marksIn(escapeMarkdown(words))).toEqual([]);
        expect(wordsIn(escapeMarkdown(words)).replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '));
      }),
      { seed: 20_261_123, numRuns: 2_000 },
    );
  });

  it('are no pictures in labels and no links in messages of the editor', () => {
    expect(inLabel('a loss of $(100) or $(trash~spin)')).toBe('a loss of \\$(100) or \\$(trash~spin)');
    expect(inLabel('$ (100) $(1,000)')).toBe('$ (100) $(1,000)');
    expect(inMessage('[x](command:y) and [z] (1)')).toBe('[x] (command:y) and [z] (1)');
  });
});

describe('a hostile document', () => {
  it('is shown on hovering without a link that leads elsewhere, a picture or a tag', async () => {
    await using server = await ServerProcess.initialized({
      textDocument: { hover: { contentFormat: ['markdown'] } },
    });
    const uri = 'file:///hostile.legal';
    await server.open(uri, hostileDocument);
    let shown = 0;
    for (const [line, text] of hostileDocument.split(/\r\n|\r|\n/).entries()) {
      for (let character = 0; character < text.length; character += 5) {
        const params = { textDocument: { uri }, position: { line, character } };
        const hover: Hover | null = await server.connection.sendRequest('textDocument/hover', params);
        if (!hover) continue;
        shown += 1;
        const { value } = hover.contents as MarkupContent;
        const tokens = markdown.parse(value, {}).flatMap((token) => [token, ...(token.children ?? [])]);
        expect(tokens.filter(({ type }) => /image|html|code|fence/.test(type))).toEqual([]);
        for (const token of tokens.filter(({ type }) => type === 'link_open'))
          expect(token.attrGet('href')).toMatch(/^file:\/\/\/hostile\.legal#L\d+,\d+$/);
      }
    }
    expect(shown).toBeGreaterThan(50);
  }, 60_000);

  const strange = '\u001b[31m::error::\nred"<.legal';

  it.each([
    ['check'],
    ['check', '--format', 'github'],
    ['explain'],
    ['inspect'],
    ['terms'],
    ['fix', '--dry-run'],
    ['format', '--dry-run'],
    ['check', 'no\u001b[2Jsuch\n::error::file.legal'],
    ['check', '--format', 'no\u001b[2Jsuch'],
    ['check', '--rule', 'no\u001b[2Jsuch=off'],
    ['check', '--config', 'no\u001b[2Jsuch.json'],
    ['no\u001b[2Jsuch'],
  ])('steers no terminal: proviso %j %j %j', async (...argv: string[]) => {
    const io = recordIo(folderWith({ 'hostile.legal': hostileDocument, [strange]: hostileDocument }));
    const severities = argv.length < 4 && /^(?:check|fix)$/.test(argv[0] ?? '') ? everyRule : [];
    await runProgram([...argv, ...severities, 'hostile.legal', strange], io, async () => {});
    expect(io.stdout + io.stderr).not.toBe('');
    expect(`${io.stdout}${io.stderr}`.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')).not.toMatch(steering);
  });

  it.each([
    ['rename-term', 'hostile.legal', 'no\u001b[2Jsuch', '\u001b[31mx'],
    ['delete', 'hostile.legal', 'Section \u001b[2J9'],
    ['delete', 'hostile.legal', 'Section 1.4'],
    ['move', 'hostile.legal', 'Section 1.4', '--before', 'Section 1.2'],
  ])('steers no terminal: proviso %j %j %j %j', async (...argv: string[]) => {
    const io = recordIo(folderWith({ 'hostile.legal': hostileDocument }));
    await runProgram(argv, io, async () => {});
    expect(io.stdout + io.stderr).not.toBe('');
    expect(io.stdout + io.stderr).not.toMatch(steering);
  });

  async function checked(format: string): Promise<string> {
    const io = recordIo(folderWith({ 'hostile.legal': hostileDocument, [strange]: hostileDocument }));
    await runProgram(
      ['check', '--format', format, ...everyRule, 'hostile.legal', strange],
      io,
      async () => {},
    );
    return io.stdout;
  }

  it('writes words alone into the cells of a table', async () => {
    const io = recordIo(folderWith({ 'hostile.legal': hostileDocument }));
    await runProgram(['terms', '--csv', 'hostile.legal'], io, async () => {});
    expect(io.stdout).toContain("'+ Item");
    expect(io.stdout).not.toMatch(/[^\P{Cc}\r\n]/u);
    expect(io.stdout).not.toMatch(/(?:^|,|")[=+@]/m);
  });

  it('gives the runner of GitHub no command of its own', async () => {
    const lines = (await checked('github')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:warning|error) file=[^:,]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=Proviso%3A [\w-]+::/,
      );
  });

  it('is set in type without an element, an attribute or an address of its own', () => {
    let page = '';
    for (const made = htmlPage(analyze(hostileDocument)); page === ''; ) {
      const step = made.next();
      if (step.done) page = step.value;
    }
    const body = page.slice(page.indexOf('<body>'));
    const tags = [...body.matchAll(/<\/?([^\s<>]+)([^<>]*)>/g)];
    expect(tags.length).toBeGreaterThan(100);
    for (const [, name = '', attributes = ''] of tags) {
      expect(name).toMatch(
        /^(?:body|html|main|section|div|p|h[1-6]|span|a|b|i|em|strong|table|t(?:head|body|r|h|d)|ul|ol|li|nav|dfn|hr|br|header|footer|sup)$/,
      );
      expect(attributes).not.toMatch(/\s(?:on\w+|src|style|srcset|formaction)\s*=/i);
      expect(attributes).not.toMatch(/href\s*=\s*(?!"#)/);
    }
    // What opens with a bracket of its own is none of ours.
    expect(body.replace(/<\/?[a-z][^<>]*>/g, '')).not.toMatch(/[<>]/);
    expect(page).toContain("default-src 'none'");
  });

  it('puts no link into a log of SARIF', async () => {
    const { runs } = JSON.parse(await checked('sarif'));
    const texts = JSON.stringify(
      runs[0].results.map(({ message, fixes, relatedLocations }: Record<string, unknown>) => [
        message,
        fixes,
        relatedLocations,
      ]),
    );
    expect(texts).toContain('](command:');
    expect(texts).not.toMatch(/"text":"[^"]*(?<!\\)\[[^[\]"]*\]\(/);
  });

  it('puts nothing but its own elements into a report of JUnit', async () => {
    const report = await checked('junit');
    const tags = [...report.matchAll(/<\/?([\w-]+)/g)].map(([, tag]) => tag);
    expect([...new Set(tags)].sort()).toEqual(['failure', 'testcase', 'testsuite', 'testsuites']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has no place for.
    expect(report).not.toMatch(/[\0-\u0008\u000b-\u001f\ufffe\uffff]/);
  });
});
