import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Documents } from '../../server/src/lsp/documents/documents.ts';
import { Precedence } from '../../server/src/lsp/documents/schedule.ts';
import { DiagnosticReports } from '../../server/src/lsp/session/diagnostics.ts';
import { answerRequests, type Session } from '../../server/src/lsp/session/requests.ts';
import { alone, undecided, undisplayed } from './undecided.ts';

it('an error in a feature is logged and answered, and the next request is answered as ever', async () => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const logged: string[] = [];
  const session: Session = {
    documents: new Documents(),
    reports: new DiagnosticReports(() => {}),
    configurations: undecided,
    display: undisplayed,
    workspace: alone,
    client: {},
    precedence: new Precedence(),
    lifecycle: 'running',
    logError: (subject, error) => logged.push(`${subject}: ${error}`),
  };
  answerRequests(server, session, 'test/fragile', function* (params) {
    yield;
    if (params.textDocument.uri === 'bad:') throw new RangeError('no such line');
    return 'answered';
  });
  server.listen();
  client.listen();
  const ask = (uri: string) => client.sendRequest('test/fragile', { textDocument: { uri } });
  await expect(ask('bad:')).rejects.toMatchObject({
    code: -32603,
    message: 'test/fragile failed: no such line',
  });
  expect(await ask('good:')).toBe('answered');
  expect(logged).toEqual(['test/fragile: RangeError: no such line']);
  client.dispose();
  server.dispose();
});
