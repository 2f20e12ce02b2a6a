import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root } from '../command.mjs';
import { openBrowser, takePicture } from './browser.mjs';
import { launchWorkbench, pageAddress, remoteUri } from './launch.mjs';
import { loadInBrowser } from './web.mjs';

/**
 * Loads windows with a preview and a map anew and looks whether these come back: with the extension on the machine, and in the browser
 * alone. A suite inside the window would end with it.
 */
export async function testReload(chromium) {
  for (const isInBrowser of [false, true]) await reload(chromium, isInBrowser);
  return { passed: 2, failed: 0 };
}

async function reload(chromium, isInBrowser) {
  const options = ['--without-connection-token', '--enable-smoke-test-driver', '--log', 'info'];
  const { origin, dataFolder, stop } = await launchWorkbench({ options });
  const folder = join(dataFolder, 'workspace');
  cpSync(join(root, 'test', 'vscode', 'workspace'), folder, { recursive: true });
  const { browser, page } = await openBrowser(chromium);
  const name = isInBrowser ? 'web-reload' : 'reload';
  try {
    if (isInBrowser) await loadInBrowser(page);
    const payload = [
      ...(isInBrowser ? [] : [['extensionDevelopmentPath', remoteUri(origin, root)]]),
      ['skipWelcome', 'true'],
    ];
    const file = ['openFile', remoteUri(origin, join(folder, 'ferry-hire.agreement'))];
    await page.goto(pageAddress(origin, { folder, payload: [...payload, file] }));
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await command(page, 'Proviso: Show Preview');
    await seen(page, 'h1:has-text("FERRY HIRE AGREEMENT")');
    await command(page, 'View: Focus First Editor Group');
    await command(page, 'Proviso: Show Map of Citations and Terms');
    const subject = await seen(page, 'select');
    await subject.selectOption('terms');
    await seen(page, '.node:has-text("Crossing")');
    await takePicture(page, `${name}-before`);
    // The workbench in a browser writes down what is open every five seconds.
    await page.waitForTimeout(7_000);
    // A window that is told what to open shows that alone.
    await page.goto(pageAddress(origin, { folder, payload }));
    await seen(page, '.node:has-text("Crossing")');
    await takePicture(page, `${name}-map`);
    await command(page, 'View: Open Previous Editor in Group');
    await seen(page, 'h1:has-text("FERRY HIRE AGREEMENT")');
    await takePicture(page, name);
    console.log(
      `    ✔ a preview and a map come back ${isInBrowser ? 'in the browser alone' : 'in the workbench'}`,
    );
  } catch (error) {
    await takePicture(page, `${name}-missed`);
    throw new Refusal(`What was open did not come back (.cache/screenshots/${name}-missed.png):\n${error}`);
  } finally {
    await browser.close();
    await stop();
  }
}

async function command(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(title);
  await page.locator(`.quick-input-list .focused:has-text("${title}")`).first().waitFor({ timeout: 15_000 });
  await page.keyboard.press('Enter');
}

/** The first element of that kind in any page inside the page, once there is one. */
async function seen(page, selector) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await page.waitForTimeout(100)) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      const found = frame.locator(selector).first();
      if (await found.isVisible().catch(() => false)) return found;
    }
  }
  throw new Error(`waited in vain for ${selector}`);
}
