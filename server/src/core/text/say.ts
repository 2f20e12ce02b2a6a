/** The words of a language by the English ones, which have `{0}`, `{1}` … where something is put in. */
export type Catalog = Readonly<Record<string, string>>;

/**
 * What Proviso says to people, in the language that was chosen for this process: `say` before the words as they are
 * written in English. Where the catalog of that language has no such words, and without a catalog, it is English.
 *
 * Only what is said goes through here; what is written into a document, compared or kept never does.
 */
export function say(parts: TemplateStringsArray, ...values: ReadonlyArray<string | number>): string {
  const form = catalog === null ? null : formOf(parts, catalog);
  if (form === null)
    return values.reduce<string>((text, value, at) => text + value + parts[at + 1], parts[0] ?? '');
  return form
    .map((piece) => (typeof piece === 'string' ? piece : (values[piece] ?? '')))
    .join('')
    .replace(blankInJapanese, '');
}

/** The same around what is more than words, such as links: in their order, what are words in one piece. */
export function sayAround<Value extends object>(
  parts: TemplateStringsArray,
  ...values: ReadonlyArray<Value | string>
): Array<Value | string> {
  const form =
    (catalog === null ? null : formOf(parts, catalog)) ??
    parts.flatMap((part, at) => (at === 0 ? [part] : [at - 1, part]));
  const said: Array<Value | string> = [];
  for (const piece of form) {
    const next = typeof piece === 'string' ? piece : (values[piece] ?? '');
    const last = said.at(-1);
    if (typeof next === 'string' && typeof last === 'string') said[said.length - 1] = last + next;
    else said.push(next);
  }
  return said.filter((piece) => piece !== '');
}

/** The catalog has blanks around what is put in, as beside Latin letters; between Japanese words and brackets there are none. */
const blankInJapanese =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}」]) (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「])/gu;

/** The same of words that stand in a table. */
export function translated(english: string): string {
  return catalog?.[english] ?? english;
}

/** Chooses the language of all that is said from now on; null for English. A process speaks to one person. */
export function speak(words: Catalog | null): void {
  if (words === catalog) return;
  catalog = words;
  forms.clear();
}

/** "A, B and C". */
export function allOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : say`${inSeries(names.slice(0, -1))} and ${last}`;
}

/** "A, B or C". */
export function anyOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : say`${inSeries(names.slice(0, -1))} or ${last}`;
}

/** "A, B, C". */
export function inSeries(names: readonly string[]): string {
  return names.reduce((series, name) => say`${series}, ${name}`);
}

/** A phrase as its catalog has it: words, and the numbers of the values between them. */
type Form = ReadonlyArray<string | number>;

let catalog: Catalog | null = null;

/** The engine gives a template the same parts each time, so that it is looked up once. */
const forms = new Map<TemplateStringsArray, Form | null>();

function formOf(parts: TemplateStringsArray, words: Catalog): Form | null {
  const known = forms.get(parts);
  if (known !== undefined) return known;
  const written = words[parts.reduce((text, part, at) => `${text}{${at - 1}}${part}`)];
  const form = written?.split(/\{(\d+)\}/).map((piece, at) => (at % 2 === 1 ? Number(piece) : piece)) ?? null;
  forms.set(parts, form);
  return form;
}
