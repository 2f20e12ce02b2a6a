import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { configurationFileName } from '../core/config/keys.ts';
import { projectWithout, silenceHere, silenceInFile, silenceInProject } from '../core/config/silencing.ts';
import type { Finding } from '../core/rules/rule.ts';
import { TextSnapshot } from '../core/text/snapshot.ts';
import { toDiagnostic } from './convert.ts';
import { editOf, newFileOf } from './edits.ts';
import type { Session } from './requests.ts';
import { awaited, type Work } from './schedule.ts';

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
    const diagnostics = silenced.map((finding) =>
      toDiagnostic(analysis.snapshot, analysis.uri, finding, false),
    );
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit });
  };
  const lineOf = ({ range }: Finding): number => analysis.snapshot.lineAt(range.start);
  for (const [first, silenced] of grouped(findings, (finding) => `${finding.rule} ${lineOf(finding)}`)) {
    const edit = editOf(analysis, [silenceHere(analysis, first)], session.client);
    add(`Ignore ${first.rule} here`, silenced, edit);
    yield;
  }
  for (const [{ rule }, silenced] of grouped(findings, (finding) => finding.rule)) {
    const edit = editOf(analysis, [silenceInFile(analysis, rule)], session.client);
    add(`Ignore ${rule} in this file`, silenced, edit);
    const inProject = yield* silencedProject(analysis.uri, rule, session);
    if (inProject) add(`Turn off ${rule} in this project (${configurationFileName})`, silenced, inProject);
  }
  return actions;
}

/** The edit of the project's settings, or their first text; null where there is no project or its file is broken. */
function* silencedProject(uri: string, rule: string, session: Session): Work<WorkspaceEdit | null> {
  const project = yield* awaited(session.configurations.projectFile(uri));
  if (!project) return null;
  if (!project.file) return newFileOf(project.uri, projectWithout(rule), session.client);
  const { text, version } = project.file;
  const edits = silenceInProject(text, rule);
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
