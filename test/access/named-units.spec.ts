import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import { registered } from '../support/persons.js';
import { openOffice, type Office } from '../read-log/office.js';

const occurredOn = '2018-03-01';
const place = (district: string) => ({ district, occurredOn });
const newCase = {
  ...{ level: 2, track: 'ssp', concernTypes: ['group'], ownerTeam: 'ssp' },
  description: 'Opdigtet',
};
const newReport = { source: 'school', anonymous: true, concernTypes: ['group'], description: 'x' };

let office: Office;
let here: string;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** The rule that refuses it, or what else is answered. */
async function refusal(path: string, body: object, revision?: number): Promise<string> {
  const answer = await office.post<object>(path, here, body, revision).catch(String);
  return /"rule":"([^"]+)"/.exec(JSON.stringify(answer).replaceAll('\\', ''))?.[1] ?? 'not refused';
}

describe.each([
  ['youth-concern', 'cases', 'ssp-caseworker', newCase],
  ['activation', 'courses', 'centre-worker', { kind: 'job-training', weeklyHours: 30 }],
] as const)('a merge in %s', (programme, path, role: Role, particulars) => {
  const units = `/${programme}/${path}`;

  it('is refused into a unit that they may not see as into one that is not there', async () => {
    here = await office.token(`probe.here-${role}`, role, ['valby']);
    const there = await office.token(`probe.there-${role}`, role, ['noerrebro']);
    const subject = await registered((to, body) => office.post(to, here, body), {}, programme);
    const unit = { ...particulars, subject };
    const own = await office.post<Receipt>(units, here, { ...unit, ...place('valby') });
    const other = await office.post<Receipt>(units, there, { ...unit, ...place('noerrebro') });
    const into = (survivor: string) =>
      refusal(`${units}/${own.id}/merge-into`, { survivor, occurredOn }, 0);
    const none = await into(randomUUID());
    expect(none).toMatch(/neither-void-nor-merged$/);
    expect(await into(other.id)).toBe(none);
    const alike = await office.post<Receipt>(units, here, { ...unit, ...place('valby') });
    expect(await into(alike.id)).toBe('not refused');
  });
});

describe('a concern report', () => {
  it('names nobody, or somebody registered with SSP', async () => {
    here = await office.token('probe.here', 'ssp-caseworker', ['valby']);
    const rule = 'a-person-is-registered-first';
    const report = (subject?: string) =>
      refusal('/youth-concern/concern-reports', { ...newReport, ...place('valby'), subject });
    const seeker = await registered(
      async (to, body) => {
        const token = await office.token('probe.seeker', 'leisure-consultant', []);
        return office.post(to, token, body);
      },
      {},
      'leisure-job',
    );
    expect(await report()).toBe('not refused');
    expect(await report(randomUUID())).toBe(rule);
    expect(await report(seeker)).toBe(rule);
  });
});
