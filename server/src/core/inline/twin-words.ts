/**
 * Words that drafters write for one another in terms, each group in one line. Curated from books on drafting, which ask
 * for one word for one thing, and from glossaries of contracts.
 */
const groups: readonly string[] = [
  'agreement contract',
  'amount sum',
  'annual yearly',
  'asset property',
  'assignment transfer',
  'area territory zone',
  'buyer purchaser acquirer acquiror',
  'client customer',
  'closing completion',
  'commencement effective start',
  'compensation remuneration',
  'condition requirement',
  'confidential proprietary',
  'corporation company',
  'cost expense',
  'cost price',
  'charge fee',
  'consultant adviser advisor',
  'contractor provider',
  'damages loss',
  'data information',
  'date day',
  'director officer',
  'document instrument',
  'due maturity payment',
  'duty obligation',
  'employee executive',
  'employment service',
  'end expiration expiry termination',
  'first initial',
  'fund facility',
  'goods merchandise product',
  'guarantee guaranty',
  'holder owner',
  'improvement enhancement modification',
  'indemnitee indemnified',
  'law regulation',
  'lender bank',
  'lessee tenant',
  'lessor landlord',
  'liability obligation',
  'licence license',
  'manager management',
  'net nett',
  'notice notification',
  'party person',
  'patent patented',
  'period term',
  'permit permitted allowed',
  'plan program programme scheme',
  'premises property',
  'purchase acquisition',
  'receiver recipient',
  'rent rental',
  'report statement',
  'seller vendor',
  'service work',
  'shareholder stockholder',
  'site location premises',
  'supplier vendor',
  'use usage',
  'work deliverable',
  'year period',
];

const twins = new Map<string, Set<string>>();
for (const group of groups) {
  const words = group.split(' ');
  for (const word of words) {
    const own = twins.get(word) ?? new Set<string>();
    twins.set(word, own);
    for (const other of words) if (other !== word) own.add(other);
  }
}

/** The stems of words that may have been written for a word with this stem. */
export function twinsOf(stem: string): ReadonlySet<string> {
  return twins.get(stem) ?? none;
}

const none: ReadonlySet<string> = new Set();
