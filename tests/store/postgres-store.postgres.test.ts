import { describe } from 'vitest';
import { missingPostgres } from '../support/postgres-database.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { describeEventStore } from './contract.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  describeEventStore('PostgreSQL', 'PostgreSQL', postgresStores('contract'));
});
