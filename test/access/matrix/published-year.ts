import type { Role } from '@sikkerby/access';
import type { Office } from '../../read-log/office.js';

/** What there is of a year: its first statement, and a release of it. */
export async function publishYear(
  office: Office,
  year: number,
  tokenOf: (role: Role) => Promise<string>,
): Promise<void> {
  const [analyst, approver] = [await tokenOf('analyst'), await tokenOf('report-approver')];
  const statements = `/statistics/statements/${year}`;
  await office.post(`${statements}/freeze`, analyst, { kind: 'final' });
  await office.post(`${statements}/1/approve`, approver, {}, 0);
  await office.post('/publication/releases', analyst, { year, statement: 1 });
  await office.post('/publication/releases/1/release', approver, {}, 0);
}
