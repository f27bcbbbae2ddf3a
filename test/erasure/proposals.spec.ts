import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { day, type Day } from '@sikkerby/kernel';
import { ProposalsHandler, WhosePeriodIsOver } from '../../libs/people/erasure/proposals.query.js';
import { retentionProjection } from '../../libs/people/erasure/retention.view.js';
import { MemoryStore } from '../projections/support/memory-store.js';
import { projectionWorld, projector, type World } from '../projections/support/world.js';

const programme = 'made-up';
const evolve = Object.fromEntries(
  ['opened', 'visited', 'closed'].map((what) => [`made-up.${what}.v1`, () => undefined]),
);
const decider = { programme, category: 'made_up', initialState: undefined, evolve, acts: {} };
const programmes = [{ name: programme, deciders: [decider] }];
const projection = retentionProjection(programmes);
const rule = { programme, years: 5, anchor: 'made-up.closed.v1', authority: 'archive' };
const today = day('2023-03-01');

let world: World;
let store: MemoryStore;
let running: ReturnType<typeof projector>;

beforeAll(async () => {
  world = await projectionWorld();
  store = new MemoryStore();
  running = projector([projection], { store, pool: world.pool });
});
afterAll(async () => {
  await running.stop();
  await world.end();
});

/** Records what happened on which day, in this order. */
async function happens(stream: string, subject: string, ...what: [type: string, on: string][]) {
  for (const [type, on] of what) {
    await store.append(stream, 'exists', [
      {
        id: randomUUID(),
        type: `${type}.v1`,
        occurredOn: day(on),
        data: { programme, subject, ground: 'complaint', requestedBy: 'anna' },
        actor: { user: 'anna', role: 'probe', organisation: 'test' },
        correlationId: 'test',
      },
    ]);
  }
}

const inUnit = (unit: string, subject: string, ...what: [string, string][]) =>
  happens(`made_up-${unit}`, subject, ...what);
const inErasure = (subject: string, ...what: string[]) =>
  happens(
    `erasure_person-${subject}`,
    subject,
    ...what.map((type): [string, string] => [`erasure.${type}`, '2023-02-01']),
  );

async function proposed(on: Day = today, rules = [rule]) {
  const { position } = await store.head();
  await world.models.waitForPosition([projection.name], position, 60_000);
  return new ProposalsHandler(world.models).execute(new WhosePeriodIsOver(rules, on));
}

async function whatIsProposedOf(whom: string, on: Day = today) {
  return (await proposed(on)).find(({ subject }) => subject === whom);
}

const over = (subject: string) =>
  inUnit(
    `of ${subject}`,
    subject,
    ['made-up.opened', '2017-01-01'],
    ['made-up.closed', '2018-03-01'],
  );

describe('somebody is proposed', () => {
  it('from the day on which the years since the anchor are over', async () => {
    await over('a');
    expect(await whatIsProposedOf('a', day('2023-02-28'))).toBeUndefined();
    expect(await whatIsProposedOf('a', day('2023-03-01'))).toEqual({
      programme,
      subject: 'a',
      anchoredOn: '2018-03-01',
      lastOn: '2018-03-01',
      units: ['of a'],
      holds: [],
    });
  });

  it('not while anything has happened since, of whatever kind', async () => {
    await over('b');
    await inUnit('of b', 'b', ['made-up.visited', '2018-03-02']);
    expect(await whatIsProposedOf('b')).toBeUndefined();
    expect(await whatIsProposedOf('b', day('2023-03-02'))).toMatchObject({
      anchoredOn: '2018-03-01',
      lastOn: '2018-03-02',
    });
  });

  it('not while anything has happened since in another unit, which need have no anchor', async () => {
    await over('c');
    await inUnit('another of c', 'c', ['made-up.visited', '2022-12-31']);
    expect(await whatIsProposedOf('c')).toBeUndefined();
    expect(await whatIsProposedOf('c', day('2027-12-31'))).toMatchObject({
      anchoredOn: '2018-03-01',
      lastOn: '2022-12-31',
      units: ['another of c', 'of c'],
    });
  });

  it('not where the period never began', async () => {
    await inUnit('of d', 'd', ['made-up.opened', '2010-01-01']);
    expect(await whatIsProposedOf('d')).toBeUndefined();
  });

  it('by the last days, in whatever order they were recorded', async () => {
    await inUnit(
      'of e',
      'e',
      ['made-up.visited', '2018-02-01'],
      ['made-up.closed', '2018-01-15'],
      ['made-up.closed', '2017-06-01'],
      ['made-up.visited', '2017-05-01'],
    );
    expect(await whatIsProposedOf('e')).toMatchObject({
      anchoredOn: '2018-01-15',
      lastOn: '2018-02-01',
    });
    await inUnit('of e', 'e', ['made-up.closed', '2018-02-20'], ['made-up.visited', '2018-02-10']);
    expect(await whatIsProposedOf('e')).toMatchObject({
      anchoredOn: '2018-02-20',
      lastOn: '2018-02-20',
    });
  });

  it('by the last anchor of all units', async () => {
    await over('f');
    await inUnit('another of f', 'f', ['made-up.closed', '2017-05-01']);
    expect(await whatIsProposedOf('f')).toMatchObject({ anchoredOn: '2018-03-01' });
  });
});

