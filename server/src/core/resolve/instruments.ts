import type { Analysis } from '../analysis.ts';
import { readName } from '../inline/citation-context.ts';
import { isRootKind, type Provision, walkProvisions } from '../model/provision.ts';
import { simplifyName } from '../model/summary.ts';
import { foundIn } from './found.ts';
import { perAnalysis } from './per-analysis.ts';
import { ProvisionIndex } from './provision-index.ts';

/** An instrument of a document, or an attachment: the scope in which a citation is looked up first. */
export class Instrument {
  readonly provision: Provision;
  /** The instrument or attachment around it; null for the document's own. */
  readonly parent: Instrument | null;
  /** It amends another document, whose provisions it cites as if they were its own. */
  readonly amends: boolean;
  readonly #title: string;
  /** How often it speaks of itself by a name: "this Agreement". */
  readonly #ownNames = new Map<string, number>();

  constructor(provision: Provision, parent: Instrument | null) {
    this.provision = provision;
    this.parent = parent;
    const title = provision.caption ?? '';
    this.#title = ` ${simplifyName(title).replace(commonOpening, '')} `;
    // An exhibit "to the First Amendment" is attached to one, and as often as not is what it amends.
    this.amends = amendingTitle.test(title) && !/^to\b/i.test(title);
  }

  /** Its provisions by their numbers; made when first asked for. */
  get index(): ProvisionIndex {
    this.#index ??= new ProvisionIndex(this.provision);
    return this.#index;
  }
  #index: ProvisionIndex | null = null;

  noteOwnName(name: string): void {
    this.#ownNames.set(name, (this.#ownNames.get(name) ?? 0) + 1);
  }

  /** What it is called: its title, and how it mostly speaks of itself. */
  get names(): readonly string[] {
    const own = [...this.#ownNames].sort((a, b) => b[1] - a[1])[0]?.[0];
    return [this.#title.trim(), own ?? ''].filter((name) => name !== '');
  }

  /** Whether this instrument goes by the name: its title says so, or it calls itself so. */
  isCalled(name: string): boolean {
    const wanted = simplifyName(name);
    if (wanted === '') return false;
    const count = this.#ownNames.get(wanted) ?? 0;
    // What an amendment calls the Agreement is the document it amends.
    if (this.amends) return count > 0 && amendingTitle.test(wanted);
    const most = Math.max(0, ...this.#ownNames.values());
    if (count > 0 && count * 4 >= most) return true;
    if (!wanted.includes(' ')) return this.#title.includes(` ${wanted} `);
    // A name cut short is another's: the "Retirement Plan" is not this "Supplemental Retirement Plan".
    return this.#title.startsWith(` ${wanted} `);
  }
}

/** Words before a title that its short name leaves out. */
const commonOpening = /^(?:(?:the|form|of|second|third|fourth|fifth|sixth|amended|and|restated) ){1,6}/;

const amendingTitle =
  /\b(?:amendment|amending|supplement|waiver|joinder|supplemental (?:agreement|indenture|deed|lease))\b/i;

/** The instruments of a document by their provisions; empty where nothing was recognised. Linear. */
export const instrumentsOf = perAnalysis((analysis): ReadonlyMap<Provision, Instrument> => {
  const found = new Map<Provision, Instrument>();
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.parent !== null && !isRootKind(provision.kind)) continue;
    const parent = provision.parent ? (found.get(rootOf(provision.parent)) ?? null) : null;
    found.set(provision, new Instrument(provision, parent));
  }
  noteOwnNames(analysis, [...found.values()]);
  return found;
});

/** The instrument or attachment in which a provision stands, or which it is. */
export function rootOf(provision: Provision): Provision {
  let at = provision;
  while (at.parent && !isRootKind(at.kind)) at = at.parent;
  return at;
}

/** `instruments` are in the order of the text, each before those inside it. */
function noteOwnNames(analysis: Analysis, instruments: readonly Instrument[]): void {
  let position = 0;
  const open: Instrument[] = [];
  for (const { paragraph, answer } of foundIn(analysis, readOwnNames)) {
    const { start } = paragraph;
    for (
      ;
      (instruments[position]?.provision.range.start ?? Number.POSITIVE_INFINITY) <= start;
      position += 1
    ) {
      const next = instruments[position];
      if (next) open.push(next);
    }
    while (open.length > 1 && (open.at(-1)?.provision.range.end ?? 0) < start) open.pop();
    if (analysis.quoted[paragraph.firstLine] === 1) continue;
    for (const name of answer) open.at(-1)?.noteOwnName(name);
  }
}

const selfMention = /\b[Tt]h(?:is|ese)[ \u00a0]{1,3}(?=[A-Z])/g;

/** The names by which a text speaks of its own document. */
export function readOwnNames(text: string): readonly string[] {
  const names: string[] = [];
  for (const match of text.matchAll(selfMention)) {
    const name = readName(text, match.index + match[0].length);
    if (name) names.push(simplifyName(name));
  }
  return names;
}
