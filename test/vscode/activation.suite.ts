import * as assert from 'node:assert/strict';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { extensionId, openDocument, waitFor } from './workbench.ts';

describe('the extension', () => {
  it('starts when a legal document is opened', async () => {
    const editor = await openDocument('tea-house.legal');
    assert.equal(editor.document.languageId, 'legal');
    await waitFor(
      'the extension to start',
      () => vscode.extensions.getExtension(extensionId)?.isActive || undefined,
    );
  });

  it('takes an agreement for a legal document', async () => {
    const editor = await openDocument('boat-lease.agreement');
    assert.equal(editor.document.languageId, 'legal');
  });

  // Without this the packaged extension could be missing and the development folder tested twice.
  it('is the one under test', () => {
    const path = vscode.extensions.getExtension(extensionId)?.extensionPath ?? '';
    const subject = process.env.PROVISO_TEST_SUBJECT ?? '';
    if (subject === 'package') assert.match(path, /[/\\]extensions[/\\]proviso\.proviso-[^/\\]+$/);
    else assert.equal(path.replaceAll(sep, '/'), subject.replaceAll(sep, '/'));
  });
});
