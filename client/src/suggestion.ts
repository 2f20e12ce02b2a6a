import { type Disposable, type ExtensionContext, l10n, languages, type TextDocument, window } from 'vscode';
import { looksLegal } from '../../server/src/core/text/looks-legal.ts';
import { rememberAsLegal } from './commands/treatAsLegalDocument.ts';
import { isEarlierVersion } from './earlierVersion.ts';
import { fileName } from './fileName.ts';
import { inMessage } from './plainWords.ts';

const plainLanguages: ReadonlySet<string> = new Set(['plaintext', 'markdown']);

/** Files of these names are legal texts in most folders of programs, and nobody works on them. */
const everydayName =
  /\/(?:licen[cs]e|copying|notice|copyright|code_of_conduct|contributing|readme|changelog)[^/]*$/i;

const neverKey = 'suggestion.never';
const askedKey = 'suggestion.asked';
const filesRemembered = 500;

/** Text that is no file, or an earlier state of one. */
function isTransient({ isUntitled, uri }: TextDocument): boolean {
  return isUntitled || isEarlierVersion(uri);
}

/** Suggests, once for each file, that a plain text which plainly is a legal document be treated as one. */
export function suggestTreatingAsLegal({ globalState, workspaceState }: ExtensionContext): Disposable {
  const consider = async (document: TextDocument | undefined): Promise<void> => {
    if (!document || isTransient(document) || !plainLanguages.has(document.languageId)) return;
    if (globalState.get(neverKey) || everydayName.test(document.uri.path)) return;
    const file = document.uri.toString();
    const asked = workspaceState.get<readonly string[]>(askedKey, []);
    if (asked.includes(file) || !looksLegal(document.lineCount, (line) => document.lineAt(line).text)) return;
    await workspaceState.update(askedKey, [...asked, file].slice(-filesRemembered));
    const question = l10n.t(
      '“{0}” reads like a legal document. Show its structure and check its numbering?',
      inMessage(fileName(document.uri)),
    );
    const yes = l10n.t('Treat as Legal Document');
    const notThisFile = l10n.t('Not This File');
    const never = l10n.t('Never');
    const chosen = await window.showInformationMessage(question, yes, notThisFile, never);
    if (chosen === never) await globalState.update(neverKey, true);
    if (chosen !== yes) return;
    await languages.setTextDocumentLanguage(document, 'legal');
    await rememberAsLegal(document);
  };
  void consider(window.activeTextEditor?.document);
  return window.onDidChangeActiveTextEditor((editor) => void consider(editor?.document));
}
