import { type CommandIo, exitCodes } from './io.ts';

export interface LspArguments {
  /** Whether `--stdio` was given; there is no other transport on the command line. */
  readonly stdio: boolean;
  /** Starts the language server in this process; it then answers until its client is gone. */
  readonly startServer: () => Promise<unknown>;
}

/** `proviso lsp --stdio`: the language server over standard input and output, for any editor. */
export async function lsp(args: LspArguments, io: CommandIo): Promise<number> {
  if (!args.stdio) {
    io.err('proviso: the language server speaks over standard input and output: proviso lsp --stdio\n');
    return exitCodes.trouble;
  }
  await args.startServer();
  return exitCodes.clean;
}
