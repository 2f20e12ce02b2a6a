/** How much is looked at: enough to tell, and done in a few milliseconds. */
const linesRead = 200;
const charactersOfLineRead = 1_200;
const charactersRead = 24_000;

/**
 * Whether a text plainly is a contract, statutes or another legal document, by its first lines. Errs on the side of
 * silence: a text that only speaks of such things (a manual, a read-me file, an essay) must not be taken for one.
 */
export function looksLegal(lineCount: number, lineAt: (line: number) => string): boolean {
  const seen = new Set<Sign>();
  let characters = 0;
  let against = 0;
  let structure = 0;
  let shall = 0;
  let fenced = false;
  const limit = Math.min(lineCount, linesRead);
  for (let line = 0; line < limit && characters < charactersRead; line += 1) {
    const text = lineAt(line).slice(0, charactersOfLineRead);
    if (/^\s*(?:```|~~~)/.test(text)) {
      fenced = !fenced;
      against += 1;
    }
    if (fenced || text.trim() === '') continue;
    characters += text.length;
    if (technical.test(text)) against += 1;
    if (heading.test(text)) structure += 1;
    shall +=
      text.match(/\b(?:shall|hereby|hereto|herein|hereof|hereunder|thereof|hereinafter)\b/gi)?.length ?? 0;
    for (const sign of signs) {
      if (!seen.has(sign) && (sign.within === undefined || line < sign.within) && sign.pattern.test(text))
        seen.add(sign);
    }
  }
  let score = Math.min(structure, 10) * 0.4 + Math.min(6, (shall * 1500) / Math.max(characters, 1500));
  for (const { weight } of seen) score += weight;
  return score - Math.min(against, 12) * 0.7 >= 4.3 && (structure >= 2 || shall >= 3 || seen.size >= 3);
}

interface Sign {
  readonly pattern: RegExp;
  readonly weight: number;
  /** Counts in the first so many lines only. */
  readonly within?: number;
}

/** What legal documents say and others seldom do; each counts once. */
const signs: readonly Sign[] = [
  {
    pattern:
      /^[\s#*_>"“]{0,60}(?:[A-Z][\w&'’.,-]{0,30} ){0,9}(?:agreement|contract|by-?laws|articles of (?:incorporation|association|organization)|certificate of incorporation|constitution|charter|statutes|lease|indenture|deed|terms (?:and conditions|of (?:service|use))|policy|plan|amendment)\b[^.;:]{0,80}$/i,
    weight: 2,
    within: 40,
  },
  { pattern: /\b(?:WHEREAS|W I T N E S S E T H|WITNESSETH|RECITALS)\b/, weight: 2 },
  { pattern: /\bSECURITIES AND EXCHANGE COMMISSION\b/, weight: 1.5 },
  { pattern: /\b(?:SCHEDULE 13[DG]|UNDER THE SECURITIES EXCHANGE ACT)\b/i, weight: 2 },
  { pattern: /\bNOW,? THEREFORE\b|\bIN WITNESS WHEREOF\b/i, weight: 2 },
  { pattern: /\((?:the |this |each,? an? |collectively,? |hereinafter )?(?:the )?["“][A-Z]/, weight: 2 },
  {
    pattern: /^\s{0,40}[*_]{0,3}["“][A-Z][^"”]{1,60}["”][*_]{0,3} (?:means|shall mean|has the meaning)/,
    weight: 2,
  },
  {
    pattern: /\bthis (?:Agreement|Lease|Contract|Deed|Plan|Indenture|Amendment|Constitution|Note)\b/,
    weight: 1.5,
  },
  { pattern: /\b(?:these|the) (?:By-?laws|Articles|Statutes|Terms|Rules)\b/, weight: 1.5 },
  {
    pattern:
      /\b(?:by and between|by and among|entered into|made and entered|is made (?:on|as of|between))\b/i,
    weight: 1,
  },
  {
    pattern:
      /\b(?:governing law|governed by the laws|laws of the State of|force majeure|indemnif(?:y|ication))\b/i,
    weight: 1,
  },
  {
    pattern: /\b(?:Board of Directors|board of directors|quorum|General Meeting|members? in good standing)\b/,
    weight: 1,
  },
  {
    pattern: /\b(?:hereinafter|hereto|hereof|hereunder|notwithstanding|witnesseth|pursuant to)\b/i,
    weight: 1,
  },
];

/** A numbered heading of the kind that documents of law have: "Article 5", "§ 3", "3.10 Notices", "(a) the". */
const heading =
  /^[\s#*_>|-]{0,60}(?:(?:article|section|clause|chapter|schedule|exhibit|§)\s{0,3}(?:\d|[IVXLC]{1,6}\b|[A-Z]\b|one\b)|\d{1,2}\.\d{1,2}\.?[*_]{0,3}\s{1,8}["“*_]{0,4}[A-Z]|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s|\d{1,2}\.[*_]{0,3}\s{1,8}[*_]{0,3}[A-Z][\w ]{2,60}[.:])/i;

/** What stands in texts about programs: badges, commands, code, links to builds, version headings. */
const technical =
  /\[!\[|^\s{0,3}#{1,6}\s{1,3}(?:install|usage|getting started|api\b|example|contribut|changelog|features|build|develop|test|docs|options|\[?v?\d+\.\d+\.\d+)|\b(?:npm|yarn|pnpm|pip|cargo|brew|docker|git) (?:install|add|run|clone|build)\b|\b(?:require|import)\s?\(|=>|\bfunction\s?\(|^\s*(?:import|export|const|let|var|def|class|#include)\b.{0,80}[;:{(]|[{}]\s*$|<\/?(?:img|code|pre|script)\b|`[^`]{1,60}`|^\s*[$>]\s(?:cd|ls|curl|npx)\b/i;
