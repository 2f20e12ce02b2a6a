import { wholeHtmlPage } from '../core/features/typeset/typeset-page.ts';
import { type DocumentArguments, faultOf, isComplete, visitDocuments } from './documents.ts';
import { type CommandIo, exitCodes } from './io.ts';

/** `proviso html`: writes one document as it is typeset, as a page that needs nothing else. */
export async function html(args: DocumentArguments, io: CommandIo): Promise<number> {
  const fault = faultOf(args);
  if (fault !== null) {
    io.err(`proviso: ${fault}\n`);
    return exitCodes.trouble;
  }
  const visit = await visitDocuments(args, io, ({ analysis }) => io.out(wholeHtmlPage(analysis)));
  return isComplete(visit) ? exitCodes.clean : exitCodes.trouble;
}
