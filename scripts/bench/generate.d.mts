/** See generate.mjs; told here for the tests, which are checked for types. */
export function generateAgreement(options: {
  readonly size: number;
  readonly seed?: number;
  readonly markdown?: boolean;
  readonly terms?: number;
}): string;
