import { Disposable, type ExtensionContext } from 'vscode';
import type { Requests } from '../client.ts';
import { showCrossReferences } from './crossReferences.ts';
import { DefinedTerms } from './definedTerms.ts';
import { FollowedDocument } from './followedDocument.ts';
import { showParties } from './parties.ts';
import { TermsInView } from './termsInView.ts';

/** The views in Proviso's own side bar, with what their commands do. */
export interface Views extends Disposable {
  readonly followed: FollowedDocument;
  readonly termsInView: TermsInView;
  readonly definedTerms: DefinedTerms;
}

export function showViews({ workspaceState }: ExtensionContext, server: Requests): Views {
  const followed = new FollowedDocument();
  const options = { server, followed };
  const termsInView = new TermsInView(options, workspaceState);
  const definedTerms = new DefinedTerms(options);
  const shown = Disposable.from(
    termsInView,
    definedTerms,
    showCrossReferences(options),
    showParties(options),
    followed,
  );
  return { followed, termsInView, definedTerms, dispose: () => shown.dispose() };
}
