import { Body, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Policies } from '@sikkerby/access';
import { Decide, Decisions, type Intent, type Commands } from '@sikkerby/commands';
import { CommandRoute, Dated, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import { CorrectCase } from './correction.requests.js';
import { survivorSeenFrom, MergeInto, TakeBack } from '@sikkerby/case-kit/edge';
import { caseworkers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class RepairController {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    readonly decisions: Decisions,
    readonly policies: Policies,
  ) {}

  @CommandRoute('cases/:id/correct', { roles, summary: 'Correct what was recorded of the case' })
  correct(@UnitId() id: string, @Body() body: CorrectCase, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'correct', body, intent));
  }

  @CommandRoute('cases/:id/void', {
    roles,
    summary: 'Take the case out: it was registered in error',
    description: 'It counts in no year any more.',
  })
  void(@UnitId() id: string, @Body() body: TakeBack, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'void', body, intent));
  }

  @CommandRoute('cases/:id/reinstate', { roles, summary: 'Take back a void' })
  reinstate(@UnitId() id: string, @Body() body: Dated, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'reinstate', body, intent));
  }

  @CommandRoute('cases/:id/merge-into', {
    roles,
    summary: 'Merge a duplicate into the case that stays',
    description: 'The other must be about the same person, and neither void nor merged.',
  })
  async mergeInto(@UnitId() id: string, @Body() body: MergeInto, @Given() intent: Intent) {
    const { identity } = intent;
    const survivorIs = await survivorSeenFrom(this, youthConcern, body.survivor, id, identity);
    const known = { survivorIs };
    return this.commands.execute(new Decide(youthConcern, id, 'merge-into', body, intent, known));
  }

  @CommandRoute('cases/:id/unmerge', { roles, summary: 'Take back a merge' })
  unmerge(@UnitId() id: string, @Body() body: Dated, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'unmerge', body, intent));
  }
}
