/** The words of which numbers, their units and currencies are made. */

/** Below twenty. */
export const smallNumbers: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
);

export const tens: ReadonlyMap<string, number> = new Map([
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
  // Misspelt, but not misunderstood.
  ['fourty', 40],
  ['ninty', 90],
]);

export const scales: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth'
  )
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
  ...'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
]);

/** What stands below the line of a fraction, in the singular; an ordinal may too: "two fifths". */
export const denominators: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['hundredth', 100],
  ['thousandth', 1000],
]);

/** What is counted or measured, and the adjectives before it; left out where words are compared with a figure. */
export const unitWords: ReadonlySet<string> = new Set(
  (
    'day days week weeks month months year years hour hours minute minutes calendar business working consecutive full ' +
    'banking trading share shares unit units person persons page pages mile miles foot feet acre acres meter meters ' +
    'metre metres copy copies member members director directors only in the amount sum'
  ).split(' '),
);

export const currencyWords: ReadonlySet<string> = new Set(
  (
    'dollar dollars cent cents yen euro euros pound pounds sterling franc francs rupee rupees yuan renminbi won peso pesos ' +
    'real reais krona kronor krone kroner rand dirham dirhams ringgit baht shekel shekels ruble rubles us usd eur gbp jpy ' +
    'chf cad aud nzd hkd sgd cny rmb inr krw twd u s united states american canadian australian hong kong singapore new ' +
    'zealand swiss british japanese chinese indian'
  ).split(' '),
);

/** Ways to write a currency before its amount. */
export const currencySigns = String.raw`(?:[A-Z]{1,3}\.?|U\.S\.|Rs\.?|Can)?\s?[$€£¥₹₩]|(?:U\.S\.|US|USD|EUR|GBP|JPY|CHF|CAD|AUD|HKD|SGD|CNY|RMB|INR|KRW|NTD|TWD|NZD|Rs\.?|Euro|Yen)(?=\s?\d)`;

/** And behind it. */
export const currencyNames = String.raw`U\.S\.\s?Dollars|US\s?Dollars|[Dd]ollars|DOLLARS|USD|EUR|GBP|JPY|CHF|CAD|AUD|HKD|RMB|INR|[Ee]uros?|[Yy]en|[Pp]ounds|€|£|\/-`;

const [teens, decades] = [[...smallNumbers.keys()], [...tens.keys()]];

/** How a number below a thousand million million is written in words: "one hundred twenty-five". */
export function spellNumber(value: number): string {
  if (value < 20) return teens[value] ?? '';
  if (value < 100) {
    const unit = value % 10;
    return `${decades[Math.floor(value / 10) - 2] ?? ''}${unit > 0 ? `-${teens[unit] ?? ''}` : ''}`;
  }
  if (value < 1000) return joined(Math.floor(value / 100), 'hundred', value % 100);
  for (const [scale, worth] of [
    ['trillion', 1e12],
    ['billion', 1e9],
    ['million', 1e6],
  ] as const)
    if (value >= worth) return joined(Math.floor(value / worth), scale, value % worth);
  return joined(Math.floor(value / 1000), 'thousand', value % 1000);
}

function joined(count: number, scale: string, rest: number): string {
  return `${spellNumber(count)} ${scale}${rest > 0 ? ` ${spellNumber(rest)}` : ''}`;
}

const irregular: ReadonlyMap<string, string> = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);

/** "twenty-first" for 21. */
export function spellOrdinal(value: number): string {
  const words = spellNumber(value);
  const at = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
  const last = words.slice(at);
  const ordinal = irregular.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, at) + ordinal;
}

/** "21st", "12th". */
export function ordinalSuffix(value: number): string {
  const rest = value % 100;
  if (rest >= 11 && rest <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
