import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/core/analysis.ts';
import type { Reference } from '../../server/src/core/model/reference.ts';
import { referencesOf } from '../../server/src/core/resolve/references.ts';

const lease = (words: string): string => `LEASE OF A BOATHOUSE

ARTICLE I
PREMISES

Section 1.1 Boathouse. ${words}

Section 1.2 Slip. The slip goes with the boathouse.

Section 1.3 Keys. The Lessee gets the keys of:

(a) the gate;

(b) the boathouse, that is

    (i) of the door; and

    (ii) of the window; and

(c) the shed.

ARTICLE II
RENT

Section 2.1 Rent. The rent is $400.

Section 2.2 Due Date. The rent is due each month.

Section 2.3 Delay. Whoever is late pays $5.

EXHIBIT A
FORM OF RECEIPT

1. Amount. The Lessor received $400.

2. Purpose. It is the rent.

EXHIBIT B
PLAN

The slip is north of the boathouse.
`;

/** The references in words put into Section 1.1, one a line: text, status, what each member leads to or lacks. */
function resolve(words: string, text = lease(words)): string {
  return referencesOf(analyze(text)).map(describeReference).join('\n');
}

function describeReference({ text, form, status, external, members }: Reference): string {
  const leads = members.map(({ targets, failure }) => {
    const names = targets.map(
      ({ provision }) => `${provision.kind} ${provision.ordinal ?? provision.caption}`,
    );
    if (!failure) return names.join(', ');
    return failure.reason === 'several'
      ? names.join(' or ')
      : `${failure.reason} ${failure.sought}${failure.reached ? ` in ${failure.reached.ordinal}` : ''}`;
  });
  const what = [external ?? '', ...leads].filter((each) => each !== '').join('; ');
  return `${text} [${form}, ${status}]${what ? ` ${what}` : ''}`;
}

function only(words: string, text?: string): Reference {
  const references = referencesOf(analyze(text ?? lease(words)));
  expect(references).toHaveLength(1);
  return references[0] as Reference;
}

describe('a reference', () => {
  test('leads to the deepest level it names', () => {
    expect(
      resolve('See Section 1.3; Section 1.3(b); Section 1.3(b)(ii); Article II; Exhibit A.'),
    ).toMatchInlineSnapshot(`
      "Section 1.3 [explicit, resolved] section 1.3
      Section 1.3(b) [explicit, resolved] item b
      Section 1.3(b)(ii) [explicit, resolved] subitem ii
      Article II [explicit, resolved] article II
      Exhibit A [explicit, resolved] exhibit A"
    `);
  });

  test('leads to each member of a list and of a range', () => {
    expect(
      resolve('See Sections 2.1 and 2.3; Sections 2.1 through 2.3; Section 1.3(a), (b)(i) and (c).'),
    ).toMatchInlineSnapshot(`
      "Sections 2.1 and 2.3 [explicit, resolved] section 2.1; section 2.3
      Sections 2.1 through 2.3 [explicit, resolved] section 2.1, section 2.2, section 2.3
      Section 1.3(a), (b)(i) and (c) [explicit, resolved] item a; subitem i; item c"
    `);
  });

  test('tells what is missing, and how far it got', () => {
    expect(
      resolve('See Section 2.7; Section 1.3(d); Section 1.3(b)(iii); Section 2.1(a); Exhibit C.'),
    ).toMatchInlineSnapshot(`
      "Section 2.7 [explicit, unresolved] missing 2.7
      Section 1.3(d) [explicit, unresolved] too-deep d in 1.3
      Section 1.3(b)(iii) [explicit, unresolved] too-deep iii in b
      Section 2.1(a) [explicit, unresolved] too-deep a in 2.1
      Exhibit C [explicit, unresolved] missing C"
    `);
  });

  test('is broken where one of its members is', () => {
    expect(resolve('See Sections 2.1, 2.9 and 2.3; Sections 2.2 through 2.8.')).toMatchInlineSnapshot(`
      "Sections 2.1, 2.9 and 2.3 [explicit, unresolved] section 2.1; missing 2.9; section 2.3
      Sections 2.2 through 2.8 [explicit, unresolved] missing 2.8"
    `);
  });

  test('is told from one of a law or another document', () => {
    expect(
      resolve(
        'See Section 2.1 of the Rent Act; Section 2.2 hereof; Section 2.3 of this Lease; 29 U.S.C. § 1802; Section 2.2 thereof.',
      ),
    ).toMatchInlineSnapshot(`
      "Section 2.1 of the Rent Act [explicit, external] Rent Act
      Section 2.2 hereof [explicit, resolved] section 2.2
      Section 2.3 of this Lease [explicit, resolved] section 2.3
      29 U.S.C. § 1802 [explicit, external] 29 U.S.C. § 1802
      Section 2.2 thereof [explicit, external]"
    `);
  });

  test('of an attachment is looked up in it', () => {
    expect(
      resolve('See Section 2 of Exhibit A; paragraph 3 of Exhibit A; Exhibit B.'),
    ).toMatchInlineSnapshot(`
      "Section 2 of Exhibit A [explicit, resolved] section 2
      paragraph 3 of Exhibit A [explicit, unresolved] too-deep 3 in A
      Exhibit B [explicit, resolved] exhibit B"
    `);
  });

  test('is none where the words are a heading, a label or a mention', () => {
    expect(resolve('This Lease, this Exhibit and Schedule 13D are none.')).toBe('');
  });
});