describe('somebody whose period is over', () => {
  it('is not proposed from when their erasure is asked for until it is withdrawn', async () => {
    await over('g');
    await inErasure('g', 'erasure-requested');
    expect(await whatIsProposedOf('g')).toBeUndefined();
    await inErasure('g', 'erasure-withdrawn');
    expect(await whatIsProposedOf('g')).toMatchObject({ holds: [] });
    for (const step of ['requested', 'approved']) {
      await inErasure('g', `erasure-${step}`);
      expect([step, await whatIsProposedOf('g')]).toEqual([step, undefined]);
    }
    for (const step of ['person-shredded', 'erasure-finalised']) {
      await inErasure('g', step);
      expect([step, await whatIsProposedOf('g')]).toEqual([step, undefined]);
    }
  });

  it('is proposed with what holds them still', async () => {
    await over('h');
    await inErasure('h', 'legal-hold-placed');
    expect(await whatIsProposedOf('h')).toMatchObject({ holds: ['complaint'] });
    await inErasure('h', 'legal-hold-lifted');
    expect(await whatIsProposedOf('h')).toMatchObject({ holds: [] });
  });
});

describe('the proposals', () => {
  it('are of the programmes that have a rule, each by its own', async () => {
    await over('i');
    expect(await proposed(today, [])).toEqual([]);
    expect(await proposed(today, [{ ...rule, programme: 'another' }])).toEqual([]);
    expect(await proposed(today, [{ ...rule, years: 6 }])).not.toContainEqual(
      expect.objectContaining({ subject: 'i' }),
    );
    const byOpening = await proposed(today, [{ ...rule, anchor: 'made-up.opened.v1' }]);
    expect(byOpening.find(({ subject }) => subject === 'i')).toMatchObject({
      anchoredOn: '2017-01-01',
    });
  });

  it('begin with those whose period is over longest', async () => {
    await inUnit('of j', 'j', ['made-up.closed', '2011-01-01']);
    await inUnit('of k', 'k', ['made-up.closed', '2010-01-01']);
    const days = (await proposed()).map(({ anchoredOn }) => anchoredOn);
    expect(days.slice(0, 2)).toEqual(['2010-01-01', '2011-01-01']);
    expect(days).toEqual([...days].sort());
  });

  it('are of nobody as long as nobody knows whom a unit is about', async () => {
    await store.append('made_up-nobody', 'exists', [
      {
        id: randomUUID(),
        type: 'made-up.closed.v1',
        occurredOn: day('2009-01-01'),
        data: {},
        actor: { user: 'anna', role: 'probe', organisation: 'test' },
        correlationId: 'test',
      },
    ]);
    expect(await proposed()).not.toContainEqual(
      expect.objectContaining({ anchoredOn: '2009-01-01' }),
    );
    await inUnit('nobody', 'l', ['made-up.visited', '2010-06-01']);
    expect(await whatIsProposedOf('l')).toMatchObject({
      anchoredOn: '2009-01-01',
      lastOn: '2010-06-01',
    });
  });
});
