import { Body, HttpCode } from '@nestjs/common';
import { permit, Policies } from '@sikkerby/access';
import { idFrom, NoSuchUnit, type Intent } from '@sikkerby/commands';
import { EventStore } from '@sikkerby/event-store';
import { CreateRoute, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import { EmployeeCommands } from './employee-commands.js';
import { BreakTheGlass, ReviewTheGlass } from './oversight.requests.js';
import { reviewers } from './reviewers.js';

/** The only programme whose cases may be opened so (privacy.md). */
const breakable = { programme: 'youth-concern', category: 'youth_concern' };
const hour = 60 * 60_000;

/** A case of others, opened to read for an hour, because it cannot wait; another looks at it after. */
@ProgrammeController('oversight')
export class BreakGlassController {
  constructor(
    private readonly employees: EmployeeCommands,
    private readonly store: EventStore,
    private readonly policies: Policies,
  ) {}

  @CreateRoute('break-glass', {
    roles: ['ssp-caseworker'],
    summary: 'Open one case of others to read, for 60 minutes',
    description:
      'The coordinators are told, and another person reviews it within 7 days; until then no ' +
      'further one can be opened.',
  })
  async breakGlass(@Body() body: BreakTheGlass, @Given() intent: Intent) {
    const { programme, category } = breakable;
    permit(this.policies, intent.identity, 'break-glass', { programme, unit: body.caseId });
    const history = await this.store.readStream(`${category}-${body.caseId}`);
    if (history.length === 0) throw new NoSuchUnit();
    const { user } = intent.identity;
    const until = new Date(Date.now() + hour).toISOString();
    const known = { user, unit: body.caseId, glassId: idFrom(intent, 'glass'), until };
    return this.employees.give(user, 'break-glass', body, intent, known);
  }

  @CreateRoute('break-glass/:id/review', {
    roles: reviewers,
    summary: 'Say whether opening the case was in order',
    description: 'Nobody reviews their own.',
  })
  @HttpCode(201)
  review(@UnitId() glassId: string, @Body() body: ReviewTheGlass, @Given() intent: Intent) {
    return this.employees.give(body.user, 'review-glass', body, intent, { glassId });
  }
}
