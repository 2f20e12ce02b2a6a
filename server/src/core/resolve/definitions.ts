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
import { readLabelDefinitions } from './label-definitions.ts';
import { perAnalysis } from './per-analysis.ts';
import { scopeOf } from './scopes.ts';

/** The definitions of a document, in the order of the text. Linear. */
export const definitionsOf = perAnalysis((analysis): readonly Definition[] => {
  const found: Definition[] = [];
  const { paragraphs } = analysis;
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    for (const reading of paragraph.content.ask(readDefinitions)) {
      if (reading.needsCompany && !hasCompany(analysis, index, reading)) continue;
      found.push(createDefinition(analysis, paragraph, reading));
    }
  }
  found.push(...readPartedDefinitions(analysis));
  const sure = withoutSupplements(found);
  sure.push(...readLabelDefinitions(analysis, sure));
  return sure.sort((a, b) => a.range.start - b.range.start);
});

/** Terms alone in their paragraphs, with the verb and the meaning in the next. */
function readPartedDefinitions(analysis: Analysis): Definition[] {
  const found: Definition[] = [];
  for (const [index, paragraph] of analysis.paragraphs.entries()) {
    const lone = paragraph.content.ask(readLoneTerm);
    const next = analysis.paragraphs[index + 1];
    if (!lone || !next?.content.ask(opensWithVerb)) continue;
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
function hasCompany(analysis: Analysis, index: number, { mark }: DefinitionReading): boolean {
  for (const step of [-1, 1]) {
    for (let distance = 1; distance <= neighbourhood; distance += 1) {
      const readings = analysis.paragraphs[index + step * distance]?.content.ask(readDefinitions);
      if (readings?.some((other) => other.listed && other.mark === mark && !other.needsCompany)) return true;
    }
  }
  return false;
}
