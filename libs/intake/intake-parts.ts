import type { CommandBus } from '@nestjs/cqrs';
import type { Policies, ReadLog } from '@sikkerby/access';
import {
  DecideHandler,
  DecideInTurn,
  Decisions,
  type Decide,
  type UsedKeys,
} from '@sikkerby/commands';
import type { EventStore } from '@sikkerby/event-store';
import { LookUps, Register } from '@sikkerby/people';
import { GiveCommand } from '@sikkerby/case-kit/edge';
import type { PersonalData } from '@sikkerby/vault';
import type pg from 'pg';
import { DryRegister, dryInTurn, DryStore } from './dry-run.js';
import type { IntakeParts } from './intake.js';

/** What a program has put together already. */
interface House {
  readonly store: EventStore;
  readonly personalData: PersonalData;
  readonly usedKeys: UsedKeys;
  readonly policies: Policies;
  readonly readLog: ReadLog;
  readonly register: Register;
  readonly lookUps: LookUps;
  readonly appPool: pg.Pool;
}

/** An intake's parts, outside the API's process. */
export function intakeParts(house: House): IntakeParts {
  const { store, personalData, usedKeys, policies, readLog, register } = house;
  const handler = new DecideHandler(store, personalData, usedKeys, policies);
  const bus = { execute: (command: Decide) => handler.execute(command) } as unknown as CommandBus;
  const commandsOf = (of: EventStore, known: Register) =>
    new GiveCommand(bus, new Decisions(of), known, policies);
  return {
    ...{ store, handler, policies, readLog, register, commands: commandsOf(store, register) },
    inTurn: new DecideInTurn(store, personalData, policies),
    dry: () => {
      const known = new DryRegister(house.appPool, personalData, house.lookUps);
      const dryStore = new DryStore(store) as unknown as EventStore;
      return {
        ...{ policies, readLog, register: known, commands: commandsOf(dryStore, known) },
        inTurn: dryInTurn(dryStore, personalData, policies),
      };
    },
  };
}
