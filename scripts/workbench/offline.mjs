import { pathToFileURL } from 'node:url';

/**
 * Opens a file as somebody does who has no network, and tells what a reader of it could come to harm by: what it asks for beside itself, what
 * runs in it, what is not well formed; and on what ground and how many pages it is printed.
 */
export async function openOffline(browser, path) {
  const context = await browser.newContext({ offline: true, colorScheme: 'dark' });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const asked = [];
  const said = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    dialog.dismiss();
  });
  try {
    await page.goto(address);
    const seen = await page.evaluate(describePage);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ground = await page.evaluate(
      'getComputedStyle(document.body ?? document.documentElement).backgroundColor',
    );
    const printed = (await page.pdf()).toString('latin1');
    const pages = printed.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    return { ...seen, asked: asked.filter((url) => url !== address), said, ground, pages };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function describePage() {
  const all = [...document.querySelectorAll('*')];
  const attributes = all.flatMap((element) => [...element.attributes]);
  return {
    root: document.documentElement.localName,
    isWellFormed: document.querySelector('parsererror') === null,
    // What could run, be loaded, or lead somewhere else.
    active: [
      ...all
        .map(({ localName }) => localName)
        .filter((name) => /^(script|img|image|iframe|object|embed|link|foreignObject|b)$/.test(name)),
      ...attributes
        .filter(({ name, value }) => /^on|^src$/.test(name) || (/href$/.test(name) && !value.startsWith('#')))
        .map(({ name }) => name),
    ],
    text: document.documentElement.textContent,
  };
}
