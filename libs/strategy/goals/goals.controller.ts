import { Query } from '@nestjs/common';
import { ProgrammeController, QueryRoute, type Plain } from '@sikkerby/http';
import { answered, Cuts } from '@sikkerby/statistics';
import { readers } from '../roles.js';
import { YearQuery } from '../year.requests.js';
import { definitions } from './definitions.js';
import { GoalDefinitionAnswer, GoalsAnswer } from './goals.answers.js';
import { besideTheGoals, contextTold, definitionTold, Goals, goalsBy, goalTold } from './goals.js';

@ProgrammeController('goals')
export class GoalsController {
  constructor(
    private readonly goals: Goals,
    private readonly cuts: Cuts,
  ) {}

  /** Each of the six, as known then, with the sentences that the rule went by. */
  @QueryRoute('status', {
    roles: readers,
    summary: 'How do the six goals stand in a reporting year, and why?',
    answer: { type: GoalsAnswer },
  })
  async status(@Query() { year, asOf }: YearQuery): Promise<Plain<GoalsAnswer>> {
    const position = await answered(this.cuts.position(asOf));
    const evidence = await this.goals.evidence(year, position);
    return {
      ...{ year, asOf: position },
      goals: goalsBy(evidence).map(goalTold),
      context: contextTold(besideTheGoals(evidence)),
    };
  }

  /** Every version. */
  @QueryRoute('definitions', {
    roles: readers,
    summary: 'What are the goals, exactly: baseline, target, source and rule?',
    answer: { type: GoalDefinitionAnswer, isArray: true },
  })
  definitions(): Plain<GoalDefinitionAnswer>[] {
    return definitions.map(definitionTold);
  }
}
