import { StoreAway } from '../event-store.js';

/** The server or the way to it failed: what was asked for may be done or not. */
export class ConnectionBreak extends StoreAway {
  override name = 'ConnectionBreak';

  constructor(readonly kind: string) {
    super(`EventStoreDB: ${kind}`);
  }
}

/** The server will not do it, now or later, such as for want of rights: its settings or ours are wrong. */
export class ServerRefuses extends StoreAway {
  override name = 'ServerRefuses';

  constructor(readonly kind: string) {
    super(`EventStoreDB refuses: ${kind}`);
  }
}
