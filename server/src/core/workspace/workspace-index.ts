import { attachmentName, type FileSummary, type OtherFiles, simplifyName } from '../model/summary.ts';
import { Directory, NearDirectory } from './directory.ts';
import { importedAddress, isWithin, type ProjectLinks, tellsApart, titledImport } from './document-links.ts';
import { exportedFacts } from './exported-facts.ts';

/**
 * What is known of all files of a workspace: their summaries, by all that one file can ask of another. Kept by difference:
 * a summary that tells the others nothing new concerns nobody. What it answers depends on the summaries, folders and links
 * it holds, and not on the order in which they came.
 */
export class WorkspaceIndex {
  readonly #files = new Map<string, IndexedFile>();
  /** Files by what they are called, by whom they cite, by the attachments they are, and by those they miss. */
  readonly #called = new NearDirectory((uri, from) => this.#isInSameFolders(uri, from));
  readonly #citing = new Directory();
  readonly #attached = new NearDirectory((uri, from) => uri.startsWith(from));
  readonly #missing = new Directory();
  readonly #importing = new Directory();
  readonly #linksByFolder = new Map<string, ProjectLinks | null>();
  /** Whether all files of the folders have been looked at: before, what is not here may be there. */
  isComplete = false;
  /** Whether there were more files than are read: what is not here may be one of those. */
  isCut = false;
  /** The addresses in their order; null where files came or went since they were put into it. */
  #sorted: readonly string[] | null = null;
  #folders: readonly string[] = [];
  #links: readonly ProjectLinks[] = [];

  get size(): number {
    return this.#files.size;
  }

  get(uri: string): FileSummary | undefined {
    return this.#files.get(uri)?.summary;
  }

  /** All of them, by their addresses. */
  *summaries(): Generator<FileSummary> {
    this.#sorted ??= [...this.#files.keys()].sort();
    for (const uri of this.#sorted) {
      const summary = this.get(uri);
      if (summary) yield summary;
    }
  }

  /** The folders of the workspace, each with a slash behind it, and what its files of settings say. */
  configure(folders: readonly string[], links: readonly ProjectLinks[]): void {
    this.#folders = folders;
    this.#links = [...links].sort((a, b) => b.folder.length - a.folder.length);
    const summaries = [...this.summaries()];
    this.#importing.clear();
    this.#called.forgetNearest();
    this.#attached.forgetNearest();
    this.#linksByFolder.clear();
    for (const summary of summaries) this.#noteImports(summary);
  }

