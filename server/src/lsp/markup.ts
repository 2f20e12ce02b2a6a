import type { ClientCapabilities, MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { HoverPart } from '../core/features/hover.ts';
import type { Passage } from '../core/features/passage.ts';

type Format = readonly MarkupKind[] | undefined;

/** Passages and notes as the client can show them: in Markdown, or as plain text where it knows none. */
export function toMarkup(parts: readonly HoverPart[], formats: Format): MarkupContent {
  return formats?.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: parts.map(markdownOf).join('\n\n---\n\n') }
    : { kind: MarkupKind.PlainText, value: parts.map(plainTextOf).join('\n\n') };
}

export function hoverFormats(client: ClientCapabilities): Format {
  return client.textDocument?.hover?.contentFormat;
}

function markdownOf(part: HoverPart): string {
  if (part.kind !== 'passage') return escapeMarkdown(part.text);
  const { title, caption, path, text } = part.passage;
  const heading = `**${escapeMarkdown(title)}**${caption === null ? '' : ` — ${escapeMarkdown(caption)}`}`;
  const around = path.length > 0 ? [`*${path.map(escapeMarkdown).join(' › ')}*`] : [];
  const body = text.map(({ text: words, depth }) => `${'&emsp;'.repeat(depth)}${escapeMarkdown(words)}`);
  return [[heading, ...around].join('  \n'), ...body].join('\n\n');
}

function plainTextOf(part: HoverPart): string {
  return part.kind === 'passage' ? passageInPlainText(part.passage) : part.text;
}

function passageInPlainText({ title, caption, path, text }: Passage): string {
  const around = path.length > 0 ? [path.join(' › ')] : [];
  const body = text.map(({ text: words, depth }) => `${'  '.repeat(depth)}${words}`);
  return [caption === null ? title : `${title} — ${caption}`, ...around, '', ...body].join('\n').trimEnd();
}

/** Legal text is full of stars, brackets and numbers that open lines: they are to be read, not obeyed. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~!$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/^(\s*)([-+=])/, '$1\\$2');
}
