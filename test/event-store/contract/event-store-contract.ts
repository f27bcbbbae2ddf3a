import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventRegistry, EventStore } from '@sikkerby/event-store';
import type { Position } from '@sikkerby/kernel';
import { describeAppend } from './append.contract.js';
import { describeDamage, type Damage } from './damaged.contract.js';
import { describePositions } from './positions.contract.js';
import { describeReads } from './reads.contract.js';
import { describeSubscription } from './subscription.contract.js';

/** A target of the suite: a log of which it reads what comes, and what happens to its connections. */
export interface Target {
  /** Where its log ended before; it began empty without it. */
  readonly after?: Position;
  /** Another client of the log, as another process would have; closed with the target. */
  open(registry: EventRegistry): EventStore;
  /** Breaks every connection to the log at once. */
  breakConnections(): Promise<void>;
  /** Tries to do it to a stream with the database's own tools. */
  damage(stream: string, how: Damage): Promise<void>;
  close(): Promise<void>;
}

/** Gives the target once it is there. */
export type Given = () => Target;

/** The contract of an event store (`libs/platform/event-store/event-store.ts`), for any store. */
export function describeEventStore(name: string, open: () => Promise<Target>): void {
  process.stdout.write(`The event store's contract runs on: ${name}\n`);
  describe(name, () => {
    let target: Target | undefined;
    beforeAll(async () => {
      target = await open();
    });
    afterAll(() => target?.close());

    const given = () => {
      if (!target) throw new Error('the store is not open');
      return target;
    };
    describeAppend(given);
    describeReads(given);
    describePositions(given);
    describeSubscription(given);
    describeDamage(given);
  });
}
