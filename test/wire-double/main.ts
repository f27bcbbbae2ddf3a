import { createPool } from '@sikkerby/postgres';
import { WireDouble } from './wire-double.js';

// The double as a process of its own, on the event store in the database that is given; tells its
// parent the URL, and ends with it.
const [, , database = ''] = process.argv;
const double = await WireDouble.start(
  createPool(database, { name: 'wire double', role: 'sikkerby_app' }),
);
process.send?.(double.url);
process.on('disconnect', () => process.exit());
