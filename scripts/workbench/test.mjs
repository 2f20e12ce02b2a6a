import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { format } from 'node:util';
import { Refusal, root } from '../command.mjs';
import { audit } from './audit.mjs';
import { openBrowser, takePicture } from './browser.mjs';
import { launchWorkbench, pageAddress, remoteUri } from './launch.mjs';
import { openOffline } from './offline.mjs';

const patience = 420_000;

/** What a workbench without a gallery and without compiled modules always says; the suite's own lines stand out better without it. */
const noise =
  /^(Resol(ving|ved) connection token|Creating a socket|\[reconnection-grace-time\]|\[Service Worker\]|\[AgentHost:remote\]|\[AccountPolicyGate\]|(Ignoring fetching|Updating) additional builtin extensions)/;

/**
 * Runs the suite of test/vscode inside a real workbench: with the extension of the development folder, or with
 * the package that is given. Answers how many tests passed and failed.
 */
export async function testInWorkbench({ chromium, vsix }) {
  const results = join(root, '.cache', 'workbench-results.json');
  rmSync(results, { force: true });
  const pictures = await serveScreenshots(vsix ? 'package' : 'folder');
  const env = {
    PROVISO_TEST_RESULTS: results,
    PROVISO_TEST_SUBJECT: vsix ? 'package' : root,
    PROVISO_TEST_SCREENSHOTS: pictures.address,
  };
  const options = ['--without-connection-token', '--enable-smoke-test-driver', '--log', 'info'];
  const workbench = await launchWorkbench({ vsix, options, env });
  try {
    await runInBrowser(chromium, workbench, vsix ? join(root, 'test', 'vscode-carrier') : root, pictures);
  } finally {
    pictures.close();
    await workbench.stop();
  }
  return readResults(results);
}

async function runInBrowser(chromium, { origin, dataFolder, ended }, extension, pictures) {
  const folder = join(dataFolder, 'workspace');
  cpSync(join(root, 'test', 'vscode', 'workspace'), folder, { recursive: true });
  const payload = [
    ['extensionDevelopmentPath', remoteUri(origin, extension)],
    ['extensionTestsPath', remoteUri(origin, join(root, 'dist', 'test', 'index.cjs'))],
    ['skipWelcome', 'true'],
  ];
  const { browser, page } = await openBrowser(chromium);
  let timer;
  try {
    pictures.page = page;
    const exited = new Promise((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Refusal(`The suite did not end within ${patience / 1000} s.`)),
        patience,
      );
      ended.then(() => reject(new Refusal('The workbench ended before the suite did.')));
      page.once('crash', () => reject(new Refusal('The page of the workbench crashed.')));
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    await page.exposeFunction('codeAutomationLog', (_type, words) => {
      const line = format(...words);
      if (!noise.test(line)) console.log(line);
    });
    await page.goto(pageAddress(origin, { folder, payload }));
    await exited;
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

/** A loopback address that a test fetches to have a picture taken of the page it runs in, or a file opened in a page of its own. */
async function serveScreenshots(subject) {
  const pictures = { page: undefined, address: undefined, close: () => server.close() };
  const server = createServer(async (request, response) => {
    const query = new URL(request.url, 'http://127.0.0.1').searchParams;
    const picture = `${subject}-${query.get('name')}`;
    try {
      if (query.has('open')) {
        const browser = pictures.page.context().browser();
        response.end(JSON.stringify(await openOffline(browser, query.get('open'))));
        return;
      }
      const place = query.has('webview') ? await webviewOf(pictures.page) : pictures.page;
      if (query.has('hover')) await place.locator(query.get('hover')).first().hover();
      if (query.has('click')) await place.locator(query.get('click')).first().click();
      if (query.has('focus')) await place.locator(query.get('focus')).first().focus();
      if (query.has('type')) await pictures.page.keyboard.type(query.get('type'));
      if (query.has('press')) await pictures.page.keyboard.press(query.get('press'));
      const wanted = place.locator(query.get('wait')).first();
      await wanted.waitFor({ state: query.get('state') ?? 'visible', timeout: 15_000 });
      await takePicture(pictures.page, picture);
      response.end(query.has('audit') ? JSON.stringify(await audit(place)) : undefined);
    } catch (error) {
      // What was seen instead is what the one who looks for the fault wants to know.
      await takePicture(pictures.page, `${picture}-missed`).catch(() => {});
      response.writeHead(500).end(error.message);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  pictures.address = `http://127.0.0.1:${server.address().port}`;
  return pictures;
}

/** The page of the webview that is shown, which lies in a page of its own in another one. */
async function webviewOf(page) {
  const outer = await page.waitForSelector('iframe.webview.ready', { timeout: 15_000 });
  const host = await outer.contentFrame();
  const inner = await host.waitForSelector('#active-frame', { state: 'attached', timeout: 15_000 });
  return await inner.contentFrame();
}

/** The exit code of the suite says nothing: an extension host that crashed reports 0. */
function readResults(path) {
  if (!existsSync(path)) throw new Refusal('The suite in the workbench ended without a result.');
  const { passes, failures, pending } = JSON.parse(readFileSync(path, 'utf8'));
  if (passes + failures === 0) throw new Refusal('The suite in the workbench ran no test.');
  if (pending > 0) throw new Refusal(`The suite in the workbench left out ${pending} tests.`);
  return { passed: passes, failed: failures };
}
