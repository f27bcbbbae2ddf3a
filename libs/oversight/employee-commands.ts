import { Injectable, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Decide,
  Decisions,
  NoSuchUnit,
  type Intent,
  type Receipt,
  type Commands,
} from '@sikkerby/commands';
import { employee } from './employee.js';
import { employeeId } from './employee-id.js';

/** Commands about an employee, whose stream may not have begun: nobody has a revision to match. */
@Injectable()
export class EmployeeCommands {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
  ) {}

  /** @throws NoSuchUnit for a district of somebody who never had one: no event, so no receipt */
  async give(
    user: string,
    act: keyof typeof employee.acts,
    body: object,
    intent: Intent,
    known: object = {},
  ): Promise<Receipt> {
    const id = employeeId(user);
    const { revision } = await this.decisions.state(employee, id);
    if (revision === undefined && act === 'end-district') throw new NoSuchUnit();
    const expected: Intent['expected'] = revision ?? 'none';
    const now = { ...intent, expected };
    return this.commands.execute(new Decide(employee, id, act, body, now, known));
  }
}
