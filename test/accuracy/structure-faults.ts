import type { Analysis } from '../../server/src/core/analysis.ts';
import { isAttachmentKind, type Provision, walkProvisions } from '../../server/src/core/model/provision.ts';
import type { Fault, FindPlaces, Place } from './fault.ts';

/**
 * Faults of numbering: a number doubled, a provision taken out, two numbers swapped, an enumerator dropped from a sentence,
 * an entry of the contents altered. A fault is counted only where the document makes it one: among siblings that count on
 * from each other without a fault before.
 */
export const findStructurePlaces: FindPlaces = (analysis, text, path) => {
  const found: Place[] = [];
  for (const run of consecutiveRuns(analysis)) {
    for (let index = 1; index + 1 < run.length; index += 1) {
      const [before, here, after] = [run[index - 1], run[index], run[index + 1]];
      if (!before?.number || !here?.number || !after?.number) continue;
      if (here.inline) {
        found.push({ kind: 'enumerator dropped', path, make: () => dropEnumerator(text, here, after) });
        continue;
      }
      found.push({
        kind: 'number doubled',
        path,
        make: () => renumber(text, here, before.number ?? '', after),
      });
      found.push({ kind: 'provision taken out', path, make: () => takeOut(text, here, after) });
      found.push({ kind: 'numbers swapped', path, make: () => swap(text, here, after) });
    }
  }
  found.push(...findContentsPlaces(analysis, text, path));
  return found;
};

function findContentsPlaces(analysis: Analysis, text: string, path: string): Place[] {
  const captions = new Map<string, string>();
  for (const provision of walkProvisions(analysis.outline)) {
    if (provision.number && provision.caption && !provision.inline)
      captions.set(provision.number, provision.caption.toLowerCase());
  }
  return analysis.contents
    .filter(
      (entry) =>
        entry.caption.length > 5 && captions.get(entry.designation.number) === entry.caption.toLowerCase(),
    )
    .map((entry) => ({
      kind: 'contents altered',
      path,
      make: (): Fault => {
        const { start, end } = entry.captionRange;
        return {
          kind: 'contents altered',
          expected: ['contents-mismatch'],
          text: `${text.slice(0, start)}Treatment of Sundry Matters${text.slice(end)}`,
          from: entry.range.start,
          until: start + 40,
        };
      },
    }));
}

/** Runs of at least four siblings that count on from each other, all of them sure, all in lines or all in a sentence. */
function consecutiveRuns(analysis: Analysis): Provision[][] {
  const runs: Provision[][] = [];
  for (const parent of walkProvisions(analysis.outline)) {
    let run: Provision[] = [];
    const close = (): void => {
      if (run.length >= 4) runs.push(run);
      run = [];
    };
    for (const child of parent.children) {
      const last = run[run.length - 1];
      // Of attachments only some are filed, and a cover sheet repeats a name: a number there proves no fault.
      const judged = child.numbering && !isAttachmentKind(child.kind);
      if (!judged || child.implied || child.confidence < 0.7) {
        close();
        continue;
      }
      if (last && !(countsOn(last, child) && last.inline === child.inline)) close();
      run.push(child);
    }
    close();
  }
  return runs;
}

function countsOn(last: Provision, next: Provision): boolean {
  const a = last.numbering;
  const b = next.numbering;
  if (!a || !b || a.family !== b.family || a.numeral !== b.numeral || a.path.length !== b.path.length)
    return false;
  const end = a.path.length - 1;
  return (
    b.path[end] === (a.path[end] ?? 0) + 1 && a.path.slice(0, end).every((value, at) => b.path[at] === value)
  );
}

function withNumber(text: string, provision: Provision, number: string): string {
  const range = provision.designation ?? provision.heading;
  const printed = text.slice(range.start, range.end);
  const at = printed.lastIndexOf(provision.number ?? '');
  if (at < 0) return text;
  return (
    text.slice(0, range.start + at) + number + text.slice(range.start + at + (provision.number ?? '').length)
  );
}

function renumber(text: string, here: Provision, number: string, after: Provision): Fault {
  return {
    kind: 'number doubled',
    expected: ['duplicate-number', 'misordered-number', 'numbering-gap'],
    text: withNumber(text, here, number),
    from: here.heading.start - 1,
    until: after.heading.end + 8,
  };
}

function takeOut(text: string, here: Provision, after: Provision): Fault {
  const start = text.lastIndexOf('\n', here.heading.start) + 1;
  const end = text.lastIndexOf('\n', after.heading.start) + 1;
  const from = end > start ? start : here.heading.start;
  const until = end > start ? end : after.heading.start;
  return {
    kind: 'provision taken out',
    expected: ['numbering-gap'],
    text: text.slice(0, from) + text.slice(until),
    from,
    until: from + (after.heading.end - until) + 8,
  };
}

function swap(text: string, here: Provision, after: Provision): Fault {
  const second = withNumber(text, after, here.number ?? '');
  return {
    kind: 'numbers swapped',
    expected: ['misordered-number', 'duplicate-number', 'numbering-gap'],
    text: withNumber(second, here, after.number ?? ''),
    from: here.heading.start - 1,
    until: after.heading.end + 400,
  };
}

function dropEnumerator(text: string, here: Provision, after: Provision): Fault {
  const range = here.designation ?? here.heading;
  const end = text[range.end] === ' ' ? range.end + 1 : range.end;
  return {
    kind: 'enumerator dropped',
    expected: ['inline-enumeration', 'numbering-gap'],
    text: text.slice(0, range.start) + text.slice(end),
    from: range.start - 1,
    until: after.heading.end + 1,
  };
}
