import { runMain } from './command.mjs';
import { setup } from './setup.mjs';

/**
 * Builds what a package holds, when npm installs Proviso from its repository, as pre-commit does, or packs it. For a
 * global installation npm leaves out the tools that build; they are installed here, into this folder and no other.
 */
await runMain(async () => {
  for (const name of ['global', 'location', 'prefix', 'omit', 'production'])
    delete process.env[`npm_config_${name}`];
  await setup();
  const { bundle } = await import('../esbuild.mjs');
  await bundle({ production: true });
});
