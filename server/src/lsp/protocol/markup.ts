import type { ClientCapabilities, MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import type { HoverPart } from '../../core/features/answers.ts';
import type { Passage } from '../../core/features/provisions/passage.ts';
import type { TermCard } from '../../core/features/terms/term-card.ts';
import type { LinkedText } from '../../core/features/terms/term-meaning.ts';
import { toPosition } from './convert.ts';

type Format = readonly MarkupKind[] | undefined;

/** Passages, terms and notes as the client can show them: in Markdown, or as plain text where it knows none. */
export function toMarkup(analysis: Analysis, parts: readonly HoverPart[], formats: Format): MarkupContent {
  return formats?.includes(MarkupKind.Markdown)
    ? {
        kind: MarkupKind.Markdown,
        value: parts.map((part) => markdownOf(analysis, part)).join('\n\n---\n\n'),
      }
    : { kind: MarkupKind.PlainText, value: parts.map(plainTextOf).join('\n\n') };
}

export function hoverFormats(client: ClientCapabilities): Format {
  return client.textDocument?.hover?.contentFormat;
}

function markdownOf(analysis: Analysis, part: HoverPart): string {
  switch (part.kind) {
    case 'passage':
      return passageInMarkdown(part.passage);
    case 'term':
      return termInMarkdown(analysis, part.card);
    default:
      return escapeMarkdown(part.text);
  }
}

function passageInMarkdown({ title, caption, path, text }: Passage): string {
  const heading = `**${escapeMarkdown(title)}**${caption === null ? '' : ` — ${escapeMarkdown(caption)}`}`;
  const around = path.length > 0 ? [`*${path.map(escapeMarkdown).join(' › ')}*`] : [];
  const body = text.map(({ text: words, depth }) => `${setIn(depth)}${escapeMarkdown(words)}`);
  return [[heading, ...around].join('  \n'), ...body].join('\n\n');
}

/** The facts stand below the meaning, as what is known of it and not what it says. */
export function termInMarkdown(analysis: Analysis, { term, meaning, facts }: TermCard): string {
  const body = meaning.map(({ text, depth }) => `${setIn(depth)}${linksInMarkdown(analysis, text)}`);
  const known = facts.map((fact) => linksInMarkdown(analysis, fact)).join('  \n');
  return [`**${escapeMarkdown(term)}**`, ...body, known].join('\n\n');
}

/** Words that lead somewhere are links to the line and column, as editors read them behind the address of a file. */
function linksInMarkdown({ uri, snapshot }: Analysis, words: readonly LinkedText[]): string {
  return words
    .map(({ text, target }, index) => {
      const shown = index === 0 ? escapeMarkdown(text) : escapeInside(text);
      if (!target) return shown;
      const { line, character } = toPosition(snapshot, target.start);
      return `[${shown}](${escapeAddress(uri)}#L${line + 1},${character + 1})`;
    })
    .join('');
}

/** Clients write the addresses of files in different ways; blanks and brackets would end a link. */
function escapeAddress(uri: string): string {
  return uri.replace(/[\s<>()[\]\\]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function setIn(depth: number): string {
  return '&emsp;'.repeat(depth);
}

function plainTextOf(part: HoverPart): string {
  switch (part.kind) {
    case 'passage':
      return passageInPlainText(part.passage);
    case 'term':
      return termInPlainText(part.card);
    default:
      return part.text;
  }
}

function termInPlainText({ term, meaning, facts }: TermCard): string {
  const unlinked = (words: readonly LinkedText[]) => words.map(({ text }) => text).join('');
  const body = meaning.map(({ text, depth }) => `${'  '.repeat(depth)}${unlinked(text)}`);
  return [term, '', ...body, ...(body.length > 0 ? [''] : []), ...facts.map(unlinked)].join('\n');
}

function passageInPlainText({ title, caption, path, text }: Passage): string {
  const around = path.length > 0 ? [path.join(' › ')] : [];
  const body = text.map(({ text: words, depth }) => `${'  '.repeat(depth)}${words}`);
  return [caption === null ? title : `${title} — ${caption}`, ...around, '', ...body].join('\n').trimEnd();
}

/** Legal text is full of stars, brackets and numbers that open lines: they are to be read, not obeyed. */
export function escapeMarkdown(text: string): string {
  return escapeInside(text.trimStart())
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}

/**
 * The same for words that do not open a line. Addresses stay words, which editors would make links of; a line end or
 * a tab inside of a text could begin a block of another kind.
 */
function escapeInside(text: string): string {
  return text
    .replace(/[\r\n\t\f\v\u0085\u2028\u2029]/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=\bwww)\./gi, '\\.');
}
