import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/commands';
import type { AnyDecider, Decider } from '@sikkerby/kernel';
import { Register } from '@sikkerby/people';
import { readable } from '../commands/readable.js';
import { underlying, type LiveUnit, type UnitState } from '../unit.js';
import { UnitNow } from './unit.answers.js';

/** How does the unit stand? */
export class UnitAsItIs extends Query<About<UnitNow>> {
  constructor(
    readonly decider: AnyDecider,
    readonly id: string,
    readonly identity: Identity,
  ) {
    super();
  }
}

@QueryHandler(UnitAsItIs)
export class UnitNowHandler implements IQueryHandler<UnitAsItIs> {
  constructor(
    readonly decisions: Decisions,
    readonly policies: Policies,
    private readonly register: Register,
  ) {}

  async execute({ decider, id, identity }: UnitAsItIs): Promise<About<UnitNow>> {
    const found = await readable<UnitState<LiveUnit>>(
      this,
      decider as Decider<UnitState<LiveUnit>>,
      id,
      identity,
    );
    const { state, last, may, seen } = found;
    const { revision, position, recordedAt } = last;
    const subject = decider.subjectOf?.(state);
    const shown = may('read-person') && subject !== undefined ? [subject] : [];
    const persons = await this.register.particularsOf(decider.programme, shown);
    const now = Object.assign(new UnitNow(), {
      ...{ id, revision, position, recordedAt, status: state.status },
      name: subject === undefined ? undefined : persons.get(subject)?.name,
      record: { ...underlying(state) },
    });
    return new About(now, seen);
  }
}
