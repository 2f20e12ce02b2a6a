import { planEdits } from './edits.mjs';
import { generateAgreement } from './generate.mjs';
import { MeasuredServer } from './server.mjs';
import { proviso } from './servers.mjs';
import { median } from './statistics.mjs';

const megabytes = [1, 2, 4, 8];
const rounds = 3;

/** How Proviso's times grow with the document: opening it, and one edit in it, medians over interleaved rounds. */
export async function measureGrowth() {
  const sizes = megabytes.map((size) => {
    const text = generateAgreement({ size: size * 1_000_000 });
    return { size, text, plan: planEdits(text, [0.5]), opens: [], edits: [] };
  });
  const server = await MeasuredServer.start(proviso);
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    console.log(round === 0 ? 'Growing, warming up' : `Growing, round ${round} of ${rounds}`);
    for (const { size, text, plan, opens, edits } of sizes) {
      const uri = `file:///bench/growth-${size}.agreement`;
      const opened = await server.open({ uri, languageId: proviso.languageId, text });
      if (round > 0) opens.push(opened.milliseconds);
      for (const { change } of plan) {
        const { milliseconds } = await server.edit(change);
        if (round > 0) edits.push(milliseconds);
      }
      await server.close(uri);
    }
  }
  await server.stop();
  return sizes.map(({ size, opens, edits }) => ({ size, open: median(opens), edit: median(edits) }));
}
