/**
 * The words by which laws and other documents are known in citations. Sources: the corpus; the Bluebook's tables of
 * statutory codes for the abbreviations; the Federal Acquisition Regulation system for FAR and DFARS.
 */

/** A name that ends in one of these is a law: "the Commercial Code", "Securities Exchange Act". */
export const lawNouns: ReadonlySet<string> = new Set(
  'act acts code law laws statute statutes regulation regulations reg reg. regs regs. ordinance directive constitution treaty erisa cobra hipaa uslea ucc dgcl dfars far gaap rules guidelines charter circular decree'.split(
    ' ',
  ),
);

/** Collections that are cited by volume and section: "15 U.S.C. § 78m". */
export const collection =
  /\b\d{1,3}[ \u00a0]{0,3}(?:U\.[ \u00a0]?S\.[ \u00a0]?C\.(?:[ \u00a0]?A\.)?|USCA?|C\.[ \u00a0]?F\.[ \u00a0]?R\.|CFR|Fed\.[ \u00a0]?Reg\.)[ \u00a0]{0,3}(?:§§?|Sections?|Secs?\.|Parts?)?[ \u00a0]{0,3}\d{1,5}[a-z]{0,2}(?:[.\-–]\d{1,4}[a-z]?(?![a-z])){0,4}(?:\([A-Za-z\d]{1,4}\)){0,6}/g;

/** Regulations that are cited by number alone: "FAR 52.227-19". */
export const acquisitionRegulation =
  /(?:\b(?:FAR|DFARS?|NFS)|\((?:FAR|DFARS?)\))[ \u00a0]{1,3}(?:(?:Parts?|Sections?|Subparts?|§)[ \u00a0]{1,3})?\d{1,3}\.\d{1,4}(?:-\d{1,5})?(?:\([A-Za-z\d]{1,4}\)){0,6}/g;

/** Nouns for documents, laws and parts of them that are cited with a small letter too: "of the statutes". */
export const documentNouns: ReadonlySet<string> = new Set(
  'act agreement agreements amendment articles bylaws by-laws certificate charter code constitution contract convention decree deed directive form guarantee guaranty guidelines indenture instruction instructions law laws lease license licence manual memorandum mortgage note notes notice ordinance permit plan policy procedures program prospectus protocol regulation regulations report resolution resolutions rules standards statement statute statutes terms treaty trust warrant will'.split(
    ' ',
  ),
);

/** Forms of authorities that bear the name of an attachment: "Schedule 13D", "Schedule 14A", "Schedule K-1". */
export const governmentForm = /^(?:1[34][A-GN](?:-\d)?|TO(?:-[A-Z])?|13E-[34]|K-1|[A-F]-?\d?\/A)$/;

/** Sections of the Securities Act of 1933 and the Securities Exchange Act of 1934 that are cited without their act. */
export const securitiesSections: ReadonlySet<string> = new Set([
  '3(a)(2)',
  '3(a)(9)',
  '3(a)(10)',
  '4(a)(2)',
  '10(b)',
  '12(b)',
  '12(g)',
  '13(a)',
  '13(d)',
  '13(d)(3)',
  '13(g)',
  '14(a)',
  '14(d)',
  '14(e)',
  '15(d)',
  '16(a)',
  '16(b)',
  '21E',
  '27A',
]);
