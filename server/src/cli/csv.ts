/** Spreadsheets take a text for one in UTF-8 where it begins so. */
export const csvStart = '\uFEFF';

/** One row as RFC 4180 has it. What comes from a document is words: no cell is a formula that a spreadsheet would run. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** Line ends between the findings of a cell stay; no other control character gets into a spreadsheet. */
function quoted(cell: string): string {
  const words = cell.replace(/[^\P{Cc}\n]/gu, ' ');
  const plain = /^\s*[=+\-@|%＝＋－＠]/u.test(words) ? `'${words}` : words;
  return /[",\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
