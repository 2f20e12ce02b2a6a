/** The wordings by which lawyers define terms, as patterns. All are read at one place of a text with single blanks. */

/** What may stand between a term and the verb that defines it; tried several times in turn. */
export const beforeVerb: readonly RegExp[] = [
  /[,*_]{1,3} ?| /y,
  /\([^()]{0,200}\)/y,
  /\[[^[\]]{0,80}\]/y,
  /\{\{[^{}]{0,60}\}\}/y,
  /(?:as|when|where|wherever|whenever|if) (?:(?:so|herein|hereinafter) )?(?:used|applied|referred to|employed|capitalized|appearing)\b(?:(?! (?:does|do|not)\b)[^,.;"“”]){0,90}?(?=,| (?:shall|will|means?|mean|has|have|is|are|includes?|refers?)\b)/y,
  /(?:for (?:the )?purposes? of|for purposes hereof|solely for|under|pursuant to)\b(?:(?! (?:does|do|not)\b)[^,.;"“”]){0,90}?(?=,| (?:shall|will|means?|mean|has|have|is|are|includes?|refers?)\b)/y,
  /(?:which|hereby|herein|hereunder|collectively|together|each|individually|respectively|only|also|accordingly|in turn|either|both|unless the context (?:otherwise )?requires(?: otherwise)?|unless otherwise (?:stated|provided|specified)|in this agreement)\b/iy,
];

/** A longer qualification between term and verb: `"Affiliate", with respect to any Person, means`. */
export const qualification =
  /(?:,? ?)(?:with respect to|with reference to|with regard to|in relation to|in respect of|in connection with|in the case of|in reference to|when used|as used|as to|as applied|as of|for|of|on|at|during|under)\b[^.;"“”]{1,160}?(?=,? (?:(?:shall|will) )?(?:means?|has the meaning|have the meaning)\b)/y;

/** `has the meaning set forth in`, `shall have the respective meanings assigned to them in`. */
export const hasMeaning =
  /(?:(?:shall|will|is to|are to|must) (?:each |also |all )?)?(?:has|have|having|be given|is given|are given|bears?|carr(?:y|ies)|take|takes) (?:the|its|their|a|such|that|same) (?:respective |same |following |corresponding |correlative |like |ordinary |special )*meanings?\b/y;

/** `is defined in Section 4`. */
export const isDefined =
  /(?:(?:shall|will) be |is |are |being |was |were |has been |have been )(?:hereby |herein |hereinafter |further )?(?:more fully |more particularly |specifically )?(?:defined|described and defined)\b/y;

export const means =
  /(?:(?:shall|will|does|is to|is intended to|is used to|are used to|are intended to|is understood to|is taken to|shall be (?:deemed|understood|taken|construed|interpreted) to|(?:is|are) deemed to|will be deemed to) (?:each |hereby |collectively |, collectively, |only |always )?)?(?:means?|meant|signif(?:y|ies)|denotes?|(?:is|are) used to (?:mean|refer to|describe)|stands? for)\b(?: and (?:shall |will )?includes?\b)?/y;

export const refers =
  /(?:(?:shall|will) (?:be deemed to |collectively |each )?|(?:is|are) deemed to )?refers? (?:collectively |individually |jointly |only |solely |exclusively )?to\b/y;

/** Not "shall not include" and not "shall also include": these go with a definition that stands elsewhere. */
export const includes =
  /(?:(?:shall|will|is to|are to|must|shall be deemed to|is deemed to|are deemed to) (?:mean and )?)?includes?\b|(?:is|are|shall be) (?:hereby )?deemed to include\b/y;

/** `"Controlled" shall be construed accordingly`. */
export const accordingly =
  /(?:(?:shall|will|must|is to|are to) be|is|are) (?:construed|interpreted|read|understood) (?:accordingly|as|to mean|in the same)\b|(?:shall|will) have (?:a |the )?(?:corresponding|correlative|similar|like) meanings?\b/y;

/** `"P" = …`, `"X": …`, `"X" - …`, `"X" – …` behind a term that opens its paragraph. */
export const colon = /[*_]{0,3} ?(?::|=|[-–—]{1,2}(?= ))[*_]{0,3} ?(?=\S)/y;

/** `"Plan Year" shall be the calendar year`, behind a term that opens its paragraph. */
export const isVerb =
  /(?:shall be|is|are|will be|(?:shall )?consists? of|comprises?|represents?|exists?|shall exist|shall be deemed to exist)\b/y;

/** The same behind an article and a quoted term that begin a sentence: `A "Milestone" is an event that …`. */
export const isThing =
  / ?(?:(?:for any [A-Za-z ]{1,30}|at any (?:date|time)) )?(?:shall be|is|are|will be|represents?|consists of|exists|shall exist|shall be deemed)(?=(?: |: ?)(?:an?|the|any|each|all|those|that|equal|calculated|comprised|an amount|one|if|at|to have|to exist|to occur|January|February|March|April|May|June|July|August|September|October|November|December|\(i\)|\(a\)|your|our)\b)/y;

/** What may stand between the names of one definition: `"X" or "Y"`, `"X," "Y" and "Z"`, `"X" (or "Y")`. */
export const betweenNames =
  /^[\s,;*_)]{0,4}(?:(?:and\/or|and|or|&|\/)[\s,]{0,2})?(?:\((?:and|or|also|individually|each|collectively|together with)?,? ?)?(?:(?:also|each|collectively|together|the|an?|any|individually|singly|jointly|either|in each case|similarly|the terms?|the words?|the expressions?|the phrases?|with the term|words|terms|variations thereof|such as|like)[\s,]{1,2}){0,4}$/i;

/** What leads to a term inside brackets, up to the term. */
export const bracketLeads: readonly RegExp[] = [
  // Nothing but an article.
  /^[\s*_]{0,3}(?:(?:the|an?|this|these|such|each|any|all|our|its|said|my|your)\b,? ?)?(?:(?:terms?|words?|expressions?) )?$/i,
  // A verb of naming, or a word that gathers, with an article or none.
  /(?:^|[\s,;])(?:called|named|termed|as|being|is|are|collectively|together|individually|jointly|severally|singly|each(?: of which| of them| such [a-z]{1,20})?(?: being)?|all|any|either|both|individually and collectively|hereinafter|hereafter|herein|respectively|separately|combined|or|and|constituting|constitute|hereby|generally|also|sometimes|abbreviated|thereafter|defined|in this [a-z]{2,20}|in (?:each|either|any|such) case|in the aggregate|as applicable|the terms?|known as|for short|and collectively|i\.e\.),? ?(?:(?:the|an?|this|these|such|each|any|all|our|its),? )?$/i,
  // Apposition behind a comma: `such date, the "X"`, `together with the A, the "X"`.
  /[,;] ?(?:the|an?|this|these|each an?|each, an?|collectively,? the|together,? the) $/i,
  // `each such person a "X"`, `such amount "X"`.
  /^(?:each|any|all|every|such|said|either|that|these|those) (?:[\w’'/-]{1,25},? ){1,9}?(?:(?:being|is|are|shall be|referred to as|called),? )?(?:the |an? |each an? )?$/i,
  /^(?:[a-z’'-]{1,20} ){1,8}(?:the|an?) $/i,
];

/** Endings that lead to a thing that has that name, not to a name that is given here. */
export const bracketDenied =
  /\b(?:in|within|under|of|see|marked|entitled|titled|headed|labell?ed|section|article|clause|per|by|from|with|include|including|excluding|except|e\.g\.,?|for example,?|currently (?:referred to|known) as|captioned|contain|contains|containing|on|at|not|than|for|into|upon)(?: (?:the|an?|any|each|such|its|term|terms|word|caption|heading|definitions? of)){0,3} $/i;

/** Anywhere before a term in its brackets: what is quoted there is a label or a loose word. */
export const labelWords = /\b(?:label+ed|marked|entitled|captioned|so-called|designated in|as if)\b/i;

/** What leads to a term in a sentence: `hereinafter referred to as the`, `are called`, `shall be known as`. */
export const calledLead =
  /\b(?:(?:hereinafter|hereafter|herein|hereunder)|(?:are|is|be|been|being|and|or|also|sometimes|collectively|individually|together|each|jointly|hereby|which|that|whom|may|,) ?(?:hereinafter |hereafter |herein |sometimes |collectively |individually |together |jointly |each |hereby |also |generally ){0,3}(?:referred to|called|termed|defined))(?:[ ,]{1,2}(?:to|as|herein|hereinafter|hereafter|hereunder|referred to|called|defined|designated|known|in this [a-z]{2,20}|throughout this [a-z]{2,20}|collectively|individually|together|jointly|jointly and severally|severally|each|sometimes|also|below|above|throughout|singly|either|elsewhere|or|and|may be|may each be|shall be|will be|is|are|being|as follows|for convenience|for brevity|generally|simply|separately|interchangeably|in the aggregate|respectively)){0,10}[ ,:]{0,2}(?:(?:the|an?|this|any|each|each an?|either|our|its|their|such|all|each of the|all of the)[ ,]{1,2})?$/i;

/** Such a lead needs a naming word: "herein" alone leads to nothing. */
export const namingWord = /\b(?:hereinafter|hereafter|called|as|designated|denominated|termed|defined)\b/i;

/** `, such date being the`, `shall constitute`, `shall be deemed a`, `are the`. */
export const beingLead =
  /\b(?:being (?:referred to as |called |herein called |defined as )?(?:the|an?|each an?|collectively the)|(?:shall |will |hereby |collectively |together |each )(?:(?:constitutes?|comprises?)(?: the| an?)?|be (?:deemed|considered)(?: to be| to constitute)? (?:the|an?)|be (?:referred to|known|called|designated) (?:herein )?as(?: the| an?)?|be the)|(?:constitutes?|comprises?)(?: the| an?)?|are (?:collectively )?(?:the|each an?)|, ?(?:collectively|together),?(?: the)?|, ?each,? an?|, ?individually,? an?) $/i;

/** Behind a term that is named so: the thing has its meaning from elsewhere. */
export const meansElsewhere =
  /^["”'’)*_]{0,3},? ?(?:\(?as (?:such (?:term|word) is |that term is |it is |so )?(?:defined|used|described) (?:in|under|by|below|above)|within the meaning|under (?:section|rule|the)|pursuant to (?:section|rule)|for (?:the )?purposes? of (?:section|rule|the)|as (?:that|such) term)/i;

/** What a chain goes on with: `"NTT" and, together with it, the "Parties"`, `and each individually as a "Party"`. */
export const chainLead =
  /^[,;)*_ ]{0,3}(?:and|or|and\/or|but|with)?[, ]{0,2}(?:(?:individually|singly|separately|each|either|any one|one|collectively|together|jointly|all|both|also|sometimes|hereinafter|herein|as|called|referred to|respectively|of which|of whom|of them|being|may be|is|are|alternatively|as the case may be|the|an?|to|or|and|hereafter|which|in the singular|in the plural|individual|they|it|such|as applicable)[, ]{1,2}){0,10}$/i;

/** The words that send the reader elsewhere, behind a verb of meaning. */
export const pointerLead =
  /^(?:,? ?(?:thereof|therefor|thereto|to (?:it|them|that term|such (?:term|terms|word)|this term)|respectively|given|ascribed|assigned|attributed|specified|set (?:forth|out)|stated|provided|indicated|contained|described|defined|so defined|as|such|hereinafter|hereto|for|is|are|which|and|by|more fully|in (?:and )?(?:accordance with|the definition of)|pursuant to)\b){0,10}[, ]{0,2}(?:in|under|by|at|on|to)\b(?: (?:clause|the text|the definition|paragraph) of)? /i;

/** `See Section 4`, `see the Preamble hereto`. */
export const seeLead = /^(?:see|as defined in|has the meaning|is defined in|defined in)\b /i;

/** The date specified as such in Article 2. */
export const specifiedAsSuch =
  /\b(?:referenced and defined|such term as defined|(?:specified|set forth|set out|described|designated|identified|defined|stated|shown) as such) (?:in|on) /i;

/** Where a pointer leads: a citation, a part of the instrument, another document. */
export const pointerTarget =
  /(?:(?:the )?(?:preamble|recitals?|introductory paragraph|first paragraph|opening paragraph|background|introduction)\b(?:[^.;,"“”]|\.(?=\w)){0,40}|(?:(?:the |this |said |such )?(?:Articles?|Sections?|Clauses?|Paragraphs?|Subsections?|Subparagraphs?|Sub-?clauses?|Exhibits?|Schedules?|Annex(?:es)?|Appendi(?:x|ces)|Recitals?|Chapters?|Parts?|Items?|§{1,2}|definition of|preamble|term sheet)\b)(?:[^.;,"“”]|\.(?=\w)){0,60}|(?:the |that certain |that |such |said )?[A-Z](?:[^.;,"“”()]|\.(?=\w)){2,80})/iy;

/**
 * Words that say how far a definition reaches: `For the purpose of this Section 3.17`, `referred to in this Section as`, `In this
 * Article, "X" means`. What is merely described in a section, or due under it, may be named for the whole document.
 */
export const scopeWords =
  /(?:\bfor (?:the )?purposes? of|\b(?:used|called|defined|named|designated|known|termed|referred to) in|^ ?(?:[\d.]{1,12} |\(\w{1,5}\) )?in|\(in) (?:this|the foregoing|the preceding) (section|article|clause|paragraph|subsection|subparagraph|sub-?clause|exhibit|schedule|annex|appendix|recital|item|subclause|definition)\b/i;

/** Terms taken over from another document. */
export const importedTerms: readonly RegExp[] = [
  /\b(?:capitali[sz]ed|defined) (?:terms?|words?|expressions?)\b[^.;]{0,90}\b(?:not|without|unless|except)\b[^.;]{0,160}\b(?:meanings?|defined|definitions?)\b/i,
  /\b(?:terms?|words|expressions) (?:defined|that are defined|which are defined) in (?:the|that certain|such)\b[^.;]{0,120}\b(?:same|respective) meanings?\b/i,
  /\b(?:not|unless) (?:otherwise )?defined (?:herein|in this [A-Z]\w+|hereunder)\b[^.;]{0,160}\bmeanings?\b/i,
  /\bcapitali[sz]ed (?:terms?|words)\b[^.;]{0,60}\b(?:have|has|having|shall have|bear)\b[^.;]{0,40}\bmeanings?\b[^.;]{0,60}\bin (?:the|that)\b/i,
];
