import type { Analysis } from '../../server/src/core/analysis.ts';
import { formatNumeral } from '../../server/src/core/model/numerals.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import type { Reference, ReferenceMember, ReferenceStep } from '../../server/src/core/model/reference.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import type { Fault, FindPlaces, Place } from './fault.ts';

/**
 * Faults of cross-references: another number, another kind word, deeper than the target goes, the target deleted, the
 * attachment removed. Whether the new target exists is decided by a plain search of the text for its number where a
 * heading could stand, and not by what the parser or the rules think of it.
 */
export const findReferencePlaces: FindPlaces = (analysis, text, path) => {
  const found: Place[] = [];
  const headings = new PrintedHeadings(text);
  const takenOut = new Set<Provision>();
  for (const reference of referencesOf(analysis)) {
    const cited = asSimple(analysis, reference);
    if (!cited) continue;
    const add = (kind: string, fault: Omit<Fault, 'kind' | 'before'> | null): void => {
      if (!fault) return;
      const before = { text, from: reference.range.start, until: reference.range.end };
      found.push({ kind, path, make: () => ({ kind, before, ...fault }) });
    };
    if (isAttachmentKind(cited.target.kind)) {
      add('another kind word', otherWord(text, cited, headings));
      if (!takenOut.has(cited.target))
        add('attachment removed', withoutAttachment(analysis, text, cited, headings));
    } else {
      add('another number', otherNumber(text, cited, headings));
      add('another kind word', otherWord(text, cited, headings));
      add('deeper than exists', deeper(text, cited));
      if (!takenOut.has(cited.target)) add('target deleted', withoutTarget(text, cited, headings));
    }
    takenOut.add(cited.target);
  }
  return found;
};

/** A citation by number of one provision that is headed by that number on a line of its own. */
interface Cited {
  readonly reference: Reference;
  readonly member: ReferenceMember;
  readonly step: ReferenceStep;
  readonly word: TextRange;
  readonly target: Provision;
  /** The provision that is headed by the first number: the target, or what it is a subdivision of. */
  readonly headed: Provision;
}

function asSimple(analysis: Analysis, reference: Reference): Cited | null {
  const { members, status, form, source } = reference;
  const [member] = members;
  const [step] = member?.steps ?? [];
  const target = member?.targets[0]?.provision;
  const headed = step?.provision;
  if (status !== 'resolved' || form !== 'explicit' || members.length !== 1 || !member || !target || !headed)
    return null;
  if (!step.unit || step.bracketed || step.shared || member.until.length > 0 || headed.inline) return null;
  if (!source || analysis.quoted[analysis.snapshot.lineAt(reference.range.start)] === 1) return null;
  const before = analysis.snapshot.text.slice(Math.max(0, step.range.start - 20), step.range.start);
  const printed = /([A-Za-z]{3,12}) $/.exec(before)?.[1];
  if (!printed || printed.toLowerCase() !== step.unit) return null;
  const start = step.range.start - printed.length - 1;
  // What begins a line may be an entry of contents or a label.
  if (/[\r\n][\s*_]*$/.test(analysis.snapshot.text.slice(Math.max(0, start - 30), start))) return null;
  return { reference, member, step, word: { start, end: start + printed.length }, target, headed };
}

/** The numbers that stand where a heading could stand: first on a line, behind a word for a provision or without one. */
class PrintedHeadings {
  readonly #bare = new Set<string>();
  readonly #worded = new Set<string>();

  constructor(text: string) {
    for (const [, word = '', number = ''] of text.matchAll(heading)) {
      const plain = simplify(number);
      this.#bare.add(plain);
      if (word !== '') this.#worded.add(`${word.toLowerCase()} ${plain}`);
    }
  }

  has(number: string): boolean {
    return this.#bare.has(simplify(number));
  }

  hasWorded(word: string, number: string): boolean {
    return this.#worded.has(`${word.toLowerCase()} ${simplify(number)}`);
  }
}

