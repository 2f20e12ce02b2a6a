/**
 * Whether a word is another one with a slip of the pen: one letter left out, put in, changed or two of them swapped,
 * inside the word. Its first letter stands, and so does what tells one word from its kin at the end.
 */
export function isMisspelt(written: string, own: string): boolean {
  if (written === own || written.charAt(0) !== own.charAt(0)) return false;
  if (Math.abs(written.length - own.length) > 1 || /\d/.test(written) || /\d/.test(own)) return false;
  let start = 0;
  while (start < written.length && written[start] === own[start]) start += 1;
  let end = 0;
  const most = Math.min(written.length, own.length) - start;
  while (end < most && written[written.length - 1 - end] === own[own.length - 1 - end]) end += 1;
  const left = written.slice(start, written.length - end);
  const right = own.slice(start, own.length - end);
  if (end === 0 && endings.test(left) && endings.test(right)) return false;
  const swapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return swapped || (left.length <= 1 && right.length <= 1);
}

/** Endings that make another word of one: "Affiliated" is no slip of "Affiliate". */
const endings =
  /^(?:d|ed|r|er|or|ing|al|ly|ion|ive|n|y|ment|able|ee|e|ship|ized|ised|ary|ory|ity|s|es|a|i)?$/;

/** The word, and what is left of it without one letter, but for the first: two words that share one of these are alike. */
export function misspellingsOf(word: string): readonly string[] {
  const found = [word];
  for (let at = 1; at < word.length; at += 1) found.push(word.slice(0, at) + word.slice(at + 1));
  return found;
}
