/** How many characters two texts share from the start on, and how many of the rest up to the end. */
export function compareTexts(
  before: string,
  after: string,
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, after.length);
  const start = commonPrefix(before, after, shorter);
  return { start, end: commonSuffix(before, after, shorter - start) };
}

/** Compares in blocks first: comparing slices is done by the engine and much faster than by character. */
function commonPrefix(a: string, b: string, limit: number): number {
  let same = 0;
  for (let size = 4096; size >= 1; size = size >> 2) {
    while (same + size <= limit && a.slice(same, same + size) === b.slice(same, same + size)) same += size;
  }
  return same;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let same = 0;
  for (let size = 4096; size >= 1; size = size >> 2) {
    while (
      same + size <= limit &&
      a.slice(a.length - same - size, a.length - same) === b.slice(b.length - same - size, b.length - same)
    ) {
      same += size;
    }
  }
  return same;
}
