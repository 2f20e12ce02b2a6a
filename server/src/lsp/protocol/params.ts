import { notifications, requests } from './protocol.ts';

/**
 * What is wrong with the parameters of a message, in a few words; null where they are as the protocol says, as far as they
 * are read. Clients are programs too: one that sends nonsense is told so and changes nothing.
 */
export function faultOfParams(method: string, params: unknown): string | null {
  return shapeOf(method)(params, 'params');
}

/** What is wrong with a value, which is called so; null where nothing is. */
type Shape = (value: unknown, name: string) => string | null;

const text: Shape = (value, name) => (typeof value === 'string' ? null : `${name} is no string`);
const number: Shape = (value, name) => (typeof value === 'number' ? null : `${name} is no number`);

const optional =
  (shape: Shape): Shape =>
  (value, name) =>
    value === undefined || value === null ? null : shape(value, name);

const list =
  (shape: Shape): Shape =>
  (value, name) => {
    if (!Array.isArray(value)) return `${name} is no array`;
    return firstFault(value, (member, index) => shape(member, `${name}[${index}]`));
  };

const object =
  (members: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, name) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${name} is no object`;
    return firstFault(Object.entries(members), ([key, shape]) =>
      shape(Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined, `${name}.${key}`),
    );
  };

function firstFault<Member>(
  members: readonly Member[],
  faultOf: (member: Member, index: number) => string | null,
): string | null {
  for (const [index, member] of members.entries()) {
    const fault = faultOf(member, index);
    if (fault !== null) return fault;
  }
  return null;
}

/** Numbers outside of the document, no whole ones and none at all are moved inside where positions are read. */
const coordinate = optional(number);
const position = object(Object.fromEntries(['line', 'character'].map((name) => [name, coordinate])));
const range = object({ start: position, end: position });
const textDocument = object({ uri: text });
const item = object({ uri: text });

const ofDocument = object({ textDocument });
const ofPlace = object({ textDocument, position });
const ofRange = object({ textDocument, range });
const ofItem = object({ item });

const shapes: ReadonlyMap<string, Shape> = new Map([
  [
    'initialize',
    object({
      capabilities: optional(object({ workspace: optional(object()), textDocument: optional(object()) })),
      rootUri: optional(text),
      workspaceFolders: optional(list(object({ uri: text }))),
    }),
  ],
  ['textDocument/didOpen', object({ textDocument: object({ uri: text, text, version: number }) })],
  [
    'textDocument/didChange',
    object({
      textDocument: object({ uri: text, version: optional(number) }),
      contentChanges: list(object({ range: optional(range), text })),
    }),
  ],
  ['textDocument/didClose', ofDocument],
  ['textDocument/willSave', object({ textDocument, reason: number })],
  ['workspace/didChangeConfiguration', object()],
  ['workspace/didChangeWatchedFiles', object({ changes: list(object({ uri: text })) })],
  ['workspace/symbol', object({ query: text })],
  ['workspace/willRenameFiles', object({ files: list(object({ oldUri: text, newUri: text })) })],
  ['workspace/diagnostic', object({ previousResultIds: optional(list(object({ uri: text, value: text }))) })],
  ['completionItem/resolve', object({ label: text })],
  [
    'codeAction/resolve',
    object({
      data: object({ textDocument, version: number, offset: number, operation: text }),
    }),
  ],
  [
    'textDocument/codeAction',
    object({ textDocument, range, context: object({ only: optional(list(text)) }) }),
  ],
  ['textDocument/selectionRange', object({ textDocument, positions: list(position) })],
  ['textDocument/semanticTokens/range', ofRange],
  ['textDocument/semanticTokens/full/delta', object({ textDocument, previousResultId: text })],
  ['textDocument/inlayHint', ofRange],
  ['textDocument/formatting', object({ textDocument, options: object() })],
  ['textDocument/rangeFormatting', object({ textDocument, range, options: object() })],
  ['textDocument/rename', object({ textDocument, position, newName: text })],
  ['textDocument/prepareRename', ofPlace],
  ['textDocument/definition', ofPlace],
  ['textDocument/declaration', ofPlace],
  ['textDocument/references', ofPlace],
  ['textDocument/documentHighlight', ofPlace],
  ['textDocument/hover', ofPlace],
  ['textDocument/completion', ofPlace],
  ['textDocument/linkedEditingRange', ofPlace],
  ['textDocument/onTypeFormatting', object({ textDocument, position, ch: text })],
  ['textDocument/prepareCallHierarchy', ofPlace],
  ['textDocument/prepareTypeHierarchy', ofPlace],
  ['callHierarchy/incomingCalls', ofItem],
  ['callHierarchy/outgoingCalls', ofItem],
  ['typeHierarchy/supertypes', ofItem],
  ['typeHierarchy/subtypes', ofItem],
  [notifications.committedText, object({ textDocument, text: optional(text) })],
  [requests.findProvisions, ofPlace],
  [requests.citation, ofPlace],
  [requests.explain, ofPlace],
  [requests.brokenCitation, ofPlace],
  [requests.termsInView, ofPlace],
  [requests.provisionReferences, ofPlace],
]);

/** Most requests are about a document and nothing else. */
function shapeOf(method: string): Shape {
  return shapes.get(method) ?? (/^(?:textDocument|proviso)\//.test(method) ? ofDocument : anything);
}

const anything: Shape = () => null;
