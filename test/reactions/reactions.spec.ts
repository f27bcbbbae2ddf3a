import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Decide } from '@sikkerby/commands';
import { runReactions, type DayReaction, type EventReaction } from '@sikkerby/reactions';
import { ReadModelBehind } from '@sikkerby/projections';
import { setTimeout as pause } from 'node:timers/promises';
import { safetyLift } from '../../libs/programmes/safety-lift/safety-lift.js';
import { openOffice, type Office } from '../read-log/office.js';
import { until } from '../support/until.js';
import { reactingPolicies } from './reacting-policies.js';
import { writing } from '../support/writing.js';

const whenProposed: EventReaction = {
  name: 'when-a-lift-is-proposed-then-it-is-completed',
  reads: ['safety-lift.lift-proposed.'],
  then: ({ id, stream, occurredOn }) =>
    Promise.resolve({
      ...{ decider: safetyLift, id: stream.slice('safety_lift-'.length), act: 'complete' },
      body: { measures: ['lighting'], occurredOn },
      for: id,
    }),
};

let office: Office;
let token: string;
/** What the reactions had to say of failures. */
let told: string[];

beforeEach(async () => {
  told = [];
  office = await openOffice();
  token = await office.token('probe.lifts', 'safety-lift-manager', []);
});
afterEach(() => office.close());

function propose(place: string): Promise<{ readonly id: string }> {
  const body = { kind: 'lift', place, district: 'valby', occurredOn: '2017-03-01' };
  return office.post('/safety-lift/lifts', token, body);
}

/** Runs the reactions until the work is done. */
async function running(
  reactions: readonly (EventReaction | DayReaction)[],
  work: () => Promise<void>,
  { clock = () => new Date(), breaksAfter = Infinity } = {},
): Promise<void> {
  const { system } = office;
  const { store, appPool: pool, readModels, register } = system;
  const real = writing({ ...system, policies: reactingPolicies }).pipeline;
  let given = 0;
  const pipeline = {
    async execute(command: Decide) {
      const receipt = await real.execute(command);
      given += 1;
      if (given > breaksAfter) throw new Error('killed after the command, before the checkpoint');
      return receipt;
    },
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  const logger = { info: () => undefined, error: (message: string) => void told.push(message) };
  const parts = { store, pipeline, pool, readModels, register, signal, logger, clock };
  const run = runReactions({ ...parts, reactions, everyMs: 20 });
  await untilBegun(reactions)
    .then(work)
    .finally(() => stopping.abort());
  await run;
}

/** A reaction reads from where the log ended when it began: what comes before that it never sees. */
async function untilBegun(reactions: readonly (EventReaction | DayReaction)[]): Promise<void> {
  const names = reactions.filter((reaction) => 'reads' in reaction).map(({ name }) => name);
  await until('the reactions have begun', async () => {
    const { rows } = await office.owner.query<{ name: string }>(
      'SELECT name FROM reactions.reaction WHERE name = ANY ($1)',
      [names],
    );
    return rows.length === names.length || rows;
  });
}

async function completed(): Promise<string[]> {
  const log = await office.log();
  const found = log.filter(({ type }) => type === 'safety-lift.lift-completed.v1');
  return found.map(({ stream }) => stream);
}

const untilCompleted = (count: number) =>
  until('the reaction was given', async () => (await completed()).length >= count);

describe('a reaction to an event', () => {
  it('is given once for each, names the event as its cause, and goes on where it stopped', async () => {
    await running([whenProposed], async () => {
      await propose('one');
      await untilCompleted(1);
    });
    await propose('two');
    await running([whenProposed], () => untilCompleted(2));
    await running([whenProposed], () => pause(200));
    expect(new Set(await completed()).size).toBe(2);
    expect(await completed()).toHaveLength(2);
    const log = await office.log();
    const [proposal] = log.filter(({ type }) => type === 'safety-lift.lift-proposed.v1');
    const [answer] = log.filter(({ type }) => type === 'safety-lift.lift-completed.v1');
    expect(answer).toMatchObject({ causationId: proposal?.id, actor: { role: 'reaction' } });
  });

  it('is given once, also when it is killed after the command and before the checkpoint', async () => {
    await running(
      [whenProposed],
      async () => {
        await propose('one');
        await untilCompleted(1);
      },
      { breaksAfter: 0 },
    );
    await running([whenProposed], () => pause(300));
    expect(await completed()).toHaveLength(1);
  });

  it('begins with what is recorded from then on, and a rebuild runs none', async () => {
    await propose('before');
    await running([whenProposed], async () => {
      await propose('after');
      await untilCompleted(1);
    });
    await office.rebuild();
    expect(await completed()).toHaveLength(1);
  });

  it('takes the refusal of a rule for an answer, and goes on', async () => {
    await running([whenProposed], async () => {
      const { id } = await propose('given-up');
      await office
        .post(`/safety-lift/lifts/${id}/annul`, token, { occurredOn: '2017-03-02' }, 0)
        .catch(() => undefined);
      await propose('two');
      await until('the second was reacted to', async () => (await completed()).length > 0);
    });
    expect((await completed()).length).toBeGreaterThan(0);
  });
});

describe('a reaction to a day', () => {
  it('is given once a day for what is due', async () => {
    const { id } = await propose('one');
    const asked: string[] = [];
    const daily: DayReaction = {
      name: 'when-a-day-comes-then-the-lift-is-completed',
      due: (today) => {
        asked.push(today);
        const body = { measures: ['seating'], occurredOn: '2017-04-01' };
        return Promise.resolve([{ decider: safetyLift, id, act: 'complete', body, for: id }]);
      },
    };
    const at = (day: string) => ({ clock: () => new Date(`${day}T10:00:00Z`) });
    const asks = (count: number) => () =>
      until('it was asked', () => Promise.resolve(asked.length >= count));
    await running([daily], asks(1), at('2026-11-01'));
    await running([daily], () => pause(150), at('2026-11-01'));
    await running([daily], asks(2), at('2026-11-02'));
    expect(asked).toEqual(['2026-11-01', '2026-11-02']);
    expect(await completed()).toHaveLength(1);
  });

  it('waits without a word for a read model that is being built, and tells of any other failure', async () => {
    const failures = [new ReadModelBehind(['safety-lift.work']), new Error('broken')];
    let asked = 0;
    const daily: DayReaction = {
      name: 'when-a-day-comes-then-it-fails-twice',
      due: () => {
        const failure = failures[asked++];
        return failure ? Promise.reject(failure) : Promise.resolve([]);
      },
    };
    await running([daily], () => until('it was asked again', () => asked > 2));
    expect(told).toEqual(['a reaction failed and will try again']);
  });
});
