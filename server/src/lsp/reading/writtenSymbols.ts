import type { Analysis } from '../../core/analysis.ts';
import type { OutlineEntry } from '../../core/features/provisions/outline.ts';
import { perDocument } from '../../core/resolve/per-document.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { TextSnapshot } from '../../core/text/snapshot.ts';
import type { Work } from '../documents/schedule.ts';
import { toSymbolKind, toSymbolName } from '../protocol/convert.ts';
import { JsonWriter, type WrittenAnswer } from '../protocol/writtenAnswer.ts';

/** Looking at the clock costs more than making a symbol. */
export const symbolsInAStep = 64;

/** The nested outline as the bytes of its JSON: the same symbols, member by member, as `nestedSymbols` makes. */
export function* writtenSymbols(analysis: Analysis, entries: readonly OutlineEntry[]): Work<WrittenAnswer> {
  const { snapshot } = analysis;
  const length = lastLength(analysis);
  const json = new JsonWriter(length.bytes * 1.1);
  let made = 0;
  // The list that is being written at each depth, and how far.
  const lists: (readonly OutlineEntry[])[] = [entries];
  const next: number[] = [0];
  json.raw('[');
  for (let depth = 0; depth >= 0; ) {
    const at = next[depth] ?? 0;
    const entry = lists[depth]?.[at];
    if (!entry) {
      lists.pop();
      next.pop();
      depth -= 1;
      json.raw(depth >= 0 ? ']}' : ']');
      continue;
    }
    next[depth] = at + 1;
    json.raw(at > 0 ? ',{"name":' : '{"name":');
    json.string(toSymbolName(entry));
    json.raw(',"kind":');
    json.number(toSymbolKind(entry.kind));
    json.raw(',"range":{"start":{"line":');
    writeRange(json, snapshot, entry.range);
    json.raw('}},"selectionRange":{"start":{"line":');
    writeRange(json, snapshot, entry.selectionRange);
    json.raw('}}');
    if (entry.detail) {
      json.raw(',"detail":');
      json.string(entry.detail);
    }
    if (entry.children.length > 0) {
      json.raw(',"children":[');
      lists.push(entry.children);
      next.push(0);
      depth += 1;
    } else json.raw('}');
    made += 1;
    if (made % symbolsInAStep === 0) yield;
  }
  length.bytes = json.length;
  return json.take();
}

/** How many bytes it took the last time, which is about what it will take. */
const lastLength = perDocument(() => ({ bytes: 4096 }));

/** From the line of the start on up to the last number, as `toRange` gives it: in long pieces, without making one. */
function writeRange(json: JsonWriter, snapshot: TextSnapshot, { start, end }: TextRange): void {
  const first = snapshot.lineAt(start);
  json.number(first);
  json.raw(',"character":');
  json.number(start - snapshot.lineStart(first));
  json.raw('},"end":{"line":');
  // What is below a long provision begins where it does, not where it ends.
  const last = snapshot.lineFrom(first, end);
  json.number(last);
  json.raw(',"character":');
  json.number(end - snapshot.lineStart(last));
}
