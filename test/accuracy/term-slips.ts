/** Ways to write a term wrongly. Each gives null where it cannot be done, or where the result could be right. */

const letters = 'etaoinsrhldcumfpgwybvkxjqz';

/** One letter inside one of its longer words is left out, doubled or changed, or two of them swapped. */
export function misspell(written: string, seed: string): string | null {
  const words = [...written.matchAll(/[A-Za-z]{5,}/g)];
  const random = hashOf(`misspell ${seed}`);
  const word = words[random % Math.max(1, words.length)];
  if (!word) return null;
  const own = word[0];
  // Neither the first letter nor the last two: there another word may come out.
  const at = 1 + ((random >>> 4) % (own.length - 3));
  const letter = own[at] ?? '';
  const next = own[at + 1] ?? '';
  const other = letters[(random >>> 8) % letters.length] ?? 'x';
  const wrong = [
    own.slice(0, at) + own.slice(at + 1),
    own.slice(0, at) + letter + own.slice(at),
    own.slice(0, at) + next + letter + own.slice(at + 2),
    own.slice(0, at) + other + own.slice(at + 1),
  ][(random >>> 12) % 4];
  if (wrong === undefined || wrong === own) return null;
  return written.slice(0, word.index) + wrong + written.slice(word.index + own.length);
}

const adjective = /(?:ed|ing|able|ible|al|ive|ary|ic|ous|ent|ant|ory|less|ful|[^aeiou]y|s)$/;

/** "Partys", "Event of Defaults", "Loans Documents", "Lenderes". */
export function breakPlural(written: string): string | null {
  const heads = /^(\w+)s( of \w+)$/.exec(written);
  if (heads) return `${heads[1]}${heads[2]}s`;
  if (/[^aeiou]ies$/.test(written)) return written.replace(/ies$/, 'ys');
  if (!/[a-z]s$/.test(written) || /(?:ss|us|is)$/.test(written)) return null;
  const first = /^(\w+)( \w+s)$/.exec(written);
  if (first && /^[A-Z][a-z]/.test(written) && !adjective.test(first[1] ?? ''))
    return `${first[1]}s${first[2]}`;
  return /[a-z]{4}s$/.test(written) && !/[sxzheoi]s$/.test(written) ? written.replace(/s$/, 'es') : null;
}

/** Two of its words in the other order: "Date Closing", "Default of Event". */
export function swapWords(written: string, seed: string): string | null {
  const words = written.split(' ');
  if (words.length < 2) return null;
  const places = words.flatMap((_, at) => (/^[A-Z]/.test(words[at] ?? '') && at > 0 ? [at] : []));
  const at = places[hashOf(`swap ${seed}`) % Math.max(1, places.length)];
  if (at === undefined) return null;
  const before = /^[A-Z]/.test(words[at - 1] ?? '') ? at - 1 : at - 2;
  const [one, other] = [words[before], words[at]];
  if (one === undefined || other === undefined || one === other) return null;
  return words.map((word, index) => (index === at ? one : index === before ? other : word)).join(' ');
}

/** Words that drafters write for one another: whoever writes the second for a defined first means the same thing. */
const others: Readonly<Record<string, readonly string[]>> = {
  Agreement: ['Contract'],
  Amount: ['Sum'],
  Annual: ['Yearly'],
  Assets: ['Properties'],
  Buyer: ['Purchaser'],
  Client: ['Customer'],
  Closing: ['Completion'],
  Company: ['Corporation'],
  Compensation: ['Remuneration'],
  Confidential: ['Proprietary'],
  Cost: ['Expense'],
  Customer: ['Client'],
  Date: ['Day'],
  Day: ['Date'],
  Documents: ['Instruments'],
  Effective: ['Commencement'],
  Employment: ['Service'],
  Executive: ['Employee'],
  Expenses: ['Costs'],
  Fee: ['Charge'],
  Fees: ['Charges'],
  Information: ['Data'],
  Initial: ['First'],
  Liabilities: ['Obligations'],
  Losses: ['Damages'],
  Maturity: ['Due'],
  Notice: ['Notification'],
  Obligations: ['Duties'],
  Party: ['Person'],
  Period: ['Term'],
  Permitted: ['Allowed'],
  Person: ['Party'],
  Premises: ['Property'],
  Price: ['Cost'],
  Products: ['Goods'],
  Property: ['Premises'],
  Purchase: ['Acquisition'],
  Purchaser: ['Buyer'],
  Rent: ['Rental'],
  Seller: ['Vendor'],
  Services: ['Work'],
  Shares: ['Stock'],
  Supplier: ['Vendor'],
  Tenant: ['Lessee'],
  Term: ['Period'],
  Termination: ['Expiration'],
  Territory: ['Area'],
  Transfer: ['Assignment'],
  Year: ['Period'],
};

/** One of several words is another one that means the same: "Closing Day" for "Closing Date". */
export function replaceWord(written: string, seed: string): string | null {
  const words = written.split(' ');
  const places = words.flatMap((word, at) => (others[word] ? [at] : []));
  const at = places[hashOf(`replace ${seed}`) % Math.max(1, places.length)];
  if (words.length < 2 || at === undefined) return null;
  const list = others[words[at] ?? ''] ?? [];
  const other = list[hashOf(`by ${seed}`) % list.length];
  if (other === undefined || words.includes(other)) return null;
  return words.map((word, index) => (index === at ? other : word)).join(' ');
}

/** FNV-1a. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1)
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return hash >>> 3;
}
