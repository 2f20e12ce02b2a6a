import { say } from '../text/say.ts';
import { readImports } from '../workspace/front-matter.ts';
import type { Rule } from './rule.ts';

/** The front matter names a file that is not there, or may not be looked at. Only where the files of the workspace are known. */
export const brokenImport: Rule = {
  id: 'broken-import',
  title: 'An import that leads to no document',
  severity: 'warning',
  scope: 'workspace',
  *check(analysis, _configuration, _silenced, others) {
    for (const { path, start, end } of readImports(analysis)) {
      const found = others.imported(path);
      if (found === 'missing')
        yield { range: { start, end }, message: say`The imported document “${path}” was not found.` };
      if (found === 'outside')
        yield {
          range: { start, end },
          message: say`The imported document “${path}” lies outside of the open folders and is not read.`,
        };
    }
  },
};
