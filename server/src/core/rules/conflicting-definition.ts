import { fileNameOf } from '../features/file-name.ts';
import { say } from '../text/say.ts';
import { differingFigures } from '../workspace/differing-figures.ts';
import { summarize } from '../workspace/summarize.ts';
import type { Rule } from './rule.ts';
import { isIgnored } from './terms.ts';

/** Two documents that belong together give a term the same meaning but for its figures. */
export const conflictingDefinition: Rule = {
  id: 'conflicting-definition',
  title: 'A term with other figures in a document that belongs to this one',
  severity: 'information',
  scope: 'workspace',
  *check(analysis, configuration, _silenced, others) {
    const together = others.together();
    if (together.length === 0) return;
    for (const { term, meaning, start, end } of summarize(analysis).definitions) {
      if (isIgnored(configuration, term)) continue;
      for (const file of together) {
        const other = file.definitions.find((one) => one.term === term && one.meaning !== '');
        const differing = other && differingFigures(meaning, other.meaning);
        if (!other || !differing) continue;
        const { here, there } = differing;
        yield {
          range: { start, end },
          message: say`“${term}” is defined with other figures in ${fileNameOf(file.uri)}: ${here.join(', ')} here, ${there.join(', ')} there.`,
          related: [{ range: other, message: say`“${term}” in ${fileNameOf(file.uri)}.`, file }],
        };
        break;
      }
    }
  },
};
