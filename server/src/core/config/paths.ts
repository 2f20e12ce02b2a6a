/** The folder of a file, by their addresses; ends with a slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** How many parts of an address say where the folders are: `file:`, nothing, and the name of the machine, if any. */
const rootLength = 3;

/** The address that a path leads to from a folder. */
export function addressFrom(folder: string, path: string): string {
  const parts = folder.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.length > rootLength) parts.pop();
    } else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}

/** The path that leads from a folder to a file, by their addresses; null where none does. */
export function pathFrom(folder: string, uri: string): string | null {
  // Compared as they are meant: editors write the same address with more codes or fewer.
  const from = folder.split('/').slice(0, -1).map(decoded);
  const to = uri.split('/').map(decoded);
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  if (same < rootLength) return null;
  const up = Array.from({ length: from.length - same }, () => '..');
  return [...up, ...to.slice(same)].join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that begins no code stands for itself.
    return part;
  }
}

/** An address as we write it: clients write the same one with more codes or fewer. Only those of files are known to be paths. */
export function canonicalAddress(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  return uri
    .split('/')
    .map((part, index) => (index < rootLength ? part : encoded(decoded(part))))
    .join('/');
}

/** All but letters, figures and "-._~" in codes. */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
