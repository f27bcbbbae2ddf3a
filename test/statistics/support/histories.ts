import { addDays, day } from '@sikkerby/kernel';
import fc from 'fast-check';
import { Office, opening } from './office.js';

/** A command of a random history; the office refuses many of them, as it should. */
interface Attempt {
  readonly on: number;
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly by: string;
}

const ids = ['case-a', 'case-b', 'case-c', 'case-d', 'case-e'];
const newYears = [305, 306, 670, 671];
const someDay = fc.oneof(
  fc.integer({ min: 0, max: 800 }),
  fc.constantFrom(0, 10, 20, 400, ...newYears),
);
const district = fc.constantFrom('noerrebro', 'valby', 'indre-by');
const level = fc.constantFrom(1, 2, 3, 4);
const concernTypes = fc.subarray(['group', 'first-offence', 'worrying-behaviour'], {
  minLength: 1,
});
const dayText = someDay.map(dayAt);

const what = fc.oneof(
  act('change-level', fc.record({ level })),
  act('change-concern-types', fc.record({ concernTypes })),
  act('request-transfer', fc.record({ toDistrict: district, toTeam: fc.constant('team-2') })),
  act('accept-transfer', fc.record({ effectiveOn: dayText })),
  act('reject-transfer', fc.constant({ reason: 'no-capacity' })),
  act('close', fc.constant({ reason: 'goals-met' })),
  act('close', fc.constant({ reason: 'goals-met' })),
  act('request-closing', fc.constant({ reason: 'goals-met' })),
  act('approve-closing', fc.constant({})),
  act('reopen', fc.constant({ reason: 'new-concern' })),
  act('reopen', fc.constant({ reason: 'new-concern' })),
  act('void-reopening', fc.constant({ reason: 'test' })),
  act('void', fc.constant({ reason: 'test' })),
  act('reinstate', fc.constant({})),
  act('reinstate', fc.constant({})),
  act('merge-into', fc.record({ survivor: fc.constantFrom(...ids) })),
  act('unmerge', fc.constant({})),
  correction('district', district, true),
  correction('level', level, true),
  correction('concernTypes', concernTypes, true),
  correction('gender', fc.constantFrom('female', 'male'), false),
  correction('ageAtOpening', fc.constantFrom(9, 14, 17, 19), false),
  correction('openedOn', dayText, false),
  correction('reopenedOn', dayText, false),
  correction('closedOn', dayText, false),
);

const attempt: fc.Arbitrary<Attempt> = fc
  .tuple(someDay, fc.constantFrom(...ids), what, fc.constantFrom('anna', 'bo'))
  .map(([on, id, { type, data }, by]) => ({ on, id, type, data, by }));

/** An office after a history of five cases about two persons, from 2016 into 2018. */
export const history: fc.Arbitrary<Office> = fc
  .tuple(
    fc.tuple(...ids.map(() => fc.record({ on: someDay, district, level, concernTypes }))),
    fc.array(attempt, { minLength: 20, maxLength: 60 }),
  )
  .map(([openings, attempts]) => {
    const office = new Office();
    openings.forEach(({ on, ...given }, index) => {
      const subject = index < 3 ? 'person-1' : 'person-2';
      office.open(ids[index] ?? '', dayAt(on), { ...opening, ...given, subject });
    });
    for (const { on, id, type, data, by } of attempts) {
      office.give(id, type, dayAt(on), data, {
        ...{ user: by, role: 'ssp-caseworker', organisation: 'ssp' },
      });
    }
    return office;
  });

export const caseIds = ids;

function act(type: string, data: fc.Arbitrary<object>) {
  return data.map((one) => ({ type, data: one }));
}

function correction(field: string, value: fc.Arbitrary<unknown>, fromADay: boolean) {
  const from = fromADay ? fc.option(dayText, { nil: undefined }) : fc.constant(undefined);
  return fc.tuple(value, from).map(([right, since]) => ({
    type: 'correct',
    data: { field, value: right, reason: 'mistyped', ...(since ? { from: since } : {}) },
  }));
}

function dayAt(offset: number): string {
  return addDays(day('2016-03-01'), offset);
}
