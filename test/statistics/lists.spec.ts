import { governed } from '@sikkerby/system';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Policies } from '@sikkerby/access';
import { day } from '@sikkerby/kernel';
import {
  CaseList,
  CaseListHandler,
} from '../../libs/programmes/youth-concern/lists/case-list.view.js';
import {
  DueActions,
  DueActionsHandler,
} from '../../libs/programmes/youth-concern/lists/due-actions.view.js';
import {
  ForumAgenda,
  ForumAgendaHandler,
} from '../../libs/programmes/youth-concern/lists/forum-agenda.view.js';
import { lists } from '../../libs/programmes/youth-concern/lists/lists.js';
import {
  PendingTransfers,
  PendingTransfersHandler,
} from '../../libs/programmes/youth-concern/lists/pending-transfers.view.js';
import { anna, House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const named = { particularsOf: () => Promise.resolve(new Map()) };
const elsewhere = { ...anna, user: 'carl', districts: ['vanloese'] };
const action = { responsibleOrganisation: 'klub', description: { vault: 'v', digest: 'd' } };

async function settled() {
  const { position } = await house.store.head();
  await house.readModels.waitForPosition([lists], position, 60_000);
  return house.readModels;
}

async function cases(identity = anna, asked: { limit?: number; cursor?: string } = {}) {
  const handler = new CaseListHandler(await settled(), named, new Policies(governed));
  const { answer } = await handler.execute(new CaseList(identity, { limit: 50, ...asked }));
  return answer;
}

async function due(asOf: string) {
  const handler = new DueActionsHandler(await settled(), new Policies(governed));
  const { answer } = await handler.execute(
    new DueActions(anna, day(asOf), { limit: 50, withinDays: 14 }),
  );
  return answer.items.map(
    ({ actionId, overdue }) => `${actionId} ${overdue ? 'overdue' : 'due soon'}`,
  );
}

describe('my cases', () => {
  it('are the open ones of my districts or assigned to me, and nobody else sees them', async () => {
    const mine = await house.opened('2017-05-01');
    await house.give(await house.opened('2017-05-01'), 'close', '2017-06-01', {
      reason: 'goals-met',
    });
    expect((await cases()).items.map(({ caseId }) => caseId)).toEqual([mine]);
    expect((await cases(elsewhere)).items).toEqual([]);
    await house.give(mine, 'assign', '2017-05-02', { caseworker: 'carl', team: 'team-1' });
    expect((await cases(elsewhere)).items.map(({ caseId }) => caseId)).toEqual([mine]);
  });

  it('leave the list when void and come back when reinstated', async () => {
    const id = await house.opened('2017-05-01');
    await house.give(id, 'void', '2017-05-02', { reason: 'test' });
    expect((await cases()).items).toEqual([]);
    await house.give(id, 'reinstate', '2017-05-03');
    expect((await cases()).items).toHaveLength(1);
  });

  it('come page by page, each once, those due first before the rest', async () => {
    for (let number = 0; number < 5; number++) await house.opened('2017-05-01');
    const urgent = await house.opened('2017-05-01');
    await house.give(urgent, 'adopt-plan', '2017-05-02', { goals: { vault: 'v', digest: 'd' } });
    await house.give(urgent, 'add-action', '2017-05-02', {
      ...action,
      ...{ actionId: 'a-1', dueOn: '2017-06-01' },
    });
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await cases(anna, { limit: 4, ...(cursor ? { cursor } : {}) });
      found.push(...items.map(({ caseId }) => caseId));
      expect(found.length).toBeLessThan(20);
      cursor = next;
    } while (cursor !== undefined);
    expect(found).toHaveLength(6);
    expect(new Set(found).size).toBe(6);
    expect(found[0]).toBe(urgent);
  });
});

it('due actions are as they were on any day: before a due day was moved, and after completion', async () => {
  const id = await house.opened('2017-05-01');
  await house.give(id, 'adopt-plan', '2017-05-02', { goals: { vault: 'v', digest: 'd' } });
  await house.give(id, 'add-action', '2017-05-02', {
    ...action,
    ...{ actionId: 'a-1', dueOn: '2017-06-01' },
  });
  const moved = { actionId: 'a-1', dueOn: '2017-08-01' };
  await house.give(id, 'move-action-due-day', '2017-06-10', moved);
  const done = { actionId: 'a-1', outcome: 'achieved' };
  await house.give(id, 'complete-action', '2017-08-05', done);
  expect(await due('2017-05-01')).toEqual([]);
  expect(await due('2017-05-20')).toEqual(['a-1 due soon']);
  expect(await due('2017-06-05')).toEqual(['a-1 overdue']);
  expect(await due('2017-06-10')).toEqual([]);
  expect(await due('2017-08-04')).toEqual(['a-1 overdue']);
  expect(await due('2017-08-05')).toEqual([]);
});

it("a forum's agenda holds what was put on it and not taken off, with its decision", async () => {
  const id = await house.opened('2017-05-01');
  const item = { forum: 'local-committee', meetingOn: '2017-06-01' };
  await house.give(id, 'put-on-agenda', '2017-05-02', { ...item, itemId: 'i-1' });
  await house.give(id, 'put-on-agenda', '2017-05-02', { ...item, itemId: 'i-2' });
  await house.give(id, 'take-off-agenda', '2017-05-03', { itemId: 'i-2' });
  const text = { vault: 'v', digest: 'd' };
  const decided = { itemId: 'i-1', decision: 'continue', text };
  await house.give(id, 'record-forum-decision', '2017-06-01', decided);
  const handler = new ForumAgendaHandler(await settled(), new Policies(governed));
  const asked = { limit: 50, forum: 'local-committee', meetingOn: day('2017-06-01') } as const;
  const { answer } = await handler.execute(new ForumAgenda(anna, asked));
  expect(answer.items).toEqual([
    {
      ...{ itemId: 'i-1', caseId: id, district: 'noerrebro', level: 2 },
      ...{ caseworker: null, decision: 'continue' },
    },
  ]);
});

it('a transfer waits for the receiving district until it is answered', async () => {
  const id = await house.opened('2017-05-01');
  const to = { toDistrict: 'vanloese', toTeam: 'ssp-vanloese' };
  await house.give(id, 'request-transfer', '2017-06-01', to);
  const waiting = async (identity: typeof anna) => {
    const handler = new PendingTransfersHandler(await settled(), new Policies(governed));
    const { answer } = await handler.execute(new PendingTransfers(identity, { limit: 50 }));
    return answer.items.map(({ caseId }) => caseId);
  };
  expect(await waiting(elsewhere)).toEqual([id]);
  expect(await waiting(anna)).toEqual([]);
  await house.give(id, 'withdraw-transfer', '2017-06-02');
  expect(await waiting(elsewhere)).toEqual([]);
});
