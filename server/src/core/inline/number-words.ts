import {
  currencyWords,
  denominators,
  ordinals,
  scales,
  smallNumbers,
  tens,
  unitWords,
} from './number-vocabulary.ts';

export type NumberUnit = 'none' | 'percent' | 'currency' | 'ordinal' | 'fraction';

/** A number in words, as in "seventy-five hundredths of one percent". Offsets count from the start of the words. */
export interface NumberPhrase {
  readonly value: number;
  readonly unit: NumberUnit;
  /** The last unit word behind it, in the singular: "day"; empty for none. */
  readonly counted: string;
  /** A whole number, cardinal or ordinal, that could be written anew in words. */
  readonly plain: boolean;
  /** Its last digits are lost when it is written as a decimal: a third, not a half. */
  readonly periodic: boolean;
  /** Where the number itself stands, without what it counts. */
  readonly start: number;
  readonly end: number;
}

/** One word of a phrase, in small letters. */
interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const token = /[A-Za-z]{1,30}(?:\/\d{2,4})?|\d[\d,.]{0,40}(?:\/\d{1,4})?|%/g;

/**
 * Reads words that are a number from the first to the last, with what it counts behind it. Null where they are none, or
 * cannot be read in one way: "ten and five", "two one". Linear in the words.
 */
export function readNumberPhrase(words: string): NumberPhrase | null {
  const tokens: Token[] = [];
  for (const found of words.matchAll(token)) {
    const start = found.index;
    tokens.push({ word: found[0].toLowerCase(), start, end: start + found[0].length });
  }
  return new PhraseReader(tokens).read();
}

/** Whether a word may be part of a number or of what it counts. */
export function belongsToNumber(word: string): boolean {
  const small = word.toLowerCase();
  return isNumberWord(small) || connectives.has(small) || currencyWords.has(small) || unitWords.has(small);
}

/** Whether a word in small letters says a number. */
export function isNumberWord(word: string): boolean {
  return (
    smallNumbers.has(word) ||
    tens.has(word) ||
    scales.has(word) ||
    ordinals.has(word) ||
    ordinals.has(word.replace(/s$/, '')) ||
    word === 'hundred' ||
    denominatorOf(word) !== null
  );
}

const connectives: ReadonlySet<string> = new Set(
  'and of a an point percent per cent centum percentage points no xx'.split(' '),
);

interface SpokenNumber {
  readonly value: number;
  readonly kind: 'whole' | 'ordinal' | 'fraction';
  readonly periodic: boolean;
}

class PhraseReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): NumberPhrase | null {
    while (currencyWords.has(this.#word())) this.#at += 1;
    const currencyBefore = this.#at > 0;
    const first = this.#at;
    const number = this.#number();
    if (!number) return null;
    const last = this.#at - 1;
    let { value } = number;
    let unit: NumberUnit = number.kind === 'whole' ? 'none' : number.kind;
    if (currencyBefore) unit = 'currency';
    const behind = this.#unit();
    if (behind === null) return null;
    if (behind.unit !== null) unit = behind.unit;
    if (behind.divisor !== 1) value /= behind.divisor;
    value += behind.added;
    const begin = this.#tokens[first];
    const end = this.#tokens[last];
    if (!begin || !end) return null;
    return {
      value,
      unit,
      counted: behind.counted,
      plain:
        (number.kind === 'whole' || number.kind === 'ordinal') &&
        Number.isInteger(number.value) &&
        behind.added === 0 &&
        !/^\d/.test(begin.word),
      periodic: number.periodic,
      start: begin.start,
      end: end.end,
    };
  }

  #word(ahead = 0): string {
    return this.#tokens[this.#at + ahead]?.word ?? '';
  }

