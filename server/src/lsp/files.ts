/** How the server reads files that are not open in the client; what runs it decides whether there is such a way. */
export interface FileAccess {
  /** The text of a file; null where there is none. Rejects where there is one that cannot be read. */
  read(uri: string): Promise<string | null>;
}
