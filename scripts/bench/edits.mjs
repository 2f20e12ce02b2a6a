/** The changes of one round, at each of these shares of the document, in pairs of a change and its reversal, so that every round begins with the same text. */
export function planEdits(text, places = [0.1, 0.5, 0.9]) {
  const lines = text.split('\n');
  return places.flatMap((share) => {
    const near = Math.floor(lines.length * share);
    return [inBody(lines, near), inNumber(lines, near), ofLine(lines, near)].flat();
  });
}

/** Twenty letters typed one after the other in body text, in the middle of the document. */
export function planBurst(text) {
  const lines = text.split('\n');
  const line = bodyLine(lines, Math.floor(lines.length / 2));
  const keys = [...'and without any delay '].slice(0, 20);
  const typed = keys.map((key, index) => insertion('key', { line, character: 20 + index }, key));
  return { typed, undone: deletion('key', { line, character: 20 }, { line, character: 20 + keys.length }) };
}

function inBody(lines, near) {
  const line = bodyLine(lines, near);
  const at = { line, character: 20 };
  return [insertion('body text', at, 'x'), deletion('body text', at, { line, character: 21 })];
}

/** The last part of a section's number becomes another, so that a number is missing. */
function inNumber(lines, near) {
  const line = lines.findIndex((words, index) => index >= near && /^(?:### )?\d+\.3 /.test(words));
  const character = lines[line].indexOf('.3 ') + 1;
  const range = { start: { line, character }, end: { line, character: character + 1 } };
  return [
    { kind: 'number', change: { range, text: '7' } },
    { kind: 'number', change: { range, text: '3' } },
  ];
}

function ofLine(lines, near) {
  const line = bodyLine(lines, near) + 1;
  const at = { line, character: 0 };
  const words = 'the Buyer shall keep a copy of each of them at its own cost and without\n';
  return [insertion('line', at, words), deletion('line', at, { line: line + 1, character: 0 })];
}

/** A line of running text with another one below it. */
function bodyLine(lines, near) {
  const isBody = (words) => words !== undefined && words.length > 50 && /^[a-z]/.test(words);
  return lines.findIndex((words, index) => index >= near && isBody(words) && isBody(lines[index + 1]));
}

function insertion(kind, at, text) {
  return { kind, change: { range: { start: at, end: at }, text } };
}

function deletion(kind, start, end) {
  return { kind, change: { range: { start, end }, text: '' } };
}
