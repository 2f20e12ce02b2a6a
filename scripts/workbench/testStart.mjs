import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Refusal, root } from '../command.mjs';
import { openBrowser, takePicture } from './browser.mjs';

/** Starts as a person does, looks for the findings of the first sample on the page, and ends it with Ctrl+C. */
export async function testStart(chromium) {
  const start = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), '--browser', '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => start.once('exit', resolve));
  try {
    const { browser, page } = await openBrowser(chromium);
    try {
      await page.goto(await printedAddress(start));
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
      await takePicture(page, 'start');
    } finally {
      await browser.close();
    }
  } finally {
    start.kill('SIGINT');
  }
  const code = await ended;
  if (code !== 130) throw new Refusal(`npm start ended with ${code} and not as one that was interrupted.`);
  return { passed: 1, failed: 0 };
}

function printedAddress(start) {
  return new Promise((resolve, reject) => {
    let printed = '';
    start.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const address = /http:\/\/127\.0\.0\.1:\S+(?=\s)/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    start.once('exit', () =>
      reject(new Refusal(`npm start ended before it printed an address:\n${printed}`)),
    );
  });
}
