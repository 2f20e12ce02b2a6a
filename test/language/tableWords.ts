import { readFileSync } from 'node:fs';
import { type AnyNode, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { chainKeys, configurationKeys } from '../../server/src/core/config/keys.ts';
import { provisionKinds } from '../../server/src/core/model/provision.ts';

/** What is said and stands in a table or is kept with what was read, where no template shows it. */
export const tableWords: readonly string[] = [
  ...provisionKinds,
  ...Object.values(configurationKeys).map(({ noun }) => noun),
  chainKeys.extends.noun,
  chainKeys.overrides.files.noun,
  'key',
  ...['evidence', 'attachments', 'tree', 'enumerators'].flatMap(evidenceIn),
];

/** The words of `add(1, '…')`, `return [1, '…']` and `evidence: ['…']` in a file of `syntax`. */
function evidenceIn(name: string): string[] {
  const source = readFileSync(new URL(`../../server/src/core/syntax/${name}.ts`, import.meta.url), 'utf8');
  const found: string[] = [];
  const take = (node: unknown): void => {
    const value = node as AnyNode | null | undefined;
    if (value?.type === 'Literal' && typeof value.value === 'string') found.push(value.value);
    if (value?.type !== 'ConditionalExpression') return;
    take(value.consequent);
    take(value.alternate);
  };
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const node = value as AnyNode;
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'add')
      take(node.arguments[1]);
    if (node.type === 'ReturnStatement' && node.argument?.type === 'ArrayExpression')
      take(node.argument.elements[1]);
    if (node.type === 'Property' && node.key.type === 'Identifier' && node.key.name === 'evidence')
      if (node.value.type === 'ArrayExpression') for (const element of node.value.elements) take(element);
    for (const part of Object.values(node)) visit(part);
  };
  visit(parse(transformSync(source, { loader: 'ts' }).code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}
