import { expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { features, serverCapabilities } from '../../server/src/lsp/capabilities.ts';
import { plainClient, pullingClient } from './serverProcess.ts';

it('the table of features', () => {
  expect(table(pullingClient)).toMatchInlineSnapshot(`
    "
    Outline | textDocument/documentSymbol | {"documentSymbolProvider":{"label":"Proviso"}}
    Folding | textDocument/foldingRange | {"foldingRangeProvider":true}
    Expand selection | textDocument/selectionRange | {"selectionRangeProvider":true}
    Findings, pulled | textDocument/diagnostic | {"diagnosticProvider":{"identifier":"proviso","interFileDependencies":false,"workspaceDiagnostics":true}}
    Findings of files that are not open | workspace/diagnostic | -
    Quick fixes, and making terms of words | textDocument/codeAction | {"codeActionProvider":{"codeActionKinds":["quickfix","refactor","source.fixAll.proviso"],"resolveProvider":true}}
    Colours by meaning | textDocument/semanticTokens/full | {"semanticTokensProvider":{"legend":{"tokenTypes":["designation","caption","furniture","contents","comment","enumerator","termDefinition","term"],"tokenModifiers":[]},"full":{"delta":true},"range":true}}
    Lists that go on | textDocument/onTypeFormatting | {"documentOnTypeFormattingProvider":{"firstTriggerCharacter":"\\n"}}
    Laying out a document | textDocument/formatting | {"documentFormattingProvider":true}
    Laying out what is selected | textDocument/rangeFormatting | {"documentRangeFormattingProvider":true}
    Going to what a citation cites and a term means | textDocument/definition | {"definitionProvider":true}
    Going to what names a term | textDocument/declaration | {"declarationProvider":true}
    Who cites a provision or uses a term | textDocument/references | {"referencesProvider":true}
    Heading and citations of a provision, definition and uses of a term, highlighted | textDocument/documentHighlight | {"documentHighlightProvider":true}
    What a citation cites and a term means, on hovering | textDocument/hover | {"hoverProvider":true}
    Numbers of provisions and terms, as they are typed | textDocument/completion | {"completionProvider":{"triggerCharacters":[" ","(","\\"","“","A","B","C","D","E","F","G","H","I","J","K","L","M","N","O","P","Q","R","S","T","U","V","W","X","Y","Z"],"resolveProvider":true}}
    Provisions that cite one, and that it cites | textDocument/prepareCallHierarchy | {"callHierarchyProvider":true}
    Terms that a meaning is built from, and that are built on it | textDocument/prepareTypeHierarchy | {"typeHierarchyProvider":true}
    A term and its repetitions in its definition, edited together | textDocument/linkedEditingRange | {"linkedEditingRangeProvider":true}
    What citations without a number mean | textDocument/inlayHint | {"inlayHintProvider":true}
    By how many a provision is cited, and how often a term is used | textDocument/codeLens | {"codeLensProvider":{}}
    Provisions and terms of all documents | workspace/symbol | {"workspaceSymbolProvider":true}
    Folders, and paths to files that are moved | workspace/willRenameFiles | -
    Renaming a defined term in all its forms | textDocument/rename | {"renameProvider":{}}
    Links to attachments | textDocument/documentLink | {"documentLinkProvider":{}}
    Going to a provision, citing it, the learned scheme, why a line is a heading, broken citations | proviso/findProvisions | {"experimental":{"provisoRequests":["proviso/findProvisions","proviso/citation","proviso/scheme","proviso/explain","proviso/brokenCitation","proviso/termsInView","proviso/termsOfMeaning","proviso/termTable","proviso/termUses","proviso/provisionReferences","proviso/documentReferences","proviso/signings","proviso/typeset","proviso/card","proviso/htmlPage","proviso/map"]}}
    Terms in view, the table of terms and where each is used | proviso/termsInView | {}
    Citations of a provision and of the document, parties and signatures | proviso/provisionReferences | {}
    The document as it is typeset, in parts and as a file | proviso/typeset | {}
    "
  `);
});

it('declares no pull to a client that cannot pull', () => {
  expect(table(plainClient)).toContain('Findings, pulled | textDocument/diagnostic | -');
});

it('no two rows answer the same request or declare the same capability', () => {
  const methods = features.map((feature) => feature.method);
  expect(new Set(methods).size).toBe(methods.length);
  const names = features.flatMap((feature) => Object.keys(feature.capability(pullingClient) ?? {}));
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(serverCapabilities(pullingClient)).sort()).toEqual(
    [...names, 'positionEncoding', 'textDocumentSync'].sort(),
  );
});

function table(client: ClientCapabilities): string {
  const rows = features.map(({ title, method, capability }) => {
    const declared = capability(client);
    return `${title} | ${method} | ${declared ? JSON.stringify(declared) : '-'}`;
  });
  return `\n${rows.join('\n')}\n`;
}
