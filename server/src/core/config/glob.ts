/**
 * Whether a path fits a pattern: `*` stands for any characters but slashes, `?` for one, `**` for any folders, and
 * `{a,b}` for either. A pattern without a slash fits the name in any folder; one that ends with a slash, all below
 * that folder. All else stands for itself. Costs no more than the lengths of both multiplied, whatever the pattern:
 * settings come with the folder that somebody sent.
 */
export function fitsPattern(path: string, pattern: string): boolean {
  const parts = path.split('/');
  return alternativesOf(pattern).some((alternative) => fitsParts(parts, partsOf(alternative)));
}

function partsOf(pattern: string): string[] {
  const anchored = pattern.replace(/^\.?\//, '');
  const below = anchored.endsWith('/') ? `${anchored}**` : anchored;
  return below.includes('/') || anchored !== pattern ? below.split('/') : ['**', below];
}

/** More alternatives than anybody writes; beyond them braces stand for themselves. */
const mostAlternatives = 64;

/** The pattern with each of the alternatives that its braces give. */
function alternativesOf(pattern: string): string[] {
  let done = [''];
  let rest = pattern;
  for (;;) {
    const open = rest.indexOf('{');
    const close = rest.indexOf('}', open);
    const choices = open === -1 || close === -1 ? [] : rest.slice(open + 1, close).split(',');
    if (choices.length === 0 || done.length * choices.length > mostAlternatives)
      return done.map((start) => start + rest);
    const before = rest.slice(0, open);
    done = done.flatMap((start) => choices.map((choice) => start + before + choice));
    rest = rest.slice(close + 1);
  }
}

function fitsParts(path: readonly string[], pattern: readonly string[]): boolean {
  return fits(path, pattern, '**', fitsName);
}

function fitsName(name: string, pattern: string): boolean {
  return fits([...name], [...pattern], '*', (character, wanted) => wanted === '?' || wanted === character);
}

/**
 * Whether a sequence fits one in which `star` stands for any run, also an empty one. Where that fails, the latest star
 * takes one more; an earlier one need never be asked again.
 */
function fits(
  sequence: readonly string[],
  pattern: readonly string[],
  star: string,
  same: (item: string, wanted: string) => boolean,
): boolean {
  let at = 0;
  let wanted = 0;
  let latestStar = -1;
  let taken = 0;
  while (at < sequence.length) {
    const item = sequence[at] ?? '';
    const next = pattern[wanted];
    if (next === star) {
      latestStar = wanted;
      taken = at;
      wanted += 1;
    } else if (next !== undefined && same(item, next)) {
      at += 1;
      wanted += 1;
    } else if (latestStar !== -1) {
      taken += 1;
      at = taken;
      wanted = latestStar + 1;
    } else return false;
  }
  while (pattern[wanted] === star) wanted += 1;
  return wanted === pattern.length;
}
