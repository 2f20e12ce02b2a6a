import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import { fixDocument } from '../../server/src/core/rules/fix.ts';
import { missingSpace } from '../../server/src/core/rules/missing-space.ts';
import { runRules } from '../../server/src/core/rules/run.ts';

/** A sentence that uses the words of the others, so that each is known for a word of its own. */
const words =
  'The losses or the damages and the costs of the Owner are paid by the sub carrier of the shipper there.';

function fixed(sentence: string): { found: number; sentence: string } {
  const before = `Section 1. Words. ${words}\n\nSection 2. Loss. `;
  const analysis = analyze(`${before}${sentence}\n`);
  const findings = runRules(analysis, { rules: [missingSpace] });
  const { text } = fixDocument(analysis, findings, { rules: [missingSpace] });
  return { found: findings.length, sentence: text.slice(before.length).trimEnd() };
}

describe('a blank is put in without asking where nothing else can be meant', () => {
  test.each([
    [
      'The Carrier pays for all losses(including those by fire) of the shipper.',
      'The Carrier pays for all losses (including those by fire) of the shipper.',
    ],
    [
      'The Carrier pays to the Owner (or the shipper)and to nobody else the costs.',
      'The Carrier pays to the Owner (or the shipper) and to nobody else the costs.',
    ],
    [
      'The Carrier pays for all losses,damages and costs that come of it.',
      'The Carrier pays for all losses, damages and costs that come of it.',
    ],
    [
      'The Carrier pays for these within three(3) days of the loss of it.',
      'The Carrier pays for these within three (3) days of the loss of it.',
    ],
  ])('%s', (before, after) => {
    expect(fixed(before)).toEqual({ found: 1, sentence: after });
  });
});

describe('a blank is offered only', () => {
  test.each([
    ['in a name', 'The Carrier pays for all of it to Alder Mills,Inc. and to nobody else there.'],
    ['in a caption', 'Alder Mills(the Seller) Birch Bakery'],
    ['in a quotation', 'The Carrier pays by the clause that reads "all losses,damages and costs" of it.'],
    ['in what is quoted as it stands', 'The Carrier pays for all losses,damages [sic] and costs of it.'],
    [
      'where a word may have a part in brackets',
      'The Tenant may not sub(let or assign) the house and the land.',
    ],
    ['behind such a part', 'The Carrier pays the costs (and the sub)carrier pays for all the rest of it.'],
    ['where a sign tears a word', 'The Carrier pays for all obli,gations that come of the loss of it.'],
    ['behind a full stop', 'The Carrier pays for all the losses.The Owner pays for the costs of it.'],
    ['in names of matter', 'The Carrier brings the alpha,beta-carotene to the port of the shipper there.'],
  ])('%s', (_, sentence) => {
    expect(fixed(sentence)).toEqual({ found: 1, sentence });
  });
});

describe('none is missing', () => {
  test.each([
    ['The shipper may keep the child(ren ) of the carrier and the costs of it.'],
    ['The program calls `pay(the shipper)` and `losses,damages` with the costs of it.'],
  ])('%s', (sentence) => {
    expect(fixed(sentence)).toEqual({ found: 0, sentence });
  });
});
