import { governed } from '@sikkerby/system';
import { Policies, type Identity, type Resource } from '@sikkerby/access';
import { median, rate, type Time } from './measure.js';

const rounds = 5;
const count = 4_000;

const who: Identity = {
  ...{ user: 'probe.worker', role: 'ssp-caseworker', organisation: 'ssp' },
  ...{ districts: ['valby', 'vanloese', 'noerrebro'], glass: [] },
};
const of = (district: string): Resource => ({
  programme: 'youth-concern',
  unit: 'unit',
  home: { district, alsoDistricts: [], assignedTo: 'probe.other', referredTo: [] },
});
const resources = [of('valby'), of('oesterbro'), { programme: 'youth-concern' }];

/** One decision of the policies, of a unit of one's own, of another's, and of the register. */
export async function policiesBench(): Promise<Time[]> {
  const policies = new Policies(governed);
  const now = new Date();
  let number = 0;
  const decide = async () => {
    const resource = resources[(number += 1) % resources.length] ?? of('valby');
    await Promise.resolve(policies.decide(who, 'read', resource, now));
  };
  await rate(count, 1, decide);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(1000 / (await rate(count, 1, decide)));
  return [{ name: 'one decision of the policies', milliseconds: median(times), atMost: 0.5 }];
}
