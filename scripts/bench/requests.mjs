import { Refusal } from '../command.mjs';
import { planEdits } from './edits.mjs';
import { generateAgreement } from './generate.mjs';
import { MeasuredServer } from './server.mjs';
import { proviso } from './servers.mjs';
import { median, percentile } from './statistics.mjs';

/** How many places of the document each is asked about, after some to warm up. */
const places = 200;
const warmUp = 20;

/** How many lines an editor shows at once. */
const screen = 60;

/** How many terms the document with terms defines. */
const terms = 400;

/** How long Proviso takes to answer what readers ask about one place of an open document of this size. */
export async function measureRequests(size) {
  const cited = withRelativeCitations(generateAgreement({ size }));
  const defined = generateAgreement({ size, terms });
  return [
    ...(await measure(cited, /\b(?:Section|Article) \d/g, questions)),
    ...(await measure(defined, usesOfTerms, questionsOfTerms)),
  ];
}

/** How long outline and diagnostics of an edit take where nothing else is asked, and behind a question for all colours. */
export async function measureColours(size) {
  const text = generateAgreement({ size, terms });
  const uri = 'file:///bench/colours.agreement';
  const textDocument = { uri };
  const server = await MeasuredServer.start({ ...proviso, handle: answerSettings });
  await server.open({ uri, languageId: proviso.languageId, text });
  let { answer } = await server.request('textDocument/semanticTokens/full', { textDocument });
  const count = answer.data.length / 5;
  const alone = [];
  const behind = [];
  const colours = [];
  const ask = async () => {
    const params = { textDocument, previousResultId: answer.resultId };
    const asked = await server.request('textDocument/semanticTokens/full/delta', params);
    answer = asked.answer;
    return asked.milliseconds;
  };
  for (let round = 0; round < colourRounds; round += 1) {
    for (const [step, { change }] of planEdits(text).entries()) {
      const withColours = (round + step) % 2 === 0;
      const { milliseconds } = await server.edit(change, withColours ? ask : undefined);
      if (!withColours) colours.push(await ask());
      if (round > 0) (withColours ? behind : alone).push(milliseconds);
    }
  }
  await server.stop();
  return { count, alone: median(alone), behind: median(behind), colours: median(colours) };
}

const colourRounds = 6;

async function measure(text, pattern, questionsAbout) {
  const uri = 'file:///bench/requests.agreement';
  const server = await MeasuredServer.start({ ...proviso, handle: answerSettings });
  await server.open({ uri, languageId: proviso.languageId, text });
  const asked = placesOf(text, pattern);
  const measured = [];
  for (const [name, ask] of questionsAbout({ uri })) {
    const times = [];
    let answered = 0;
    for (let count = 0; count < warmUp + places; count += 1) {
      const { milliseconds, answer } = await ask(server, asked[(count * 7919) % asked.length]);
      if (count < warmUp) continue;
      times.push(milliseconds);
      if (answer !== null && answer.length !== 0) answered += 1;
    }
    // Nothing is found quickly.
    if (answered < places / 2) throw new Refusal(`${name}: only ${answered} of ${places} had an answer.`);
    measured.push({ name, p50: median(times), p95: percentile(times, 95) });
  }
  await server.stop();
  return measured;
}

/** Every third citation of a section names no number, so that there is something to explain on each screen. */
function withRelativeCitations(text) {
  let count = 0;
  return text.replace(/\bSection \d+\.\d+/g, (citation) => {
    count += 1;
    return count % 3 === 0 ? 'the preceding Section' : citation;
  });
}

/** Everything is switched on. */
function answerSettings(connection) {
  const settings = { codeLens: { citations: true, terms: true }, inlayHints: { citations: true } };
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }) => (section === 'proviso' ? settings : null)),
  );
}

function questions(textDocument) {
  const about = askingAbout(textDocument);
  return [
    ['definition', about('textDocument/definition')],
    ['references', about('textDocument/references', () => ({ context: { includeDeclaration: true } }))],
    ['highlights', about('textDocument/documentHighlight')],
    ['hover', about('textDocument/hover')],
    ['completion', about('textDocument/completion', behindWord)],
    ['inlay hints of a screen', about('textDocument/inlayHint', screenAround)],
    ['code lenses', about('textDocument/codeLens')],
    ['call hierarchy', about('textDocument/prepareCallHierarchy')],
    ['incoming calls', ofHierarchy('callHierarchy/incomingCalls')],
    ['outgoing calls', ofHierarchy('callHierarchy/outgoingCalls')],
    ['workspace symbols', (server) => server.request('workspace/symbol', { query: 'title' })],
  ];

  function ofHierarchy(method) {
    return async (server, position) => {
      const prepare = { textDocument, position };
      const { answer } = await server.request('textDocument/prepareCallHierarchy', prepare);
      return await server.request(method, { item: answer[0] });
    };
  }
}

function questionsOfTerms(textDocument) {
  const about = askingAbout(textDocument);
  return [
    ['definition of a term', about('textDocument/definition')],
    [
      'references of a term',
      about('textDocument/references', () => ({ context: { includeDeclaration: true } })),
    ],
    ['highlights of a term', about('textDocument/documentHighlight')],
    ['hover over a term', about('textDocument/hover')],
    ['completion of a term', about('textDocument/completion')],
    ['type hierarchy', about('textDocument/prepareTypeHierarchy')],
    ['terms built on one', ofHierarchy],
    ['colours of a screen', about('textDocument/semanticTokens/range', screenAround)],
  ];

  async function ofHierarchy(server, position) {
    const prepare = { textDocument, position };
    const { answer } = await server.request('textDocument/prepareTypeHierarchy', prepare);
    return await server.request('typeHierarchy/subtypes', { item: answer[0] });
  }
}

function askingAbout(textDocument) {
  return (method, more = () => ({})) =>
    (server, position) =>
      server.request(method, { textDocument, position, ...more(position) });
}

/** Behind the first word of a use, as far as it may have been typed: "each Harbour". A "Delivery Date" is defined nowhere. */
const usesOfTerms = /\beach (?!Delivery)[A-Z][a-z]+/g;

/** Behind the blank of "Section 4.2". */
function behindWord({ line, character }) {
  return { position: { line, character: character - 1 } };
}

function screenAround({ line }) {
  const first = Math.max(0, line - screen / 2);
  return { range: { start: { line: first, character: 0 }, end: { line: first + screen, character: 0 } } };
}

/** Where numbers of citations stand. */
function placesOf(text, pattern) {
  return text
    .split('\n')
    .flatMap((words, line) =>
      [...words.matchAll(pattern)].map(({ 0: cited, index }) => ({ line, character: index + cited.length })),
    );
}
