import { generateAgreement } from './generate.mjs';

const size = 15_000;
const terms = 12;

/**
 * So many documents that belong together, ten to a folder: a supply agreement that defines terms, and nine that use its terms
 * and cite its sections. All know one frame agreement: every tenth cites one of its sections, every twentieth uses its terms.
 */
export function generateDeals(count) {
  const frame = {
    path: 'frame.agreement',
    text: titled(generateAgreement({ size, seed: 1, terms }), 'HARBOUR FRAME AGREEMENT').replace(
      'NOW, THEREFORE',
      '"Anchor Fee" means the fee for one day at anchor.\n\nNOW, THEREFORE',
    ),
  };
  const files = [frame];
  for (let at = 1; at < count; at += 1) files.push(at % 10 === 1 ? supply(at) : dependant(at));
  return { files, frame, section: '1.1 ', term: 'Anchor Fee' };
}

function supply(at) {
  const text = titled(generateAgreement({ size, seed: at + 1, terms }), 'MASTER SUPPLY AGREEMENT');
  return { path: `deal-${folderOf(at)}/supply.agreement`, text };
}

function dependant(at) {
  const name = kinds[at % 10];
  const own = generateAgreement({ size, seed: at + 1 });
  const sources = at % 20 === 0 ? 'Harbour Frame Agreement' : 'Master Supply Agreement';
  const clauses = [
    `Capitalized terms used but not defined herein have the meanings given to them in the ${sources}.`,
    'This document secures what is owed under Section 1.2 of the Master Supply Agreement and Section 2.1 of the Master Supply Agreement.',
  ];
  if (at % 10 === 0)
    clauses.push('Section 1.1 of the Harbour Frame Agreement applies. The Anchor Fee is not altered.');
  const text = titled(own, `${name.toUpperCase()} AGREEMENT`).replace(
    'NOW, THEREFORE',
    `${clauses.join('\n\n')}\n\nNOW, THEREFORE`,
  );
  return { path: `deal-${folderOf(at)}/${name.toLowerCase()}.agreement`, text };
}

function folderOf(at) {
  return Math.ceil(at / 10);
}

function titled(text, title) {
  return text.replace('MASTER SUPPLY AGREEMENT', title);
}

const kinds = [
  'Pledge',
  'Supply',
  'Storage',
  'Freight',
  'Guarantee',
  'Insurance',
  'Escrow',
  'Licence',
  'Service',
  'Survey',
];
