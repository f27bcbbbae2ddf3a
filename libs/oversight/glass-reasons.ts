import { Injectable } from '@nestjs/common';
import { Decisions } from '@sikkerby/commands';
import type { RecordedEvent } from '@sikkerby/kernel';
import { PersonalData } from '@sikkerby/vault';
import { employee, type GlassBroken } from './employee.js';
import { employeeId } from './employee-id.js';

/** What people wrote when they broke a glass: free text, from the vault. */
@Injectable()
export class GlassReasons {
  constructor(
    private readonly decisions: Decisions,
    private readonly personalData: PersonalData,
  ) {}

  /** By the glass's id; a text that is gone is left out. */
  async of(
    glass: readonly { readonly id: string; readonly user: string }[],
  ): Promise<Map<string, string>> {
    const users = [...new Set(glass.map(({ user }) => user))];
    const units = await Promise.all(
      users.map((user) => this.decisions.state(employee, employeeId(user))),
    );
    const wanted = new Set(glass.map(({ id }) => id));
    const broken = units
      .flatMap(({ events }) => events.filter(isGlassBroken))
      .filter(({ data }) => wanted.has(data.glassId));
    const texts = await this.personalData.reveal(
      employee.programme,
      broken.map(({ data }) => data.reason),
    );
    return new Map(
      broken.flatMap(({ data: { glassId, reason } }) => {
        const text = texts.get(reason.vault);
        return text === undefined ? [] : [[glassId, text] as const];
      }),
    );
  }
}

function isGlassBroken(event: RecordedEvent): event is RecordedEvent & GlassBroken {
  return event.type === 'oversight.glass-broken.v1';
}
