import { StoreAway } from '../event-store.js';

/** The server or the way to it failed: what was asked for may be done or not. */
export class ConnectionBreak extends StoreAway {
  override name = 'ConnectionBreak';

  constructor(readonly kind: string) {
    super(`EventStoreDB: ${kind}`);
  }
}