  /** A number with its fraction or decimals. */
  #number(): SpokenNumber | null {
    const lone = denominatorOf(this.#word());
    const article = this.#word() === 'a' || this.#word() === 'an';
    if (lone === 2 && !article) {
      this.#at += 1;
      // "half a million".
      if (this.#word() === 'a' && scales.has(this.#word(1))) this.#at += 1;
      return this.#scaled({ value: 0.5, kind: 'fraction', periodic: false });
    }
    if (article && denominatorOf(this.#word(1)) !== null) {
      const divisor = denominatorOf(this.#word(1)) ?? 1;
      this.#at += 2;
      return { value: 1 / divisor, kind: 'fraction', periodic: divisor % 3 === 0 };
    }
    const whole = this.#cardinal();
    if (!whole) return null;
    if (whole.ordinal) return { value: whole.value, kind: 'ordinal', periodic: false };
    const divisor = denominatorOf(this.#word()) ?? this.#ordinalDivisor();
    if (divisor !== null && whole.value > 0 && whole.value < 1000) {
      this.#at += 1;
      return this.#scaled({
        value: whole.value / divisor,
        kind: 'fraction',
        periodic: hasPeriod(whole.value, divisor),
      });
    }
    if (this.#word() === 'point') return this.#decimals(whole.value);
    return this.#scaled(this.#mixed(whole.value));
  }

  /** "two and one-half million", "three quarters of one million". */
  #scaled(number: SpokenNumber): SpokenNumber {
    const behind = this.#word() === 'of' && /^(?:a|one)$/.test(this.#word(1)) ? 2 : 0;
    const scale = scales.get(this.#word(behind));
    if (scale === undefined || Number.isInteger(number.value)) return number;
    this.#at += behind + 1;
    return { ...number, value: number.value * scale, kind: 'whole' };
  }

  /** "two fifths", "one third": an ordinal behind a whole number is a denominator. */
  #ordinalDivisor(): number | null {
    const word = this.#word();
    const value = ordinals.get(word) ?? ordinals.get(word.replace(/s$/, ''));
    return value !== undefined && value > 2 ? value : null;
  }

  #decimals(whole: number): { value: number; kind: 'whole'; periodic: boolean } | null {
    this.#at += 1;
    let digits = '';
    for (let next = this.#word(); ; next = this.#word()) {
      const small = smallNumbers.get(next) ?? (digits === '' ? tens.get(next) : undefined);
      if (small === undefined) break;
      this.#at += 1;
      const unit = small >= 20 ? (smallNumbers.get(this.#word()) ?? 0) : 0;
      if (unit > 0 && unit < 10) this.#at += 1;
      digits += String(small + (unit < 10 ? unit : 0));
    }
    if (digits === '') return null;
    return { value: Number(`${whole}.${digits}`), kind: 'whole', periodic: false };
  }

  /** "and one-half", "and 50/100", "and two thirds" behind a whole number. */
  #mixed(whole: number): { value: number; kind: 'whole'; periodic: boolean } {
    const before = this.#at;
    if (this.#word() === 'and' || this.#word() === '&') this.#at += 1;
    const share = shareOf(this.#word());
    if (share !== null) {
      this.#at += 1;
      return { value: whole + share, kind: 'whole', periodic: false };
    }
    if (this.#at > before) {
      const article = this.#word() === 'a' || this.#word() === 'an' ? 1 : 0;
      const numerator = article > 0 ? 1 : smallNumbers.get(this.#word());
      const skip = numerator === undefined ? 0 : 1;
      this.#at += skip;
      const divisor = denominatorOf(this.#word()) ?? (skip > 0 ? this.#ordinalDivisor() : null);
      if (divisor !== null) {
        this.#at += 1;
        return {
          value: whole + (numerator ?? 1) / divisor,
          kind: 'whole',
          periodic: hasPeriod(numerator ?? 1, divisor),
        };
      }
    }
    this.#at = before;
    return { value: whole, kind: 'whole', periodic: false };
  }

  /** A whole number or an ordinal, up to trillions. */
  #cardinal(): { value: number; ordinal: boolean } | null {
    let total = 0;
    let lastScale = Number.POSITIVE_INFINITY;
    let seen = false;
    for (;;) {
      const before = this.#at;
      if (seen && this.#word() === 'and') this.#at += 1;
      const group = this.#group(!seen);
      if (!group) {
        this.#at = before;
        break;
      }
      if (group.ordinal) return { value: total + group.value, ordinal: true };
      let value = group.value;
      let scale = 1;
      for (let found = scales.get(this.#word()); found !== undefined; found = scales.get(this.#word())) {
        scale *= found;
        this.#at += 1;
      }
      value *= scale;
      if (scale >= lastScale || (seen && scale === 1 && group.value >= lastScale)) {
        this.#at = before;
        break;
      }
      total += value;
      seen = true;
      lastScale = scale;
      if (scale === 1) break;
    }
    return seen ? { value: total, ordinal: false } : null;
  }

  /** A number below a thousand, or a figure before a scale word. */
  #group(first: boolean): { value: number; ordinal: boolean } | null {
    const word = this.#word();
    if (first && /^\d/.test(word) && !word.includes('/')) {
      const value = Number(word.replace(/,/g, ''));
      if (!Number.isFinite(value) || !scales.has(this.#word(1))) return null;
      this.#at += 1;
      return { value, ordinal: false };
    }
    if (
      first &&
      (word === 'a' || word === 'an') &&
      (this.#word(1) === 'hundred' || scales.has(this.#word(1)))
    ) {
      this.#at += 1;
      return this.#word() === 'hundred' ? this.#hundreds(1) : { value: 1, ordinal: false };
    }
    if (word === 'hundred') return this.#hundreds(1);
    const small = this.#belowHundred();
    if (!small || small.ordinal) return small;
    return this.#word() === 'hundred' && small.value > 0 ? this.#hundreds(small.value) : small;
  }

  /** At the word "hundred". */
  #hundreds(count: number): { value: number; ordinal: boolean } {
    this.#at += 1;
    const before = this.#at;
    const joined = this.#word() === 'and';
    if (joined) this.#at += 1;
    const rest = this.#belowHundred();
    // "two hundred and one half": the fraction is read later; "two hundred forty thousandths" is one.
    if (!rest || (joined && denominatorOf(this.#word()) !== null && !rest.ordinal)) {
      this.#at = before;
      return { value: count * 100, ordinal: false };
    }
    return { value: count * 100 + rest.value, ordinal: rest.ordinal };
  }

  #belowHundred(): { value: number; ordinal: boolean } | null {
    const word = this.#word();
    const ordinal = ordinals.get(word);
    if (ordinal !== undefined) {
      this.#at += 1;
      return { value: ordinal, ordinal: true };
    }
    const small = smallNumbers.get(word);
    if (small !== undefined) {
      this.#at += 1;
      return { value: small, ordinal: false };
    }
    const ten = tens.get(word);
    if (ten === undefined) return null;
    this.#at += 1;
    const unit = smallNumbers.get(this.#word());
    if (unit !== undefined && unit > 0 && unit < 10) {
      this.#at += 1;
      return { value: ten + unit, ordinal: false };
    }
    const last = ordinals.get(this.#word());
    if (last !== undefined && last < 10) {
      this.#at += 1;
      return { value: ten + last, ordinal: true };
    }
    return { value: ten, ordinal: false };
  }

  /** What stands behind the number: percent, a currency with its cents, a unit. Null where the words go on otherwise. */
  #unit(): { unit: NumberUnit | null; counted: string; divisor: number; added: number } | null {
    let unit: NumberUnit | null = null;
    let counted = '';
    let divisor = 1;
    let added = 0;
    while (this.#at < this.#tokens.length) {
      const word = this.#word();
      const share = word === 'and' ? shareOf(this.#word(1)) : shareOf(word);
      if (word === 'of' && /^(?:one|1|a)$/.test(this.#word(1)) && isPercent(this.#word(2))) this.#at += 2;
      else if (isPercent(word)) {
        unit = 'percent';
        this.#at += word === 'per' ? 2 : 1;
      } else if (word === 'percentage' || word === 'points') {
        unit = 'percent';
        this.#at += 1;
      } else if (word === 'cents' || word === 'cent') {
        unit = 'currency';
        divisor = 100;
        this.#at += 1;
      } else if (share !== null) {
        added += share;
        this.#at += word === 'and' ? 2 : 1;
      } else if (unit === 'currency' && word === 'and' && this.#cents()) {
        added += this.#readCents();
      } else if (currencyWords.has(word)) {
        unit = 'currency';
        this.#at += 1;
      } else if (unitWords.has(word)) {
        counted = word.replace(/s$/, '');
        this.#at += 1;
      } else return null;
    }
    return { unit, counted, divisor, added };
  }

  #cents(): boolean {
    return (
      isNumberWord(this.#word(1)) && this.#tokens.some(({ word }) => word === 'cents' || word === 'cent')
    );
  }

  #readCents(): number {
    this.#at += 1;
    const cents = this.#belowHundred()?.value ?? 0;
    while (this.#word() === 'cents' || this.#word() === 'cent') this.#at += 1;
    return cents / 100;
  }
}

function isPercent(word: string): boolean {
  return word === 'percent' || word === '%' || word === 'per';
}

function denominatorOf(word: string): number | null {
  return denominators.get(word) ?? denominators.get(word.replace(/s$/, '')) ?? null;
}

/** "50/100", "no/100", "xx/100": the cents of an amount in words. */
function shareOf(word: string): number | null {
  const slash = word.indexOf('/');
  if (slash < 0) return null;
  const below = Number.parseInt(word.slice(slash + 1), 10);
  if (below !== 100) return null;
  const above = word.slice(0, slash);
  if (/^(?:no|xx|x|zero)$/.test(above)) return 0;
  return /^\d{1,2}$/.test(above) ? Number(above) / 100 : null;
}

/** Four decimals do not hold the whole of it. */
function hasPeriod(numerator: number, divisor: number): boolean {
  return (numerator * 10000) % divisor !== 0;
}
