import type { ClientCapabilities } from 'vscode-languageserver';
import type { ChangeOptions } from '../../core/edits/plan-change.ts';
import { type FormatOptions, readFormatOptions } from '../../core/format/options.ts';
import { mostCharacters } from '../../core/text/limits.ts';

/** What is shown between the lines and words of a document, where the user wants it. */
export interface Display {
  /** Behind citations without a number, what they mean. */
  readonly meaningsOfCitations: boolean;
  /** Above headings, by how many they are cited. */
  readonly citationCounts: boolean;
  /** Above definitions, how often their terms are used. */
  readonly useCounts: boolean;
  /** What is wrong in files that are not open. */
  readonly checksAllFiles: boolean;
  /** From so many characters on a document is outlined and nothing else. */
  readonly mostCharacters: number;
  /** How documents are laid out where somebody asks for that. */
  readonly format: FormatOptions;
  /** What becomes of "the preceding Article" where a command makes it mean another Article. */
  readonly relativeCitations: ChangeOptions['relativeCitations'];
}

interface Surroundings {
  client(): ClientCapabilities;
  setting(uri: string, section: string): Promise<unknown>;
  /** Told when the settings may have changed. */
  changed(): void;
  logError(subject: string, error: unknown): void;
}

/** The editor's settings of what is shown; each asked for once a document. */
export class DisplaySettings {
  readonly #surroundings: Surroundings;
  readonly #documents = new Map<string, Promise<Display>>();
  #sent: unknown;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Never rejects. */
  of(uri: string): Promise<Display> {
    const known = this.#documents.get(uri);
    if (known) return known;
    const display = this.#ask(uri).then(readDisplay);
    this.#documents.set(uri, display);
    return display;
  }

  /** Those sent along count where the client cannot be asked. */
  settingsChanged(settings: unknown): void {
    this.#sent = property(settings, 'proviso');
    this.#documents.clear();
    this.#surroundings.changed();
  }

  /** A document was closed. */
  forget(uri: string): void {
    this.#documents.delete(uri);
  }

  async #ask(uri: string): Promise<unknown> {
    if (!this.#surroundings.client().workspace?.configuration) return this.#sent;
    try {
      return await this.#surroundings.setting(uri, 'proviso');
    } catch (error) {
      this.#surroundings.logError('asking for the settings', error);
      return undefined;
    }
  }
}

/** What a setting is where it is not set stands in package.json too, for the editor to show. */
function readDisplay(settings: unknown): Display {
  return {
    meaningsOfCitations: property(property(settings, 'inlayHints'), 'citations') !== false,
    citationCounts: property(property(settings, 'codeLens'), 'citations') === true,
    mostCharacters: charactersIn(property(settings, 'maxFileSize')),
    useCounts: property(property(settings, 'codeLens'), 'terms') === true,
    checksAllFiles: property(property(settings, 'diagnostics'), 'allFiles') === true,
    relativeCitations:
      property(property(settings, 'edits'), 'relativeCitations') === 'keep' ? 'keep' : 'rewrite',
    format: readFormatOptions((name) => property(property(settings, 'format'), name)),
  };
}

/** The setting counts in millions, as sizes of files are shown; more than without it are never read. */
function charactersIn(millions: unknown): number {
  const isSize = typeof millions === 'number' && millions > 0;
  return isSize ? Math.min(Math.round(millions * 1_000_000), mostCharacters) : mostCharacters;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
