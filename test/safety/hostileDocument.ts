const escapeCode = '\u001b';

/** What a document may call a term or a provision so that whoever shows it does something. */
export const hostileNames: readonly string[] = [
  'click](command:workbench.action.quit) [x](command:y)',
  '[Open](file:///etc/passwd) now',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '![x](http://example.invalid/x.png)',
  `${escapeCode}[31mRed${escapeCode}[0m`,
  `${escapeCode}]8;;http://example.invalid\u0007Link`,
  '\u009b2JWiped',
  '::error file=x::Owned',
  '%0A::error::Owned',
  '\u202Edesrever\u2066',
  'Zeile\u2028::error::Two',
  '$(trash) $(100)',
  '**Bold** _x_ `code`',
  'http://example.invalid/x www.example.invalid a@example.invalid',
  '|Row|b|',
  '&lt;b&gt; &#60;',
  '=HYPERLINK("x")',
  ']]> <![CDATA[',
  '+ Item',
  '# Heading',
  '1. One',
];

/** A document that uses all of them as terms, in captions and in citations, with something wrong about each. */
export const hostileDocument = `SALE AGREEMENT ${hostileNames[0]}

${hostileNames
  .map(
    (name, index) => `Section 1.${index + 1} ${name}. “${name}” means the goods of the Seller.

The Buyer pays for ${name} as Section 99.${index} (${name}) and Section 1.${index + 2} (Another ${name}) say. “${name}” means the
price that the Buyer and the Vendor agree on for ${name} in Exhibit ${index + 1}.

`,
  )
  .join('')}
Section 1.3 ${hostileNames[1]}. The the end [${hostileNames[2]}.
`;