const heading =
  /^[\s*_#>|“"([]{0,40}(?:([A-Za-z]{3,12})[ \t“"]{1,3})?(\d{1,4}(?:[.-]\d{1,4}){0,4}|[A-Za-z](?:-?\d{1,2})?|[IVXLCivxlc]{1,8})(?![A-Za-z\d])/gm;

/** 8.05 and 8.5 are one number. */
function simplify(number: string): string {
  return number.toLowerCase().replace(/\b0+(?=\d)/g, '');
}

function replaced(text: string, { start, end }: TextRange, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The next number behind the cited one that is printed nowhere as a heading. */
function otherNumber(
  text: string,
  { step, reference }: Cited,
  headings: PrintedHeadings,
): Omit<Fault, 'kind'> | null {
  const number = nextNumbers(step.number).find((next) => !headings.has(next));
  const at = text.slice(step.range.start, step.range.end).indexOf(step.number) + step.range.start;
  if (number === undefined || at < step.range.start) return null;
  return {
    expected: ['broken-reference'],
    text: replaced(text, { start: at, end: at + step.number.length }, number),
    from: reference.range.start,
    until: at + number.length,
  };
}

function nextNumbers(number: string): string[] {
  const count = 40;
  const last = /^(.*?)(\d{1,4})$/.exec(number);
  if (last) {
    const [, head = '', figures = ''] = last;
    const write = (value: number): string => `${head}${String(value).padStart(figures.length, '0')}`;
    return Array.from({ length: count }, (_, index) => write(Number(figures) + index + 1));
  }
  if (!/^[IVX]+$/.test(number)) return [];
  const numerals = Array.from({ length: 60 }, (_, index) => formatNumeral(index + 1, 'roman-upper'));
  return numerals.slice(numerals.indexOf(number) + 1);
}

const otherWords: Readonly<Record<string, string>> = {
  article: 'section',
  section: 'article',
  exhibit: 'schedule',
  schedule: 'exhibit',
  annex: 'schedule',
  appendix: 'exhibit',
};

/** "Article 4.2" for what is headed "Section 4.2". */
function otherWord(
  text: string,
  { step, word, headed, reference }: Cited,
  headings: PrintedHeadings,
): Omit<Fault, 'kind'> | null {
  const printed = text.slice(word.start, word.end);
  const other = otherWords[printed.toLowerCase()];
  const own = headed.designation ? text.slice(headed.designation.start, headed.designation.end) : '';
  if (!other || !own.toLowerCase().includes(printed.toLowerCase())) return null;
  if (headings.hasWorded(other, step.number) || headings.hasWorded(other, headed.number ?? '')) return null;
  const by = /^[A-Z]+$/.test(printed)
    ? other.toUpperCase()
    : /^[A-Z]/.test(printed)
      ? other.charAt(0).toUpperCase() + other.slice(1)
      : other;
  return {
    expected: ['wrong-kind-reference', 'broken-reference', 'missing-attachment'],
    text: replaced(text, word, by),
    from: word.start,
    until: reference.range.end + by.length - printed.length,
  };
}

/** A subdivision behind the last that the target prints, or the first one where it prints none. */
function deeper(text: string, { member, target }: Cited): Omit<Fault, 'kind'> | null {
  const deepest = member.steps.at(-1);
  const own = text.slice(target.range.start, target.range.end);
  if (!deepest || member.steps.length > 1 || own.length > 20_000) return null;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const last = letters.findLastIndex((letter) => own.includes(`(${letter})`) || own.includes(`${letter})`));
  const next = letters[last + 1];
  if (next === undefined || last > 15) return null;
  const at = deepest.range.end;
  return {
    expected: ['broken-reference'],
    text: replaced(text, { start: at, end: at }, `(${next})`),
    from: member.range.start,
    until: at + 3,
  };
}

/** The provision is taken out of the text; its citation stays. */
function withoutTarget(
  text: string,
  { reference, step, headed }: Cited,
  headings: PrintedHeadings,
): Omit<Fault, 'kind'> | null {
  const { start, end } = headed.range;
  const cited = reference.range;
  if (end - start > 30_000 || end - start > text.length / 5) return null;
  if (cited.end > start && cited.start < end) return null;
  const left = text.slice(0, start) + text.slice(end);
  if (new PrintedHeadings(left).has(step.number) || !headings.has(step.number)) return null;
  const shift = cited.start < start ? 0 : start - end;
  return {
    expected: ['broken-reference'],
    text: left,
    from: cited.start + shift,
    until: cited.end + shift,
  };
}

/** The attachment is taken off a document that keeps another; the first citation of it in the document itself stays. */
function withoutAttachment(
  analysis: Analysis,
  text: string,
  { reference, step, target, word }: Cited,
  headings: PrintedHeadings,
): Omit<Fault, 'kind'> | null {
  const { start, end } = target.range;
  const printed = text.slice(word.start, word.end);
  const others = [...walkProvisions(analysis.outline)].filter(
    (other) =>
      isAttachmentKind(other.kind) && other.parent === target.parent && other !== target && other.number,
  );
  if (target.parent === null || others.length === 0) return null;
  if (reference.range.start >= start) return null;
  for (let at = reference.source; at; at = at.parent) if (at.parent && isAttachmentKind(at.kind)) return null;
  const left = text.slice(0, start) + text.slice(end);
  if (new PrintedHeadings(left).hasWorded(printed, step.number)) return null;
  if (!headings.hasWorded(printed, step.number)) return null;
  return {
    expected: ['missing-attachment'],
    text: left,
    from: reference.range.start,
    until: reference.range.end,
  };
}
