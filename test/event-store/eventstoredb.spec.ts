import { describeEventStore } from './contract.js';
import { doubleTarget, serverTarget } from './eventstoredb-target.js';

describeEventStore('EventStoreDB, the wire double', () => doubleTarget());

const url = process.env.EVENTSTOREDB_URL;
if (url) describeEventStore('EventStoreDB, a server', () => serverTarget(url));
else
  process.stdout.write(
    "The event store's contract does not run on a server: no EVENTSTOREDB_URL\n",
  );
