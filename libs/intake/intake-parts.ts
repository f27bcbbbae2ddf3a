import type { INestApplicationContext, Type } from '@nestjs/common';
import { Policies, ReadLog } from '@sikkerby/access';
import { GiveCommand } from '@sikkerby/case-kit/edge';
import { CommandPipeline, Decisions } from '@sikkerby/commands';
import { EventStore } from '@sikkerby/event-store';
import { LookUps, Register } from '@sikkerby/people';
import { PersonalData } from '@sikkerby/vault';
import type pg from 'pg';
import { DryRegister, DryStore, keepNothing } from './dry-run.js';
import type { IntakeParts } from './intake.js';

/** An injection token: of a class, which may be abstract. */
type Token<Of> = Type<Of> | (abstract new (...parameters: never[]) => Of);

/** An intake's parts. @param appPool the database in the role of the API */
export function intakeParts(
  container: Pick<INestApplicationContext, 'get'>,
  appPool: pg.Pool,
): IntakeParts {
  const of = <Of>(token: Token<Of>): Of => container.get<Of>(token, { strict: false });
  const store = of(EventStore);
  const policies = of(Policies);
  const readLog = of(ReadLog);
  const personalData = of(PersonalData);
  return {
    store,
    policies,
    readLog,
    register: of(Register),
    commands: of(GiveCommand),
    pipeline: of(CommandPipeline),
    dry: () => {
      const register = new DryRegister(appPool, personalData, of(LookUps));
      const dryStore = new DryStore(store);
      const pipeline = new CommandPipeline(
        dryStore,
        keepNothing(personalData),
        { claim: () => Promise.resolve() },
        policies,
      );
      const commands = new GiveCommand(pipeline, new Decisions(dryStore), register, policies);
      return { policies, readLog, register, commands, pipeline };
    },
  };
}
