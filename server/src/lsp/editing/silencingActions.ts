import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../../core/analysis.ts';
import { configurationFileName } from '../../core/config/keys.ts';
import { folderOf, pathFrom } from '../../core/config/paths.ts';
import {
  ignoreTerm,
  projectIgnoring,
  projectWithNotDefect,
  projectWithout,
  silenceFinding,
  silenceHere,
  silenceInFile,
  silenceInProject,
} from '../../core/config/silencing.ts';
import { subjectOf } from '../../core/rules/identity.ts';
import type { Finding, TextEdit } from '../../core/rules/rule.ts';
import { say } from '../../core/text/say.ts';
import { TextSnapshot } from '../../core/text/snapshot.ts';
import { awaited, type Work } from '../documents/schedule.ts';
import { toDiagnostic } from '../protocol/convert.ts';
import { editOf, newFileOf } from '../protocol/edits.ts';
import type { Session } from '../session/requests.ts';

/**
 * The ways to silence findings: a rule on a line, in the document, and in the project where there is one. What silences
 * several of the findings is offered once, for all of them.
 */
export function* silencingActions(
  analysis: Analysis,
  findings: readonly Finding[],
  session: Session,
): Work<CodeAction[]> {
  const actions: CodeAction[] = [];
  const add = (title: string, silenced: readonly Finding[], edit: WorkspaceEdit): void => {
    const diagnostics = silenced.map((finding) => toDiagnostic(analysis.snapshot, analysis.uri, finding));
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit });
  };
  const lineOf = ({ range }: Finding): number => analysis.snapshot.lineAt(range.start);
  for (const [first, silenced] of grouped(findings, (finding) => `${finding.rule} ${lineOf(finding)}`)) {
    const edit = editOf(analysis, [silenceHere(analysis, first)], session.client);
    add(say`Ignore ${first.rule} here`, silenced, edit);
    yield;
  }
  for (const [first, silenced] of grouped(findings, (finding) => keyOf(analysis, finding))) {
    const marked = yield* markedNotDefect(analysis, first, session);
    if (marked) add(say`This ${first.rule} is no defect (${configurationFileName})`, silenced, marked);
  }
  for (const [finding, silenced] of grouped(findings, (one) => ignorableTerm(analysis, one))) {
    const term = ignorableTerm(analysis, finding);
    const ignored = term === '' ? null : yield* ignoredInProject(analysis.uri, term, session);
    if (ignored)
      add(say`Ignore the term “${term}” in this project (${configurationFileName})`, silenced, ignored);
  }
  for (const [{ rule }, silenced] of grouped(findings, (finding) => finding.rule)) {
    const edit = editOf(analysis, [silenceInFile(analysis, rule)], session.client);
    add(say`Ignore ${rule} in this file`, silenced, edit);
    const inProject = yield* silencedProject(analysis.uri, rule, session);
    if (inProject) add(say`Turn off ${rule} in this project (${configurationFileName})`, silenced, inProject);
  }
  return actions;
}

/** Findings about the same words in the same provision are one: what is said of the first holds for the others. */
function keyOf(analysis: Analysis, finding: Finding): string {
  return JSON.stringify(subjectOf(analysis, finding));
}

/** The edit by which the project's settings say that a finding is no defect; null as below. */
function* markedNotDefect(
  analysis: Analysis,
  finding: Finding,
  session: Session,
): Work<WorkspaceEdit | null> {
  return yield* changedProject(analysis.uri, session, (projectUri) => {
    const document = pathFrom(folderOf(projectUri), analysis.uri);
    const entry = document === null ? null : { document, ...subjectOf(analysis, finding) };
    return entry && { text: () => projectWithNotDefect(entry), edits: (text) => silenceFinding(text, entry) };
  });
}

/** The words that a finding takes for a term, where the project can say that they are none; empty elsewhere. */
function ignorableTerm({ snapshot }: Analysis, { rule, range }: Finding): string {
  return rule === 'undefined-term' || rule === 'possible-term'
    ? snapshot.slice(range).replace(/[\s*_]+/g, ' ')
    : '';
}

function* ignoredInProject(uri: string, term: string, session: Session): Work<WorkspaceEdit | null> {
  const change = { text: () => projectIgnoring(term), edits: (text: string) => ignoreTerm(text, term) };
  return yield* changedProject(uri, session, () => change);
}

/** The edit of the project's settings, or their first text; null where there is no project or its file is broken. */
function* silencedProject(uri: string, rule: string, session: Session): Work<WorkspaceEdit | null> {
  const change = { text: () => projectWithout(rule), edits: (text: string) => silenceInProject(text, rule) };
  return yield* changedProject(uri, session, () => change);
}

/** How the settings of a project are to change: their first text, or edits of the one there is. */
interface SettingsChange {
  text(): string;
  edits(text: string): TextEdit[] | null;
}

function* changedProject(
  uri: string,
  session: Session,
  changeOf: (projectUri: string) => SettingsChange | null,
): Work<WorkspaceEdit | null> {
  const project = yield* awaited(session.configurations.projectFile(uri));
  const change = project && changeOf(project.uri);
  if (!change) return null;
  if (!project.file) return newFileOf(project.uri, change.text(), session.client);
  const { text, version } = project.file;
  const edits = change.edits(text);
  return (
    edits && editOf({ uri: project.uri, version, snapshot: new TextSnapshot(text) }, edits, session.client)
  );
}

/** The findings that share a key, each group behind its first; in the order of the first ones. */
function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string): [Finding, Finding[]][] {
  const groups = new Map<string, [Finding, Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(keyOf(finding));
    if (group) group[1].push(finding);
    else groups.set(keyOf(finding), [finding, [finding]]);
  }
  return [...groups.values()];
}
