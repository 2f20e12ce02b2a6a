import { provisionKinds } from '../../server/src/core/model/provision.ts';

/** What is said and stands in a table, where no template shows it. */
export const tableWords: readonly string[] = [...provisionKinds, 'rule'];
