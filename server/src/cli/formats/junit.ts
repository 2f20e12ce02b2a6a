import type { Finding, Severity } from '../../core/rules/rule.ts';
import type { Trouble } from '../documents.ts';
import { type FindingContext, type Format, type FormatContext, placeOf, writtenOf } from './format.ts';

/**
 * For build servers that show test results: a suite for each document, in which each finding is a case. It fails where
 * the check fails for it (`--fail-on`); a milder one passes and says what was found.
 */
export function junitFormat({ failing }: Pick<FormatContext, 'failing'>): Format {
  const isFailure = ({ severity }: { readonly severity: Severity }): boolean => failing.includes(severity);
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="proviso">\n',
    finding: (finding, document) => testCase(document, finding, isFailure(finding)),
    document(document) {
      const { path, findings } = document;
      const cases =
        findings.length === 0
          ? `    <testcase${attributes({ classname: path, name: 'no findings' })}/>\n`
          : writtenOf(document);
      return suite(path, cases, Math.max(1, findings.length), findings.filter(isFailure).length, 0);
    },
    end: ({ visit: { unreadable, failures } }) =>
      `${[...unreadable, ...failures].map(troubleSuite).join('')}</testsuites>\n`,
  };
}

function testCase({ path, snapshot }: FindingContext, finding: Finding, isFailure: boolean): string {
  const { line, column } = placeOf(snapshot, finding.range);
  const { rule, severity, message } = finding;
  const shown = `${path}:${line}:${column} ${severity} ${message}`;
  const content = isFailure
    ? `<failure${attributes({ message, type: severity })}>${escapeXml(shown)}</failure>`
    : `<system-out>${escapeXml(shown)}</system-out>`;
  const named = attributes({ classname: path, name: `${rule} (${line}:${column})`, file: path, line });
  return `    <testcase${named}>${content}</testcase>\n`;
}

function troubleSuite({ path, reason }: Trouble): string {
  const error = `<error${attributes({ message: reason })}/>`;
  const named = attributes({ classname: path, name: 'check' });
  return suite(path, `    <testcase${named}>${error}</testcase>\n`, 1, 0, 1);
}

function suite(name: string, cases: string, tests: number, failures: number, errors: number): string {
  const counted = attributes({ name, tests, failures, errors });
  return `  <testsuite${counted}>\n${cases}  </testsuite>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** What XML has a meaning for, and the characters that it has no place for at all. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? `&#${character.charCodeAt(0)};`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
