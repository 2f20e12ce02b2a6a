import { join } from 'node:path';
import { findOnPath, Refusal, root, run } from '../command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium of this machine. Where there is none it comes from Debian's packages, if we may install them. */
export async function installBrowser() {
  const found = findOnPath(...names);
  if (found) return found;
  const commands = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium'],
  ];
  if (!findOnPath('apt-get')) {
    throw new Refusal(
      'The tests in the workbench need Chromium. Install it so that `chromium` is on the PATH, then run this again.',
    );
  }
  if (process.getuid?.() !== 0) {
    const line = commands.map((command) => `sudo ${command.join(' ')}`).join(' && ');
    throw new Refusal(
      `The tests in the workbench need Chromium, and installing it needs root. Type this, then run this again:\n\n  ${line}`,
    );
  }
  console.log(
    `Installing Chromium, which the tests in the workbench need: ${commands.map((command) => command.join(' ')).join(' && ')}`,
  );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [command, ...args] of commands) await run(command, args, { env, quiet: true });
  const installed = findOnPath(...names);
  if (!installed)
    throw new Refusal('The package chromium is installed, but there is no `chromium` on the PATH.');
  return installed;
}

/** Opens a page in a headless Chromium; `close` of the browser ends it. */
export async function openBrowser(executablePath) {
  const { chromium } = await import('playwright-core');
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', ...quiet],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  return { browser, page };
}

/** Takes a picture of the page into .cache/screenshots. */
export async function takePicture(page, name) {
  await page.screenshot({ path: join(root, '.cache', 'screenshots', `${name}.png`) });
}
