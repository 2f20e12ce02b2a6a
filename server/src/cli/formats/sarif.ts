import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Invocation,
  Location,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Tool,
} from 'sarif';
import manifest from '../../../../package.json';
import { rulePageAddress } from '../../core/features/rule-page.ts';
import type { FileSummary } from '../../core/model/summary.ts';
import { rules } from '../../core/rules/index.ts';
import type { Finding, Severity } from '../../core/rules/rule.ts';
import type { TextRange } from '../../core/text/range.ts';
import {
  type FindingContext,
  type Format,
  type FormatContext,
  type Outcome,
  type PlacesOf,
  placeOf,
  placesIn,
} from './format.ts';
import { pathFrom } from './paths.ts';

/**
 * The Static Analysis Results Interchange Format 2.1.0, which code scanning services read. The rules stand behind the
 * results: only those that found something are described.
 */
export function sarifFormat(context: FormatContext): Format {
  const found: string[] = [];
  let first = true;
  return {
    begin: () =>
      '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[',
    finding: (finding, document) => JSON.stringify(resultOf(finding, document, context)),
    document({ findings }) {
      const results = findings.map(({ rule, written }) => {
        if (!found.includes(rule)) found.push(rule);
        const comma = first ? '' : ',';
        first = false;
        // The place of its rule among those found is known only here; the rest was written with the finding.
        const named = `"ruleId":${JSON.stringify(rule)},"ruleIndex":${found.indexOf(rule)}`;
        return `${comma}\n{${named},${written.slice(1)}`;
      });
      return results.join('');
    },
    end: (outcome) =>
      `\n],"tool":${JSON.stringify(toolOf(found, context))},"invocations":${JSON.stringify([invocationOf(outcome)])}}]}\n`,
  };
}

function resultOf(finding: Finding, document: FindingContext, { cwd }: FormatContext): Result {
  const { snapshot, identityOf } = document;
  const { severity, message, range, related, fixes } = finding;
  const artifactLocation = artifactOf(document, cwd);
  const locationOf = (place: TextRange): Location => ({
    physicalLocation: { artifactLocation, region: regionOf(document, place) },
  });
  return {
    level: levels[severity],
    message: { text: withoutLinks(message) },
    locations: [locationOf(range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => ({
        id: index + 1,
        ...(place.file ? locationIn(place.file, place.range, cwd) : locationOf(place.range)),
        message: { text: withoutLinks(place.message) },
      })),
    }),
    // The same finding has the same one in the next draft, whatever numbers and lines have changed meanwhile.
    partialFingerprints: { 'provisoFinding/v1': identityOf(finding) },
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: withoutLinks(title) },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(({ range: deleted, newText }) => ({
              deletedRegion: regionOf({ snapshot }, deleted),
              insertedContent: { text: newText },
            })),
          },
        ],
      })),
    }),
  };
}

/** Code scanning takes the level of a rule from its results; there is none below a note. */
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

function levelOf(severity: Severity | 'off'): 'error' | 'warning' | 'note' | 'none' {
  return severity === 'off' ? 'none' : levels[severity];
}

function locationIn(file: FileSummary, range: TextRange, cwd: string): Location {
  const path = fileURLToPath(file.uri);
  const artifactLocation = artifactOf({ path, file: path }, cwd);
  return { physicalLocation: { artifactLocation, region: regionOf({ snapshot: placesIn(file) }, range) } };
}

function regionOf({ snapshot }: { readonly snapshot: PlacesOf }, place: TextRange): Region {
  const { line, column, endLine, endColumn } = placeOf(snapshot, place);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Below the folder of the check, which for code scanning is that of the repository; elsewhere by its whole address. */
function artifactOf({ path, file }: Pick<FindingContext, 'path' | 'file'>, cwd: string): ArtifactLocation {
  const below = pathFrom(cwd, file);
  if (below !== null) return { uri: encodePath(below), uriBaseId: '%SRCROOT%' };
  return { uri: file === null ? encodePath(path) : pathToFileURL(file).href };
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}

function toolOf(found: readonly string[], { rulePage }: FormatContext): Tool {
  const { version } = manifest;
  return {
    driver: {
      name: 'Proviso',
      version,
      semanticVersion: version,
      rules: found.map((id) => descriptorOf(id, rulePage(id))),
    },
  };
}

function descriptorOf(id: string, page: string | null): ReportingDescriptor {
  const rule = rules.find((candidate) => candidate.id === id);
  const title = rule?.title ?? id;
  const address = rulePageAddress(manifest, id);
  const reports = page === null ? undefined : /^## What it reports\n\n((?:.+\n)+)/m.exec(page)?.[1];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: (reports ?? title).trim().replace(/\n/g, ' ') },
    ...(address !== null && { helpUri: address }),
    ...(page !== null && { help: { text: page, markdown: withoutRelativeLinks(page) } }),
    ...(rule && {
      defaultConfiguration: { level: levelOf(rule.severity), enabled: rule.severity !== 'off' },
    }),
  };
}

/** Viewers make a link of "[words](address)" in plain text too; what a document says is none. */
function withoutLinks(text: string): string {
  return text.replace(/\[(?=[^[\]]{0,200}\]\()/g, '\\[');
}

/** Where the page is shown, its neighbours are not. */
function withoutRelativeLinks(page: string): string {
  return page.replace(/\[([\w-]+)\]\([\w-]+\.md\)/g, '$1');
}

function invocationOf({ visit: { unreadable, failures, settings } }: Outcome): Invocation {
  const notifications = [...unreadable, ...failures].map(
    ({ path, reason }): Notification => ({
      level: 'error',
      message: { text: withoutLinks(`${path}: ${reason}`) },
    }),
  );
  return {
    executionSuccessful: notifications.length === 0 && settings === 'read',
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}
