/** How a line ends if it is an entry of a table of contents: caption, leaders or a gap, page number. */
export interface Leaders {
  /** Where the caption ends: before the leaders and the page number. */
  readonly captionEnd: number;
  readonly dots: number;
  readonly blanks: number;
  readonly tabs: number;
  readonly bars: number;
  /** The page number as printed; empty for none. */
  readonly page: string;
}

/** Reads the end of a line backwards. Looks at no more than the leaders and the page number. */
export function readLeaders(text: string): Leaders {
  let end = text.length;
  let bars = 0;
  while (end > 0 && isGap(text[end - 1] ?? '')) {
    if (text[end - 1] === '|') bars += 1;
    end -= 1;
  }
  const page = pageAt(text, end);
  let captionEnd = end - page.length;
  const counts = { dots: 0, blanks: 0, tabs: 0 };
  for (; captionEnd > 0; captionEnd -= 1) {
    const character = text[captionEnd - 1] ?? '';
    if (character === '.') counts.dots += 1;
    else if (character === '\t') counts.tabs += 1;
    else if (character === '|') bars += 1;
    else if (isGap(character)) counts.blanks += 1;
    else break;
  }
  return { captionEnd, ...counts, bars, page };
}

/** Leaders, or a wide gap and a page number behind words. */
export function endsLikeContents(text: string): boolean {
  const { captionEnd, dots, blanks, tabs, page } = readLeaders(text);
  if (dots >= 4) return true;
  const behindWords = captionEnd > 0 && !/[\d,$%]/.test(text[captionEnd - 1] ?? '');
  return dots === 0 && /\d/.test(page) && (tabs > 0 || blanks >= 6) && behindWords;
}

/** A page number, or a second column of them as comparisons print it, directly before the page number. */
const earlierPage = /\s(?:<\d{1,4}>|\d{1,4})$/;

/** The page number behind words at the end of a line, whatever stands between the two; null for none. */
export function pageBehindWords(text: string): number | null {
  const { captionEnd, page } = readLeaders(text);
  if (captionEnd === 0 || captionEnd === text.length || !/^\d{1,3}$/.test(page)) return null;
  const before = text.slice(Math.max(0, captionEnd - 40), captionEnd).replace(earlierPage, '');
  return /[A-Za-z)\]."”’][\s|]*$/.test(before) ? Number(page) : null;
}

/** The caption without leaders and page number; all of it where it has none. */
export function withoutLeaders(text: string): string {
  const { captionEnd, dots, blanks, tabs, bars, page } = readLeaders(text);
  const led = dots >= 3 || tabs > 0 || bars > 0 || blanks >= 3 || (/\d/.test(page) && blanks > 0);
  if (!led) return text.trimEnd();
  const caption = text.slice(0, captionEnd);
  return /^\d+$/.test(page) ? caption.replace(earlierPage, '') : caption;
}

function isGap(character: string): boolean {
  return (
    character === ' ' ||
    character === '\u00a0' ||
    character === '|' ||
    character === '\t' ||
    character === '\u200b'
  );
}

/** `12`, `A-3`, `xiv`: the page number that ends at `end`. */
function pageAt(text: string, end: number): string {
  return (
    /(?:(?:[A-Z]-?)?\d{1,4}|(?<![A-Za-z])[ivxlc]{1,7})$/.exec(text.slice(Math.max(0, end - 8), end))?.[0] ??
    ''
  );
}
