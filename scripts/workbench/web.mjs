import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { Refusal, root } from '../command.mjs';
import { openBrowser, takePicture } from './browser.mjs';
import { launchWorkbench, pageAddress } from './launch.mjs';

const patience = 120_000;

/** Where the extension lies for the browser; requests for it are answered from the folder and reach no server. */
const place = { scheme: 'https', authority: 'proviso.test', path: '/extension' };

/**
 * Runs the extension of the folder as VS Code for the Web does: loaded over HTTP into a worker of the browser, with the language server
 * in a worker of its own. What it is asked there is in test/vscode/web.
 */
export async function testInWeb(chromium) {
  const options = ['--without-connection-token', '--enable-smoke-test-driver', '--log', 'info'];
  const workbench = await launchWorkbench({ options });
  const { browser, page } = await openBrowser(chromium);
  let timer;
  try {
    const exited = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Refusal('The check in the browser did not end.')), patience);
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    let said = '';
    let passed = 0;
    await page.exposeFunction('codeAutomationLog', (type, words) => {
      const line = format(...words);
      if (type === 'error') said += `${line}\n`;
      if (!line.startsWith('✔')) return;
      passed += 1;
      console.log(`    ${line}`);
    });
    await loadInBrowser(page, { extensionTestsPath: { ...place, path: `${place.path}/dist/test/web.js` } });
    await page.goto(pageAddress(workbench.origin, { folder: workbench.dataFolder, payload: [] }));
    const code = await exited;
    await takePicture(page, 'web');
    if (code !== 0 || passed === 0) throw new Refusal(`The extension failed in the browser:\n${said}`);
    return { passed, failed: 0 };
  } finally {
    clearTimeout(timer);
    await browser.close();
    await workbench.stop();
  }
}

/** Has a page that is opened then load the extension of the folder into a worker of the browser. */
export async function loadInBrowser(page, options = {}) {
  await page.context().route(`${place.scheme}://${place.authority}/**`, answerFromFolder);
  await page.addInitScript(addExtension, { ...options, extensions: [place] });
}

function answerFromFolder(route) {
  const { pathname } = new URL(route.request().url());
  const headers = { 'access-control-allow-origin': '*' };
  try {
    const body = readFileSync(join(root, pathname.replace(place.path, '')));
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'application/json';
    return route.fulfill({ body, contentType, headers });
  } catch {
    return route.fulfill({ status: 404, headers });
  }
}

/**
 * Runs in the page before it starts. The page is told what to start with by one of its elements, and the server that made it
 * has no option for extensions from elsewhere.
 */
function addExtension(developmentOptions) {
  const { getAttribute } = Element.prototype;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    return JSON.stringify({ ...JSON.parse(value), developmentOptions });
  };
}
