import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Receipt } from '@sikkerby/commands';
import { runReactions } from '@sikkerby/reactions';
import { jsonOf } from '../support/json.js';
import { whenSomebodyTurns18 } from '../../libs/programmes/youth-concern/closing/when-a-young-person-turns-18-then-closing-or-ssp-plus-is-proposed.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { until } from '../support/until.js';
import { writing } from '../support/writing.js';

let office: Office;
let token: string;

beforeAll(async () => {
  office = await openOffice();
  token = await office.token('probe.worker', 'ssp-caseworker', ['valby']);
});
afterAll(() => office.close());

async function caseOf(birthDate: string): Promise<Receipt> {
  const subject = await registered((path, body) => office.post(path, token, body), { birthDate });
  return office.post<Receipt>('/youth-concern/cases', token, {
    ...{ subject, district: 'valby', level: 2, track: 'ssp', ownerTeam: 'ssp-valby' },
    ...{ concernTypes: ['group'], description: 'Opdigtet', occurredOn: '2017-03-01' },
  });
}

/** Lets the calendar come to a day, and returns for which cases something was proposed by then. */
async function proposedBy(day: string): Promise<string[]> {
  const { appPool: pool, readModels, register } = office.system;
  const stopping = new AbortController();
  let isDone = false;
  const reaction = {
    // Not the office's own, which has come to today.
    ...whenSomebodyTurns18,
    name: 'test-of-eighteen',
    async due(...asked: Parameters<typeof whenSomebodyTurns18.due>) {
      const due = await whenSomebodyTurns18.due(...asked);
      isDone = due.length === 0;
      return due;
    },
  };
  const run = runReactions({
    ...writing(office.system),
    pool,
    readModels,
    register,
    reactions: [reaction],
    ...{ signal: stopping.signal, logger: { info: () => undefined, error: () => undefined } },
    ...{ clock: () => new Date(`${day}T10:00:00Z`), everyMs: 10 },
  });
  const before = (await proposals()).length;
  await until(
    'the calendar came to the day',
    async () => isDone || (await proposals()).length > before,
  );
  stopping.abort();
  await run;
  return proposals();
}

async function proposals(): Promise<string[]> {
  const log = await office.log();
  return log
    .filter(({ type }) => type === 'youth-concern.eighteen-proposed.v1')
    .map(({ stream }) => stream.slice('youth_concern-'.length));
}

it('a case is up for closing or ssp-plus from the month after the eighteenth birthday, once', async () => {
  const younger = await caseOf('2003-05-17');
  const older = await caseOf('2002-05-17');
  await office.get('/youth-concern/cases', token, { 'x-min-position': older.position });
  expect(await proposedBy('2020-05-30')).toEqual([]);
  expect(await proposedBy('2020-06-02')).toEqual([older.id]);
  await office.rebuild();
  expect(await proposedBy('2020-06-03')).toEqual([older.id]);
  const { text } = await office.get('/youth-concern/cases', token);
  const { items } = jsonOf<{ items: { caseId: string; eighteenProposed: boolean }[] }>(text);
  const flags = new Map(items.map((item) => [item.caseId, item.eighteenProposed]));
  expect(flags).toEqual(
    new Map([
      [younger.id, false],
      [older.id, true],
    ]),
  );

  const act = `/youth-concern/cases/${older.id}/move-to-ssp-plus`;
  await office.post(act, token, { occurredOn: '2020-06-10' }, 1);
  expect(await proposedBy('2020-07-01')).toEqual([older.id]);
  expect(await proposedBy('2021-06-01')).toEqual([older.id, younger.id]);
});
