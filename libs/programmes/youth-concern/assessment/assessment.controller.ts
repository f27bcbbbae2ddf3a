import { Body, Inject } from '@nestjs/common';
import { Register } from '@sikkerby/people';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, Decisions, type Intent, type Commands } from '@sikkerby/commands';
import { ageOn } from '@sikkerby/kernel';
import { CommandRoute, Dated, Given, ProgrammeController, UnitId } from '@sikkerby/http';
import { AddNote, AssignCase, ChangeConcernTypes, ChangeLevel } from './assessment.requests.js';
import { caseworkers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class AssessmentController {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
    private readonly register: Register,
  ) {}

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

  @CommandRoute('cases/:id/move-to-ssp-plus', {
    roles,
    summary: 'Move the case of somebody who is 18 to the track for those aged 18 to 25',
  })
  async moveToSspPlus(@UnitId() id: string, @Body() body: Dated, @Given() intent: Intent) {
    const { state } = await this.decisions.state(youthConcern, id);
    const subject = youthConcern.subjectOf(state) ?? '';
    const person = (await this.register.particularsOf('youth-concern', [subject])).get(subject);
    const age = person ? ageOn(person.birthDate, body.occurredOn ?? intent.today) : 0;
    return this.commands.execute(
      new Decide(youthConcern, id, 'move-to-ssp-plus', body, intent, { age }),
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
