import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, type Intent } from '@sikkerby/decisions';
import { CommandRoute, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import { AddNote, AssignCase, ChangeConcernTypes, ChangeLevel } from './assessment.requests.js';
import { caseworkers as roles } from './who-may.js';
import { youthConcern } from './youth-concern.js';

@ProgrammeController('youth-concern')
export class AssessmentController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute('cases/:id/change-level', { roles, summary: 'Give the case another level' })
  changeLevel(@UnitId() id: string, @Body() body: ChangeLevel, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'change-level', body, intent));
  }

  @CommandRoute('cases/:id/change-concern-types', {
    roles,
    summary: 'Say anew what the concern is about',
  })
  changeConcernTypes(
    @UnitId() id: string,
    @Body() body: ChangeConcernTypes,
    @Given() intent: Intent,
  ) {
    return this.commands.execute(
      new Decide(youthConcern, id, 'change-concern-types', body, intent),
    );
  }

  @CommandRoute('cases/:id/assign', {
    roles,
    summary: 'Assign the case to a caseworker and a team',
  })
  assign(@UnitId() id: string, @Body() body: AssignCase, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'assign', body, intent));
  }

  @CommandRoute('cases/:id/add-note', { roles, summary: 'Add a note' })
  addNote(@UnitId() id: string, @Body() body: AddNote, @Given() intent: Intent) {
    return this.commands.execute(new Decide(youthConcern, id, 'add-note', body, intent));
  }
}
