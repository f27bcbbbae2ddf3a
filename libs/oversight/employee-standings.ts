import { Standings, type Standing } from '@sikkerby/access';
import { streamOf } from '@sikkerby/commands';
import type { EventStore } from '@sikkerby/event-store';
import { fold } from '@sikkerby/kernel';
import { employee } from './employee.js';
import { employeeId } from './employee-id.js';

/** Standings from the log itself, so that a change takes effect with the next request. */
export class EmployeeStandings extends Standings {
  constructor(private readonly store: EventStore) {
    super();
  }

  async of(user: string): Promise<Standing> {
    const events = await this.store.readStream(streamOf(employee, employeeId(user)));
    const { districts, glass } = fold(employee, employee.initialState, events);
    return { districts, glass: Object.values(glass) };
  }
}
