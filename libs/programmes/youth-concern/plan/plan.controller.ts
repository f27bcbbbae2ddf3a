import { Body, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, type Intent, type Commands } from '@sikkerby/commands';
import { CommandRoute, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import {
  AddAction,
  AdoptPlan,
  CancelAction,
  CompleteAction,
  MoveActionDueDay,
} from './plan.requests.js';
import { caseworkers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class PlanController {
  constructor(@Inject(CommandBus) private readonly commands: Commands) {}

  @CommandRoute('cases/:id/adopt-plan', {
    roles,
    summary: 'Adopt the coordinated plan, or adopt it anew',
  })
  adoptPlan(@UnitId() id: string, @Body() body: AdoptPlan, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'adopt-plan', body, intent));
  }

  @CommandRoute('cases/:id/add-action', { roles, summary: 'Agree on an action of the plan' })
  addAction(@UnitId() id: string, @Body() body: AddAction, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'add-action', body, intent));
  }

  @CommandRoute('cases/:id/move-action-due-day', {
    roles,
    summary: 'Move the due day of an action',
  })
  moveActionDueDay(@UnitId() id: string, @Body() body: MoveActionDueDay, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'move-action-due-day', body, intent));
  }

  @CommandRoute('cases/:id/complete-action', {
    roles,
    summary: 'Complete an action, with its outcome',
  })
  completeAction(@UnitId() id: string, @Body() body: CompleteAction, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'complete-action', body, intent));
  }

  @CommandRoute('cases/:id/cancel-action', { roles, summary: 'Cancel an action, with the reason' })
  cancelAction(@UnitId() id: string, @Body() body: CancelAction, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'cancel-action', body, intent));
  }
}
