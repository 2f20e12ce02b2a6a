import type { Analysis } from '../analysis.ts';
import {
  type DefinitionReading,
  opensWithVerb,
  readDefinitions,
  readLoneTerm,
} from '../inline/definitions.ts';
import type { Paragraph } from '../inline/paragraph.ts';
import type { Definition } from '../model/definition.ts';
import { innermostProvision } from '../model/locate.ts';
import type { Steps } from '../text/steps.ts';
import { readCaptionDefinitions } from './caption-definitions.ts';
import { type Found, foundIn, readInSteps } from './found.ts';
import { readLabelDefinitions } from './label-definitions.ts';
import { perAnalysis } from './per-analysis.ts';
import { scopeOf } from './scopes.ts';

/** The definitions of a document, in the order of the text. Linear. */
export const definitionsOf = perAnalysis((analysis): readonly Definition[] => {
  const found: Definition[] = [];
  const readings = foundIn(analysis, readDefinitions);
  for (const [at, { paragraph, answer }] of readings.entries()) {
    for (const reading of answer) {
      if (reading.needsCompany && !hasCompany(readings, at, reading)) continue;
      found.push(createDefinition(analysis, paragraph, reading));
    }
  }
  found.push(...readPartedDefinitions(analysis));
  const sure = withoutSupplements(found);
  sure.push(...readCaptionDefinitions(analysis, sure), ...readLabelDefinitions(analysis, sure));
  return sure.sort((a, b) => a.range.start - b.range.start);
});

/** Reads the definitions of each paragraph. */
export function* readDefinitionsInSteps(analysis: Analysis): Steps<void> {
  yield* readInSteps(analysis, readDefinitions);
  yield* readInSteps(analysis, readLoneTerm);
}

/** Terms alone in their paragraphs, with the verb and the meaning in the next. */
function readPartedDefinitions(analysis: Analysis): Definition[] {
  const found: Definition[] = [];
  for (const { paragraph, index, answer: lone } of foundIn(analysis, readLoneTerm)) {
    const next = analysis.paragraphs[index + 1];
    if (!next?.content.ask(opensWithVerb)) continue;
    const definition = createDefinition(analysis, paragraph, {
      ...lone,
      form: 'means',
      mark: 'quotes',
      meaningStart: -1,
      meaningEnd: -1,
      pointer: null,
      scopeUnit: null,
      listed: true,
      needsCompany: false,
      confidence: 0.8,
    });
    found.push({ ...definition, meaning: { start: next.start, end: next.end } });
  }
  return found;
}

/** "X" shall include …, … shall be deemed "X": where the term is defined otherwise, these only add to it. */
function withoutSupplements(definitions: readonly Definition[]): Definition[] {
  const adds = ({ form }: Definition): boolean => form === 'includes' || form === 'being';
  const defined = new Set(definitions.filter((one) => !adds(one)).map(({ term }) => term.toLowerCase()));
  return definitions.filter((one) => !adds(one) || !defined.has(one.term.toLowerCase()));
}

function createDefinition(analysis: Analysis, paragraph: Paragraph, reading: DefinitionReading): Definition {
  const range = paragraph.rangeOf(reading.start, reading.end);
  const source = innermostProvision(analysis.outline, range.start);
  return {
    term: reading.term,
    range,
    pieces: paragraph.pieces(reading.start, reading.end),
    form: reading.form,
    mark: reading.mark,
    listed: reading.listed,
    meaning: reading.meaningStart < 0 ? null : paragraph.rangeOf(reading.meaningStart, reading.meaningEnd),
    pointer: reading.pointer && {
      text: reading.pointer.text,
      range: paragraph.rangeOf(reading.pointer.start, reading.pointer.end),
    },
    scope: scopeOf(source, reading.scopeUnit),
    source,
    quoted: analysis.quoted[paragraph.firstLine] === 1,
    confidence: reading.confidence,
  };
}

/** Among how many paragraphs before and behind another definition of the same list is looked for. */
const neighbourhood = 6;

/** Whether a definition that says so by its place alone stands among others. */
function hasCompany(
  readings: ReadonlyArray<Found<readonly DefinitionReading[]>>,
  own: number,
  { mark }: DefinitionReading,
): boolean {
  const place = readings[own]?.index ?? 0;
  for (const step of [-1, 1]) {
    for (let at = own + step; ; at += step) {
      const near = readings[at];
      if (!near || Math.abs(near.index - place) > neighbourhood) break;
      if (near.answer.some((other) => other.listed && other.mark === mark && !other.needsCompany))
        return true;
    }
  }
  return false;
}
