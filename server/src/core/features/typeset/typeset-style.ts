/**
 * How a typeset document looks, wherever it is shown. Colours are variables, which the page that shows it sets: a file to be read and
 * printed, or a preview by the theme of its editor.
 */
export const typesetStyle = `
.document { font: 1.05rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif; color: var(--text); max-width: 44rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: break-word; }
.block { position: relative; }
.document p, .document .hung, .document ul, .document table, .document pre { margin: 0 0 0.75em; }
h1, h2, h3, h4, h5, h6 { font-weight: 700; line-height: 1.3; margin: 1.4em 0 0.6em; font-size: 1em; break-after: avoid; }
.document h1 { font-size: 1.4em; }
.document h2 { font-size: 1.15em; }
.document h3 { font-size: 1.05em; }
.heading .number { margin-right: 0.4em; }
h1.centred .number, h2.centred .number { display: block; margin: 0; }
.hung { display: flex; gap: 0.5em; align-items: baseline; }
.hung > .number { flex: none; min-width: 2.2em; }
.hung > p { flex: 1; min-width: 0; margin: 0; }
.run-in > .number, .run-in > .caption, .hung .caption { font-weight: 700; }
.text, .hung > p, .run-in { text-align: start; hyphens: auto; }
.centred { text-align: center; }
.document .level-1 { margin-left: 2.2em; }
.document .level-2 { margin-left: 4.4em; }
.document .level-3 { margin-left: 6.6em; }
.document .level-4 { margin-left: 8.8em; }
.document :is(.level-5, .level-6, .level-7, .level-8, .level-9) { margin-left: 11em; }
.note { font-size: 0.85em; }
dfn { font-style: normal; font-weight: 700; }
a.citation { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
a.term { color: inherit; text-decoration: underline dotted var(--faint); text-underline-offset: 0.2em; }
.external { font-style: italic; }
.broken { text-decoration: underline wavy var(--error); }
.broken .sign { color: var(--error); text-decoration: none; margin-left: 0.15em; display: inline-block; }
a:focus-visible, button:focus-visible, pre:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
pre.lines { font: 0.8em/1.4 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; overflow-x: auto; white-space: pre; }
table { border-collapse: collapse; max-width: 100%; }
td { border: 1px solid var(--faint); padding: 0.25em 0.6em; vertical-align: top; text-align: start; }
ul.contents { list-style: none; padding: 0; }
:target, .reached { background: var(--reached); box-shadow: 0 0 0 0.25em var(--reached); }
`;

/** What a file adds: its own colours, and how it is printed. */
export const fileStyle = `
:root { --text: #1b1b1b; --link: #14447f; --faint: #6b6b6b; --error: #a1260d; --focus: #14447f; --reached: #fff3c4; --page: #ffffff; color-scheme: light; }
body { margin: 0; background: var(--page); }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e3dc; --link: #9cc4f2; --faint: #9a958b; --error: #ff9b85; --focus: #9cc4f2; --reached: #4a4123; --page: #1d1d1d; color-scheme: dark; }
}
@media print {
  :root { --text: #000; --link: #000; --faint: #444; --error: #000; --reached: transparent; --page: #fff; color-scheme: light; }
  @page { margin: 22mm 24mm 24mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  .document { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  .document p { orphans: 2; widows: 2; }
  a.citation, a.term { text-decoration: none; color: inherit; }
  table, pre.lines { break-inside: avoid; }
  pre.lines { white-space: pre-wrap; }
}
`;
