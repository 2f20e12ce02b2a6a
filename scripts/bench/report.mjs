import { cpus } from 'node:os';
import { median, percentile } from './statistics.mjs';

/** The page of figures, in Markdown. */
export function report({ contenders, growth, requests, colours, size, rounds, opens, bursts, keyPause }) {
  const edits = contenders[0].plan.length * rounds;
  return `# Benchmarks

Written by \`npm run bench -- --write\`, in one run on ${count(cpus().length)} cores with Node ${process.versions.node}.

## One document of ${size / 1_000_000} MB

A generated agreement (\`scripts/bench/generate.mjs\`), numbered without a fault, about ${thousands(contenders[0].text.split('\n').length)} lines. Each server is a
process of its own, spoken to over standard input and output. The time runs from the message until the outline *and* the
diagnostics of that text are back and read. The servers take turns at every step, and who begins changes from step to step.

- **floor** does the least a server can do: it keeps the text in step, looks at each line once and answers about as many symbols and
  diagnostics (\`scripts/bench/floor-server.mjs\`).
- **vscode-markdown** is vscode-markdown-languageserver 0.5.0, the server of VS Code's own Markdown support, on the same text in Markdown with all its
  checks of links on. Its outline holds the headings only. It lets its client parse; that is part of its time, as in VS Code, and a
  version of the text is parsed once.

${table([
  [
    '',
    'symbols',
    'diagnostics, most',
    'open, median',
    'edit, p50',
    'edit, p95',
    'burst, median',
    'sent for an edit',
    'peak memory',
  ],
  ...contenders.map(row),
])}

- *open*: ${opens} times each, the server's first document included. *edit*: ${edits} edits each after one round as a warm-up, at 10, 50 and 90 % of the
  document, a third in body text, a third in a section's number, a third inserting or deleting a line. *burst*: 20 keys ${keyPause} ms apart,
  each asking anew and giving up what was asked before; from the last key until its answers are back; ${bursts} times.
- *sent for an edit*: what the server writes to the client, median. *peak memory*: the most that the process ever held.

### By kind of edit, p50

${table([
  ['', ...kindsOf(contenders[0])],
  ...contenders.map((contender) => [
    contender.name,
    ...kindsOf(contender).map((kind) => milliseconds(median(timesOf(contender, kind)))),
  ]),
])}

### Goals

${table([['', 'measured', 'goal', ''], ...goals(contenders, growth)])}

## What readers ask

The same document, open and read; from the question about one of its citations until the answer is back; \`npm run bench -- --requests\`
measures this alone. The code lenses are those of the whole document. Questions about terms are asked of a document of the same size that
defines 400 terms; those about a citation are asked of one without.

${requestsTable(requests)}

Colours are asked for behind each edit. Where they are asked for first, outline and diagnostics of an edit wait no longer than a step of
that work takes; in the document with 400 terms:

${coloursTable(colours)}

## Growth

The same kind of document, larger; Proviso alone; medians of interleaved rounds after one as a warm-up.

${table([['', 'open', 'growth', 'edit', 'growth'], ...growth.map(growthRow)])}

Times on one's own machine differ, and so do the ratios, a little; \`npm run bench\` prints this page without writing it.`;
}

/** How long each question takes, and whether all of them are within the goal. */
export function requestsTable(requests) {
  const rows = requests.map(({ name, p50, p95 }) => [
    name,
    milliseconds(p50),
    milliseconds(p95),
    goalOf(p95),
  ]);
  return table([['', 'p50', 'p95', 'goal: p95 at most 10 ms'], ...rows]);
}

/** What colours cost, and what they cost an edit. */
export function coloursTable({ count, alone, behind, colours }) {
  return table([
    ['colours', 'what changed of them, p50', 'edit alone, p50', 'edit behind a question for them, p50'],
    [thousands(count), milliseconds(colours), milliseconds(alone), milliseconds(behind)],
  ]);
}

function goalOf(p95) {
  return p95 <= 10 ? 'met' : 'missed';
}

function row(contender) {
  const { name, symbols, opens, bursts, edits, peak } = contender;
  return [
    name,
    thousands(symbols),
    thousands(Math.max(...edits.map(({ findings }) => findings))),
    milliseconds(median(opens)),
    milliseconds(median(timesOf(contender))),
    milliseconds(percentile(timesOf(contender), 95)),
    milliseconds(median(bursts)),
    `${thousands(Math.round(median(edits.map(({ bytes }) => bytes)) / 1000))} kB`,
    peak === null ? 'not told' : `${Math.round(peak)} MB`,
  ];
}

function goals(contenders, growth) {
  const [floor, proviso, markdown] = contenders;
  const p50 = (contender) => median(timesOf(contender));
  const steps = growth.slice(1).map(({ open, edit }, index) => {
    const before = growth[index];
    return Math.max(open / before.open, edit / before.edit);
  });
  return [
    goal('edit, proviso ÷ floor', p50(proviso) / p50(floor), (ratio) => ratio <= 2.5, 'at most 2.5'),
    goal(
      'edit, vscode-markdown ÷ proviso',
      p50(markdown) / p50(proviso),
      (ratio) => ratio >= 15,
      'at least 15',
    ),
    ...(proviso.peak === null
      ? []
      : [goal('peak memory of proviso, MB', proviso.peak, (peak) => peak <= 200, 'at most 200')]),
    goal('growth for a doubling, the largest', Math.max(...steps), (ratio) => ratio <= 2.3, 'at most 2.3'),
  ];
}

function goal(name, value, isMet, wanted) {
  return [
    name,
    value >= 100 ? String(Math.round(value)) : value.toFixed(2),
    wanted,
    isMet(value) ? 'met' : 'missed',
  ];
}

function growthRow({ size, open, edit }, index, all) {
  const before = all[index - 1];
  const factor = (now, then) => (then === undefined ? '' : `× ${(now / then).toFixed(2)}`);
  return [
    `${size} MB`,
    milliseconds(open),
    factor(open, before?.open),
    milliseconds(edit),
    factor(edit, before?.edit),
  ];
}

function kindsOf({ edits }) {
  return [...new Set(edits.map(({ kind }) => kind))];
}

function timesOf({ edits }, kind) {
  return edits
    .filter((edit) => kind === undefined || edit.kind === kind)
    .map(({ milliseconds }) => milliseconds);
}

function table([head, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

function milliseconds(value) {
  return `${value < 100 ? value.toFixed(1) : thousands(Math.round(value))} ms`;
}

function thousands(value) {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function count(number) {
  return ['no', 'one', 'two', 'three', 'four'][number] ?? String(number);
}
