/** Loaded into a program by `--require`: when it ends, writes what it used to a file of its own in `USAGE_FOLDER`. */
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { kilobytes: maxRSS, seconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(join(process.env.USAGE_FOLDER, `${process.pid}.json`), JSON.stringify(usage));
});
