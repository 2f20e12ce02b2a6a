import type { Severity } from '../core/rules/rule.ts';
import type { CheckedDocument } from './checking.ts';
import type { Trouble, Visit } from './documents.ts';
import type { Format } from './formats/format.ts';
import { type CommandIo, exitCodes } from './io.ts';

/** Writes what a check comes to, document by document, and keeps no more of it than the end has to tell. */
export class CheckReport {
  readonly #format: Format;
  readonly #io: CommandIo;
  readonly #counts = new Map<Severity, number>();
  readonly #unreadable: Trouble[] = [];
  readonly #failures: Trouble[] = [];
  /** What was said of settings: each thread says it once. */
  readonly #told = new Set<string>();
  #room: number;
  #begun = false;
  #unread = false;
  #brokenSettings = false;
  #documents = 0;
  #withFindings = 0;
  #notShown = 0;

  constructor(format: Format, io: CommandIo, maxFindings: number) {
    this.#format = format;
    this.#io = io;
    this.#room = maxFindings;
  }

  settings(complaints: readonly string[], broken: boolean): void {
    this.#brokenSettings ||= broken;
    for (const complaint of complaints) {
      if (this.#told.has(complaint)) continue;
      this.#told.add(complaint);
      this.#io.err(complaint);
    }
  }

  unreadable(trouble: Trouble): Promise<void> {
    this.#unread = true;
    // Of millions of files those that cannot be read are held for the end only where it tells of them.
    if (this.#format.unreadable) return this.#write(this.#format.unreadable(trouble));
    this.#unreadable.push(trouble);
    return this.#io.drained();
  }

  document({ path, unreadable, findings, failures, ...said }: CheckedDocument): Promise<void> {
    if (said.complaints !== '') this.#io.err(said.complaints);
    this.settings(said.settingsComplaints, said.brokenSettings);
    if (unreadable !== null) return this.unreadable({ path, reason: unreadable });
    this.#failures.push(...failures);
    this.#documents += 1;
    if (findings.length > 0) this.#withFindings += 1;
    for (const { severity } of findings) this.#counts.set(severity, (this.#counts.get(severity) ?? 0) + 1);
    const shown = findings.slice(0, this.#room);
    const notShown = findings.length - shown.length;
    this.#room -= shown.length;
    this.#notShown += notShown;
    return this.#write(this.#format.document({ path, findings: shown, notShown, failures }));
  }

  /** Writes the end, and answers the exit code. */
  async end(failing: readonly Severity[]): Promise<number> {
    const visit: Visit = {
      unreadable: this.#unreadable,
      failures: this.#failures,
      settings: this.#brokenSettings ? 'broken' : 'read',
    };
    await this.#write(
      this.#format.end({
        visit,
        documents: this.#documents,
        withFindings: this.#withFindings,
        counts: this.#counts,
        notShown: this.#notShown,
      }),
    );
    if (this.#unread || this.#brokenSettings || this.#failures.length > 0) return exitCodes.trouble;
    return failing.some((severity) => this.#counts.has(severity)) ? exitCodes.findings : exitCodes.clean;
  }

  #write(text: string): Promise<void> {
    this.#io.out((this.#begun ? '' : this.#format.begin()) + text);
    this.#begun = true;
    return this.#io.drained();
  }
}
