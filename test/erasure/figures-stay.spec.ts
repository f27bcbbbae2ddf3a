import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { programmes } from '@sikkerby/programmes';
import { rebuild } from '@sikkerby/projections';
import { jsonOf } from '../support/json.js';
import { Player } from '../golden-year/play.js';
import { Random } from '../golden-year/random.js';
import type { DemoStory } from '../golden-year/demo/demo-story.js';
import { goldenYears } from '../golden-year/golden-years.js';
import { someStories } from '../golden-year/some-stories.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { counts } from '../support/effort.js';
import { eraseEverybody, wholeHouse, type WholeHouse } from '../support/whole-house.js';
import { patience } from '../support/patience.js';
import { settingsFor } from '../support/settings.js';

jest.setTimeout(patience(120));

let database: TestDatabase;
let house: WholeHouse;
let player: Player;

beforeAll(async () => {
  database = await readyDatabase();
  house = await wholeHouse({ ...settingsFor(database.url), LOG_LEVEL: 'warn' });
  player = new Player(house.address, (role) => house.token(role), new Random(2017));
  await player.play(smallYear(), 8, () => undefined);
});
afterAll(async () => {
  await house.stop();
  await database.close();
});

/** Some of every programme, and those that they name. */
function smallYear(): DemoStory[] {
  return someStories(
    goldenYears(),
    ({ name = '' }, index) =>
      /-(3|9|12)$/.test(name) || name.startsWith('void-') || index % counts.storiesErased === 0,
  );
}

interface Listed {
  readonly id: string;
  readonly breakdowns: readonly { readonly by: string }[];
}

/** Every measure, in every year and by everything, as the answers say it to the byte. */
async function everyFigure(asOf: string): Promise<string[]> {
  const measures = jsonOf<Listed[]>((await house.get('/statistics/measures', 'analyst')).text);
  const questions = measures.flatMap(({ id, breakdowns }) =>
    [2015, 2016, 2017, 2018].flatMap((year) =>
      [undefined, ...breakdowns.map(({ by }) => by)].map(
        (by) => `${id}?year=${String(year)}${by === undefined ? '' : `&by=${by}`}`,
      ),
    ),
  );
  const asked = questions.filter((_, at) => at % counts.figuresAfterErasure === 0);
  const answers: string[] = [];
  for (const question of asked) {
    const head = (await house.system.store.head()).position;
    const headers = { 'x-min-position': head };
    const now = await house.get(`/statistics/${question}`, 'analyst', headers);
    const then = await house.get(`/statistics/${question}&asOf=${asOf}`, 'analyst', headers);
    expect([now.status, then.status]).toEqual([200, 200]);
    // The newest position, as of which it is told, is all that may differ.
    answers.push(now.text.replace(/"asOf":"[^"]+"/, ''), then.text);
  }
  return answers;
}

it('R12: every person erased, every figure is what it was to the byte, and so when made anew', async () => {
  const cut = player.furthest;
  const before = await everyFigure(cut);
  expect(before.length).toBeGreaterThan(50);
  expect(before.filter((answer) => !answer.includes('"value":0')).length).toBeGreaterThan(20);

  const of = programmes.filter(({ persons }) => persons).map(({ name }) => name);
  const erased = await Promise.all(of.map((name) => eraseEverybody(house, name)));
  expect(of.filter((_, at) => erased[at]?.length === 0)).toEqual([]);
  expect(erased.flat().length).toBeGreaterThan(30);
  const left = await house.system.appPool.query(
    `SELECT programme, field FROM vault.texts
     WHERE subject = ANY ($1) OR field = 'particulars' OR programme = 'youth-concern'`,
    [erased.flat()],
  );
  expect(left.rows).toEqual([]);
  expect(await everyFigure(cut)).toEqual(before);

  const { projections, store, projectorPool: pool } = house.system;
  const rebuilt = await rebuild({ projections, store, pool });
  expect(rebuilt.poisoned).toEqual([]);
  expect(await everyFigure(cut)).toEqual(before);
});
