import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../command.mjs';

/** What is wrong in a page for those who read or work with something else than eyes and a mouse, or whose eyes are weak. */
export async function audit(frame) {
  await frame.evaluate(readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate('axe.run(document)');
  const faults = violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    places: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  }));
  const faint = await frame.evaluate(faintLines);
  if (faint.length > 0)
    faults.push({ id: 'line-contrast', impact: 'serious', help: 'Lines are seen', places: faint });
  return faults;
}

/**
 * Runs in the page: the lines of drawings that stand out less than 3 to 1 against what they are drawn on, or are thinner than one
 * pixel. axe-core looks at text alone.
 */
function faintLines() {
  const channelsOf = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  let ground = [];
  for (let at = document.querySelector('svg'); at && ground.length !== 3; at = at.parentElement)
    ground = channelsOf(getComputedStyle(at).backgroundColor);
  const brightness = (channels) => {
    const [red, green, blue] = channels.map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const faint = new Set();
  for (const line of document.querySelectorAll('svg path, svg rect')) {
    const { stroke, strokeOpacity, opacity, strokeWidth, vectorEffect } = getComputedStyle(line);
    if (stroke === 'none') continue;
    const [red, green, blue, alpha = 1] = channelsOf(stroke);
    const cover = alpha * Number(strokeOpacity) * Number(opacity);
    const seen = [red, green, blue].map((channel, at) => channel * cover + ground[at] * (1 - cover));
    const [dark, bright] = [brightness(seen), brightness(ground)].sort((one, other) => one - other);
    const ratio = (bright + 0.05) / (dark + 0.05);
    const scale = vectorEffect === 'non-scaling-stroke' ? 1 : line.getScreenCTM().a;
    const width = Number.parseFloat(strokeWidth) * scale;
    if (ratio < 3 || width < 1)
      faint.add(`${line.getAttribute('class')}: ${ratio.toFixed(1)} to 1, ${width.toFixed(1)} px`);
  }
  return [...faint];
}
