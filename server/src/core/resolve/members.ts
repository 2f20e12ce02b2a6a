import type { CitedNumber } from '../inline/citation.ts';
import { perOutline } from '../model/perOutline.ts';
import type { Provision } from '../model/provision.ts';
import { readCitedNumber } from './provision-index.ts';

/** What is compared of a number in a citation. */
type Written = Pick<CitedNumber, 'number' | 'bracketed'>;

/** The children of a provision that carry the number, as printed or in another way of writing figures. */
export function childrenWith(holder: Provision, number: Written): readonly Provision[] {
  return lookUp(childrenByNumber(holder), number);
}

/** The same, with the children of an implied or unnumbered child among them. */
export function membersWith(holder: Provision, number: Written): readonly Provision[] {
  return lookUp(membersByNumber(holder), number);
}

type ByNumber = ReadonlyMap<string, readonly Provision[]>;

/** Provisions never change once they are published, so that each need be looked through but once. */
function perProvision(
  collect: (children: readonly Provision[]) => Iterable<Provision>,
): (holder: Provision) => ByNumber {
  const membersOf = perOutline((children): ByNumber => {
    const byNumber = new Map<string, Provision[]>();
    for (const member of collect(children)) {
      for (const key of keysOf(member)) {
        const list = byNumber.get(key);
        if (list) list.push(member);
        else byNumber.set(key, [member]);
      }
    }
    return byNumber;
  });
  return ({ children }) => membersOf(children);
}

const childrenByNumber = perProvision((children) => children);

const membersByNumber = perProvision((children) =>
  children.flatMap((child) =>
    child.ordinal === null ? child.children : child.implied ? [child, ...child.children] : [child],
  ),
);

function lookUp(byNumber: ByNumber, number: Written): readonly Provision[] {
  const exact = byNumber.get(`=${number.number}`);
  if (exact) return exact;
  const value = valueKey(number);
  return value === null ? [] : (byNumber.get(value) ?? []);
}

function keysOf({ ordinal, numbering }: Provision): readonly string[] {
  if (ordinal === null) return [];
  if (!numbering || numbering.path.length === 0 || numbering.numeral.startsWith('alpha'))
    return [`=${ordinal}`];
  // (iii) is no 3, though Article III is Article 3.
  if (numbering.numeral !== 'arabic' && !/^[a-z]/.test(numbering.family)) return [`=${ordinal}`];
  return [`=${ordinal}`, `#${numbering.path.join('.')}`];
}

/** What figures are worth; letters in brackets are taken as printed only. */
function valueKey({ number, bracketed }: Written): string | null {
  if (bracketed && /^[A-Za-z]+$/.test(number)) return null;
  const reading = readCitedNumber(number);
  return reading && !reading.numeral.startsWith('alpha') ? `#${reading.path.join('.')}` : null;
}

/** Whether the provision carries the number. */
export function carries(provision: Provision, number: Written): boolean {
  const keys = keysOf(provision);
  const value = valueKey(number);
  return keys.includes(`=${number.number}`) || (value !== null && keys.includes(value));
}
