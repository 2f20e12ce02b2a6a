import { chainKeys, configurationKeys } from '../../server/src/core/config/keys.ts';
import { provisionKinds } from '../../server/src/core/model/provision.ts';

/** What is said and stands in a table, where no template shows it. */
export const tableWords: readonly string[] = [
  ...provisionKinds,
  ...Object.values(configurationKeys).map(({ noun }) => noun),
  chainKeys.extends.noun,
  chainKeys.overrides.files.noun,
  'key',
];
