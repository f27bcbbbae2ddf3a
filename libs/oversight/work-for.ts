import { randomUUID } from 'node:crypto';
import type { Claims } from '@sikkerby/access';
import { Decide, streamOf, type Writing } from '@sikkerby/commands';
import { dayInCopenhagen, fold } from '@sikkerby/kernel';
import { employee } from './employee.js';
import { employeeId } from './employee-id.js';

/**
 * Makes these the districts that somebody works for, no more and no fewer, as they are when it looks.
 * @param by who says so: somebody else
 * @throws Rejection
 */
export async function workFor(
  { store, pipeline }: Writing,
  user: string,
  districts: readonly string[],
  by: Claims,
): Promise<void> {
  const id = employeeId(user);
  const history = await store.readStream(streamOf(employee, id));
  const now = fold(employee, employee.initialState, history);
  const correlationId = randomUUID();
  const today = dayInCopenhagen(new Date());
  const command = (act: string, district: string) =>
    new Decide(
      employee,
      id,
      act,
      { user, district },
      {
        identity: { ...by, districts: [], glass: [] },
        key: randomUUID(),
        expected: 'none',
        correlationId,
        today,
      },
    );
  const refusals = await pipeline.inTurn([
    ...districts.map((district) => command('grant-district', district)),
    ...now.districts
      .filter((district) => !districts.includes(district))
      .map((district) => command('end-district', district)),
  ]);
  const refused = refusals.find((refusal) => refusal !== undefined);
  if (refused) throw refused;
}
