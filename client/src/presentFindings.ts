import { type DiagnosticProviderMiddleware, vsdiag } from 'vscode-languageclient';
import { isEarlierVersion } from './earlierVersion.ts';

/** Asks for no findings in an earlier version: the list of problems would show them beside those of the present one. */
export const presentFindings: DiagnosticProviderMiddleware = {
  provideDiagnostics(document, previousResultId, token, next) {
    const isEarlier = isEarlierVersion('uri' in document ? document.uri : document);
    if (isEarlier) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
    return next(document, previousResultId, token);
  },
};
