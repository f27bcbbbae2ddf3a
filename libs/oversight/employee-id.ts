import { idOf } from '@sikkerby/commands';

/** The id of the employee's stream, made of the account name. */
export function employeeId(user: string): string {
  return idOf(['employee', user]);
}
