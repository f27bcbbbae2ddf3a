import { once } from 'node:events';
import { cleaner } from './global-setup.js';

export default async function tearDown(): Promise<void> {
  // Jest says only after this how the run came out: the process must not end for want of work here.
  cleaner.ref();
  const cleaned = once(cleaner, 'exit');
  cleaner.stdin?.end();
  const [code] = (await cleaned) as [number];
  if (code !== 0) throw new Error('The processes or the folder of this run are left; see above.');
}
