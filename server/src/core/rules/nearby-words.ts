/** How far from a place words are looked for. */
const furthest = 60;

/** The first four words behind a place, as a message quotes them. */
export function wordsBehind(text: string, from: number): string {
  return text
    .slice(from, from + furthest)
    .trim()
    .split(/\s+/)
    .slice(0, 4)
    .join(' ');
}

/** The last three words before a place. */
export function wordsBefore(text: string, until: number): string {
  return text
    .slice(Math.max(0, until - furthest), until)
    .trim()
    .split(/\s+/)
    .slice(-3)
    .join(' ');
}
