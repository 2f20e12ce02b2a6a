/** What stands in the margin beside its block. */
export interface Note {
  readonly parentElement: { readonly offsetTop: number } | null;
  readonly offsetHeight: number;
  readonly style: { top: string };
}

const gap = 6;

/** Notes beside blocks that follow each other closely are moved down from where they belong, so that they can be read. */
export function stackInMargin(notes: readonly Note[]): void {
  // All is measured before anything is moved.
  const places = notes.map(({ parentElement, offsetHeight }) => ({
    top: parentElement?.offsetTop ?? 0,
    height: offsetHeight,
  }));
  let free = 0;
  for (const [at, { top, height }] of places.entries()) {
    const place = Math.max(top, free);
    free = place + height + gap;
    const note = notes[at];
    if (note) note.style.top = `${place - top}px`;
  }
}
