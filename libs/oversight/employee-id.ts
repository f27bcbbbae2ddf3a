import { idOf } from '@sikkerby/decisions';

/** The id of the employee's stream, made of the account name. */
export function employeeId(user: string): string {
  return idOf(['employee', user]);
}
