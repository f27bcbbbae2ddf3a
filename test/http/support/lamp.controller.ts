import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Identity } from '@sikkerby/access';
import { Decide, Decisions, idFrom, type Intent } from '@sikkerby/commands';
import {
  CommandRoute,
  CreateRoute,
  Dated,
  Given,
  IsDistrict,
  ProgrammeController,
  QueryRoute,
  Sealed,
  UnitId,
  WhoAsks,
} from '@sikkerby/http';
import { IsInt, Max } from 'class-validator';
import { lamp } from './lamp.js';

class HangUp extends Dated {
  @IsDistrict() readonly district!: string;
  @Sealed(200) readonly note!: string;
}

class Brighten extends Dated {
  @IsInt() @Max(1000) readonly by!: number;
}

@ProgrammeController('lamp')
export class LampController {
  constructor(
    private readonly commandBus: CommandBus,
    private readonly decisions: Decisions,
  ) {}

  @CreateRoute('lamps', { roles: ['ssp-caseworker', 'ssp-coordinator'], summary: 'Hangs it up' })
  hangUp(@Given() intent: Intent, @Body() body: HangUp) {
    return this.commandBus.execute(
      new Decide(lamp, idFrom(intent, 'lamp'), 'hang-up', body, intent),
    );
  }

  @CommandRoute('lamps/:id/brighten', { roles: ['ssp-caseworker'], summary: 'Makes it brighter' })
  brighten(@Given() intent: Intent, @UnitId() id: string, @Body() body: Brighten) {
    return this.commandBus.execute(new Decide(lamp, id, 'brighten', body, intent));
  }

  @QueryRoute('lamps/:id', { roles: ['ssp-caseworker'], summary: 'How bright it is' })
  async look(@UnitId() id: string, @WhoAsks() identity: Identity) {
    const { state } = await this.decisions.state(lamp, id);
    if (state.brightness > 500) throw new Error(`a secret that ${identity.user} must not see`);
    return { brightness: state.brightness };
  }
}
