/** The last part of an address, as people read it. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that begins no code stands for itself.
    return name;
  }
}
