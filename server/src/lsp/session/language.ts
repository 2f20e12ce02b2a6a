import japanese from '../../../../l10n/server.l10n.ja.json';
import { speak } from '../../core/text/say.ts';

/** From now on the server speaks the language of the editor, as in `ja` or `ja-JP`; English where it has no words for it. */
export function speakLanguageOf(locale: string | undefined): void {
  speak(/^ja\b/i.test(locale ?? '') ? japanese : null);
}
