import type { Format, FormatContext } from './format.ts';
import { githubFormat } from './github.ts';
import { jsonFormat, linesFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text.ts';

/** What `--format` takes. */
export const formats: Readonly<Record<string, (context: FormatContext) => Format>> = {
  text: textFormat,
  json: jsonFormat,
  ndjson: linesFormat,
  sarif: sarifFormat,
  github: githubFormat,
  junit: junitFormat,
};
