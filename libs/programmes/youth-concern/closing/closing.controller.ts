import { Body, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, type Intent, type Commands } from '@sikkerby/commands';
import { CommandRoute, Dated, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import { CloseCase, ReopenCase } from './closing.requests.js';
import { TakeBack } from '@sikkerby/case-kit/edge';
import { caseworkers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class ClosingController {
  constructor(@Inject(CommandBus) private readonly commands: Commands) {}

  @CommandRoute('cases/:id/close', { roles, summary: 'Close a case of level 1 or 2' })
  close(@UnitId() id: string, @Body() body: CloseCase, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'close', body, intent));
  }

  @CommandRoute('cases/:id/request-closing', {
    roles,
    summary: 'Ask for the closing of a case of level 3 or 4',
  })
  requestClosing(@UnitId() id: string, @Body() body: CloseCase, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'request-closing', body, intent));
  }

  @CommandRoute('cases/:id/approve-closing', {
    roles,
    summary: 'Approve the closing that another asked for; the case closes',
  })
  approveClosing(@UnitId() id: string, @Body() body: Dated, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'approve-closing', body, intent));
  }

  @CommandRoute('cases/:id/refuse-closing', {
    roles,
    summary: 'Refuse the closing that another asked for',
  })
  refuseClosing(@UnitId() id: string, @Body() body: Dated, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'refuse-closing', body, intent));
  }

  @CommandRoute('cases/:id/reopen', {
    roles,
    summary: 'Reopen a closed case: the same case, a new episode',
  })
  reopen(@UnitId() id: string, @Body() body: ReopenCase, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'reopen', body, intent));
  }

  @CommandRoute('cases/:id/void-reopening', {
    roles,
    summary: 'Take back a reopening that was an error',
  })
  voidReopening(@UnitId() id: string, @Body() body: TakeBack, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'void-reopening', body, intent));
  }
}
