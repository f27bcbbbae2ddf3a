import { expect, it } from '@jest/globals';
import { testDatabase } from '../../support/database.js';

// Run by failing-run.long.spec.ts only, which asks whether anybody is told.
it('fails, with a database that is never closed', async () => {
  await testDatabase();
  expect('this run').toBe('passed');
});
