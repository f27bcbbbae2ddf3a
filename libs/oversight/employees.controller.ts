import { Body, HttpCode } from '@nestjs/common';
import { About } from '@sikkerby/access';
import { Decisions, type Intent } from '@sikkerby/commands';
import { AskRoute, CreateRoute, Given, ProgrammeController } from '@sikkerby/http';
import { EmployeeCommands } from './employee-commands.js';
import { employee } from './employee.js';
import { employeeId } from './employee-id.js';
import { EmployeeNow } from './oversight.answers.js';
import { ByUser, InOneDistrict } from './oversight.requests.js';

const roles = ['admin'] as const;

/** Which districts an employee works for. Whatever is said takes effect with their next request. */
@ProgrammeController('oversight')
export class EmployeesController {
  constructor(
    private readonly employees: EmployeeCommands,
    private readonly decisions: Decisions,
  ) {}

  @AskRoute('employees/look-up', {
    roles: ['admin', 'dpo'],
    looks: 'search',
    summary: 'Which districts does somebody work for?',
    answer: { type: EmployeeNow },
  })
  async lookUp(@Body() { user }: ByUser) {
    const { state } = await this.decisions.state(employee, employeeId(user));
    return new About({ districts: [...state.districts] }, []);
  }

  @CreateRoute('employees/grant-district', {
    roles,
    summary: 'Let somebody work for a district',
    description: 'Nobody grants themselves one.',
  })
  @HttpCode(201)
  grantDistrict(@Body() body: InOneDistrict, @Given() intent: Intent) {
    return this.employees.give(body.user, 'grant-district', body, intent);
  }

  @CreateRoute('employees/end-district', {
    roles,
    summary: 'Let somebody work for a district no longer',
  })
  @HttpCode(201)
  endDistrict(@Body() body: InOneDistrict, @Given() intent: Intent) {
    return this.employees.give(body.user, 'end-district', body, intent);
  }
}
