import type { Definition } from '../model/definition.ts';
import { definitionLists } from './definition-lists.ts';
import type { Rule } from './rule.ts';

/** As many definitions of a list must agree before another is called different. */
const fewestAlike = 6;

/** In a list of definitions most terms are set off in one way, and one is not. */
export const inconsistentDefinitionStyle: Rule = {
  id: 'inconsistent-definition-style',
  title: 'Definitions that are written in another way than the rest of their list',
  severity: 'hint',
  scope: 'document',
  *check(analysis) {
    for (const list of definitionLists(analysis)) {
      const usual = usualMark(list);
      if (!usual) continue;
      const model = list.find(({ mark }) => mark === usual);
      for (const definition of list) {
        if (definition.mark === usual || !model) continue;
        yield {
          range: definition.range,
          message: `“${definition.term}” is ${words[definition.mark]}; the other terms of this list are ${words[usual]}.`,
          related: [{ range: model.range, message: `“${model.term}” is ${words[usual]}.` }],
        };
      }
    }
  },
};

const words = { quotes: 'in quotation marks', emphasis: 'in bold or italics', none: 'not set off' } as const;

/** What at least nine of ten have in common. */
function usualMark(list: readonly Definition[]): Definition['mark'] | null {
  for (const mark of ['quotes', 'emphasis', 'none'] as const) {
    const alike = list.filter((definition) => definition.mark === mark).length;
    if (alike >= fewestAlike && alike < list.length && alike * 10 >= list.length * 9) return mark;
  }
  return null;
}
