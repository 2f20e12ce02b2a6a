/** A fenced block of a manual page. */
export interface Fence {
  /** The word behind the opening fence: `legal`, `outline`. */
  readonly language: string;
  /** The lines between the fences, each with its line end. */
  readonly text: string;
  /** The line of the page on which the fence opens, counted from 1. */
  readonly line: number;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
}

/** The fenced blocks of a page in order, also those inside a list. A fence that is never closed throws. */
export function readFences(page: string): Fence[] {
  const fences: Fence[] = [];
  const headings: string[] = [];
  let open: { language: string; indent: string; lines: string[]; line: number } | null = null;
  for (const [index, line] of page.split('\n').entries()) {
    const fence = /^( *)```(\w*)$/.exec(line);
    if (open) {
      if (fence?.[2] === '') {
        const { language, lines } = open;
        const text = lines.map((inside) => `${inside}\n`).join('');
        fences.push({ language, text, line: open.line, headings: [...headings] });
        open = null;
      } else open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
      continue;
    }
    if (fence) open = { language: fence[2] ?? '', indent: fence[1] ?? '', lines: [], line: index + 1 };
    const heading = /^(#+) (.+)$/.exec(line);
    if (!heading) continue;
    headings.length = Math.min(headings.length, (heading[1]?.length ?? 1) - 1);
    headings.push(heading[2] ?? '');
  }
  if (open) throw new Error(`The fence on line ${open.line} is never closed.`);
  return fences;
}
