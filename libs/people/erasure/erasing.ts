import type { EventStore } from '@sikkerby/event-store';
import { Decide, theSystem, type CommandPipeline } from '@sikkerby/commands';
import { dayInCopenhagen, fold, type Day, type RecordedEvent } from '@sikkerby/kernel';
import type { Programme } from '@sikkerby/case-kit/edge';
import { rotateKeys, type KeyRing } from '@sikkerby/vault';
import type pg from 'pg';
import type { ErasureLedger } from './erasure-ledger.js';
import { erasureId } from './erasure-ids.js';
import { alone } from './one-at-a-time.js';
import { personErasure, type ErasedPerson, type PersonErasure } from './person-erasure.js';
import { eraseAll, type KnownPersons } from './replay-ledger.js';
import { unitsAbout } from './streams-about.js';

export interface ErasingParts extends KnownPersons {
  readonly store: EventStore;
  readonly pipeline: Pick<CommandPipeline, 'execute'>;
  readonly pool: pg.Pool;
  readonly ledger: ErasureLedger;
  readonly keyRing: KeyRing;
  readonly programmes: readonly Programme[];
}

/** An erasure that was approved and is not final yet, with the events so far. */
interface Unfinished {
  readonly person: ErasedPerson;
  readonly events: readonly RecordedEvent[];
  readonly status: PersonErasure['status'];
}

/**
 * Carries approved erasures on to their end. Each step can be done again: a run that was cut short
 * anywhere is finished by the next.
 */
export class Erasing {
  constructor(private readonly parts: ErasingParts) {}

  /** Everything that is approved; the persons whose erasure is final now. */
  carryOn(): Promise<ErasedPerson[]> {
    return alone(this.parts.pool, async () => {
      for (const erasure of await this.unfinished()) {
        if (erasure.status === 'approved') await this.shred(erasure);
      }
      const shredded = await this.unfinished();
      const programmes = new Set(shredded.map(({ person }) => person.programme));
      for (const programme of programmes) {
        await rotateKeys(this.parts.pool, this.parts.keyRing, programme);
      }
      for (const erasure of shredded) await this.record(erasure, 'finalise-erasure');
      return shredded.map(({ person }) => person);
    });
  }

  /** The ledger's line comes first: what it says is done again at every start. */
  private async shred(erasure: Unfinished): Promise<void> {
    const { store, ledger, programmes } = this.parts;
    const { programme, subject } = erasure.person;
    const units = await unitsAbout(erasure.person, programmes, store);
    ledger.append({ programme, subject, units, day: today() });
    await eraseAll([{ subject, units }], programme, this.parts);
    await this.record(erasure, 'record-shredding');
  }

  private async record({ person, events }: Unfinished, act: keyof typeof personErasure.acts) {
    const last = events.at(-1);
    if (!last) throw new Error('an erasure that was approved has events');
    const id = erasureId(person.programme, person.subject);
    const intent = {
      identity: theSystem,
      key: `${act} after ${last.id}`,
      expected: last.revision,
      correlationId: last.correlationId,
      causationId: last.id,
      today: today(),
    };
    await this.parts.pipeline.execute(new Decide(personErasure, id, act, {}, intent));
  }

  private async unfinished(): Promise<Unfinished[]> {
    const typePrefixes = Object.keys(personErasure.evolve);
    const streams = new Map<string, RecordedEvent[]>();
    for await (const { events } of this.parts.store.readAll({ typePrefixes })) {
      for (const event of events) {
        const known = streams.get(event.stream);
        if (known) known.push(event);
        else streams.set(event.stream, [event]);
      }
    }
    return [...streams.values()].flatMap((events) => {
      const state = stateOf(events);
      return state.status === 'approved' || state.status === 'shredded'
        ? [{ person: state.person, status: state.status, events }]
        : [];
    });
  }
}

function stateOf(events: readonly RecordedEvent[]): PersonErasure {
  return fold<PersonErasure>(personErasure, personErasure.initialState, events);
}

const today = (): Day => dayInCopenhagen(new Date());
