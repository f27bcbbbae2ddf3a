import { Body, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, type Intent, type Commands } from '@sikkerby/commands';
import { CommandRoute, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import { PutOnAgenda, RecordForumDecision, TakeOffAgenda } from './forum.requests.js';
import { caseworkers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class ForumController {
  constructor(@Inject(CommandBus) private readonly commands: Commands) {}

  @CommandRoute('cases/:id/put-on-agenda', {
    roles,
    summary: 'Put the case on the agenda of a forum',
  })
  putOnAgenda(@UnitId() id: string, @Body() body: PutOnAgenda, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'put-on-agenda', body, intent));
  }

  @CommandRoute('cases/:id/take-off-agenda', { roles, summary: 'Take the case off an agenda' })
  takeOffAgenda(@UnitId() id: string, @Body() body: TakeOffAgenda, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'take-off-agenda', body, intent));
  }

  @CommandRoute('cases/:id/record-forum-decision', {
    roles,
    summary: 'Record what the forum decided',
  })
  recordForumDecision(
    @UnitId() id: string,
    @Body() body: RecordForumDecision,
    @Given() intent: Intent,
  ) {
    return this.commands.execute(
      new Decide(youthConcern, id, 'record-forum-decision', body, intent),
    );
  }
}
