import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Identity } from '@sikkerby/access';
import { intakeParts, takeBack, takeIn } from '@sikkerby/intake';
import { day } from '@sikkerby/kernel';
import { programmes } from '@sikkerby/programmes';
import { giveOnce } from '../../libs/platform/reactions/give-once.js';
import { safetyLift } from '../../libs/programmes/safety-lift/safety-lift.js';
import { reactingPolicies } from '../reactions/reacting-policies.js';
import { openOffice, type Office } from '../read-log/office.js';
import { WireDouble } from '../wire-double/wire-double.js';
import { writing } from '../support/writing.js';

// Whoever asks EventStoreDB for the last event of a stream, where it has several: they once got the
// first, since a server begins a backwards read at the start unless it is told where.

const role = 'safety-lift-manager';
const manager: Identity = {
  user: 'probe.lifts',
  role,
  organisation: 'city',
  districts: [],
  glass: [],
};
const units = programmes.flatMap((programme) => programme.units ?? []);

let double: WireDouble;
let office: Office;

beforeAll(async () => {
  double = await WireDouble.start();
  office = await openOffice(undefined, { EVENTSTOREDB_URL: double.url });
});
afterAll(async () => {
  await office.close();
  await double.stop();
});

function file(places: readonly string[]): Uint8Array {
  const rows = places.map((place) => `lift;${place};valby;2017-03-01`);
  return Buffer.from(['kind;place;district;occurredOn', ...rows].join('\n'));
}

function take(places: readonly string[], onProgress?: (done: number) => void) {
  const unit = units.find(({ decider }) => decider.programme === 'safety-lift');
  if (!unit) throw new Error('there are no safety lifts');
  const asked = { unit, identity: manager, file: file(places) };
  return takeIn(intakeParts(office.app, office.system.appPool), {
    ...asked,
    ...(onProgress && { onProgress }),
  });
}

async function typesOf(stream: string): Promise<string[]> {
  const events = await office.system.store.readStream(stream);
  return events.map(({ type }) => type.replace(/^safety-lift\.(.*)\.v\d+$/, '$1'));
}

async function proposed(): Promise<string> {
  const token = await office.token(manager.user, role, []);
  const body = { kind: 'lift', place: randomUUID(), district: 'valby', occurredOn: '2017-03-01' };
  const { id } = await office.post<{ id: string }>('/safety-lift/lifts', token, body);
  return id;
}

it('an intake that was interrupted twice is resumed, and enters nothing twice', async () => {
  const places = Array.from({ length: 150 }, (_, at) => `genoptaget-${String(at)}`);
  for (const end of [0, 1]) {
    const killed = () => {
      throw new Error(`killed ${String(end)}`);
    };
    await expect(take(places, killed)).rejects.toThrow(`killed ${String(end)}`);
  }
  const { intake, entered } = await take(places);
  expect(entered).toBe(150);
  expect(await take(places)).toMatchObject({ intake, entered: 150, errors: [] });
  const events = (await office.log()).filter(({ correlationId }) => correlationId === intake);
  const lifts = events.filter(({ type }) => type === 'safety-lift.lift-proposed.v1');
  expect(lifts).toHaveLength(150);
});

it('a file is taken back after further events of its units', async () => {
  const { intake } = await take(['taget-tilbage']);
  const log = await office.log();
  const begun = log.find(
    ({ type, correlationId }) =>
      correlationId === intake && type === 'safety-lift.lift-proposed.v1',
  );
  const stream = begun?.stream ?? '';
  const token = await office.token(manager.user, role, []);
  const path = `/safety-lift/lifts/${stream.slice('safety_lift-'.length)}/complete`;
  await office.post(path, token, { measures: ['lighting'], occurredOn: '2017-04-01' }, 0);
  expect(
    await takeBack(intakeParts(office.app, office.system.appPool), units, intake, manager),
  ).toBe(1);
  expect(
    await takeBack(intakeParts(office.app, office.system.appPool), units, intake, manager),
  ).toBe(0);
  expect((await typesOf(stream)).at(-1)).toBe('lift-voided');
});

it('a reaction is given once to a unit that has several events', async () => {
  const id = await proposed();
  const giver = writing({ ...office.system, policies: reactingPolicies });
  const give = (act: string, body: object, what: string) =>
    giveOnce(
      'a-reaction',
      { decider: safetyLift, id, act, body, for: what },
      day('2017-05-01'),
      giver,
    );
  const completed = { measures: ['lighting'], occurredOn: '2017-04-01' };
  const voided = { reason: 'registered-in-error' };
  for (const time of [1, 2]) {
    expect([time, await give('complete', completed, 'completion')]).toEqual([time, undefined]);
  }
  for (const time of [1, 2]) {
    expect([time, await give('void', voided, 'voiding')]).toEqual([time, undefined]);
  }
  expect(await typesOf(`safety_lift-${id}`)).toEqual([
    'lift-proposed',
    'lift-completed',
    'lift-voided',
  ]);
});
