import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Connection,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { analyze } from '../../server/src/core/analysis.ts';
import { Documents } from '../../server/src/lsp/documents/documents.ts';
import { answerRequests, answerUnread } from '../../server/src/lsp/session/requests.ts';
import { sessionAbout } from './session.ts';

const uri = 'file:///lease.agreement';
const text = 'Article 1. (Rent)\nArticle 2. (Term)\n';
let server: Connection;
let client: ProtocolConnection;

beforeEach(() => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  server.listen();
  client.listen();
});

afterEach(() => {
  client.dispose();
  server.dispose();
});

const ask = (asked: string) => client.sendRequest('test/asked', { textDocument: { uri: asked } });

it('an error in a feature is logged and answered, and the next request is answered as ever', async () => {
  const logged: string[] = [];
  const session = sessionAbout(analyze(text, uri), [], {
    logError: (subject, error) => logged.push(`${subject}: ${error}`),
  });
  answerUnread(server, session, 'test/asked', function* (params) {
    yield;
    if (params.textDocument.uri === 'bad:') throw new RangeError('no such line');
    return 'answered';
  });
  await expect(ask('bad:')).rejects.toMatchObject({
    code: -32603,
    message: 'test/asked failed: no such line',
  });
  expect(await ask('good:')).toBe('answered');
  expect(logged).toEqual(['test/asked: RangeError: no such line']);
});

it('a feature is asked about what is read of the document, and not at all where that is not open', async () => {
  const documents = new Documents();
  documents.open({ textDocument: { uri, languageId: 'legal', version: 7, text } });
  const session = sessionAbout(analyze(text, uri), [], { documents });
  answerRequests(server, session, 'test/asked', function* ({ version, outline }) {
    yield;
    return { version, provisions: outline.flatMap(({ children }) => children).length };
  });
  expect(await ask(uri)).toEqual({ version: 7, provisions: 2 });
  expect(await ask('file:///closed.agreement')).toBeNull();
});
