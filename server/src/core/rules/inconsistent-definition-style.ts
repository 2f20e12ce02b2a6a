import type { Definition } from '../model/definition.ts';
import { say } from '../text/say.ts';
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
          message: say`“${definition.term}” is ${setOff(definition.mark)}; the other terms of this list are ${setOff(usual)}.`,
          related: [{ range: model.range, message: say`“${model.term}” is ${setOff(usual)}.` }],
        };
      }
    }
  },
};

function setOff(mark: Definition['mark']): string {
  switch (mark) {
    case 'quotes':
      return say`in quotation marks`;
    case 'emphasis':
      return say`in bold or italics`;
    case 'none':
      return say`not set off`;
  }
}

/** What at least nine of ten have in common. */
function usualMark(list: readonly Definition[]): Definition['mark'] | null {
  for (const mark of ['quotes', 'emphasis', 'none'] as const) {
    const alike = list.filter((definition) => definition.mark === mark).length;
    if (alike >= fewestAlike && alike < list.length && alike * 10 >= list.length * 9) return mark;
  }
  return null;
}
