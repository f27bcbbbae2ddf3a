import { hash } from 'node:crypto';

/** A UUID made of an account name: the id of the employee's stream. */
export function employeeId(user: string): string {
  const hex = hash('sha256', `employee ${user}`, 'hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
