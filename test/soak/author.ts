import type { Position, TextDocumentContentChangeEvent, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditGenerator } from '../core/edits.ts';

/** One document on an author's screen: what the author sees, and the changes the server is told of. */
export class EditedDocument {
  readonly uri: string;
  /** The text may wander this far from its length at the beginning, so that memory can be compared. */
  readonly #usual: number;
  text: TextDocument;

  constructor(uri: string, text: string) {
    this.uri = uri;
    this.#usual = text.length;
    this.text = TextDocument.create(uri, 'legal', 1, text);
  }

  /** Applies changes one after the other, as the protocol tells them. */
  change(changes: readonly TextDocumentContentChangeEvent[]): void {
    this.text = TextDocument.update(this.text, [...changes], this.text.version + 1);
  }

  /** The edits of a plan, each told in the text before them, as changes that can be applied one after the other. */
  asChanges(edits: readonly TextEdit[]): TextDocumentContentChangeEvent[] {
    return [...edits]
      .sort((one, other) => this.text.offsetAt(other.range.start) - this.text.offsetAt(one.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
  }

  get isLong(): boolean {
    return this.text.getText().length > this.#usual * 1.03;
  }
}

const phrases: readonly [string, ...string[]] = [
  'without prior written consent of the other Party, ',
  'as set forth in Section 2.1 ',
  'subject to Article 3 and Section 4.2, ',
  'on or before December 31, 2026 ',
  'five thousand dollars ($5,000) ',
  '(each, a "Permitted Transfer") ',
  'the the ',
  'Section 99.9',
  '"Closing Date" means the date of closing.',
  'provided that (a) it is due and (b) it is paid; ',
  'in accordance with applicable law',
];

/** Keys that are pressed one after the other, each as the change that it makes. */
export type Keys = readonly ((document: EditedDocument, caret: Caret) => TextDocumentContentChangeEvent)[];

/** Where the next key is pressed. */
export interface Caret {
  at: Position;
}

/** What somebody does without moving the caret by hand: types a phrase, opens a line, pastes, takes back what was typed. */
export function nextKeys(document: EditedDocument, random: EditGenerator): Keys {
  if (document.isLong) return [deleteLine];
  const phrase = random.pick(phrases);
  const typed = [...phrase].map((key) => type(key));
  const back = typed.map(() => backspace);
  return random.pick([
    [...typed, ...back],
    [...typed, ...back],
    [...typed, ...back.slice(random.below(back.length))],
    [type('\n'), type('\n'), ...typed, ...back, backspace, backspace],
    [paste(random)],
    [deleteLine],
    [type('x'), backspace],
    [...typed.slice(0, 6), ...back.slice(0, 6)],
  ]);
}

/** A place in the text, more often near where one was than elsewhere. */
export function nextCaret({ text }: EditedDocument, caret: Caret | undefined, random: EditGenerator): Caret {
  const near = caret && random.below(3) > 0 ? text.offsetAt(caret.at) + random.below(800) - 400 : Number.NaN;
  const offset = Number.isNaN(near) ? random.below(text.getText().length + 1) : near;
  return { at: text.positionAt(Math.max(0, offset)) };
}

function type(key: string): Keys[number] {
  return ({ text }, caret) => {
    const range = { start: caret.at, end: caret.at };
    const offset = text.offsetAt(caret.at);
    caret.at = key === '\n' ? { line: caret.at.line + 1, character: 0 } : text.positionAt(offset);
    if (key !== '\n') caret.at = { line: caret.at.line, character: caret.at.character + key.length };
    return { range, text: key };
  };
}

const backspace: Keys[number] = ({ text }, caret) => {
  const offset = text.offsetAt(caret.at);
  const start = text.positionAt(Math.max(0, offset - 1));
  const range = { start, end: caret.at };
  caret.at = start;
  return { range, text: '' };
};

const deleteLine: Keys[number] = (_, caret) => {
  const start = { line: caret.at.line, character: 0 };
  const range = { start, end: { line: caret.at.line + 1, character: 0 } };
  caret.at = start;
  return { range, text: '' };
};

function paste(random: EditGenerator): Keys[number] {
  return ({ text }, caret) => {
    const from = random.below(text.getText().length);
    const pasted = text.getText().slice(from, from + 300);
    return { range: { start: caret.at, end: caret.at }, text: pasted };
  };
}
