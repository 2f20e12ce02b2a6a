import type { Analysis } from '../../analysis.ts';
import { readParties } from '../../inline/parties.ts';
import type { Definition } from '../../model/definition.ts';
import { innermostProvision, nearestAround } from '../../model/locate.ts';
import { isRootKind, type Provision, walkProvisions } from '../../model/provision.ts';
import { foundIn } from '../../resolve/found.ts';
import { termsOf } from '../../resolve/terms.ts';
import type { TextRange } from '../../text/range.ts';
import { definedTermOf } from './defined-term.ts';

/** A party that a preamble names. */
export interface Party {
  readonly name: string;
  readonly range: TextRange;
  /** How the agreement calls it: "Seller". */
  readonly shortName: string;
  /** Where the short name is defined; null where that was not recognised. */
  readonly definition: Definition | null;
  readonly uses: number;
}

/** An agreement with those who conclude it and those who sign it. */
export interface Signing {
  /** The document, or what is attached to it. */
  readonly instrument: Provision | null;
  readonly parties: readonly Party[];
  readonly signatures: readonly SignatureBlock[];
}

/** A place where somebody signs. */
export interface SignatureBlock {
  readonly provision: Provision;
  readonly signers: readonly Signer[];
}

export interface Signer {
  readonly name: string;
  readonly range: TextRange;
  readonly kind: 'company' | 'person';
  /** Whether the name stands behind "/s/", as in a copy of what was signed. */
  readonly signed: boolean;
}

/** The agreements of a document that name parties or are signed, in the order of the text. Linear. */
export function signingsOf(analysis: Analysis): readonly Signing[] {
  const found = new Map<Provision | null, { parties: Party[]; signatures: SignatureBlock[] }>();
  const at = (offset: number) => {
    const around = innermostProvision(analysis.outline, offset);
    const instrument = nearestAround(around, ({ kind }) => isRootKind(kind));
    const known = found.get(instrument) ?? { parties: [], signatures: [] };
    found.set(instrument, known);
    return known;
  };
  for (const { paragraph, answer } of foundIn(analysis, readParties)) {
    // A later sentence "between" the same parties names them again.
    const known = at(paragraph.start);
    for (const party of answer) {
      const { name, shortName } = party;
      if (known.parties.some((other) => other.shortName === shortName)) continue;
      const range = paragraph.rangeOf(party.start, party.end);
      known.parties.push({ name, shortName, range, ...usesOf(analysis, shortName, range) });
    }
  }
  for (const provision of walkProvisions(analysis.outline))
    if (provision.kind === 'signature')
      at(provision.range.start).signatures.push({ provision, signers: signersIn(analysis, provision) });
  return [...found]
    .map(([instrument, signing]) => ({ instrument, ...signing }))
    .sort((one, other) => placeOf(one.instrument) - placeOf(other.instrument));
}

function placeOf(instrument: Provision | null): number {
  return instrument?.range.start ?? -1;
}

function usesOf(
  analysis: Analysis,
  shortName: string,
  { end }: TextRange,
): { readonly definition: Definition | null; readonly uses: number } {
  const terms = termsOf(analysis);
  const definition = terms.definitionAt(shortName, end);
  if (!definition) return { definition, uses: 0 };
  return { definition, uses: terms.countUsesOfAny(definedTermOf(analysis, definition).definitions) };
}

/** The names in a block, line by line, each once. */
function signersIn({ snapshot }: Analysis, { range }: Provision): readonly Signer[] {
  const signers: Signer[] = [];
  const known = new Set<string>();
  const last = snapshot.lineAt(Math.max(range.start, range.end - 1));
  for (let line = snapshot.lineAt(range.start); line <= last; line += 1) {
    const text = snapshot.lineText(line);
    if (text.length > longestLine) continue;
    const opens = label.test(text) || snapshot.lineText(line - 1).trim() === '';
    for (const [kind, name] of namesIn(text, opens)) {
      if (known.has(name.toLowerCase())) continue;
      known.add(name.toLowerCase());
      const start = snapshot.lineStart(line) + text.indexOf(name);
      signers.push({
        name,
        range: { start, end: start + name.length },
        kind: kind === 'company' ? 'company' : 'person',
        signed: kind === 'signature',
      });
    }
  }
  return signers;
}

/** Lines that are longer are sentences. */
const longestLine = 200;

/** Inside a paragraph the name of a company is one among the words of a sentence. */
function* namesIn(text: string, opens: boolean): Generator<readonly [Signer['kind'] | 'signature', string]> {
  for (const [kind, pattern] of personPatterns) {
    const name = pattern.exec(text)?.[1]?.trim();
    if (name) yield [kind, name];
  }
  if (!opens) return;
  // Another signature may stand beside it, behind a gap.
  const name = (text.replace(label, '').trim().split(gap)[0] ?? '').replace(/,$/, '');
  if (/^[A-Z]/.test(name) && companyForm.test(name)) yield ['company', name];
}

const label = /^\s{0,80}[A-Z][A-Za-z]{0,12}:\s/;
const gap = /\s\s/;

const personPatterns: ReadonlyArray<readonly [Signer['kind'] | 'signature', RegExp]> = [
  ['signature', /\/s\/\s{0,8}([A-Z](?:[^\s_]|\s(?!\s)){1,60})/],
  ['person', /\bName:\s{0,20}([A-Z](?:[^\s_]|\s(?!\s)){1,60})/],
];

const companyForm =
  /\b(?:corporation|corp|inc|incorporated|ltd|limited|llc|l\.l\.c|llp|l\.p|lp|plc|n\.a|company|co|gmbh|ag|s\.a)\.?$/i;