  /** Takes what a file tells now; returns the other files that this may concern. */
  set(summary: FileSummary): readonly string[] {
    const before = this.#files.get(summary.uri);
    const facts = exportedFacts(summary);
    if (before) this.#forget(before.summary);
    else this.#sorted = null;
    this.#files.set(summary.uri, { summary, facts });
    this.#note(summary);
    if (before?.facts === facts) return [];
    const concerned = new Set(this.#concernedBy(summary));
    if (before) for (const uri of this.#concernedBy(before.summary)) concerned.add(uri);
    return [...concerned];
  }

  remove(uri: string): readonly string[] {
    const before = this.#files.get(uri);
    if (!before) return [];
    const concerned = this.#concernedBy(before.summary);
    this.#forget(before.summary);
    this.#files.delete(uri);
    this.#sorted = null;
    return concerned;
  }

  /**
   * The file that a document means by a name: the one its front matter gives, then the one its project gives, then the
   * nearest that is called so. Null where there is none, or two are as near.
   */
  documentCalled(name: string, from: string): string | null {
    const wanted = simplifyName(name).replace(/^the /, '');
    const own = this.get(from);
    const imported = own && titledImport(own, wanted, this.#folders);
    if (imported) return this.#files.has(imported) ? imported : null;
    const linked = this.#linksOf(from)?.documents.get(wanted);
    if (linked !== undefined) return this.#files.has(linked) && linked !== from ? linked : null;
    if (!tellsApart(wanted) || own?.names.includes(wanted)) return null;
    return this.#called.nearest(wanted, from);
  }

  /** The file that is the attachment: the nearest in the folder of the document or below, if it is one alone. */
  attachment(name: string, from: string): string | null {
    const found = this.#attached.nearest(name, from);
    return found === from ? null : found;
  }

  /** The files whose terms a document says it uses. */
  termSourcesOf(uri: string): readonly string[] {
    const summary = this.get(uri);
    if (!summary) return [];
    const named = summary.termSources.map((name) => this.documentCalled(name, uri));
    const found = [...this.importsOf(uri), ...named].filter((source) => source !== null && source !== uri);
    return [...new Set(found as string[])];
  }

  /** The files that the front matter of a document names, as far as they are there. */
  importsOf(uri: string): readonly string[] {
    const summary = this.get(uri);
    const addresses = summary?.imports.map((one) => importedAddress(uri, one, this.#folders)) ?? [];
    return addresses.filter((address) => address !== null && this.#files.has(address)) as string[];
  }

  /** The files of the folders that the front matter of a document names and that are not known. */
  importsMissedBy(uri: string): readonly string[] {
    const addresses = this.get(uri)?.imports.map((one) => importedAddress(uri, one, this.#folders)) ?? [];
    return addresses.filter((address) => address !== null && !this.#files.has(address)) as string[];
  }

  /** The files that use the terms of a document. */
  usersOfTermsOf(uri: string): readonly string[] {
    return this.#dependantsOf(uri).filter((user) => this.termSourcesOf(user).includes(uri));
  }

  /** The first of the files whose terms a document uses that defines a term; null where none does. */
  sourceOfTerm(uri: string, term: string): string | null {
    const wanted = term.toLowerCase();
    const defines = (source: string): boolean =>
      this.get(source)?.definitions.some((one) => one.term.toLowerCase() === wanted) === true;
    return this.termSourcesOf(uri).find(defines) ?? null;
  }

  /** The files that name a document, by a path or by what it is called, in the order of their addresses. */
  namersOf(uri: string): readonly string[] {
    return this.#dependantsOf(uri).sort();
  }

  /** Whether a path says that the documents belong together, and not a title alone. */
  isSurelyLinked(from: string, to: string): boolean {
    if (this.importsOf(from).includes(to)) return true;
    return [...(this.#linksOf(from)?.documents.values() ?? [])].includes(to);
  }

  /** The files that cite a document by a name that means it, each with those names. */
  citersOf(uri: string): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const name of this.#namesOf(uri)) {
      for (const citing of this.#citing.under(name)) {
        if (citing === uri || this.documentCalled(name, citing) !== uri) continue;
        const names = found.get(citing) ?? new Set();
        found.set(citing, names.add(name));
      }
    }
    return found;
  }

  /** The files that miss an attachment which a file is. */
  missing(uri: string): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    const summary = this.get(uri);
    for (const name of summary ? attachmentsOf(summary) : []) {
      for (const citing of this.#missing.under(name)) {
        if (this.attachment(name, citing) !== uri) continue;
        found.set(citing, (found.get(citing) ?? new Set()).add(name));
      }
    }
    return found;
  }

  /** The other files as the rules see them from a document. */
  othersOf(uri: string): OtherFiles {
    const summariesOf = (uris: readonly (string | null)[]): FileSummary[] =>
      uris.flatMap((one) => (one === null ? [] : (this.get(one) ?? [])));
    return {
      called: (name) => summariesOf([this.documentCalled(name, uri)]),
      withAttachment: (word, number) => {
        const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
        const found = [...this.#attached.under(attachmentName(word, number))];
        return summariesOf(found.filter((one) => one !== uri && one.startsWith(folder)));
      },
      together: () => summariesOf(this.#togetherWith(uri)),
      imported: (path) => {
        const address = importedAddress(uri, { path }, this.#folders);
        if (!this.isComplete || !isWithin(uri, this.#folders)) return 'unknown';
        if (address === null) return 'outside';
        if (this.#files.has(address)) return 'document';
        return this.isCut ? 'unknown' : 'missing';
      },
    };
  }

  #togetherWith(uri: string): readonly string[] {
    const summary = this.get(uri);
    if (!summary) return [];
    const linked = this.#linksOf(uri)?.documents ?? new Map<string, string>();
    const named = [...summary.citations.map(({ name }) => name), ...summary.termSources].map((name) =>
      linked.get(name),
    );
    const attached = summary.missing.map(({ name }) => this.attachment(name, uri));
    const found = [...this.importsOf(uri), ...named, ...attached].filter(
      (one) => one && one !== uri && this.#files.has(one),
    );
    return [...new Set(found as string[])].sort();
  }

  #linksOf(uri: string): ProjectLinks | null {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    const known = this.#linksByFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.#links.find((links) => folder.startsWith(links.folder)) ?? null;
    this.#linksByFolder.set(folder, found);
    return found;
  }

  /** Where several folders are open, documents of one do not mean those of another. */
  #isInSameFolders(uri: string, from: string): boolean {
    const within = this.#folders.filter((folder) => from.startsWith(folder));
    return within.length === 0 || isWithin(uri, within);
  }

  /** All names by which others may mean a file. */
  #namesOf(uri: string): ReadonlySet<string> {
    const names = new Set(this.get(uri)?.names.filter(tellsApart));
    for (const { documents } of this.#links)
      for (const [name, address] of documents) if (address === uri) names.add(name);
    for (const importing of this.#importing.under(uri))
      for (const { title } of this.get(importing)?.imports ?? [])
        if (title !== null) names.add(simplifyName(title));
    return names;
  }

  /** The files that name a document in any way, whether they mean it or not. */
  #dependantsOf(uri: string): string[] {
    const found = new Set(this.#importing.under(uri));
    for (const name of this.#namesOf(uri)) for (const citing of this.#citing.under(name)) found.add(citing);
    found.delete(uri);
    return [...found];
  }

  #concernedBy(summary: FileSummary): string[] {
    const found = new Set(this.#dependantsOf(summary.uri));
    for (const name of summary.names.filter(tellsApart))
      for (const citing of this.#citing.under(name)) found.add(citing);
    for (const name of attachmentsOf(summary))
      for (const missing of this.#missing.under(name)) found.add(missing);
    found.delete(summary.uri);
    return [...found];
  }

  #note(summary: FileSummary): void {
    for (const [directory, keys] of this.#keysOf(summary))
      for (const key of keys) directory.add(key, summary.uri);
    this.#noteImports(summary);
  }

  #noteImports(summary: FileSummary): void {
    for (const one of summary.imports) {
      const address = importedAddress(summary.uri, one, this.#folders);
      if (address !== null) this.#importing.add(address, summary.uri);
    }
  }

  #forget(summary: FileSummary): void {
    for (const [directory, keys] of this.#keysOf(summary))
      for (const key of keys) directory.remove(key, summary.uri);
    for (const one of summary.imports) {
      const address = importedAddress(summary.uri, one, this.#folders);
      if (address !== null) this.#importing.remove(address, summary.uri);
    }
  }

  #keysOf(summary: FileSummary): ReadonlyArray<readonly [Directory, readonly string[]]> {
    const { names, citations, termSources, definitions, missing } = summary;
    return [
      [this.#called, names.filter(tellsApart)],
      [
        this.#citing,
        [
          ...citations.map(({ name }) => name),
          ...termSources,
          ...definitions.flatMap(({ pointsTo }) => pointsTo ?? []),
        ],
      ],
      [this.#attached, attachmentsOf(summary)],
      [this.#missing, missing.map(({ name }) => name)],
    ];
  }
}

interface IndexedFile {
  readonly summary: FileSummary;
  readonly facts: string;
}

/** The attachments that a file is: what it only holds is attached to it. */
function attachmentsOf({ attachments }: FileSummary): readonly string[] {
  return attachments
    .filter(({ isWholeFile }) => isWholeFile)
    .map(({ word, number }) => attachmentName(word, number));
}
