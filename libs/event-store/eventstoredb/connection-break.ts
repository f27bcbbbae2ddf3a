/** The server or the way to it failed: what was asked for may be done or not. */
export class ConnectionBreak extends Error {
  constructor(readonly kind: string) {
    super(`EventStoreDB: ${kind}`);
    this.name = 'ConnectionBreak';
  }
}