describe('a reference without a number', () => {
  test('leads to the neighbours of the provision in which it stands', () => {
    expect(
      resolve(
        '',
        lease('The boathouse.').replace(
          'The rent is due each month.',
          'See this Section, the preceding Section, the next Section, this Article and the preceding Article.',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "this Section [relative, resolved] section 2.2
      the preceding Section [relative, resolved] section 2.1
      the next Section [relative, resolved] section 2.3
      this Article [relative, resolved] article II
      the preceding Article [relative, resolved] article I"
    `);
  });

  test('repeats what was cited before by the same word, and nothing else', () => {
    expect(
      resolve('See Section 2.2, and such Section again; such Exhibit is unknown.'),
    ).toMatchInlineSnapshot(`
      "Section 2.2 [explicit, resolved] section 2.2
      such Section [anaphoric, resolved] section 2.2"
    `);
  });
});

describe('how sure it is', () => {
  test('a plain citation of a section that is there is sure', () => {
    expect(only('See Section 2.2.').confidence).toBeGreaterThan(0.9);
  });

  test('what is missing in a series that was read is sure enough to be judged', () => {
    expect(only('See Section 2.4.').confidence).toBeGreaterThanOrEqual(0.6);
  });

  test('what is missing while its number is printed where a heading could stand is not', () => {
    const text = lease('See Section 2.4.').replace('pays $5.', 'pays $5.  2.4 Notice in writing is given.');
    expect(only('', text).confidence).toBeLessThan(0.6);
  });

  test('a number of a series that does not exist is of another document', () => {
    expect(only('See Section 88.').status).toBe('external');
  });

  test('where many numbers are missing, none is judged', () => {
    const words = 'See Section 2.4, Section 1.4, Section 1.5, Section 2.5 and Section 2.6.';
    const references = referencesOf(analyze(lease(words)));
    expect(references.map(({ status }) => status)).toEqual(Array(5).fill('unresolved'));
    expect(references.filter(({ confidence }) => confidence >= 0.6)).toEqual([]);
  });
});

describe('twins', () => {
  const twins = lease('See Section 2.2.').replace('Section 2.3 Delay', 'Section 2.2 Delay');

  test('are both targets', () => {
    const { status, members } = only('', twins);
    expect(status).toBe('ambiguous');
    expect(members[0]?.failure?.reason).toBe('several');
    expect(members[0]?.targets.map(({ provision }) => provision.caption)).toEqual(['Due Date', 'Delay']);
  });

  test('are told apart by a subdivision that only one of them has', () => {
    const text = twins
      .replace('See Section 2.2.', 'See Section 2.2(b).')
      .replace('Whoever is late pays $5.', 'Whoever is late pays:\n\n(a) $5; and\n\n(b) the costs.');
    expect(only('', text).members[0]?.targets.map(({ provision }) => provision.ordinal)).toEqual(['b']);
  });
});

test('a reference over a line end, a page number and a form feed reads as one', () => {
  const text = lease('Payment is due as set forth in Section\n\n- 4 -\n\f\n2.2 of this Lease.');
  const reference = only('', text);
  expect(reference.text).toBe('Section 2.2 of this Lease');
  expect(reference.pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Section',
    '2.2 of this Lease',
  ]);
  expect(reference.status).toBe('resolved');
});

test('a reference knows the provision in which it stands', () => {
  expect(only('See Section 2.2.').source?.caption).toBe('Boathouse');
});

test('the numbers of a reference know the provisions on their way', () => {
  const [member] = only('See Section 1.3(b)(ii).').members;
  expect(member?.steps.map(({ number, provision }) => [number, provision?.ordinal])).toEqual([
    ['1.3', '1.3'],
    ['b', 'b'],
    ['ii', 'ii'],
  ]);
});
