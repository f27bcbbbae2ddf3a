import { Body, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, idFrom, type Intent, type Commands } from '@sikkerby/commands';
import { CreateRoute, Given, ProgrammeController } from '@sikkerby/http';
import { Register } from '@sikkerby/people';
import { personOf } from './case-to-open.js';
import { OpenCase } from './opening.requests.js';
import { caseworkers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class OpeningController {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly register: Register,
  ) {}

  @CreateRoute('cases', { roles, summary: 'Open a case about a young person' })
  async openCase(@Body() body: OpenCase, @Given() intent: Intent) {
    const id = idFrom(intent, 'case');
    const person = await personOf(body, intent, this.register);
    return this.commands.execute(new Decide(youthConcern, id, 'open-case', body, intent, person));
  }
}
