import { Body, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Policies } from '@sikkerby/access';
import { Decide, idFrom, type Intent, type Commands } from '@sikkerby/commands';
import {
  CommandRoute,
  CreateRoute,
  Dated,
  Given,
  ProgrammeController,
  UnitId,
} from '@sikkerby/http';
import { Register } from '@sikkerby/people';
import { assertRegistered, TakeBack } from '@sikkerby/case-kit/edge';
import { caseFromReport } from '../opening/case-to-open.js';
import { youthConcernReport } from './concern-report.js';
import { ReceiveConcernReport, ScreenConcernReport } from './concern-report.requests.js';
import { NewCase } from '../opening/opening.requests.js';
import { caseworkers as roles } from '../case-roles.js';

@ProgrammeController('youth-concern')
export class ConcernReportController {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    readonly policies: Policies,
    readonly register: Register,
  ) {}

  @CreateRoute('concern-reports', { roles, summary: 'Take down a concern about a young person' })
  async receive(@Body() body: ReceiveConcernReport, @Given() intent: Intent) {
    const named = body.subject === undefined ? [] : [body.subject];
    await assertRegistered(this.register, 'youth-concern', named);
    const id = idFrom(intent, 'concern report');
    const act = 'receive-concern-report';
    return this.commands.execute(new Decide(youthConcernReport, id, act, body, intent));
  }

  @CommandRoute('concern-reports/:id/screen', {
    roles,
    summary: 'Screen a report that opens no case',
  })
  screen(@UnitId() id: string, @Body() body: ScreenConcernReport, @Given() intent: Intent) {
    const act = 'screen-concern-report';
    return this.commands.execute(new Decide(youthConcernReport, id, act, body, intent));
  }

  @CommandRoute('concern-reports/:id/open-case', {
    roles,
    summary: 'Screen a report and open the case that comes of it',
    description:
      'If-Match is the revision of the report, the receipt is that of the case. When the answer ' +
      'is lost, a retry with the same Idempotency-Key finishes what was begun.',
  })
  async openCase(@UnitId() id: string, @Body() body: NewCase, @Given() intent: Intent) {
    const { screening, opening } = await caseFromReport(id, body, intent, this);
    await this.commands.execute(screening);
    return this.commands.execute(opening);
  }

  @CommandRoute('concern-reports/:id/void', {
    roles,
    summary: 'Take the report out: it was registered in error',
  })
  void(@UnitId() id: string, @Body() body: TakeBack, @Given() intent: Intent) {
    const act = 'void-concern-report';
    return this.commands.execute(new Decide(youthConcernReport, id, act, body, intent));
  }

  @CommandRoute('concern-reports/:id/reinstate', { roles, summary: 'Take back a void' })
  reinstate(@UnitId() id: string, @Body() body: Dated, @Given() intent: Intent) {
    const act = 'reinstate-concern-report';
    return this.commands.execute(new Decide(youthConcernReport, id, act, body, intent));
  }
}
