import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * The least a language server can do for an outline and findings: it keeps the text in step, looks at every line once
 * and answers as many symbols and diagnostics as Proviso, of the same shape. What another server takes longer than
 * this is its own work.
 */
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const scans = new WeakMap();

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: 2 },
    documentSymbolProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.onDocumentSymbol(({ textDocument }) => scan(textDocument.uri).symbols);
connection.languages.diagnostics.on(({ textDocument }) => ({
  kind: 'full',
  items: scan(textDocument.uri).diagnostics,
}));
documents.listen(connection);
connection.listen();

/** Scans a version of a document once, whichever question comes first. */
function scan(uri) {
  const document = documents.get(uri);
  const known = scans.get(document);
  if (known?.version === document.version) return known;
  const fresh = { version: document.version, ...scanLines(document.getText()) };
  scans.set(document, fresh);
  return fresh;
}

const opening =
  /^(?:ARTICLE \d+|\d+\.(\d+) .{0,60}|\([a-z]\) .{0,80})|^(?:[A-Z ]{3,}|THIS AGREEMENT|IN WITNESS)\b/;
const enumerator = / (\([ivx]+\) .{0,60})/g;

function scanLines(text) {
  const root = symbol('Document', 0, 0, 0);
  const diagnostics = [];
  let article = root;
  let section = root;
  let due = 1;
  let from = 0;
  for (let line = 0; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const until = end < 0 ? text.length : end;
    const words = text.slice(from, until);
    const found = opening.exec(words);
    if (found) {
      const entry = symbol(found[0], line, 0, found[0].length);
      if (words.startsWith('ARTICLE')) {
        root.children.push(entry);
        article = entry;
        section = entry;
        due = 1;
      } else if (found[1]) {
        if (Number(found[1]) !== due) diagnostics.push(diagnostic(line, found[1].length));
        due = Number(found[1]) + 1;
        article.children.push(entry);
        section = entry;
      } else if (words.startsWith('(') || words.startsWith('THIS') || words.startsWith('IN W'))
        section.children.push(entry);
    }
    if (words.includes(' (')) {
      for (const mark of words.matchAll(enumerator))
        section.children.push(symbol(mark[1], line, mark.index + 1, mark.index + 5));
    }
    from = until + 1;
  }
  return { symbols: [root], diagnostics };
}

function symbol(name, line, start, end) {
  const selectionRange = { start: { line, character: start }, end: { line, character: end } };
  return {
    name,
    kind: 6,
    range: { start: { line, character: start }, end: { line: line + 3, character: 60 } },
    selectionRange,
    children: [],
  };
}

function diagnostic(line, length) {
  return {
    range: { start: { line, character: 0 }, end: { line, character: length } },
    severity: 2,
    code: 'numbering-gap',
    source: 'floor',
    message: `The number on line ${line + 1} does not follow the one before it.`,
  };
}
