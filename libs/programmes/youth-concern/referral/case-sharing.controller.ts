import { Body, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, type Intent, type Commands } from '@sikkerby/commands';
import { CommandRoute, Dated, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import { EndReferral, ReferCase } from './referral.requests.js';
import { AcceptTransfer, RejectTransfer, RequestTransfer } from '../transfer/transfer.requests.js';
import { caseworkers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class SharingController {
  constructor(@Inject(CommandBus) private readonly commands: Commands) {}

  @CommandRoute('cases/:id/refer', {
    roles,
    summary: 'Give an organisation access for a purpose and a time',
  })
  refer(@UnitId() id: string, @Body() body: ReferCase, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'refer', body, intent));
  }

  @CommandRoute('cases/:id/end-referral', {
    roles,
    summary: 'End a referral, and the access with it',
  })
  endReferral(@UnitId() id: string, @Body() body: EndReferral, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'end-referral', body, intent));
  }

  @CommandRoute('cases/:id/request-transfer', {
    roles,
    summary: 'Ask another district to take over the case',
    description: 'Changes nothing until it is accepted.',
  })
  requestTransfer(@UnitId() id: string, @Body() body: RequestTransfer, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'request-transfer', body, intent));
  }

  @CommandRoute('cases/:id/accept-transfer', { roles, summary: 'Take over the case from a day on' })
  acceptTransfer(@UnitId() id: string, @Body() body: AcceptTransfer, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'accept-transfer', body, intent));
  }

  @CommandRoute('cases/:id/reject-transfer', { roles, summary: 'Refuse to take over the case' })
  rejectTransfer(@UnitId() id: string, @Body() body: RejectTransfer, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'reject-transfer', body, intent));
  }

  @CommandRoute('cases/:id/withdraw-transfer', {
    roles,
    summary: 'Take back the wish for a transfer',
  })
  withdrawTransfer(@UnitId() id: string, @Body() body: Dated, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'withdraw-transfer', body, intent));
  }
}
