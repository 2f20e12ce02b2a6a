import type { Analysis } from '../../analysis.ts';
import type { PinnedNumbering } from '../../config/model.ts';
import { formatNumeral, type Numeral } from '../../model/numerals.ts';
import { isAttachmentKind, type ProvisionKind, walkProvisions } from '../../model/provision.ts';

/** One way of numbering in a document. */
export interface SchemeLevel {
  readonly kind: ProvisionKind;
  /** The keyword, or the shape of the designation: `article`, `(#)`, `#.#`. */
  readonly family: string;
  readonly numeral: Numeral;
  /** Of how many parts the number consists: two in "1.1". */
  readonly parts: number;
  /** How many provisions are numbered so. */
  readonly count: number;
  /** For people: `Articles 1`, `Sections 1.1`, `(a)`. */
  readonly label: string;
}

/**
 * How a document numbers its provisions, as learned from it: outer levels first. What stands in attachments, inside
 * sentences, among the recitals or in doubt is left out; of a numbering that occurs once only keyworded ones are told.
 * Linear.
 */
export function learnedScheme(analysis: Analysis): readonly SchemeLevel[] {
  const levels = new Map<string, GatheredLevel>();
  const depths = new Map<object, number>();
  const attached = new Set<object>();
  for (const provision of walkProvisions(analysis.outline)) {
    const { parent, numbering } = provision;
    const depth = parent ? (depths.get(parent) ?? 0) + 1 : 0;
    depths.set(provision, depth);
    if (parent && (attached.has(parent) || isAttachmentKind(provision.kind))) attached.add(provision);
    if (!numbering || attached.has(provision) || isAttachmentKind(provision.kind)) continue;
    if (provision.inline || provision.implied || provision.confidence < 0.5) continue;
    if (provision.kind === 'recital') continue;
    const { family, numeral, path } = numbering;
    // "Article 12.1" is a later addition between two articles, not a level of its own.
    const key = `${provision.kind} ${family} ${numeral} ${isKeyword(family) ? '' : path.length}`;
    const level = levels.get(key) ?? {
      kind: provision.kind,
      family,
      numeral,
      parts: path.length,
      count: 0,
      depthSum: 0,
    };
    level.parts = Math.min(level.parts, path.length);
    level.count += 1;
    level.depthSum += depth;
    levels.set(key, level);
  }
  return [...levels.values()]
    .filter(({ count, family }) => count > 1 || isKeyword(family))
    .sort((a, b) => a.depthSum / a.count - b.depthSum / b.count)
    .map(({ kind, family, numeral, count, parts }) => ({
      kind,
      family,
      numeral,
      parts,
      count,
      label: labelOf(kind, family, numeral, parts),
    }));
}

/** The scheme in one line: `Articles 1, Sections 1.1, (a), (i)`. The most frequent levels stay where there are many. */
export function schemeText(levels: readonly SchemeLevel[]): string {
  const frequent = new Set([...levels].sort((a, b) => b.count - a.count).slice(0, mostLevels));
  const labels = levels.filter((level) => frequent.has(level)).map(({ label }) => label);
  return [...new Set(labels)].join(', ');
}

const mostLevels = 4;

/** The scheme as a project's configuration states it: for each kind the numbering that most of its provisions have. */
export function pinnedScheme(levels: readonly SchemeLevel[]): ReadonlyMap<ProvisionKind, PinnedNumbering> {
  const usual = new Map<ProvisionKind, SchemeLevel>();
  for (const level of levels) {
    const known = usual.get(level.kind);
    if (!known || level.count > known.count) usual.set(level.kind, level);
  }
  return new Map([...usual].map(([kind, { numeral, parts }]) => [kind, parts > 1 ? 'decimal' : numeral]));
}

interface GatheredLevel {
  readonly kind: ProvisionKind;
  readonly family: string;
  readonly numeral: Numeral;
  parts: number;
  count: number;
  depthSum: number;
}

function isKeyword(family: string): boolean {
  return /^[a-z]/.test(family);
}

function labelOf(kind: ProvisionKind, family: string, numeral: Numeral, parts: number): string {
  const first = formatNumeral(1, numeral);
  const number = [first, ...Array.from({ length: parts - 1 }, () => '1')].join('.');
  if (isKeyword(family)) return `${plural(family)} ${number}`;
  if (family === '#.#') return `${plural(kind === 'subsection' ? 'section' : kind)} ${number}`;
  if (kind === 'section' || kind === 'article') return `${plural(kind)} ${number}`;
  // "1." would be taken for the end of the sentence that names it.
  if (kind === 'paragraph' && !family.includes(')')) return `${plural(kind)} ${number}`;
  return family.replace('#', number);
}

function plural(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}s`;
}
